#include "web/portal/report_check_view.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "law/cross_check.hpp"
#include "report/cell_label.hpp"

namespace gk::web::portal {

namespace {

using report::Relation;
using report::RelationState;

constexpr std::array<std::string_view, 10> stems = {"甲", "乙", "丙", "丁", "戊",
                                                    "己", "庚", "辛", "壬", "癸"};

law::ReportFormat format_of(const std::optional<law::ReportFormat>& format,
                            const report::AnnualReport& report) {
    return format.value_or(report.format.value_or(law::ReportFormat::form_2021));
}

// Every equation that a report can be held against by its own figures.
std::vector<law::Equation> equations(const report::AnnualReport& report) {
    auto all = law::application_equations(format_of(report.applications_format, report));
    std::ranges::move(law::remedy_equations(), std::back_inserter(all));
    return all;
}

// The rule that a relation belongs to: the kinds of R1 to R4 have names of their own, the others
// are named after their rule ("R5[total]").
std::optional<law::CrossCheck> rule_of(std::string_view code) {
    const auto kind = code.substr(0, code.find('['));
    constexpr std::array<std::pair<std::string_view, law::CrossCheck>, 4> kinds = {{
        {"applications.balance", law::CrossCheck::r1},
        {"applications.total", law::CrossCheck::r2},
        {"applications.sum", law::CrossCheck::r3},
        {"remedies.sum", law::CrossCheck::r4},
    }};
    for (const auto& [name, check] : kinds) {
        if (name == kind) {
            return check;
        }
    }
    for (const auto check : law::cross_checks()) {
        if (law::key(check) == kind) {
            return check;
        }
    }
    return std::nullopt;
}

std::string cell_name_of(const law::ReportCell& cell) {
    if (const auto* application = std::get_if<law::ApplicationCell>(&cell)) {
        return report::cell_name(application->row, application->column);
    }
    const auto& remedy = std::get<law::RemedyCell>(cell);
    return report::cell_name(remedy.group, remedy.result);
}

struct Tally {
    int holds = 0;
    int fails = 0;
    int warned = 0;
    int unknown = 0;

    [[nodiscard]] int all() const { return holds + fails + warned + unknown; }

