#include "web/page/template.hpp"

#include <array>

#include <gmock/gmock.h>

#include "base/assert.hpp"

namespace gk::web::page {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string escaped(std::string_view body) {
    return std::string(escaping_line) + "\n" + std::string(body);
}

std::string render(std::string_view body, const Page& page) {
    const std::string content = escaped(body);
    const std::array files = {Resource{"any/folder/test.html", content}};
    return Templates(files).render("test.html", page);
}

void compile(std::string_view content) {
    const std::array files = {Resource{"test.html", content}};
    const Templates templates(files);
}

TEST(Templates, text_is_escaped_where_it_is_text) {
    Page page;
    page.values().set("X", "<script>alert(1)</script> & \"'");
    const auto html = render("<p>{{X}}</p>", page);
    EXPECT_EQ(html, "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;</p>");
}

TEST(Templates, an_attribute_cannot_be_left) {
    Page page;
    page.values().set("X", "\" onclick=\"alert(1)");
    const auto html = render("<p title=\"{{X}}\"></p>", page);
    EXPECT_THAT(html, Not(HasSubstr("onclick=\"")));
}

TEST(Templates, an_address_that_runs_script_is_cut) {
    Page page;
    page.values().set("X", "javascript:alert(1)");
    EXPECT_THAT(render("<a href=\"{{X}}\">x</a>", page), Not(HasSubstr("javascript")));
}

TEST(Templates, a_value_in_a_query_is_percent_encoded_where_the_template_asks) {
    Page page;
    page.values().set("X", "a&b=c d/补贴");
    EXPECT_EQ(render("<a href=\"/search?q={{X:url_query_escape}}\">x</a>", page),
              "<a href=\"/search?q=a%26b%3Dc+d/%E8%A1%A5%E8%B4%B4\">x</a>");
}

TEST(Templates, control_characters_become_the_replacement_character) {
    Page page;
    page.values().set("X", std::string_view("a\x01\x7F"
                                            "b",
                                            4));
    EXPECT_EQ(render("<p>{{X}}</p>", page), "<p>a\uFFFD\uFFFDb</p>");
}

TEST(Templates, a_section_is_shown_once_for_each_value) {
    Page page;
    auto values = page.values();
    values.add("ROW").set("N", 1);
    values.add("ROW").set("N", 2);
    EXPECT_EQ(render("{{#ROW}}<i>{{N}}</i>{{/ROW}}{{#NONE}}x{{/NONE}}", page), "<i>1</i><i>2</i>");
}

TEST(Templates, an_empty_text_shows_the_section_for_what_is_not_set) {
    Page page;
    page.values().set_any("A", "").set_any("B", "b");
    EXPECT_EQ(render("{{#A_SET}}<i>{{A}}</i>{{/A_SET}}{{#A_UNSET}}<i>-</i>{{/"
                     "A_UNSET}}{{#B_SET}}<b>{{B}}</b>{{/B_SET}}",
                     page),
              "<i>-</i><b>b</b>");
}

TEST(Templates, an_included_template_sees_only_its_own_values_and_those_set_everywhere) {
    const std::string outer = escaped("<div>{{>INNER}}</div>");
    const std::string inner =
        escaped("<p>{{OWN}}{{OUTER}}{{#ALL_SET}}{{ALL}}{{/ALL_SET}}{{#LARGE}}L{{/LARGE}}</p>");
    const std::array files = {Resource{"outer.html", outer}, Resource{"inner.html", inner}};
    Page page;
    page.values().set("OUTER", "outer");
    page.set_everywhere("ALL", "<all>");
    page.show_everywhere("LARGE");
    page.values().include("INNER", "inner.html").set("OWN", "own");
    EXPECT_EQ(Templates(files).render("outer.html", page), "<div><p>own&lt;all&gt;L</p></div>");
}

TEST(Templates, a_file_without_the_escaping_line_is_refused) {
    EXPECT_THROW(compile("<p>{{X}}</p>"), Bug);
}

TEST(Templates, a_file_that_switches_escaping_off_is_refused) {
    EXPECT_THROW(compile(escaped("<p>{{X:none}}</p>")), Bug);
}

TEST(Templates, a_malformed_file_is_refused) {
    EXPECT_THROW(compile(escaped("{{#A}}<p></p>")), Bug);
}

TEST(Templates, a_template_that_is_not_there_cannot_be_rendered) {
    const Templates none({});
    EXPECT_THROW((void)none.render("test.html", Page()), Bug);
}

}  // namespace
}  // namespace gk::web::page
