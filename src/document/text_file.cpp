#include "document/text_file.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "document/aligned_text.hpp"
#include "document/errors.hpp"
#include "document/grid_builder.hpp"
#include "document/html.hpp"
#include "document/raised_text.hpp"

namespace gk::document {

namespace {

constexpr std::string_view too_many_lines = "行数";
constexpr std::string_view too_many_cells = "表格行列";

// What stands in <sup> as it is read in a page.
std::string with_raised(std::string_view line) {
    constexpr std::string_view open = "<sup>";
    constexpr std::string_view close = "</sup>";
    std::string text;
    for (auto at = line.find(open); at != line.npos; at = line.find(open)) {
        const auto end = line.find(close, at);
        if (end == line.npos) {
            break;
        }
        text.append(line, 0, at);
        text += raised(line.substr(at + open.size(), end - at - open.size()));
        line.remove_prefix(end + close.size());
    }
    return text.append(line);
}

// Without **, __ and ` that stand in pairs, and without the backslash before punctuation.
std::string without_marks(std::string_view line) {
    auto plain = with_raised(line);
    for (const std::string_view mark : {"**", "__", "`"}) {
        for (auto open = plain.find(mark); open != plain.npos; open = plain.find(mark, open)) {
            const auto close = plain.find(mark, open + mark.size());
            if (close == plain.npos) {
                break;
            }
            plain.erase(close, mark.size());
            plain.erase(open, mark.size());
        }
    }
    std::string result;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        constexpr std::string_view escapable = "\\`*_{}[]<>()#+-.!|~";
        const bool is_escape = plain[i] == '\\' && i + 1 < plain.size() &&
                               escapable.find(plain[i + 1]) != escapable.npos;
        result += plain[is_escape ? ++i : i];
    }
    return result;
}

// The cells of "| a | b \| c |", trimmed, with <br> as a line end.
std::vector<std::string> pipe_cells(std::string_view line) {
    line = text::trim(line);
    if (line.starts_with('|')) {
        line.remove_prefix(1);
    }
    std::vector<std::string_view> raw;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\') {
            ++i;
        } else if (line[i] == '|') {
            raw.push_back(line.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    if (begin < line.size()) {
        raw.push_back(line.substr(begin));
    }
    std::vector<std::string> cells;
    for (const auto cell : raw) {
        auto text = without_marks(text::trim(cell));
        for (const std::string_view tag : {"<br>", "<br/>", "<br />"}) {
            text = text::replace_all(std::move(text), tag, "\n");
        }
        cells.push_back(std::move(text));
    }
    return cells;
}

int heading_level_of(std::string_view line) {
    const auto marks = line.find_first_not_of('#');
    const bool is_heading = marks != line.npos && marks >= 1 && marks <= 6 && line[marks] == ' ';
    return is_heading ? static_cast<int>(marks) : 0;
}

std::string heading_text(std::string_view line) {
    line.remove_prefix(line.find_first_not_of('#'));
    line = text::trim(line);
    const auto last = line.find_last_not_of('#');
    if (last != line.npos && last + 1 < line.size() && line[last] == ' ') {
        line = line.substr(0, last);
    }
    return without_marks(line);
}

class MarkdownReader {
public:
    MarkdownReader(std::string_view utf8, const ExtractLimits& limits)
        : limits_(limits), lines_(lines_of(utf8)) {}

    Result<Document> read() && {
        document_.kind = FileKind::markdown;
        while (at_ < lines_.size()) {
            if (document_.blocks.size() >= limits_.blocks_max) {
                return error(too_many_parts, too_many_lines);
            }
            const auto line = lines_[at_];
            const bool is_table = at_ + 1 < lines_.size() && line.find('|') != line.npos &&
                                  is_pipe_table_rule(lines_[at_ + 1]);
            if (is_table) {
                GK_CHECK(read_pipe_table());
            } else if (text::lower_ascii(text::trim(line).substr(0, 6)) == "<table") {
                GK_CHECK(read_html_table());
            } else {
                read_line(line);
            }
        }
        return std::move(document_);
    }

private:
    void read_line(std::string_view line) {
        const int level = heading_level_of(line);
        auto text = level > 0 ? heading_text(line) : without_marks(line);
        if (level == 1 && document_.title.empty()) {
            document_.title = text;
        }
        document_.blocks.emplace_back(Paragraph{std::move(text), level, 0});
        ++at_;
    }

    Result<void> read_pipe_table() {
        GridBuilder grid(limits_);
        for (auto row = at_; at_ < lines_.size() && lines_[at_].find('|') != std::string_view::npos;
             ++at_) {
            if (at_ == row + 1) {
                continue;  // The rule.
            }
            grid.begin_row();
            for (auto& cell : pipe_cells(lines_[at_])) {
                grid.add_cell(std::move(cell), 1, 1);
            }
        }
        if (grid.is_too_large()) {
            return error(too_many_parts, too_many_cells);
        }
        document_.blocks.emplace_back(std::move(grid).finish(0));
        return {};
    }

    // Up to the line of the last </table>, or the end of the file.
    Result<void> read_html_table() {
        std::string html;
        int open = 0;
        do {
            const auto line = text::lower_ascii(lines_[at_]);
            for (auto i = line.find("<table"); i != line.npos; i = line.find("<table", i + 6)) {
                ++open;
            }
            for (auto i = line.find("</table"); i != line.npos; i = line.find("</table", i + 7)) {
                --open;
            }
            html.append(lines_[at_]).append("\n");
            ++at_;
        } while (open > 0 && at_ < lines_.size());
        GK_TRY(auto inner, extract_html(html, limits_));
        std::ranges::move(inner.blocks, std::back_inserter(document_.blocks));
        return {};
    }

    const ExtractLimits& limits_;
    std::vector<std::string_view> lines_;
    std::size_t at_ = 0;
    Document document_;
};

}  // namespace

std::vector<std::string_view> lines_of(std::string_view utf8) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        std::size_t end_size = 0;
        if (utf8[i] == '\n') {
            end_size = 1;
        } else if (utf8[i] == '\r') {
            end_size = utf8.substr(i, 2) == "\r\n" ? 2 : 1;
        } else if (utf8[i] == '\xE2' &&
                   (utf8.substr(i, 3) == "\u2028" || utf8.substr(i, 3) == "\u2029")) {
            end_size = 3;
        }
        if (end_size == 0) {
            ++i;
            continue;
        }
        lines.push_back(utf8.substr(begin, i - begin));
        i += end_size;
        begin = i;
    }
    if (begin < utf8.size()) {
        lines.push_back(utf8.substr(begin));
    }
    return lines;
}

bool is_pipe_table_rule(std::string_view line) {
    line = text::trim(line);
    return line.find("--") != line.npos && line.find('|') != line.npos &&
           line.find_first_not_of("|-: \t") == line.npos;
}

Result<Document> extract_plain_text(std::string_view utf8, const ExtractLimits& limits) {
    const auto lines = lines_of(utf8);
    if (lines.size() > limits.blocks_max) {
        return error(too_many_parts, too_many_lines);
    }
    Document document;
    document.blocks = blocks_of_lines(lines);
    return document;
}

Result<Document> extract_markdown(std::string_view utf8, const ExtractLimits& limits) {
    return MarkdownReader(utf8, limits).read();
}

}  // namespace gk::document
