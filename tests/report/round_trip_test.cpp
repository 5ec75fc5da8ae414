// What is exported, read back: the same agency, year and cells, whatever the form of the file.
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/cell_label.hpp"
#include "report/export.hpp"
#include "report/read.hpp"
#include "report/sample_report.hpp"

namespace gk::report {
namespace {

using law::ReportFormat;

class RoundTrip : public testing::TestWithParam<std::tuple<ReportFormat, ExportKind>> {};

void expect_same_cells(const AnnualReport& before, const AnnualReport& after) {
    EXPECT_EQ(after.format, before.format);
    EXPECT_EQ(after.report_year, before.report_year);
    for (const auto& cell : labelled_cells(*before.format)) {
        const auto* written = find(before, cell.name);
        const auto* read_back = find(after, cell.name);
        ASSERT_EQ(read_back == nullptr, written == nullptr) << cell.label;
        if (written != nullptr) {
            EXPECT_EQ(read_back->value, written->value) << cell.label;
            EXPECT_EQ(read_back->mark, written->mark) << cell.label;
        }
    }
}

TEST_P(RoundTrip, keeps_every_cell) {
    const auto [format, kind] = GetParam();
    auto report = sample_report(format);
    report.applications[law::ApplicationRow::granted][1] = mark_of_cell(Mark::slash);
    report.applications[law::ApplicationRow::granted][2] = mark_of_cell(Mark::blank);
    const ExportContext context{.agency_name = *report.agency, .made_at = {0}, .fonts = {}};
    const auto bytes = export_report(report, kind, context);
    const auto document = document::extract_here(bytes, "report." + std::string(key(kind)));
    ASSERT_TRUE(document.has_value()) << document.error().first().message;
    const auto reading = read(*document);
    expect_same_cells(report, reading.report);
    EXPECT_NE(reading.status, ReadStatus::not_a_report);
    EXPECT_EQ(reading.report.sections[5].paragraphs, report.sections[5].paragraphs);
}

// Of a file that was cut behind table 二: its last figure stays whole.
TEST_P(RoundTrip, keeps_the_last_figure_of_an_incomplete_report) {
    const auto [format, kind] = GetParam();
    auto report = sample_report(format);
    report.is_truncated = true;
    report.applications.clear();
    report.remedies.clear();
    for (auto i = std::size_t{2}; i < law::section_count; ++i) {
        report.sections[i] = {};
    }
    const auto bytes =
        export_report(report, kind, {.agency_name = *report.agency, .made_at = {0}, .fonts = {}});
    const auto document = document::extract_here(bytes, "report." + std::string(key(kind)));
    ASSERT_TRUE(document.has_value());
    const auto reading = read(*document);
    EXPECT_EQ(reading.report.report_year, report.report_year);
    for (const auto& [cell, figure] : report.proactive_disclosure) {
        const auto found = reading.report.proactive_disclosure.find(cell);
        ASSERT_NE(found, reading.report.proactive_disclosure.end()) << cell;
        EXPECT_EQ(found->second.value, figure.value) << cell;
    }
}

// Without a word.
AnnualReport full_of_zeros(ReportFormat format) {
    auto report = sample_report(format);
    for (auto& [cell, figure] : report.proactive_disclosure) {
        figure = figure_of(Decimal(0));
    }
    for (auto& [row, figures] : report.applications) {
        figures.fill(figure_of(Decimal(0)));
    }
    for (auto& [group, figures] : report.remedies) {
        figures.fill(figure_of(Decimal(0)));
    }
    for (auto& section : report.sections) {
        section.paragraphs.clear();
    }
    return report;
}

// Whatever stands above the tables, and so wherever a page ends among their rows.
TEST(RoundTripOfPdf, keeps_every_cell_of_a_form_full_of_zeros_at_every_page_break) {
    for (const auto format : law::report_formats()) {
        auto report = full_of_zeros(format);
        for (std::size_t lines = 0; lines <= 22; ++lines) {
            report.preamble.assign(lines, "本年度没有收到申请。");
            const auto bytes =
                export_report(report, ExportKind::pdf,
                              {.agency_name = *report.agency, .made_at = {0}, .fonts = {}});
            const auto document = document::extract_here(bytes, "report.pdf");
            ASSERT_TRUE(document.has_value());
            SCOPED_TRACE(lines);
            expect_same_cells(report, read(*document).report);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Forms, RoundTrip,
    testing::Combine(testing::Values(ReportFormat::form_2021, ReportFormat::trial_2019),
                     testing::Values(ExportKind::docx, ExportKind::pdf, ExportKind::xlsx,
                                     ExportKind::txt, ExportKind::html)),
    [](const auto& each) {
        return "form_" + std::string(law::key(std::get<0>(each.param))) + "_as_" +
               std::string(key(std::get<1>(each.param)));
    });

}  // namespace
}  // namespace gk::report
