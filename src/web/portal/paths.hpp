// The stable addresses of the portal.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace gk::web::portal {

// `variable` is how templates name the address: {{LINK_HOME}}.
struct FixedPath {
    std::string_view path;
    std::string_view variable;
};

namespace paths {
inline constexpr FixedPath home{"/", "LINK_HOME"};
inline constexpr FixedPath guide{"/disclosure-guide", "LINK_DISCLOSURE_GUIDE"};
inline constexpr FixedPath rules{"/disclosure-rules", "LINK_DISCLOSURE_RULES"};
inline constexpr FixedPath statutory{"/statutory-disclosures", "LINK_STATUTORY_DISCLOSURES"};
inline constexpr FixedPath reports{"/annual-reports", "LINK_ANNUAL_REPORTS"};
inline constexpr FixedPath compare{"/annual-reports/compare", "LINK_COMPARE"};
inline constexpr FixedPath report_check{"/report-check", "LINK_REPORT_CHECK"};
inline constexpr FixedPath applications{"/applications", "LINK_APPLICATIONS"};
inline constexpr FixedPath search{"/search", "LINK_SEARCH"};
inline constexpr FixedPath site_map{"/site-map", "LINK_SITE_MAP"};
inline constexpr FixedPath accessibility{"/accessibility", "LINK_ACCESSIBILITY"};
inline constexpr FixedPath help{"/help", "LINK_HELP"};
}  // namespace paths

inline constexpr std::array fixed_paths = {
    paths::home,    paths::guide,    paths::rules,         paths::statutory,
    paths::reports, paths::compare,  paths::report_check,  paths::applications,
    paths::search,  paths::site_map, paths::accessibility, paths::help,
};

// The four columns of the platform norm (国办公开办函〔2019〕61号), in its order and wording.
struct Column {
    FixedPath path;
    std::string_view name;
    std::string_view what;  // One sentence for the home page.
};

inline constexpr std::array columns = {
    Column{paths::guide, "政府信息公开指南", "公开什么、怎样获取、向谁联系。"},
    Column{paths::rules, "政府信息公开制度", "条例和配套制度，哪些现行有效。"},
    Column{paths::statutory, "法定主动公开内容", "依条例第二十条、第二十一条分类。"},
    Column{paths::reports, "政府信息公开年报", "历年年度报告及数据下载。"},
};

}  // namespace gk::web::portal
