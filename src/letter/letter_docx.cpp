#include "letter/letter_docx.hpp"

#include <algorithm>
#include <regex>

#include "base/text.hpp"
#include "document/clean_file.hpp"
#include "document/extract.hpp"
#include "letter/errors.hpp"

namespace gk::letter {

namespace {

constexpr std::size_t head_lines_max = 10;
constexpr std::size_t addressee_bytes_max = 240;

std::string line_without_mark(std::string_view line, std::string_view mark) {
    return std::string(text::trim(line.substr(0, line.size() - mark.size())));
}

bool is_addressee(std::string_view line) {
    return (line.ends_with("：") || line.ends_with(":")) && line.size() <= addressee_bytes_max;
}

bool is_number(std::string_view line) {
    return line == number_mark || (line.find("〔") != line.npos && line.ends_with("号"));
}

bool is_date(const std::string& line) {
    static const std::regex date("\\d{4}年\\d{1,2}月\\d{1,2}日");
    return line == date_mark || std::regex_match(line, date);
}

// 1.甲表 → 甲表
std::string without_number(std::string_view line) {
    static const std::regex numbered("^\\d{1,2}(?:\\.|．|、)\\s*");
    return std::regex_replace(std::string(line), numbered, "",
                              std::regex_constants::format_first_only);
}

class Lines {
public:
    explicit Lines(const std::vector<std::string>& lines) {
        for (const auto& paragraph : lines) {
            for (const auto line : text::split(paragraph, '\n')) {
                if (const auto trimmed = text::trim(line); !trimmed.empty()) {
                    lines_.emplace_back(trimmed);
                }
            }
        }
    }

    // From the end: 附注, date, signature.
    void take_foot(LetterText& text) {
        if (!lines_.empty() && lines_.back().starts_with("（") && lines_.back().ends_with("）")) {
            const auto& line = lines_.back();
            constexpr std::size_t bracket = std::string_view("（").size();
            text.note = line.substr(bracket, line.size() - 2 * bracket);
            lines_.pop_back();
        }
        if (!lines_.empty() && is_date(lines_.back())) {
            lines_.pop_back();
            if (!lines_.empty()) {
                text.signature = lines_.back();
                lines_.pop_back();
            }
        }
    }

    // From the beginning: the name of the agency, title, number, 主送.
    void take_head(LetterText& text) {
        const auto last = std::min(lines_.size(), head_lines_max);
        const auto found = std::find_if(
            lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(last), is_addressee);
        const bool has_addressee = found != lines_.begin() + static_cast<std::ptrdiff_t>(last);
        // Without 主送 the first line is the title and all the rest is text.
        const auto end = has_addressee ? found : lines_.begin() + (lines_.empty() ? 0 : 1);
        for (auto line = lines_.begin(); line != end; ++line) {
            if (!is_number(*line) && *line != text.signature) {
                text.title += *line;
            }
        }
        if (has_addressee) {
            text.addressee = line_without_mark(*found, found->ends_with("：") ? "：" : ":");
        }
        lines_.erase(lines_.begin(), has_addressee ? found + 1 : end);
    }

    void take_attachments(LetterText& text) {
        constexpr std::string_view mark = "附件：";
        const auto found = std::ranges::find_if(
            lines_, [&](const std::string& line) { return line.starts_with(mark); });
        for (auto line = found; line != lines_.end(); ++line) {
            const auto name = line == found ? line->substr(mark.size()) : *line;
            if (const auto plain = without_number(text::trim(name)); !plain.empty()) {
                text.attachments.push_back(plain);
            }
        }
        lines_.erase(found, lines_.end());
    }

    void take_rest(LetterText& text) {
        for (auto& line : lines_) {
            const auto level = paragraph_level(line);
            text.paragraphs.push_back({level, std::move(line)});
        }
        lines_.clear();
    }

private:
    std::vector<std::string> lines_;
};

// A table lays out in the docx what the letter says line by line.
void add_rows(std::vector<std::string>& lines, const document::Grid& grid) {
    std::vector<std::string> rows(static_cast<std::size_t>(grid.rows));
    for (const auto& cell : grid.cells) {
        auto& row = rows[static_cast<std::size_t>(cell.row)];
        row += row.empty() || cell.text.empty() ? cell.text : "　" + cell.text;
    }
    lines.insert(lines.end(), rows.begin(), rows.end());
}

Result<std::vector<std::string>> lines_of_docx(std::string_view bytes, std::string_view file_name) {
    if (document::sent_kind(bytes) != document::SentKind::docx) {
        return error(not_docx).at("file");
    }
    auto read = document::extract_in_child(bytes, file_name);
    if (!read) {
        return std::move(read).error().at("file");
    }
    if (read->kind != document::FileKind::docx) {
        return error(not_docx).at("file");
    }
    std::vector<std::string> lines;
    for (const auto& block : read->blocks) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
            lines.push_back(paragraph->text);
        } else {
            add_rows(lines, std::get<document::Grid>(block));
        }
    }
    return lines;
}

}  // namespace

LetterText letter_of_lines(const std::vector<std::string>& lines) {
    LetterText text;
    Lines rest(lines);
    rest.take_foot(text);
    rest.take_head(text);
    rest.take_attachments(text);
    rest.take_rest(text);
    return text;
}

Result<LetterText> read_letter_docx(std::string_view bytes, std::string_view file_name) {
    GK_TRY(const auto lines, lines_of_docx(bytes, file_name));
    return letter_of_lines(lines);
}

Result<LetterTemplate> read_template_docx(std::string_view bytes, std::string_view file_name) {
    GK_TRY(const auto lines, lines_of_docx(bytes, file_name));
    const auto text = letter_of_lines(lines);
    LetterTemplate letter{.title = text.title, .paragraphs = {}};
    for (const auto& paragraph : text.paragraphs) {
        letter.paragraphs.push_back(paragraph.text);
    }
    return letter;
}

std::string template_docx(law::LetterKind kind, const LetterTemplate& letter) {
    LetterText text{.title = letter.title,
                    .addressee = "{{收件人}}",
                    .paragraphs = {},
                    .attachments = {},
                    .signature = "{{机关名称}}",
                    .note = "联系单位：{{工作机构}}，联系电话：{{联系电话}}"};
    for (const auto& paragraph : letter.paragraphs) {
        text.paragraphs.push_back({paragraph_level(paragraph), paragraph});
    }
    const auto names = placeholders_of(kind);
    if (std::ranges::find(names, find_placeholder("attachments")) != names.end()) {
        text.attachments = {"{{附件}}"};
    }
    return document::write_docx(official_document(text, {}));
}

}  // namespace gk::letter
