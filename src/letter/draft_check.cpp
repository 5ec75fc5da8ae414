#include "letter/draft_check.hpp"

#include <fmt/format.h>

#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "letter/errors.hpp"
#include "letter/placeholder.hpp"

namespace gk::letter {

namespace {

constexpr std::size_t characters_max = 20'000;

bool tells_remedies(const LetterText& text) {
    bool tells_reconsideration = false;
    bool tells_litigation = false;
    for (const auto& paragraph : text.paragraphs) {
        tells_reconsideration =
            tells_reconsideration || paragraph.text.find("行政复议") != std::string::npos;
        tells_litigation = tells_litigation || paragraph.text.find("行政诉讼") != std::string::npos;
    }
    return tells_reconsideration && tells_litigation;
}

std::size_t character_count(const LetterText& text) {
    auto count = text::decode(text.title).size() + text::decode(text.addressee).size() +
                 text::decode(text.signature).size() + text::decode(text.note).size();
    for (const auto& paragraph : text.paragraphs) {
        count += text::decode(paragraph.text).size();
    }
    for (const auto& attachment : text.attachments) {
        count += text::decode(attachment).size();
    }
    return count;
}

}  // namespace

Result<void> check_draft(law::LetterKind kind, const LetterText& text) {
    ProblemList problems;
    if (text::trim(text.title).empty()) {
        problems.add(error(title_missing).at("title"));
    }
    if (text::trim(text.addressee).empty()) {
        problems.add(error(addressee_missing).at("addressee"));
    }
    if (text.paragraphs.empty()) {
        problems.add(error(text_missing).at("paragraphs"));
    }
    for (std::size_t i = 0; i < text.paragraphs.size(); ++i) {
        for (const auto& name : placeholder_names(text.paragraphs[i].text)) {
            problems.add(error(placeholder_left, i + 1, name).at(fmt::format("paragraphs[{}]", i)));
        }
    }
    if (character_count(text) > characters_max) {
        problems.add(error(text_too_long, characters_max).at("paragraphs"));
    }
    const bool must_tell = law::role(kind) == law::LetterRole::final_answer;
    if (must_tell && !tells_remedies(text)) {
        problems.add(error(remedy_missing, law::label(kind))
                         .at("paragraphs")
                         .on({"reconsideration-law-2023", 20, 2}));
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return {};
}

}  // namespace gk::letter
