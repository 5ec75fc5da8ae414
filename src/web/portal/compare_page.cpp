#include "web/portal/compare_page.hpp"

#include <algorithm>
#include <cmath>

#include "report/report_document.hpp"
#include "web/portal/compare_text_view.hpp"
#include "web/portal/problem_view.hpp"
#include "web/portal/report_table_view.hpp"

namespace gk::web::portal {

namespace {

using report::CellComparison;
using report::RelationState;

// "2022年", or with the agency where the two are of different ones.
std::string short_name(const ReportLine& line, const ReportLine& other) {
    const auto year = std::to_string(line.year) + "年";
    return line.agency == other.agency ? year : line.agency_name + year;
}

void fill_choices(page::Values values, const Viewing& viewing, const CompareView& view,
                  const std::string& chosen) {
    std::vector<std::string> agencies;
    for (const auto& line : view.choices) {
        if (std::ranges::find(agencies, line.agency) == agencies.end()) {
            agencies.push_back(line.agency);
        }
    }
    std::ranges::stable_partition(
        agencies, [&](const std::string& agency) { return agency == viewing.site.agency; });
    for (const auto& agency : agencies) {
        auto group = values.add("AGENCY_GROUP");
        for (const auto& line : view.choices) {
            if (line.agency != agency) {
                continue;
            }
            group.set("NAME", line.agency_name);
            auto option = group.add("OPTION");
            const auto value = choice_of(line, viewing.site);
            option.set("VALUE", value).set("TEXT", std::to_string(line.year) + "年");
            if (value == chosen) {
                option.show("IS_CHOSEN");
            }
        }
    }
}

void fill_form(page::Values form, const Viewing& viewing, const CompareView& view) {
    form.set("ACTION", paths::compare.path).set("ANCHOR", answer_anchor);
    if (viewing.is_large) {
        form.show("IS_LARGE");
    }
    fill_choices(form.add("FIRST"), viewing, view, view.first);
    fill_choices(form.add("SECOND"), viewing, view, view.second);
    fill_field_problem(form, "FIRST_PROBLEM", "a", view.problems);
    fill_field_problem(form, "SECOND_PROBLEM", "b", view.problems);
}

std::string text_of(const report::Figure* figure) {
    return figure == nullptr ? "没有" : figure_text(*figure);
}

std::string text_of(const std::optional<Decimal>& change) {
    if (!change) {
        return "—";
    }
    return (*change > Decimal(0) ? "+" : "") + change->text();
}

void fill_cell(page::Values row, const CellComparison& cell) {
    row.set("LABEL", cell.label).set("FIRST", text_of(cell.first));
    row.set("SECOND", text_of(cell.second)).set("CHANGE", text_of(cell.change));
}

void fill_table(page::Values table, std::string_view anchor, std::string_view name,
                const std::vector<const CellComparison*>& cells) {
    const auto changes =
        std::ranges::count_if(cells, [](const CellComparison* cell) { return cell->differs(); });
    const auto same = static_cast<long>(cells.size()) - changes;
    table.set("ANCHOR", anchor).set("NAME", name);
    table.set("COUNT", static_cast<long>(cells.size())).set("CHANGES", changes);
    if (changes > 0) {
        auto changed = table.add("CHANGED");
        for (const auto* cell : cells) {
            if (cell->differs()) {
                fill_cell(changed.add("ROW"), *cell);
            }
        }
    } else {
        table.show("NO_CHANGE");
    }
    if (same > 0) {
        auto unchanged = table.add("UNCHANGED");
        unchanged.set("COUNT", same);
        for (const auto* cell : cells) {
            if (!cell->differs()) {
                fill_cell(unchanged.add("ROW"), *cell);
            }
        }
    }
}

void fill_tables(page::Values& body, const report::Comparison& comparison) {
    struct Table {
        std::string_view prefix;
        std::string_view anchor;
        std::string_view name;
    };

    constexpr Table tables[] = {{"proactive_disclosure.", "table-2", "表二 主动公开政府信息情况"},
                                {"applications.", "table-3", "表三 收到和处理申请情况"},
                                {"remedies.", "table-4", "表四 行政复议、行政诉讼情况"}};
    for (const auto& table : tables) {
        std::vector<const CellComparison*> cells;
        for (const auto& cell : comparison.cells) {
            if (cell.cell_name.starts_with(table.prefix)) {
                cells.push_back(&cell);
            }
        }
        if (!cells.empty()) {
            fill_table(body.add("TABLE"), table.anchor, table.name, cells);
        }
    }
}

void fill_mark(page::Values& line, const report::Relation& relation) {
    switch (relation.state) {
        case RelationState::holds:
            line.set("CLASS", "is-plain").set("ICON", "ok").set("WORD", "相符");
            return;
        case RelationState::fails: {
            const bool is_error = relation.severity == report::Severity::error;
            line.set("CLASS", is_error ? "is-bad" : "is-warn");
            line.set("ICON", is_error ? "bad" : "warn").set("WORD", "不符");
            return;
        }
        case RelationState::not_assessable:
            line.set("CLASS", "is-hold").set("ICON", "hold").set("WORD", "缺少数据");
            return;
    }
}

void fill_relations(page::Values& body, const report::Comparison& comparison) {
    if (comparison.relations.empty()) {
        body.show("NO_RELATIONS");
        return;
    }
    auto relations = body.add("RELATIONS");
    relations.set("COUNT", static_cast<long>(comparison.relations.size()));
    // What does not fit stands first.
    for (const auto state :
         {RelationState::fails, RelationState::not_assessable, RelationState::holds}) {
        for (const auto& relation : comparison.relations) {
            if (relation.state == state) {
                auto line = relations.add("RELATION");
                line.set("TEXT", relation.text);
                fill_mark(line, relation);
            }
        }
    }
}

void fill_comparison(page::Values body, const Viewing& viewing, const ComparedReports& compared) {
    const auto& first = compared.first_line;
    const auto& second = compared.second_line;
    const auto agencies =
        first.agency == second.agency ? report::Agencies::same : report::Agencies::different;
    const auto comparison = report::compare(compared.first, compared.second, agencies);
    body.set("ANCHOR", answer_anchor);
    body.set("FIRST_NAME", short_name(first, second)).set("FIRST_TITLE", first.title);
    body.set("SECOND_NAME", short_name(second, first)).set("SECOND_TITLE", second.title);
    body.set("FIRST_URL", viewing.link(first.path(viewing.site)));
    body.set("SECOND_URL", viewing.link(second.path(viewing.site)));
    body.set("COUNT", static_cast<long>(comparison.cells.size()));
    body.set("CHANGES", static_cast<long>(comparison.change_count()));
    const auto percent = std::lround(comparison.similarity.share * 100);
    body.set("PERCENT", percent);
    body.set("PASSAGES", static_cast<long>(comparison.similarity.passages.size()));
    fill_relations(body, comparison);
    fill_tables(body, comparison);
    fill_common_text(body, compared.first, compared.second, comparison);
}

}  // namespace

std::string choice_of(const ReportLine& line, const SiteIdentity& site) {
    const auto year = std::to_string(line.year);
    return line.agency == site.agency ? year : line.agency + ":" + year;
}

std::string compare_path(const ReportLine& first, const ReportLine& second,
                         const SiteIdentity& site) {
    return std::string(paths::compare.path) + "?a=" + choice_of(first, site) +
           "&b=" + choice_of(second, site);
}

std::string compare_page(const Viewing& viewing, const CompareView& view) {
    constexpr std::string_view name = "对比两份年报";
    Frame frame(viewing,
                {.title = (view.problems.empty() ? "" : "错误：") + std::string(name),
                 .column = paths::reports,
                 .crumbs = {{"政府信息公开年报", std::string(paths::reports.path)}},
                 .here = std::string(name)},
                "compare.html");
    frame.shell().show("FORM_STYLE");
    auto& body = frame.body();
    fill_problems(body, view.problems);
    constexpr std::size_t reports_min = 2;
    if (view.choices.size() < reports_min) {
        body.show("TOO_FEW");
    } else {
        fill_form(body.add("FORM"), viewing, view);
    }
    if (view.compared) {
        fill_comparison(body.add("COMPARED"), viewing, *view.compared);
    }
    return frame.render();
}

}  // namespace gk::web::portal
