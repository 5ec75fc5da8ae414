#include "report/report_title.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/headings.hpp"

namespace gk::report {

namespace {

constexpr std::size_t title_bytes_max = 240;
constexpr std::uint32_t title_lines_max = 3;
constexpr std::string_view subject = "信息公开";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Half width, without spaces and book marks.
std::string squeezed(std::string_view utf8) {
    std::string result;
    while (!utf8.empty()) {
        auto c = text::take(utf8);
        if (text::is_space(c) || c == U'《' || c == U'》' || c == U'“' || c == U'”') {
            continue;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            c -= 0xFEE0;
        }
        text::append(result, c);
    }
    return result;
}

struct FoundYear {
    int year = 0;
    std::size_t at = 0;
    std::size_t size = 0;  // With 年 and 度.
};

constexpr std::array<std::string_view, 11> han_digits = {"〇", "一", "二", "三", "四", "五",
                                                         "六", "七", "八", "九", "○"};

// The digit at this place, arabic or Han, and its bytes.
std::pair<int, std::size_t> digit_at(std::string_view text, std::size_t at) {
    if (at < text.size() && is_digit(text[at])) {
        return {text[at] - '0', 1};
    }
    for (std::size_t i = 0; i < han_digits.size(); ++i) {
        if (text.substr(at).starts_with(han_digits[i])) {
            return {static_cast<int>(i % 10), han_digits[i].size()};
        }
    }
    return {0, 0};
}

std::optional<FoundYear> year_at(std::string_view text, std::size_t at) {
    constexpr int digits = 4;
    int year = 0;
    auto end = at;
    for (int i = 0; i < digits; ++i) {
        const auto [digit, size] = digit_at(text, end);
        if (size == 0) {
            return std::nullopt;
        }
        year = year * 10 + digit;
        end += size;
    }
    constexpr int first = 2008;
    constexpr int last = 2099;
    if (year < first || year > last || digit_at(text, end).second > 0) {
        return std::nullopt;
    }
    for (const std::string_view word : {"年", "度"}) {
        if (text.substr(end).starts_with(word)) {
            end += word.size();
        }
    }
    return FoundYear{year, at, end - at};
}

std::optional<FoundYear> find_year(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_digit(text[at - 1])) {
            continue;
        }
        if (const auto year = year_at(text, at)) {
            return year;
        }
    }
    return std::nullopt;
}

// What stands behind the last of these marks: a page's name before the title proper.
std::string_view behind_marks(std::string_view text) {
    for (const std::string_view mark : {":", "|", "_", ">", "·", "—", "-", "】", "]"}) {
        if (const auto at = text.rfind(mark); at != text.npos) {
            text.remove_prefix(at + mark.size());
        }
    }
    return text;
}

