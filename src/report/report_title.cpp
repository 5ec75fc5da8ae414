#include "report/report_title.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/headings.hpp"
#include "report/named_agency.hpp"
#include "report/report_year.hpp"

namespace gk::report {

namespace {

constexpr std::size_t title_bytes_max = 240;
constexpr std::uint32_t title_lines_max = 3;
constexpr std::string_view subject = "信息公开";
constexpr std::string_view other_subject = "政务公开";

// What stands behind the last of these marks: a page's name before the title proper.
std::string_view behind_marks(std::string_view text) {
    for (const std::string_view mark : {":", "|", "_", ">", "·", "—", "-", "】", "]"}) {
        if (const auto at = text.rfind(mark); at != text.npos) {
            text.remove_prefix(at + mark.size());
        }
    }
    return text;
}

std::optional<std::string> agency_of(std::string_view before) {
    auto name = std::string(behind_marks(before));
    if (const auto year = find_year(name)) {
        name.erase(year->at, year->size);
    }
    // The second: what a page calls its title, in a line with it.
    for (const std::string_view beginning : {"关于", "名称"}) {
        name.erase(0, name.starts_with(beginning) ? beginning.size() : 0);
    }
    for (const std::string_view ending : {"的", "()", "(", ")", "关于"}) {
        if (name.ends_with(ending)) {
            name.erase(name.size() - ending.size());
        }
    }
    constexpr std::size_t bytes_min = 6;
    constexpr std::size_t bytes_max = 120;
    return name.size() >= bytes_min && name.size() <= bytes_max ? std::optional(name)
                                                                : std::nullopt;
}

class TitleFinder {
public:
    TitleFinder(const TextRows& rows, std::uint32_t end, const std::optional<ReportTitle>& of_file)
        : of_file_(of_file) {
        for (std::uint32_t i = 0; i < end; ++i) {
            const auto& row = rows.rows()[i];
            const auto line = line_of(rows, row);
            if (!line.empty() && !is_comment(line)) {
                lines_.push_back({line, i, row.kind == RowKind::prose});
            }
        }
    }

    // "# source: …", "# cut: yes": notes on where a text file comes from.
    static bool is_comment(std::string_view line) {
        return line.starts_with("# source:") || line.starts_with("# cut:");
    }

    // A title in one to three lines. Of several the one that agrees with the period of the report
    // and the title of the file, and then the last, which stands nearest the text: the others are
    // links to other reports.
    [[nodiscard]] std::optional<ReportTitle> title_in_lines() const {
        std::optional<ReportTitle> best;
        int best_rank = -1;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            std::string joined;
            for (std::size_t j = i; j < std::min<std::size_t>(lines_.size(), i + title_lines_max);
                 ++j) {
                if (lines_[j].is_prose || lines_[j].text.size() > title_bytes_max ||
                    (j > i && is_note(lines_[j - 1].text))) {
                    break;
                }
                joined += lines_[j].text;
                auto title = parse_title(joined);
                if (!title || (j > i && title->agency && has_digit(*title->agency))) {
                    continue;  // The second: the number of visits in the line above.
                }
                title->end_row = lines_[j].row + 1;
                take_lines_around(*title, i, j);
                // A title in several lines begins in the first of them that belongs to it.
                const int rank = 2 * rank_of(*title) + (j == i ? 1 : 0);
                if (rank > best_rank || (rank == best_rank && j == i)) {
                    best = title;
                    best_rank = rank;
                }
                break;
            }
        }
        return best;
    }

    [[nodiscard]] std::optional<int> year() const {
        if (const auto year = period_year()) {
            return year;
        }
        for (const auto& line : lines_) {
            const auto text = squeezed(line.text);
            if (const auto year = find_year(text);
                year && !line.is_prose && text.find(subject) != text.npos) {
                return year->year;
            }
        }
        return std::nullopt;
    }

private:
    // 来源：…, 浏览次数：38: no part of a title that goes on below.
    static bool is_note(std::string_view line) {
        return line.find("：") != line.npos || line.find(':') != line.npos;
    }

    static bool has_digit(std::string_view text) {
        return text.find_first_of("0123456789") != text.npos;
    }

