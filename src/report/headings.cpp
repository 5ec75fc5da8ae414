#include "report/headings.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "report/folded_text.hpp"

namespace gk::report {

namespace {

using law::Section;

constexpr std::size_t heading_bytes_max = 120;

// Words of which a heading with the right number has one.
struct Keywords {
    Section section;
    std::array<std::u16string_view, 4> words;
};

constexpr std::array<Keywords, law::section_count> keywords = {{
    {Section::overview, {u"总体情况", u"概述", u"基本情况", u"总体"}},
    {Section::proactive_disclosure, {u"主动公开", u"主动公开", u"主动公开", u"主动公开"}},
    {Section::applications, {u"收到和处理", u"依申请公开", u"申请情况", u"申请办理"}},
    {Section::remedies, {u"复议", u"诉讼", u"复议", u"诉讼"}},
    {Section::problems_and_improvements, {u"问题", u"改进", u"不足", u"整改"}},
    {Section::other_matters, {u"其他", u"需要报告", u"需要说明", u"附件"}},
}};

struct KnownTitle {
    Section section;
    std::u16string body;
};

const std::vector<KnownTitle>& titles() {
    static const auto known = [] {
        std::vector<KnownTitle> result;
        for (const auto format : {law::ReportFormat::trial_2019, law::ReportFormat::form_2021}) {
            for (const auto section : law::sections()) {
                const auto folded = FoldedText::of(law::title(section, format));
                result.push_back({section, std::u16string(folded.body())});
            }
        }
        result.push_back({Section::remedies, u"因政府信息公开工作被申请行政复议提起行政诉讼情况"});
        result.push_back({Section::problems_and_improvements, u"存在问题及改进情况"});
        result.push_back({Section::problems_and_improvements, u"存在的主要问题及改进措施"});
        return result;
    }();
    return known;
}

std::optional<Section> section_of(const FoldedText& text) {
    const auto body = text.body();
    if (body.empty() || text.has_digit()) {
        return std::nullopt;
    }
    for (const auto& title : titles()) {
        if (body == title.body) {
            return title.section;
        }
    }
    const auto number = text.number();
    const bool is_chapter = number.kind == NumberKind::chapter && number.value >= 1 &&
                            number.value <= static_cast<int>(law::section_count);
    if (!is_chapter) {
        return std::nullopt;
    }
    const auto& known = keywords[static_cast<std::size_t>(number.value) - 1];
    for (const auto word : known.words) {
        // 三、本年度办理结果 and 四、结转下年度 are rows of table 三.
        if (body.find(word) != body.npos && !body.starts_with(u"本年")) {
            return known.section;
        }
    }
    return std::nullopt;
}

// The text behind 一、 as printed.
std::string_view without_number(std::string_view line) {
    for (const std::string_view end : {"、", ".", "．", "）", ")"}) {
        const auto at = line.find(end);
        if (at <= 9) {
            return text::trim(line.substr(at + end.size()));
        }
    }
    return line;
}

// A title that runs on into the text: "一、总体情况。2023年，我镇…".
std::optional<Heading> heading_in_prose(std::string_view line) {
    for (const auto format : {law::ReportFormat::form_2021, law::ReportFormat::trial_2019}) {
        for (const auto section : law::sections()) {
            const auto title = law::title(section, format);
            const auto at = line.find(title);
            if (at == line.npos || at == 0 || at > 9) {
                continue;
            }
            const auto number = FoldedText::of(line.substr(0, at + title.size())).number();
            if (number.kind == NumberKind::chapter) {
                auto rest = line.substr(at + title.size());
                for (const std::string_view mark : {"。", "：", ":", "，", "."}) {
                    if (rest.starts_with(mark)) {
                        rest.remove_prefix(mark.size());
                    }
                }
                return Heading{0, section, title, text::trim(rest)};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view line_of(const TextRows& rows, const Row& row) {
    const auto pieces = rows.pieces(row);
    if (pieces.empty()) {
        return {};
    }
    if (row.kind != RowKind::cells) {
        const char* begin = pieces.front().text.data();
        const char* end = pieces.back().text.data() + pieces.back().text.size();
        return {begin, static_cast<std::size_t>(end - begin)};
    }
    std::string_view only;
    for (const auto& piece : pieces) {
        if (!piece.text.empty() && !only.empty()) {
            return {};
        }
        only = piece.text.empty() ? only : piece.text;
    }
    return only;
}

std::vector<Heading> find_headings(const TextRows& rows) {
    std::vector<Heading> headings;
    const auto all = rows.rows();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        const auto line = line_of(rows, all[i]);
        if (line.empty()) {
            continue;
        }
        if (all[i].kind == RowKind::prose) {
            if (auto heading = heading_in_prose(line)) {
                heading->row = i;
                headings.push_back(*heading);
            }
        } else if (line.size() <= heading_bytes_max) {
            if (const auto section = section_of(FoldedText::of(line))) {
                headings.push_back({i, *section, without_number(line), {}});
            }
        }
    }
    return headings;
}

}  // namespace gk::report
