#include "report/named_agency.hpp"

#include <algorithm>
#include <array>

#include "report/headings.hpp"
#include "report/report_year.hpp"

namespace gk::report {

namespace {

// What a page calls the one who published it. The surest come first.
constexpr std::array<std::string_view, 14> publisher_names = {
    "编制单位", "编制机关", "报告单位", "发布机构", "发文机关", "发布单位", "公开机构",
    "发布部门", "公开单位", "责任单位", "信息来源", "文章来源", "来源",     "单位名称"};

std::optional<std::string> publisher(const TextRows& rows, std::uint32_t end,
                                     std::string_view name) {
    for (std::uint32_t i = 0; i < end; ++i) {
        const auto pieces = rows.pieces(rows.rows()[i]);
        for (std::size_t j = 0; j < pieces.size(); ++j) {
            const auto text = squeezed(pieces[j].text);
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
    return std::nullopt;
}

// 本报告由青石县柳林镇人民政府根据《条例》编制.
std::optional<std::string> maker(const TextRows& rows, std::uint32_t end) {
    for (std::uint32_t i = 0; i < end; ++i) {
        const auto text = squeezed(line_of(rows, rows.rows()[i]));
        for (const std::string_view by : {"由", "是"}) {
            const auto from = text.find("报告" + std::string(by));
            if (from == text.npos) {
                continue;
            }
            const auto begin = from + std::string_view("报告").size() + by.size();
            for (const std::string_view under : {"根据", "按照", "依据", "依照", "编制"}) {
                const auto to = text.find(under, begin);
                if (to != text.npos && is_organization(text.substr(begin, to - begin))) {
                    return text.substr(begin, to - begin);
                }
            }
        }
    }
    return std::nullopt;
}

// The line above the date at the end.
std::optional<std::string> signatory(const TextRows& rows, std::uint32_t from) {
    const auto all = rows.rows();
    std::string above;
    for (auto i = from; i < all.size(); ++i) {
        const auto text = squeezed(line_of(rows, all[i]));
        if (is_date_line(text) && is_organization(above)) {
            return above;
        }
        if (!text.empty()) {
            above = text;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_organization(std::string_view name) {
    constexpr std::array<std::string_view, 26> endings = {
        "政府", "局",   "委员会", "办公室", "办事处", "镇",     "乡", "县",  "市",
        "区",   "街道", "厅",     "院",     "中心",   "管委会", "站", "所",  "公司",
        "学校", "医院", "部",     "委",     "室",     "处",     "办", "大学"};
    constexpr std::size_t bytes_min = 6;
    constexpr std::size_t bytes_max = 90;
    const bool is_plain = name.find_first_of("0123456789:,.;|()") == name.npos &&
                          name.find("，") == name.npos && name.find("、") == name.npos;
    // 本站, 本单位: no names.
    return is_plain && !name.starts_with("本") && name.size() >= bytes_min &&
           name.size() <= bytes_max &&
           std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

std::optional<std::string> named_agency(const TextRows& rows, std::uint32_t first_section,
                                        std::uint32_t last_section) {
    if (auto agency = maker(rows, first_section)) {
        return agency;
    }
    for (const auto name : publisher_names) {
        if (auto agency = publisher(rows, first_section, name)) {
            return agency;
        }
    }
    return signatory(rows, last_section);
}

}  // namespace gk::report
