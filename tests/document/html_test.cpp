#include "document/html.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "document/blocks.hpp"

namespace gk::document {
namespace {

using test::shown;

std::string read(std::string_view html, const ExtractLimits& limits = {}) {
    return shown(extract_html(html, limits));
}

TEST(Html, blocks_and_line_breaks_end_a_paragraph) {
    EXPECT_EQ(read("<div>一<p>二</p>三<br>四<br/><br/>五</div>六"), "一\n二\n三\n四\n五\n六\n");
}

TEST(Html, text_of_inline_elements_is_joined_without_inventing_spaces) {
    EXPECT_EQ(read("<p><span>2023</span><font>年<b>新收</b></font><o:p></o:p> 26 \n 件</p>"),
              "2023年新收 26 件\n");
    EXPECT_EQ(read("<p>政府\n    信息</p>"), "政府信息\n");
    EXPECT_EQ(read("<p>two\nwords</p>"), "two words\n");
}

TEST(Html, entities_are_resolved) {
    EXPECT_EQ(read("<p>&lt;a&gt; &amp;&#20844;&#x5F00;&nbsp;1</p>"),
              "<a> &公开\u00A0"
              "1\n");
}

TEST(Html, what_cannot_be_seen_is_no_part_of_a_figure) {
    EXPECT_EQ(read("<p>1&#8203;2&shy;3&#8288;4\uFEFF5 规\u200B章</p>"), "12345 规章\n");
}

TEST(Html, headings_have_their_level) {
    EXPECT_EQ(read("<h1>报告</h1><h3>一、<b>总体</b></h3><p>文</p>"), "#1 报告\n#3 一、总体\n文\n");
}

TEST(Html, the_first_title_is_the_title_and_no_title_is_text) {
    const auto document = extract_html(
        "<html><head><title>\n 年度 报告 </title></head><body><title>站</title>文</body></html>",
        {});
    EXPECT_EQ(document->title, "年度 报告");
    EXPECT_EQ(shown(document), "文\n");
}

TEST(Html, what_a_browser_hides_is_left_out) {
    EXPECT_EQ(read("<style>p{}</style><script>var a='<p>x</p>';</script><!-- 注 -->"
                   "<p style='DISPLAY : none'>甲</p><p hidden>乙</p><noscript>丙</noscript>"
                   "<template><p>丁</p></template><iframe>戊</iframe>"
                   "<p style='visibility: hidden'>己</p><span style='mso-hide:all'>庚</span>"
                   "<p style='text-decoration:none'>见</p>"),
              "见\n");
}

TEST(Html, what_a_rule_of_the_page_hides_is_left_out) {
    EXPECT_EQ(read("<style>@media print{.a{display:none}} .b, #c, p.d {color:red; display : none}"
                   " .a .e{display:none}</style>"
                   "<p class=a>1</p><p class='x b'>2</p><p id=c>3</p><p class=d>4</p>"
                   "<p class=e>5</p>"),
              "1\n5\n");
    EXPECT_EQ(read("<p>1<span style='font-size:0'>2</span><span style='font-size:0.9em'>3</span>"
                   "<span style='FONT-SIZE: 0px; color:red'>4</span><del>5</del></p>"),
              "13\n");
}

TEST(Html, what_is_filled_into_a_field_of_a_table_is_the_text_of_its_cell) {
    EXPECT_EQ(read("<input value=search><table><tr><td>规章</td><td><input value='3'>"
                   "<input type=hidden value=9></td></tr><tr><td>许可</td><td>4</td></tr></table>"),
              "grid 2x2\n0,0 规章\n0,1 3\n1,0 许可\n1,1 4\nend\n");
}

TEST(Html, preformatted_lines_keep_their_spaces) {
    EXPECT_EQ(read("<pre>规章   0\n  行政许可  <b>3</b>\n</pre>后"),
              "规章   0\n  行政许可  3\n后\n");
}

TEST(Html, a_table_is_a_grid_with_its_spans) {
    EXPECT_EQ(read("<table><tr><th rowspan=2>a</th><th colspan='2'>b</th></tr>"
                   "<tr><td>c</td><td>d</td></tr></table>"),
              "grid 2x3\n0,0 2x1 a\n0,1 1x2 b\n1,1 c\n1,2 d\nend\n");
}

TEST(Html, cells_with_paragraphs_and_breaks_have_lines) {
    EXPECT_EQ(read("<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td>"
                   "<td> <span>0</span>\n</td></tr></table>"),
              "grid 1x3\n0,0 商业⏎企业\n0,1 科研⏎机构\n0,2 0\nend\n");
}

TEST(Html, spans_are_cut_to_the_table) {
    EXPECT_EQ(read("<table><tr><td rowspan=9>a<td colspan=0>b</tr><tr><td rowspan=x>c</table>"),
              "grid 2x2\n0,0 2x1 a\n0,1 b\n1,1 c\nend\n");
    // A row span ends with its row group; 0 means up to there.
    EXPECT_EQ(read("<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody>"
                   "<tbody><tr><td>d<td>e</tbody></table>"),
              "grid 3x2\n0,0 2x1 a\n0,1 b\n1,1 c\n2,0 d\n2,1 e\nend\n");
    EXPECT_EQ(read("<table><tr><td>a<td rowspan=2>b<tr><td colspan=5>c</table>"),
              "grid 2x2\n0,0 a\n0,1 2x1 b\n1,0 c\nend\n");
}

TEST(Html, a_table_of_one_cell_or_one_column_is_running_text) {
    EXPECT_EQ(read("<table><tr><td><p>一</p><p>二</p></td></tr><tr><td>三</td></tr></table>"),
              "一\n二\n三\n");
}

TEST(Html, a_layout_table_gives_way_to_the_tables_inside) {
    EXPECT_EQ(read("<table><tr><td>菜单</td><td><h2>报告</h2><p>一、总体情况</p>"
                   "<table><tr><td>规章</td><td>0</td></tr></table><p>三、</p></td></tr></table>"),
              "菜单\n#2 报告\n一、总体情况\ngrid 1x2\n0,0 规章\n0,1 0\nend\n三、\n");
}

TEST(Html, a_table_of_figures_stays_whole_around_a_small_inner_one) {
    EXPECT_EQ(read("<table><tr><td>a</td><td>1</td><td>2</td><td>3</td></tr>"
                   "<tr><td>b<table><tr><td>x</td><td>9</td></tr></table></td>"
                   "<td><table><tr><td>4</td></tr></table></td><td>5</td><td>6</td></tr></table>"),
              "grid 2x4\n0,0 a\n0,1 1\n0,2 2\n0,3 3\n1,0 b\n1,1 4\n1,2 5\n1,3 6\nend\n"
              "grid 1x2\n0,0 x\n0,1 9\nend\n");
}

TEST(Html, a_cell_that_holds_an_article_is_running_text) {
    std::string article;
    std::string lines;
    for (int i = 0; i < 40; ++i) {
        article += fmt::format("<p>第{}段</p>", i);
        lines += fmt::format("第{}段\n", i);
    }
    EXPECT_EQ(read("<table><tr><td>菜单</td><td>" + article + "</td></tr></table>"),
              "菜单\n" + lines);
}

TEST(Html, hidden_rows_and_cells_are_left_out) {
    EXPECT_EQ(read("<table><tr style='display:none'><td>x<td>y</tr>"
                   "<tr><td>a<td hidden>z<td>b</tr></table>"),
              "grid 1x2\n0,0 a\n0,1 b\nend\n");
}

TEST(Html, text_and_captions_between_rows_stand_before_the_table) {
    EXPECT_EQ(
        read("<table><caption>表三</caption><tr><td>a<td>1</tr>散<tr><td>b<td>2</tr></table>"),
        "表三\n散\ngrid 2x2\n0,0 a\n0,1 1\n1,0 b\n1,1 2\nend\n");
}

TEST(Html, rows_of_a_page_that_begins_within_a_table_are_a_grid) {
    EXPECT_EQ(read("<tr><td>a</td><td>1</td></tr>\n<tr><td>b</td><td>2</td></tr><p>后</p>"),
              "grid 2x2\n0,0 a\n0,1 1\n1,0 b\n1,1 2\nend\n后\n");
}

TEST(Html, a_page_cut_within_a_table_gives_what_is_there) {
    EXPECT_EQ(read("<p>前<table><tr><td>规章</td><td>3</td><td>1"),
              "前\ngrid 1x3\n0,0 规章\n0,1 3\n0,2 1\nend\n");
}

TEST(Html, elements_nested_too_deep_are_refused) {
    std::string deep;
    for (int i = 0; i < 600; ++i) {
        deep += "<div>";
    }
    EXPECT_EQ(read(deep), "PROBLEM document.too_deep");
    EXPECT_EQ(read("<div><div><p>浅</p></div></div>"), "浅\n");
}

TEST(Html, a_table_beyond_the_limits_is_refused) {
    ExtractLimits limits;
    limits.grid_cells_max = 8;
    EXPECT_EQ(read("<table><tr><td>1<td>2<td>3<tr><td>1<tr><td>1</table>", limits),
              "PROBLEM document.too_many_parts");
    limits.blocks_max = 1;
    EXPECT_EQ(read("<b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b><b></b>", limits),
              "PROBLEM document.too_many_parts");
}

TEST(Html, a_tag_of_thousands_of_attributes_is_refused) {
    std::string names;
    std::string values;
    for (int i = 0; i < 3000; ++i) {
        names += fmt::format(" a{}", i);
        values += fmt::format("a{}='1'", i);
    }
    EXPECT_EQ(read("<p" + names + ">x"), "PROBLEM document.too_many_parts");
    EXPECT_EQ(read("<p b = '>'" + names + ">x"), "PROBLEM document.too_many_parts");
    EXPECT_EQ(read("<p " + values + ">x"), "PROBLEM document.too_many_parts");
    EXPECT_EQ(read("<script>if (a <b) {" + names + "}</script><!-- <b " + names + " --><p title='" +
                   names + "'>见</p>"),
              "见\n");
}

TEST(Html, nothing_but_white_space_is_an_empty_document) {
    EXPECT_EQ(read(" \n"), "");
}

TEST(Html, digits_above_the_line_do_not_join_those_before_them) {
    EXPECT_EQ(read("<p>12<sup>1</sup> 1000m<sup>2</sup> 见<sup><a href=#n>[3]</a></sup></p>"),
              "12¹ 1000m² 见[³]\n");
}

}  // namespace
}  // namespace gk::document
