#include "report/export.hpp"

#include <filesystem>
#include <fstream>

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "report/sample_report.hpp"
#include "support/folders.hpp"

namespace gk::report {
namespace {

using law::ReportFormat;

const ExportContext context{
    .agency_name = "沙湾市西戈壁镇人民政府", .made_at = {1'706'000'000'000}, .fonts = {}};

std::string exported(ExportKind kind, ReportFormat format = ReportFormat::form_2021) {
    return export_report(sample_report(format), kind, context);
}

// Runs an independent reader over the bytes; what it prints must hold the words.
std::string read_by(const std::string& command, const std::string& bytes) {
    const auto path = std::filesystem::path(testing::TempDir()) / "gongkai-export";
    std::ofstream(path, std::ios::binary) << bytes;
    auto* pipe = popen((command + " '" + path.string() + "' 2>&1").c_str(), "r");
    std::string text;
    char buffer[4096];
    for (std::size_t n = 0; (n = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
        text.append(buffer, n);
    }
    EXPECT_EQ(pclose(pipe), 0) << text;
    return text;
}

TEST(Export, knows_every_kind_by_its_word) {
    for (const auto kind : export_kinds) {
        EXPECT_EQ(export_kind_of(key(kind)), kind);
        EXPECT_FALSE(label(kind).empty());
        EXPECT_FALSE(media_type(kind).empty());
    }
    EXPECT_EQ(export_kind_of("doc"), std::nullopt);
}

TEST(Export, gives_the_same_bytes_for_the_same_report) {
    for (const auto kind : {ExportKind::docx, ExportKind::json, ExportKind::xml, ExportKind::txt}) {
        EXPECT_EQ(exported(kind), exported(kind)) << key(kind);
    }
}

TEST(Export, writes_json_that_its_schema_accepts) {
    const auto schema =
        (gk::test::source_folder() / "docs/schema/annual-report.schema.json").string();
    const auto check =
        "/usr/bin/python3 -c 'import json,jsonschema,sys; "
        "jsonschema.validate(json.load(open(sys.argv[2])),json.load(open(sys.argv[1])))' " +
        schema;
    EXPECT_EQ(read_by(check, exported(ExportKind::json)), "");
    EXPECT_EQ(read_by(check, exported(ExportKind::json, ReportFormat::trial_2019)), "");
}

TEST(Export, writes_every_figure_into_the_json_under_its_key) {
    const auto json = boost::json::parse(exported(ExportKind::json)).as_object();
    EXPECT_EQ(json.at("format").as_string(), "2021");
    EXPECT_EQ(json.at("proactive_disclosure").at("government_rules").at("issued").as_int64(), 1);
    EXPECT_DOUBLE_EQ(json.at("proactive_disclosure").at("fees_10k_yuan").as_double(), 59237.2449);
    EXPECT_EQ(json.at("applications").at("newly_received").at(0).as_int64(), 11);
    EXPECT_EQ(json.at("remedies").at("litigation_after_reconsideration").at(4).as_int64(), 200);
    EXPECT_TRUE(json.at("marks").as_object().empty());
}

TEST(Export, writes_null_and_the_mark_for_a_cell_without_a_figure) {
    auto report = sample_report(ReportFormat::form_2021);
    report.applications[law::ApplicationRow::granted][1] = mark_of_cell(Mark::slash);
    report.applications.erase(law::ApplicationRow::carried_out);
    const auto json =
        boost::json::parse(export_report(report, ExportKind::json, context)).as_object();
    EXPECT_TRUE(json.at("applications").at("granted").at(1).is_null());
    EXPECT_EQ(json.at("marks").at("applications.granted[1]").as_string(), "slash");
    EXPECT_TRUE(json.at("applications").at("carried_out").is_null());
    EXPECT_EQ(json.at("marks").at("applications.carried_out[6]").as_string(), "absent");
}

TEST(Export, writes_xml_that_its_schema_accepts) {
    const auto schema = (gk::test::source_folder() / "docs/schema/annual-report.xsd").string();
    const auto check = "xmllint --noout --nonet --schema " + schema;
    for (const auto format : {ReportFormat::form_2021, ReportFormat::trial_2019}) {
        const auto answer = read_by(check, exported(ExportKind::xml, format));
        EXPECT_NE(answer.find("validates"), std::string::npos) << answer;
    }
}

TEST(Export, writes_a_docx_that_an_independent_reader_opens_with_all_tables) {
    const auto answer = read_by(
        "/usr/bin/python3 -c 'import docx,sys; d=docx.Document(sys.argv[1]); print(len(d.tables)); "
        "print([c.text for c in d.tables[1].rows[3].cells]); "
        "print([c.text for c in d.tables[2].rows[3].cells])'",
        exported(ExportKind::docx));
    EXPECT_NE(answer.find("3\n"), std::string::npos) << answer;
    EXPECT_NE(answer.find("'11', '12', '13', '14', '15', '16', '17'"), std::string::npos) << answer;
    EXPECT_NE(answer.find("'199', '200'"), std::string::npos) << answer;
}

TEST(Export, writes_an_xlsx_in_which_figures_are_numbers) {
    const auto answer = read_by(
        "/usr/bin/python3 -c 'import openpyxl,sys,shutil; "
        "shutil.copy(sys.argv[1],sys.argv[1]+\".xlsx\"); "
        "w=openpyxl.load_workbook(sys.argv[1]+\".xlsx\"); print(w.sheetnames); "
        "print([c.value for c in w[\"表三\"][5]])'",
        exported(ExportKind::xlsx));
    EXPECT_NE(answer.find("['正文', '表二', '表三', '表四']"), std::string::npos) << answer;
    EXPECT_NE(answer.find("11, 12, 13, 14, 15, 16, 17]"), std::string::npos) << answer;
}

TEST(Export, writes_a_pdf_with_text_tags_and_title) {
    const auto pdf = exported(ExportKind::pdf);
    const auto text = read_by("sh -c 'pdftotext -layout \"$0\" -'", pdf);
    EXPECT_NE(text.find("1.属于国家秘密"), std::string::npos);
    EXPECT_NE(text::replace_all(text, " ", "").find("—1—"), std::string::npos);
    EXPECT_NE(text.find("59237.2449"), std::string::npos);
    const auto facts = read_by("pdfinfo", pdf);
    EXPECT_NE(facts.find("沙湾市西戈壁镇2023年政府信息公开工作年度报告"), std::string::npos);
    EXPECT_NE(read_by("pdfinfo -struct", pdf).find("Table"), std::string::npos);
}

TEST(Export, escapes_what_the_text_holds) {
    EXPECT_NE(exported(ExportKind::html).find("&lt;含更正 &amp; 补充&gt;"), std::string::npos);
    EXPECT_EQ(exported(ExportKind::html).find("<含更正"), std::string::npos);
    EXPECT_NE(exported(ExportKind::xml).find("&lt;含更正 &amp; 补充&gt;"), std::string::npos);
}

}  // namespace
}  // namespace gk::report
