#include "web/portal/home.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "law/report_format.hpp"

namespace gk::web::portal {

namespace {

constexpr std::size_t news_max = 7;
constexpr std::size_t years_max = 6;

void add_columns(page::Values& body, const Viewing& viewing, const HomeView& view) {
    for (const auto& column : columns) {
        auto entry = body.add("COLUMN");
        entry.set("NAME", column.name).set("WHAT", column.what);
        entry.set("URL", viewing.link(column.path.path));
        if (column.path.path == paths::reports.path && !view.reports.empty()) {
            const auto newest = std::to_string(view.reports.front().year);
            const auto oldest = std::to_string(view.reports.back().year);
            entry.set_any("WHEN", newest == oldest ? fmt::format("{}年", newest)
                                                   : fmt::format("{}—{}年", oldest, newest));
        }
        if (column.path.path == paths::statutory.path) {
            long count = 0;
            for (const auto& item : view.classes) {
                count += item.count;
            }
            entry.set_any("WHEN", "共" + std::to_string(count) + "件");
        }
    }
}

void add_news(page::Values& body, const Viewing& viewing, const HomeView& view) {
    body.show(view.reports.empty() ? "NO_NEWS" : "HAS_NEWS");
    auto latest = view.reports;
    std::ranges::stable_sort(latest, std::greater<>(), &ReportLine::published_on);
    latest.resize(std::min(latest.size(), news_max));
    for (const auto& line : latest) {
        auto news = body.add("NEWS");
        news.set("TITLE", line.title).set("DATE", line.published_on.iso());
        news.set("URL", viewing.link(line.path(viewing.site)));
        news.set("AGENCY_NAME", line.agency_name);
    }
    if (!view.reports.empty()) {
        body.show("HAS_YEARS");
    }
    for (const auto& line : view.reports) {
        if (static_cast<std::size_t>(&line - view.reports.data()) == years_max) {
            break;
        }
        auto year = body.add("YEAR_LINE");
        year.set("YEAR", line.year).set("DATE", line.published_on.iso());
        year.set("URL", viewing.link(line.path(viewing.site)));
    }
}

// A figure of the report, or 未填 where the report leaves it out.
void add_figure(page::Values& figures, std::string_view name, const report::Figure* figure) {
    auto item = figures.add("FIGURE");
    item.set("NAME", name);
    if (figure != nullptr && figure->value) {
        item.set("TEXT", figure->value->text()).set_any("UNIT", "件");
    } else {
        item.set("TEXT", "未填");
    }
}

const report::Figure* total(const report::AnnualReport& report, law::ApplicationRow row) {
    const auto found = report.applications.find(row);
    return found == report.applications.end() ? nullptr : &found->second.back();
}

const report::Figure* total(const report::AnnualReport& report, law::RemedyGroup group) {
    const auto found = report.remedies.find(group);
    return found == report.remedies.end() ? nullptr : &found->second.back();
}

void add_figures(page::Values& body, const Viewing& viewing, const HomeView& view) {
    if (!view.latest || view.reports.empty() || view.latest->applications.empty()) {
        return;
    }
    const auto& report = *view.latest;
    auto figures = body.add("FIGURES");
    figures.set("YEAR", view.reports.front().year);
    figures.set("URL", viewing.link(view.reports.front().path(viewing.site)));
    add_figure(figures, "收到公开申请", total(report, law::ApplicationRow::newly_received));
    add_figure(figures, "办结公开申请", total(report, law::ApplicationRow::outcomes_total));
    add_figure(figures, "结转下年度继续办理", total(report, law::ApplicationRow::carried_out));
    add_figure(figures, "行政复议", total(report, law::RemedyGroup::reconsideration));
}

}  // namespace

std::string home_page(const Viewing& viewing, const HomeView& view) {
    Frame frame(viewing, {}, "home.html");
    add_phrases(frame.banner(), "AGENCY_PHRASE", viewing.site.agency_name);
    if (!view.reports.empty()) {
        const auto& newest = view.reports.front();
        auto link = frame.banner().add("LATEST_REPORT");
        link.set("YEAR", newest.year).set("URL", viewing.link(newest.path(viewing.site)));
    }
    auto& body = frame.body();
    add_columns(body, viewing, view);
    add_news(body, viewing, view);
    for (const auto& item : view.classes) {
        auto line = body.add("CLASS");
        line.set("ANCHOR", item.anchor).set("NAME", item.name).set("COUNT", item.count);
    }
    add_figures(body, viewing, view);
    return frame.render();
}

}  // namespace gk::web::portal
