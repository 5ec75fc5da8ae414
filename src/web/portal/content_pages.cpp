#include "web/portal/content_pages.hpp"

#include <algorithm>

#include "law/instrument.hpp"
#include "web/portal/problem_view.hpp"

namespace gk::web::portal {

namespace {

constexpr std::string_view office_file = "office.html";

std::string plain_page(const Viewing& viewing, std::string title, std::string_view file) {
    return Frame(viewing, {.title = std::move(title)}, file).render();
}

void add_rule(page::Values& body, const law::Instrument& instrument, bool is_in_force) {
    auto rule = body.add("RULE");
    rule.set("NAME", instrument.title).set("NUMBER", instrument.document_number);
    rule.set("EFFECTIVE", Date(std::chrono::sys_days(instrument.effective_on)).iso());
    rule.show(is_in_force ? "IN_FORCE" : "CEASED");
}

}  // namespace

std::string guide_page(const Viewing& viewing, std::size_t class_count) {
    Frame frame(viewing, {.title = "政府信息公开指南", .column = paths::guide}, "guide.html");
    frame.body().include("OFFICE_FACTS", office_file);
    frame.body().set("CLASS_COUNT", static_cast<long>(class_count));
    if (!viewing.site.duties.empty()) {
        frame.body().add("DUTIES").set("TEXT", viewing.site.duties);
    }
    return frame.render();
}

std::string rules_page(const Viewing& viewing, Date today) {
    Frame frame(viewing, {.title = "政府信息公开制度", .column = paths::rules}, "rules.html");
    const auto instruments = law::instruments();
    frame.body().set("COUNT", static_cast<long>(instruments.size()));
    for (const bool is_in_force : {true, false}) {
        for (const auto& instrument : instruments) {
            if (law::is_in_force(instrument, today) == is_in_force) {
                add_rule(frame.body(), instrument, is_in_force);
            }
        }
    }
    return frame.render();
}

std::string statutory_page(const Viewing& viewing, const std::vector<DisclosureClass>& classes) {
    Frame frame(viewing, {.title = "法定主动公开内容", .column = paths::statutory},
                "statutory.html");
    if (std::ranges::all_of(classes, [](const auto& item) { return item.count == 0; })) {
        frame.body().show("NOTHING_YET");
    }
    for (auto begin = classes.begin(); begin != classes.end();) {
        const auto end = std::find_if(begin, classes.end(), [&](const DisclosureClass& item) {
            return item.article != begin->article;
        });
        auto group = frame.body().add("ARTICLE_GROUP");
        group.set("NUMBER", begin->article).set("NAME", begin->article_name);
        group.set("COUNT", static_cast<long>(end - begin));
        for (; begin != end; ++begin) {
            auto line = group.add("CLASS");
            line.set("ANCHOR", begin->anchor).set("BASIS", begin->basis).set("NAME", begin->name);
            line.set_any("CONTENT", begin->content == begin->name ? "" : begin->content);
            line.set("COUNT", begin->count);
        }
    }
    return frame.render();
}

std::string applications_page(const Viewing& viewing) {
    Frame frame(viewing, {.title = "依申请公开", .column = paths::applications},
                "applications.html");
    frame.shell().show("FORM_STYLE");
    frame.body().include("OFFICE_FACTS", office_file);
    if (viewing.site.takes_applications) {
        // The section that is shown everywhere knows nothing of this page.
        frame.body().add("TAKES_APPLICATIONS").set("ANCHOR", answer_anchor);
    }
    return frame.render();
}

std::string site_map_page(const Viewing& viewing, const std::vector<ReportLine>& reports) {
    Frame frame(viewing, {.title = "网站地图"}, "site_map.html");
    for (const auto& column : columns) {
        auto item = frame.body().add("COLUMN");
        item.set("NAME", column.name).set("URL", viewing.link(column.path.path));
    }
    if (!reports.empty()) {
        auto group = frame.body().add("REPORTS");
        for (const auto& report : reports) {
            auto line = group.add("LINE");
            line.set("TITLE", report.title).set("DATE", report.published_on.iso());
            line.set("URL", viewing.link(report.path(viewing.site)));
        }
    }
    return frame.render();
}

std::string accessibility_page(const Viewing& viewing) {
    return plain_page(viewing, "无障碍说明", "accessibility.html");
}

std::string help_page(const Viewing& viewing) {
    return plain_page(viewing, "使用帮助", "help.html");
}

}  // namespace gk::web::portal
