#include "report/check.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "report/check_parts.hpp"
#include "report/equation_text.hpp"

namespace gk::report {

namespace {

using law::ReportFormat;

// The form by which table 三 is added up where its own labels do not tell: that of table 二, else
// that of the year.
ReportFormat applications_form(const AnnualReport& report) {
    if (report.applications_format) {
        return *report.applications_format;
    }
    if (report.format) {
        return *report.format;
    }
    const auto of_year =
        report.report_year ? law::format_in_force(*report.report_year) : std::nullopt;
    return of_year.value_or(ReportFormat::form_2021);
}

void remark_on_form(const AnnualReport& report, std::vector<Remark>& remarks) {
    const auto due = report.report_year ? law::format_in_force(*report.report_year) : std::nullopt;
    if (due && report.format && *due != *report.format) {
        remarks.push_back(
            {"form.wrong_for_year",
             fmt::format("{}年度的报告应当使用{}年格式，文中用的是{}年格式。", *report.report_year,
                         law::key(*due), law::key(*report.format)),
             {}});
    }
    if (report.format && report.applications_format &&
        *report.format != *report.applications_format) {
        remarks.push_back(
            {"form.mixed",
             fmt::format("表二是{}年格式，表三的“（六）其他处理”是{}年格式。",
                         law::key(*report.format), law::key(*report.applications_format)),
             {}});
    }
}

void remark_on_rules_of_towns(const AnnualReport& report, const CheckContext& context,
                              std::vector<Remark>& remarks) {
    if (context.level || !report.agency) {
        return;
    }
    constexpr std::string_view town_endings[] = {"镇",         "乡",     "镇人民政府", "乡人民政府",
                                                 "街道办事处", "镇政府", "乡政府",     "街道"};
    const bool is_town = std::ranges::any_of(
        town_endings, [&](auto ending) { return report.agency->ends_with(ending); });
    if (!is_town) {
        return;
    }
    for (const auto& [name, figure] : report.proactive_disclosure) {
        if (name.starts_with("government_rules.") && figure.value && *figure.value > Decimal(0)) {
            remarks.push_back(
                {"government_rules.of_town",
                 fmt::format(
                     "“规章”填了{}：从名称看这是乡镇、街道，没有规章制定权（立法法第九十一条、"
                     "第九十三条），请核对是否应填在“行政规范性文件”。",
                     figure.value->text()),
                 figure.place});
            return;
        }
    }
}

// Names of one agency, one of them perhaps short: 沙湾市西戈壁镇, 西戈壁镇人民政府.
bool are_of_one_agency(std::string_view a, std::string_view b) {
    constexpr std::string_view government = "人民政府";
    for (auto* name : {&a, &b}) {
        name->remove_suffix(name->ends_with(government) ? government.size() : 0);
    }
    return a.find(b) != a.npos || b.find(a) != b.npos;
}

// That the report given as last year's is another's, or of another year.
void remark_on_previous(const AnnualReport& report, const CheckContext& context,
                        std::vector<Remark>& remarks) {
    constexpr std::string_view no_comparison = "跨年度的数据关系不能据此判断，请核对文件。";
    const auto* previous = context.previous;
    if (previous == nullptr) {
        return;
    }
    if (report.report_year && previous->report_year &&
        *previous->report_year != *report.report_year - 1) {
        remarks.push_back({"previous.other_year",
                           fmt::format("作为上一年度报告的文件是{}年度的，本报告是{}年度的；{}",
                                       *previous->report_year, *report.report_year, no_comparison),
                           {}});
    }
    if (report.agency && previous->agency &&
        !are_of_one_agency(*report.agency, *previous->agency)) {
        remarks.push_back({"previous.other_agency",
                           fmt::format("作为上一年度报告的文件是“{}”的，本报告是“{}”的；{}",
                                       *previous->agency, *report.agency, no_comparison),
                           {}});
    }
}

void remark_on_similarity(const AnnualReport& report, const CheckContext& context,
                          std::vector<Remark>& remarks) {
    if (context.previous == nullptr) {
        return;
    }
    const auto overlap = similarity(report, *context.previous).share;
    if (overlap >= context.similarity_min) {
        remarks.push_back({"text.similar_to_previous",
                           fmt::format("文字部分有{}%与上一年度报告相同，请检查是否内容雷同。",
                                       static_cast<int>(overlap * 100)),
                           {}});
    }
}

}  // namespace

const Figure* figure_of(const AnnualReport& report, const law::ReportCell& cell) {
    if (const auto* application = std::get_if<law::ApplicationCell>(&cell)) {
        const auto row = report.applications.find(application->row);
        return row == report.applications.end()
                   ? nullptr
                   : &row->second[static_cast<std::size_t>(application->column)];
    }
    if (const auto* remedy = std::get_if<law::RemedyCell>(&cell)) {
        const auto group = report.remedies.find(remedy->group);
        return group == report.remedies.end()
                   ? nullptr
                   : &group->second[static_cast<std::size_t>(remedy->result)];
    }
    const auto found = report.proactive_disclosure.find(std::get<law::ProactiveCell>(cell).key);
    return found == report.proactive_disclosure.end() ? nullptr : &found->second;
}

std::string name_of(const law::ReportCell& cell) {
    if (const auto* application = std::get_if<law::ApplicationCell>(&cell)) {
        return cell_name(application->row, application->column);
    }
    if (const auto* remedy = std::get_if<law::RemedyCell>(&cell)) {
        return cell_name(remedy->group, remedy->result);
    }
    return cell_name(std::get<law::ProactiveCell>(cell));
}

Relation evaluate(const law::Equation& equation, const AnnualReport& report,
                  const AnnualReport* previous) {
    Relation relation;
    relation.code = equation.code;
    relation.severity =
        law::level(equation.check) == law::CheckLevel::error ? Severity::error : Severity::warning;
    bool is_assessable = true;
    const auto add_up = [&](const std::vector<law::Term>& terms) {
        Decimal sum;
        for (const auto& term : terms) {
            const auto* source = term.is_of_previous_year ? previous : &report;
            const auto* figure = source == nullptr ? nullptr : figure_of(*source, term.cell);
            relation.cells.push_back((term.is_of_previous_year ? "previous." : "") +
                                     name_of(term.cell));
            if (figure == nullptr || !figure->value) {
                is_assessable = false;
                continue;
            }
            sum = term.is_subtracted ? sum - *figure->value : sum + *figure->value;
            if (!figure->place.empty() && !term.is_of_previous_year) {
                relation.place = figure->place;
            }
        }
        return sum;
    };
    const auto left = add_up(equation.left);
    const auto right = add_up(equation.right);
    if (is_assessable) {
        relation.left = left;
        relation.right = right;
        relation.state = left == right ? RelationState::holds : RelationState::fails;
    }
    relation.text = equation_text(equation, relation, report, previous);
    return relation;
}

std::vector<const Relation*> CheckResult::errors() const& {
    std::vector<const Relation*> found;
    for (const auto* list : {&relations, &more_relations}) {
        for (const auto& relation : *list) {
            if (relation.state == RelationState::fails && relation.severity == Severity::error) {
                found.push_back(&relation);
            }
        }
    }
    return found;
}

bool CheckResult::has_error() const {
    return !errors().empty();
}

CheckResult check(const AnnualReport& report, const CheckContext& context) {
    std::vector<law::Equation> equations;
    if (!report.applications.empty()) {
        equations = law::application_equations(applications_form(report));
        // The one row of （六）其他处理 stands behind the rows of the 2021 form.
        std::ranges::stable_partition(equations, [](const law::Equation& equation) {
            return equation.code != "applications.total[otherwise_closed]";
        });
    }
    if (!report.remedies.empty()) {
        std::ranges::move(law::remedy_equations(), std::back_inserter(equations));
    }
    CheckResult result;
    for (const auto& equation : equations) {
        result.relations.push_back(evaluate(equation, report, nullptr));
    }
    explain_reading_slips(report, std::move(equations), result.relations);
    result.more_relations = check_further(report, context);
    remark_on_form(report, result.remarks);
    remark_on_rules_of_towns(report, context, result.remarks);
    std::ranges::move(remarks_on_prose(report), std::back_inserter(result.remarks));
    remark_on_previous(report, context, result.remarks);
    remark_on_similarity(report, context, result.remarks);
    return result;
}

}  // namespace gk::report
