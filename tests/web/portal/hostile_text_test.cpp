// Text from outside, in every place of a page where it can stand.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/shared_data.hpp"
#include "web/portal/portal_fixture.hpp"
#include "web/portal/report_page.hpp"
#include "web/portal/sample_report.hpp"
#include "web/portal/search_page.hpp"

namespace gk::web::portal {
namespace {

namespace json = boost::json;

json::value read_json(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return json::parse(text.str());
}

// A report all of whose free texts are this one.
std::string report_of(const std::string& text) {
    auto report = sample_report(law::ReportFormat::form_2021);
    report.preamble = {text, text};
    for (auto& section : report.sections) {
        section.title = text;
        section.paragraphs = {text, text};
    }
    auto check = sample_check(law::ReportFormat::form_2021, report::RelationState::holds);
    check.remarks.push_back({"x", text, text});
    check.relations.front().state = report::RelationState::fails;
    check.relations.front().text = text;
    check.relations.front().hint = text;
    auto line = sample_line();
    line.title = text;
    line.agency_name = text;
    const auto site = test_site();
    return report_page(
        viewing_of(site, "/annual-reports/2023"),
        {.line = line, .report = report, .check = check, .downloads = {}, .years = {}});
}

std::string search_of(const std::string& text) {
    const auto site = test_site();
    auto viewing = viewing_of(site, "/search");
    viewing.query = text + " 没有";
    return search_page(viewing, {});
}

struct Marks {
    std::ptrdiff_t opening = 0;
    std::ptrdiff_t closing = 0;
    std::ptrdiff_t quotes = 0;

    friend bool operator==(const Marks&, const Marks&) = default;
};

// What a text must not add to: whatever it says, the page keeps its shape.
Marks marks_of(const std::string& html) {
    return {std::ranges::count(html, '<'), std::ranges::count(html, '>'),
            std::ranges::count(html, '"')};
}

// No stop and more than 16 characters, so that the page keeps its paragraphs.
std::string padded(std::string_view text) {
    return "一二三四五六七八九十一二三四五六七八九十" + std::string(text);
}

void expect_keeps_its_shape(std::string_view text) {
    // Where a title may break depends on its digits and words: those are the page's own marks.
    const auto plain = marks_of(report_of(padded("x")));
    const auto report = report_of(padded(text));
    const auto breaks = static_cast<std::ptrdiff_t>(phrases(padded(text)).size()) - 1;
    // The title stands once, each of the six section titles once.
    const auto extra =
        breaks + 6 * (static_cast<std::ptrdiff_t>(phrases("一、" + padded(text)).size()) - 1);
    EXPECT_EQ(marks_of(report), (Marks{plain.opening + extra, plain.closing + extra, plain.quotes}))
        << text;
    EXPECT_TRUE(text::is_utf8(report)) << text;
    EXPECT_EQ(marks_of(search_of(std::string(text))), marks_of(search_of("x"))) << text;
}

TEST(HostileText, keeps_the_shape_of_the_page) {
    for (const std::string_view text :
         {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
          "</title></head><body onload=alert(1)>", "<!--", "]]>", "{{TITLE}}", "{{#LARGE}}",
          "&lt;b&gt;", "javascript:alert(1)", "\x01\x02\x7F", "\xE2\x80\xAE",
          "<svg><style><!--</style>"}) {
        expect_keeps_its_shape(text);
    }
}

TEST(HostileText, of_the_corpora_keeps_the_shape_of_the_page) {
    GK_SHARED_FOLDER_OR_SKIP(folder, "corpora");
    const auto naughty = read_json(folder / "naughty-strings.json");
    for (const auto& text : naughty.as_array()) {
        if (text::is_utf8(text.as_string())) {
            expect_keeps_its_shape(text.as_string());
        }
    }
    const auto payloads = read_json(folder / "xss-payloads.json");
    for (const auto& row : payloads.as_array()) {
        expect_keeps_its_shape(row.at("payload").as_string());
    }
}

}  // namespace
}  // namespace gk::web::portal
