// A table that goes on in another grid: its columns are known by the heads only where the grid has
// as many.
#include <string>

#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/read.hpp"

namespace gk::report {
namespace {

using law::ApplicationRow;

std::string row_of(std::string_view label, std::initializer_list<std::string_view> values) {
    auto row = "<tr><td>" + std::string(label) + "</td>";
    for (const auto value : values) {
        row += "<td>" + std::string(value) + "</td>";
    }
    return row + "</tr>";
}

AnnualReport read_tables(const std::string& rest) {
    const auto html =
        "<h1>某某镇人民政府2023年政府信息公开工作年度报告</h1>"
        "<p>三、收到和处理政府信息公开申请情况</p><table>" +
        row_of("",
               {"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"}) +
        row_of("一、本年新收政府信息公开申请数量", {"3", "", "0", "0", "0", "2", "5"}) +
        "</table><table>" + rest + "</table><p>四、其他</p>";
    const auto document = document::extract_here(html, "report.html");
    EXPECT_TRUE(document.has_value());
    return read(*document).report;
}

TEST(BrokenTable, is_read_on_in_a_grid_with_the_same_columns) {
    const auto report =
        read_tables(row_of("四、结转下年度继续办理", {"1", "", "0", "0", "0", "2", "3"}));
    const auto& row = report.applications.at(ApplicationRow::carried_out);
    EXPECT_EQ(row[0].value, Decimal(1));
    EXPECT_EQ(row[1].mark, Mark::blank);
    EXPECT_EQ(row[6].value, Decimal(3));
}

TEST(BrokenTable, is_left_out_where_a_column_that_was_empty_is_gone) {
    const auto report =
        read_tables(row_of("四、结转下年度继续办理", {"1", "0", "0", "0", "2", "3"}));
    const auto found = report.applications.find(ApplicationRow::carried_out);
    if (found != report.applications.end()) {
        for (const auto& figure : found->second) {
            EXPECT_EQ(figure.mark, Mark::absent) << "which column is gone cannot be known";
        }
    }
}

}  // namespace
}  // namespace gk::report
