#include "letter/letter_template.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "letter/errors.hpp"
#include "letter/template_data.hpp"

namespace gk::letter {

namespace {

const KindData& data_of(law::LetterKind kind) {
    return template_data().kinds.at(kind);
}

bool knows(law::LetterKind kind, const Placeholder& placeholder) {
    const auto& known = data_of(kind).placeholders;
    return std::ranges::find(known, &placeholder) != known.end();
}

bool is_final_answer(law::LetterKind kind) {
    return law::role(kind) == law::LetterRole::final_answer;
}

// {{ 补正事项 }} is {{补正事项}}.
std::string normalised(std::string_view text) {
    return filled(text, [](std::string_view name) { return fmt::format("{{{{{}}}}}", name); });
}

void check_placeholders(ProblemList& problems, law::LetterKind kind, const LetterTemplate& letter) {
    for (std::size_t i = 0; i < letter.paragraphs.size(); ++i) {
        for (const auto& name : placeholder_names(letter.paragraphs[i])) {
            const auto* placeholder = find_placeholder_by_name(name);
            if (placeholder == nullptr || !knows(kind, *placeholder)) {
                problems.add(error(placeholder_unknown, i + 1, name, law::label(kind))
                                 .at(fmt::format("paragraphs[{}]", i)));
            }
        }
    }
    for (const auto& name : placeholder_names(letter.title)) {
        problems.add(error(placeholder_unknown, "标题", name, law::label(kind)).at("title"));
    }
}

void check_statements(ProblemList& problems, law::LetterKind kind, const LetterTemplate& letter) {
    const auto text = normalised(text::join(letter.paragraphs, "\n"));
    const auto& states = data_of(kind).states;
    const auto statements = law::must_state(kind);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const bool is_stated = std::ranges::any_of(states[i], [&](const std::string& each) {
            return text.find(each) != std::string::npos;
        });
        if (!is_stated) {
            auto missing = error(statement_missing, law::label(kind), statements[i],
                                 text::join(states[i], "”或者“"))
                               .at("paragraphs");
            const auto basis = law::basis(kind);
            problems.add(basis.empty() ? std::move(missing) : std::move(missing).on(basis.front()));
        }
    }
    if (is_final_answer(kind) && text.find("{{救济告知}}") == std::string::npos) {
        problems.add(error(statement_missing, law::label(kind),
                           "申请行政复议和提起行政诉讼的途径、期限", "{{救济告知}}")
                         .at("paragraphs")
                         .on({"reconsideration-law-2023", 20, 2}));
    }
}

// What was written as a sentence, with its full stop, may stand before a mark of the template: of
// two marks in a row the second counts.
std::string with_single_marks(std::string_view utf8) {
    constexpr std::u32string_view marks = U"。，；、";
    std::u32string single;
    for (const auto c : text::decode(utf8)) {
        if (!single.empty() && marks.find(c) != marks.npos &&
            marks.find(single.back()) != marks.npos) {
            single.pop_back();
        }
        single.push_back(c);
    }
    return text::encode(single);
}

// Fills one template and gathers what is wrong with the values.
class Filling {
public:
    Filling(law::LetterKind kind, const LetterValues& values, const OfficeValues& office)
        : kind_(kind), values_(values), office_(office) {}

    void check_known() {
        for (const auto& [key, value] : values_) {
            const auto* placeholder = find_placeholder(key);
            if (placeholder == nullptr || placeholder->is_of_office ||
                !knows(kind_, *placeholder)) {
                problems_.add(error(value_unknown, law::label(kind_), key).at(key));
            }
        }
    }

    // The lines of one paragraph of the template; none where it falls away.
    std::vector<std::string> lines_of(const std::string& paragraph) {
        bool falls_away = false;
        const auto text = filled(paragraph, [&](std::string_view name) {
            const auto* placeholder = find_placeholder_by_name(name);
            GK_ASSERT(placeholder != nullptr);
            auto value = value_of(*placeholder);
            falls_away = falls_away || value.empty();
            return value;
        });
        std::vector<std::string> lines;
        for (const auto line : text::split(text, '\n')) {
            if (const auto trimmed = text::trim(line); !trimmed.empty() && !falls_away) {
                lines.push_back(with_single_marks(trimmed));
            }
        }
        return lines;
    }