bool is_organization(std::string_view name) {
    constexpr std::array<std::string_view, 26> endings = {
        "政府", "局",   "委员会", "办公室", "办事处", "镇",     "乡", "县",  "市",
        "区",   "街道", "厅",     "院",     "中心",   "管委会", "站", "所",  "公司",
        "学校", "医院", "部",     "委",     "室",     "处",     "办", "大学"};
    constexpr std::size_t bytes_min = 6;
    constexpr std::size_t bytes_max = 90;
    const bool is_plain = name.find_first_of("0123456789:,.;|()") == name.npos &&
                          name.find("，") == name.npos && name.find("、") == name.npos;
    return is_plain && name.size() >= bytes_min && name.size() <= bytes_max &&
           std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

std::optional<std::string> agency_of(std::string_view before) {
    auto name = std::string(behind_marks(before));
    if (const auto year = find_year(name)) {
        name.erase(year->at, year->size);
    }
    if (name.starts_with("关于")) {
        name.erase(0, std::string_view("关于").size());
    }
    for (const std::string_view ending : {"的", "()", "(", ")"}) {
        if (name.ends_with(ending)) {
            name.erase(name.size() - ending.size());
        }
    }
    constexpr std::size_t bytes_min = 6;
    constexpr std::size_t bytes_max = 120;
    return name.size() >= bytes_min && name.size() <= bytes_max ? std::optional(name)
                                                                : std::nullopt;
}

// The year of "统计期限为2025年1月1日至12月31日".
std::optional<int> year_of_period(std::string_view line) {
    const auto text = squeezed(line);
    const auto day = text.find("年1月1日");
    constexpr std::size_t digits = 4;
    if (day == text.npos || day < digits) {
        return std::nullopt;
    }
    const auto year = year_at(text, day - digits);
    return year ? std::optional(year->year) : std::nullopt;
}

class TitleFinder {
public:
    TitleFinder(const TextRows& rows, std::uint32_t end) : rows_(rows) {
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

    // The longest title in one to three lines; of several the last, which stands nearest the text.
    [[nodiscard]] std::optional<ReportTitle> title_in_lines() const {
        std::optional<ReportTitle> best;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            std::string joined;
            for (std::size_t j = i; j < std::min<std::size_t>(lines_.size(), i + title_lines_max);
                 ++j) {
                if (lines_[j].is_prose || lines_[j].text.size() > title_bytes_max) {
                    break;
                }
                joined += lines_[j].text;
                auto title = parse_title(joined);
                if (!title) {
                    continue;
                }
                title->end_row = lines_[j].row + 1;
                if (!title->agency && i > 0 && j == i && !lines_[i - 1].is_prose) {
                    const auto before = squeezed(lines_[i - 1].text);
                    if (is_organization(before)) {
                        title->agency = before;
                        title->title = std::string(lines_[i - 1].text) + title->title;
                    }
                }
                const bool is_better =
                    !best || (title->agency && !best->agency) ||
                    (title->agency.has_value() == best->agency.has_value() && j == i);
                best = is_better ? title : best;
                break;
            }
        }
        return best;
    }

    [[nodiscard]] std::optional<int> year() const {
        for (const auto& line : lines_) {
            if (const auto year = year_of_period(line.text)) {
                return year;
            }
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

    // 发布机构 | 沭阳县发展和改革局, in a table of metadata or in a line.
    [[nodiscard]] std::optional<std::string> publisher(std::uint32_t end) const {
        constexpr std::array<std::string_view, 6> names = {"发布机构", "发文机关", "发布单位",
                                                           "公开机构", "信息来源", "编制单位"};
        for (std::uint32_t i = 0; i < end; ++i) {
            const auto pieces = rows_.pieces(rows_.rows()[i]);
            for (std::size_t j = 0; j < pieces.size(); ++j) {
                const auto text = squeezed(pieces[j].text);
                for (const auto name : names) {
                    if (!text.starts_with(name)) {
                        continue;
                    }
                    auto value = text.substr(name.size());
                    if (value.starts_with(":")) {
                        value.erase(0, 1);
                    }
                    if (value.empty() && j + 1 < pieces.size()) {
                        value = squeezed(pieces[j + 1].text);
                    }
                    if (is_organization(value)) {
                        return value;
                    }
                }
            }
        }
        return std::nullopt;
    }

private:
    struct Line {
        std::string_view text;
        std::uint32_t row;
        bool is_prose;
    };

    const TextRows& rows_;
    std::vector<Line> lines_;
};

}  // namespace

std::optional<ReportTitle> parse_title(std::string_view printed) {
    const auto text = squeezed(printed);
    if (text.size() > title_bytes_max) {
        return std::nullopt;
    }
    auto core = text.rfind(subject);
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
    return title;
}

ReportTitle find_title(const TextRows& rows, std::string_view document_title,
                       std::uint32_t first_section) {
    const TitleFinder finder(rows, first_section);
    auto title = finder.title_in_lines().value_or(ReportTitle{});
    const auto of_file = parse_title(document_title);
    if (title.title.empty() && of_file) {
        title.title = of_file->title;
    }
    if (!title.agency) {
        title.agency =
            of_file && of_file->agency ? of_file->agency : finder.publisher(first_section);
    }
    if (!title.year) {
        title.year = of_file && of_file->year ? of_file->year : finder.year();
    }
    return title;
}

}  // namespace gk::report