    void count(const Relation& relation) {
        switch (relation.state) {
            case RelationState::holds:
                ++holds;
                break;
            case RelationState::fails:
                ++(relation.severity == report::Severity::error ? fails : warned);
                break;
            case RelationState::not_assessable:
                ++unknown;
                break;
        }
    }
};

std::string items(int count) {
    return std::to_string(count) + "项";
}

// Most grave first; the ordinary state alone.
std::vector<StateMark> marks(const Tally& tally) {
    std::vector<StateMark> all;
    if (tally.fails > 0) {
        all.push_back({"is-bad", "bad", items(tally.fails) + "不成立"});
    }
    if (tally.warned > 0) {
        all.push_back({"is-warn", "warn", items(tally.warned) + "请留意"});
    }
    if (tally.unknown > 0) {
        all.push_back({"is-hold", "hold", items(tally.unknown) + "缺少数据"});
    }
    if (tally.holds > 0) {
        const bool is_all = tally.holds == tally.all();
        all.push_back({"is-ok", "ok", is_all ? "成立" : items(tally.holds) + "成立"});
    }
    return all;
}

std::vector<const Relation*> all_relations(const report::CheckResult& result) {
    std::vector<const Relation*> all;
    for (const auto* relations : {&result.relations, &result.more_relations}) {
        for (const auto& relation : *relations) {
            all.push_back(&relation);
        }
    }
    return all;
}

void fill_mark(page::Values values, const StateMark& mark) {
    values.set("CLASS", mark.css_class).set("ICON", mark.icon).set("WORD", mark.word);
}

}  // namespace

Verdict verdict(const report::AnnualReport& report, const report::CheckResult& result) {
    Tally tally;
    for (const auto* relation : all_relations(result)) {
        tally.count(*relation);
    }
    const auto all = items(tally.all()) + "勾稽关系";
    const auto remarks = result.remarks.empty()
                             ? std::string()
                             : "另有" + std::to_string(result.remarks.size()) + "处提示。";
    if (tally.fails > 0) {
        return {{"is-bad", "bad", "数据不一致"},
                all + "中" + items(tally.fails) + "不成立。" + remarks};
    }
    if (tally.warned > 0) {
        return {{"is-warn", "warn", "请留意"},
                all + "中" + items(tally.warned) + "请留意。" + remarks};
    }
    if (tally.unknown > 0) {
        return {{"is-hold", "hold", "部分未能核对"},
                all + "中" + items(tally.holds) + "成立，" + items(tally.unknown) +
                    "因报告缺少数据未能核对。" + remarks};
    }
    if (report.proactive_disclosure.empty() || report.applications.empty() ||
        report.remedies.empty()) {
        return {
            {"is-hold", "hold", "部分未能核对"},
            "报告缺少法定表格，只核对了" + items(tally.all()) + "勾稽关系，全部成立。" + remarks};
    }
    return {{"is-ok", "ok", "勾稽核对通过"}, all + "全部成立。" + remarks};
}

Explanations::Explanations(const report::AnnualReport& report, const report::CheckResult& result)
    : result_(result) {
    for (const auto* relation : all_relations(result)) {
        if (relation->state == RelationState::fails) {
            explain(report, *relation);
        }
    }
}

std::string Explanations::tag_of(const std::string& cell_name) {
    const auto number = static_cast<int>(explanations_.size());
    const auto count = broken_.size();
    const auto tag = count < stems.size() ? std::string(stems[count]) : std::to_string(count + 1);
    return broken_.try_emplace(cell_name, BrokenCell{tag, number}).first->second.tag;
}

// A term that is 0 adds nothing to a long sum and is left out of it.
void Explanations::explain(const report::AnnualReport& report, const Relation& relation) {
    const auto rule = rule_of(relation.code);
    explanations_.push_back({.relation = &relation,
                             .statement = rule ? law::statement(*rule) : std::string_view(),
                             .terms = {}});
    const auto format = format_of(report.applications_format, report);
    const auto all = equations(report);
    const auto equation = std::ranges::find(all, relation.code, &law::Equation::code);
    if (equation == all.end() || !relation.left || !relation.right) {
        for (const auto& cell : relation.cells) {
            (void)tag_of(cell);
        }
        return;
    }
    auto& terms = explanations_.back().terms;
    const auto add_side = [&](const std::vector<law::Term>& side, Decimal sum,
                              std::string_view sum_name) {
        constexpr std::size_t long_sum = 4;
        for (const auto& term : side) {
            const auto name = cell_name_of(term.cell);
            const auto* figure = report::find(report, name);
            const auto value = figure == nullptr ? std::nullopt : figure->value;
            if (side.size() > long_sum && value == Decimal(0)) {
                continue;
            }
            terms.push_back(
                {tag_of(name), report::cell_label(name, format), value ? value->text() : "未填"});
        }
        if (side.size() > 1) {
            terms.push_back({{}, std::string(sum_name), sum.text()});
        }
    };
    add_side(equation->left, *relation.left, "以上之和");
    add_side(equation->right, *relation.right, "应与之相等的各项之和");
}

void Explanations::fill(page::Values& values) const {
    std::vector<std::pair<std::string_view, Tally>> groups;
    for (const auto* relation : all_relations(result_)) {
        const auto rule = rule_of(relation->code);
        const auto statement = rule ? law::statement(*rule) : std::string_view(relation->text);
        auto group = std::ranges::find(groups, statement, &decltype(groups)::value_type::first);
        if (group == groups.end()) {
            group = groups.insert(group, {statement, {}});
        }
        group->second.count(*relation);
    }
    for (const auto& [statement, tally] : groups) {
        auto line = values.add("GROUP");
        line.set("STATEMENT", statement).set("COUNT", tally.all());
        for (const auto& mark : marks(tally)) {
            fill_mark(line.add("RESULT"), mark);
        }
    }
    for (const auto& remark : result_.remarks) {
        const auto place = remark.place.empty() ? std::string() : "（" + remark.place + "）";
        values.add("REMARK").set("TEXT", remark.text + place);
    }
    long number = 0;
    for (const auto& explanation : explanations_) {
        auto block = values.add("EXPLAIN");
        block.set("NUMBER", ++number).set("STATEMENT", explanation.statement);
        block.set("TEXT", explanation.relation->text);
        block.set_any("HINT", explanation.relation->hint);
        if (explanation.relation->severity == report::Severity::warning) {
            block.show("IS_WARNING");
        }
        if (explanation.terms.empty()) {
            continue;
        }
        auto equation = block.add("EQUATION");
        for (const auto& term : explanation.terms) {
            auto line = equation.add("TERM");
            line.set_any("TAG", term.tag).set("NAME", term.name).set("VALUE", term.value);
        }
        const auto delta = *explanation.relation->left - *explanation.relation->right;
        equation.set("DELTA", delta.text());
    }
}

}  // namespace gk::web::portal
