#include "web/portal/search_page.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace gk::web::portal {

namespace {

struct KnownPage {
    FixedPath path;
    std::string_view name;
    std::string_view words;  // Beside its name.
};

constexpr std::array known_pages = {
    KnownPage{paths::guide, "政府信息公开指南",
              "工作机构 联系方式 电话 传真 地址 办公时间 获取方式 监督 救济 分类 编排"},
    KnownPage{paths::rules, "政府信息公开制度", "条例 法规 规定 办法 国务院令 有效性"},
    KnownPage{paths::statutory, "法定主动公开内容", "目录 分类 主动公开 第二十条 第二十一条"},
    KnownPage{paths::reports, "政府信息公开年报", "年度报告 历年"},
    KnownPage{paths::compare, "对比两份年报", "年度报告 比较 变化 雷同"},
    KnownPage{paths::report_check, "核对一份年报", "年度报告 检查 勾稽关系 上传"},
    KnownPage{paths::applications, "依申请公开",
              "申请 邮寄 答复 期限 补正 收费 网上申请 投诉 复议 诉讼"},
    KnownPage{paths::site_map, "网站地图", "导航 栏目"},
    KnownPage{paths::accessibility, "无障碍说明", "大字版 键盘 读屏 老年人 残疾人"},
    KnownPage{paths::help, "使用帮助", "下载 打印 检索 核对"},
};

std::string folded(std::string_view text) {
    return text::lower_ascii(text::to_half_width(text));
}

bool is_hit(const Searchable& hit, const std::vector<std::string_view>& words) {
    return std::ranges::all_of(
        words, [&](std::string_view word) { return hit.words.find(word) != std::string::npos; });
}

}  // namespace

std::vector<Searchable> searchable(const SiteIdentity& site,
                                   const std::vector<ReportLine>& reports) {
    std::vector<Searchable> all;
    for (const auto& page : known_pages) {
        const std::string name(page.name);
        all.push_back({.name = name,
                       .path = std::string(page.path.path),
                       .kind = "栏目和页面",
                       .date = {},
                       .words = folded(name + " " + std::string(page.words))});
    }
    for (const auto& report : reports) {
        all.push_back({.name = report.title,
                       .path = report.path(site),
                       .kind = "政府信息公开年报",
                       .date = report.published_on.iso(),
                       .words = folded(report.title + " " + report.agency_name + " " +
                                       std::to_string(report.year) + "年 年报 年度报告")});
    }
    return all;
}

std::string search_page(const Viewing& viewing, const std::vector<ReportLine>& reports) {
    Frame frame(viewing, {.title = "检索"}, "search.html");
    const auto query = folded(viewing.query);
    auto words = text::split(query, ' ');
    std::erase(words, std::string_view());
    if (words.empty()) {
        frame.body().show("NO_QUERY");
        return frame.render();
    }
    auto hits = searchable(viewing.site, reports);
    std::erase_if(hits, [&](const Searchable& hit) { return !is_hit(hit, words); });
    if (hits.empty()) {
        frame.body().add("NOTHING");
        return frame.render();
    }
    auto results = frame.body().add("RESULTS");
    results.set("COUNT", static_cast<long>(hits.size()));
    for (const auto& hit : hits) {
        auto line = results.add("RESULT");
        line.set("NAME", hit.name).set("URL", viewing.link(hit.path)).set("KIND", hit.kind);
        line.set_any("DATE", hit.date);
    }
    return frame.render();
}

}  // namespace gk::web::portal
