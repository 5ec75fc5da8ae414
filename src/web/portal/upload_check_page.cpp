#include "web/portal/upload_check_page.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/statutory_table.hpp"
#include "web/portal/problem_view.hpp"
#include "web/portal/published_reports.hpp"
#include "web/portal/report_check_view.hpp"

namespace gk::web::portal {

namespace {

void fill_form(page::Values form, const Viewing& viewing, const DeskAnswer& answer) {
    form.set("ACTION", viewing.link(paths::report_check.path)).set("ANCHOR", answer_anchor);
    form.set("SIZE", static_cast<long>(ReportCheckDesk::file_bytes_max >> 20U));
    fill_field_problem(form, "FILE_PROBLEM", "file", answer.problems);
    fill_field_problem(form, "LEVEL_PROBLEM", "level", answer.problems);
    for (const auto level : law::agency_levels()) {
        auto option = form.add("LEVEL");
        option.set("VALUE", law::key(level)).set("TEXT", law::label(level));
        if (law::key(level) == answer.level) {
            option.show("IS_CHOSEN");
        }
    }
}

// The rows of the form that the text does not have; whole tables by their names.
std::vector<std::string> missing_parts(const report::AnnualReport& report) {
    const auto format = report.format.value_or(law::ReportFormat::form_2021);
    std::vector<std::string> missing;
    if (report.proactive_disclosure.empty()) {
        missing.emplace_back("表二（主动公开政府信息情况）");
    }
    if (report.applications.empty()) {
        missing.emplace_back("表三（收到和处理政府信息公开申请情况）");
    } else {
        for (const auto row : law::application_rows(report.applications_format.value_or(format))) {
            if (!report.applications.contains(row)) {
                missing.push_back("表三的“" + std::string(law::group_label(row)) +
                                  std::string(law::label(row)) + "”");
            }
        }
    }
    if (report.remedies.empty()) {
        missing.emplace_back("表四（行政复议、行政诉讼情况）");
    }
    return missing;
}

void fill_facts(page::Values& result, const CheckedUpload& checked) {
    const auto& report = checked.reading.report;
    result.set("FILE_NAME", checked.file_name);
    result.set_any("AGENCY_NAME", report.agency.value_or(""));
    result.set_any("YEAR", report.report_year ? std::to_string(*report.report_year) : "");
    result.set_any("FORMAT", form_label(report.format));
    result.set("STATUS",
               checked.reading.status == report::ReadStatus::read ? "全部读出" : "部分读出");
}

void fill_missing(page::Values& result, const report::AnnualReport& report) {
    if (report.is_truncated) {
        result.show("IS_TRUNCATED");
    }
    const auto missing = missing_parts(report);
    if (missing.empty()) {
        return;
    }
    auto part = result.add("MISSING");
    for (const auto& name : missing) {
        part.add("PART").set("NAME", name);
    }
}

void fill_tables(page::Values& result, const report::AnnualReport& report,
                 const BrokenCells& broken) {
    for (const auto& table : report::statutory_tables(report)) {
        auto section = result.add("TABLE_SECTION");
        section.set("ANCHOR", "table-" + std::string(law::key(table.section)));
        section.set("NAME", table.caption);
        auto values = section.include("TABLE", "report_table.html");
        fill_table(values, table, broken);
    }
}

void fill_result(page::Values result, const CheckedUpload& checked) {
    const auto& report = checked.reading.report;
    result.set("ANCHOR", answer_anchor);
    fill_facts(result, checked);
    fill_missing(result, report);
    if (report::statutory_tables(report).empty()) {
        result.show("NO_TABLES");
        return;
    }
    const auto found = verdict(report, checked.check);
    auto values = result.add("VERDICT");
    values.set("CLASS", found.mark.css_class).set("ICON", found.mark.icon);
    values.set("WORD", found.mark.word).set("SENTENCE", found.sentence);
    const Explanations explanations(report, checked.check);
    auto check = result.include("CHECK", "report_check.html");
    explanations.fill(check);
    fill_tables(result, report, explanations.broken());
}

}  // namespace

std::string upload_check_page(const Viewing& viewing, const DeskAnswer& answer) {
    constexpr std::string_view name = "核对一份年报";
    Frame frame(viewing,
                {.title = (answer.problems.empty() ? "" : "错误：") + std::string(name),
                 .column = paths::reports,
                 .crumbs = {{"政府信息公开年报", std::string(paths::reports.path)}},
                 .here = std::string(name)},
                "upload_check.html");
    frame.shell().show("FORM_STYLE");
    auto& body = frame.body();
    fill_problems(body, answer.problems);
    if (answer.checked) {
        frame.shell().show("REPORT_STYLE");
        body.show("AGAIN");
        fill_result(body.add("RESULT"), *answer.checked);
    } else {
        body.show("FIRST");
    }
    fill_form(body.add("FORM"), viewing, answer);
    return frame.render();
}

}  // namespace gk::web::portal