    std::string value_of(const Placeholder& placeholder) {
        if (placeholder.is_of_office) {
            return office_value(placeholder);
        }
        const auto found = values_.find(placeholder.key);
        if (found == values_.end() || text::trim(found->second).empty()) {
            if (!may_be_empty(kind_, placeholder)) {
                problems_.add(
                    error(value_missing, placeholder.name, placeholder.help).at(placeholder.key));
            }
            return {};
        }
        return problems_.take(printed_value(placeholder, found->second)).value_or("");
    }

    ProblemList& problems() { return problems_; }

private:
    [[nodiscard]] std::string office_value(const Placeholder& placeholder) const {
        if (placeholder.key == "agency_name") {
            return office_.agency_name;
        }
        if (placeholder.key == "remedy_notice") {
            return text::join(office_.remedy_sentences, "\n");
        }
        if (placeholder.key == "office_name") {
            return office_.office_name;
        }
        if (placeholder.key == "office_address") {
            return office_.office_address;
        }
        GK_ASSERT(placeholder.key == "office_phone");
        return office_.office_phone;
    }

    law::LetterKind kind_;
    const LetterValues& values_;
    const OfficeValues& office_;
    ProblemList problems_;
};

std::string contact_note(const OfficeValues& office) {
    std::vector<std::string> parts;
    if (!office.office_name.empty()) {
        parts.push_back("联系单位：" + office.office_name);
    }
    if (!office.office_phone.empty()) {
        parts.push_back("联系电话：" + office.office_phone);
    }
    return text::join(parts, "，");
}

}  // namespace

const LetterTemplate& default_template(law::LetterKind kind) {
    return data_of(kind).text;
}

std::span<const Placeholder* const> placeholders_of(law::LetterKind kind) {
    return data_of(kind).placeholders;
}

bool may_be_empty(law::LetterKind kind, const Placeholder& placeholder) {
    const auto& names = data_of(kind).optional_names;
    return placeholder.is_of_office || placeholder.key == "attachments" ||
           std::ranges::find(names, placeholder.name) != names.end();
}

Result<void> check_template(law::LetterKind kind, const LetterTemplate& letter) {
    ProblemList problems;
    if (text::trim(letter.title).empty()) {
        problems.add(error(title_missing).at("title"));
    }
    if (letter.paragraphs.empty()) {
        problems.add(error(text_missing).at("paragraphs"));
    }
    check_placeholders(problems, kind, letter);
    check_statements(problems, kind, letter);
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return {};
}

Result<LetterText> fill_template(law::LetterKind kind, const LetterTemplate& letter,
                                 const LetterValues& values, const OfficeValues& office) {
    Filling filling(kind, values, office);
    filling.check_known();
    LetterText text{.title = letter.title,
                    .addressee = filling.value_of(*find_placeholder("recipient_name")),
                    .paragraphs = {},
                    .attachments = {},
                    .signature = office.agency_name,
                    .note = contact_note(office)};
    for (const auto& paragraph : letter.paragraphs) {
        for (auto& line : filling.lines_of(paragraph)) {
            const auto level = paragraph_level(line);
            text.paragraphs.push_back({level, std::move(line)});
        }
    }
    const auto& attachments = *find_placeholder("attachments");
    if (knows(kind, attachments)) {
        text.attachments = filling.lines_of("{{附件}}");
    }
    if (!filling.problems().empty()) {
        return std::move(filling.problems()).error();
    }
    return text;
}

PrintedValues printed_values(law::LetterKind kind, const LetterValues& values,
                             const OfficeValues& office) {
    Filling filling(kind, values, office);
    PrintedValues printed;
    for (const auto* placeholder : placeholders_of(kind)) {
        printed.emplace(placeholder->name, filling.value_of(*placeholder));
    }
    return printed;
}

}  // namespace gk::letter