    // The name in the line above the title, the year in the line below it: （2023年度）.
    void take_lines_around(ReportTitle& title, std::size_t first, std::size_t last) const {
        if (!title.agency && first > 0 && first == last && !lines_[first - 1].is_prose) {
            const auto before = squeezed(lines_[first - 1].text);
            if (is_organization(before)) {
                title.agency = before;
                title.title = std::string(lines_[first - 1].text) + title.title;
            }
        }
        constexpr std::size_t year_bytes_max = 30;
        if (!title.year && last + 1 < lines_.size()) {
            const auto below = squeezed(lines_[last + 1].text);
            const auto year = find_year(below);
            if (year && below.size() <= year_bytes_max && !is_date_line(below) &&
                below.find("月") == below.npos && below.find('-') == below.npos) {
                title.year = year->year;
                title.end_row = lines_[last + 1].row + 1;
            }
        }
    }

    [[nodiscard]] int rank_of(const ReportTitle& title) const {
        const auto period = period_year();
        const bool is_of_period = period && title.year == period;
        const bool is_of_file = of_file_ && of_file_->agency && title.agency == of_file_->agency;
        const int named = !title.agency ? 0 : is_organization(*title.agency) ? 5 : 2;
        return named + (is_of_file ? 2 : 0) + (is_of_period ? 1 : 0);
    }

    [[nodiscard]] std::optional<int> period_year() const {
        for (const auto& line : lines_) {
            if (const auto year = year_of_period(line.text)) {
                return year;
            }
        }
        return std::nullopt;
    }

    struct Line {
        std::string_view text;
        std::uint32_t row;
        bool is_prose;
    };

    const std::optional<ReportTitle>& of_file_;
    std::vector<Line> lines_;
};

// <title> names the site and the column besides: the part that is a title with an agency.
std::optional<ReportTitle> title_of_file(std::string_view printed) {
    constexpr std::string_view marks = "_-|>";
    for (const bool parts_at_spaces : {false, true}) {
        std::string_view rest = printed;
        while (!rest.empty()) {
            const auto end =
                std::min(rest.find_first_of(parts_at_spaces ? "_-|> " : marks), rest.size());
            const auto title = parse_title(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            const bool is_whole = title && title->agency && title->year &&
                                  title->agency->find(subject) == std::string::npos;
            if (is_whole) {
                return title;
            }
        }
    }
    return parse_title(printed);
}

}  // namespace

std::optional<ReportTitle> parse_title(std::string_view printed) {
    const auto text = squeezed(printed);
    if (text.size() > title_bytes_max) {
        return std::nullopt;
    }
    auto core = text.rfind(subject);
    const bool is_by_other_name = core == text.npos;
    core = is_by_other_name ? text.rfind(other_subject) : core;
    if (core == text.npos) {
        return std::nullopt;
    }
    const auto behind = std::string_view(text).substr(core + subject.size());
    constexpr std::array<std::string_view, 5> kinds = {"年度报告", "年报", "工作报告", "情况报告",
                                                       "工作情况的报告"};
    const bool is_report =
        std::ranges::any_of(kinds, [&](auto kind) { return behind.find(kind) != behind.npos; });
    constexpr std::array<std::string_view, 6> others = {"指南", "目录", "申请表",
                                                        "栏目", "编制", "通知"};
    const bool is_other =
        std::ranges::any_of(others, [&](auto word) { return behind.find(word) != behind.npos; });
    if (!is_report || is_other) {
        return std::nullopt;
    }
    for (const std::string_view word : {"政府", "政务"}) {
        const auto before = std::string_view(text).substr(0, core);
        if (before.ends_with(word) && !before.ends_with("人民政府")) {
            core -= word.size();
            break;
        }
    }
    ReportTitle title;
    title.title = text::trim(printed);
    title.agency = agency_of(std::string_view(text).substr(0, core));
    if (const auto year = find_year(text)) {
        title.year = year->year;
    }
    const bool is_named = title.agency && title.year;
    return is_named || !is_by_other_name ? std::optional(title) : std::nullopt;
}

ReportTitle find_title(const TextRows& rows, std::string_view document_title,
                       std::uint32_t first_section, std::uint32_t last_section) {
    const auto of_file = title_of_file(document_title);
    const TitleFinder finder(rows, first_section, of_file);
    auto title = finder.title_in_lines().value_or(ReportTitle{});
    if (title.title.empty() && of_file) {
        title.title = of_file->title;
    }
    if (!title.agency) {
        title.agency = of_file && of_file->agency ? of_file->agency
                                                  : named_agency(rows, first_section, last_section);
    }
    if (!title.year) {
        title.year = of_file && of_file->year ? of_file->year : finder.year();
    }
    return title;
}

}  // namespace gk::report
