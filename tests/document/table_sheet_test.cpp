#include "document/table_sheet.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "document/scratch_file.hpp"

namespace gk::document {
namespace {

using ::testing::HasSubstr;

// What a program that is not ours reads: the value of every cell with its type and format.
std::string read_by_openpyxl(std::string_view bytes) {
    const ScratchFile file;
    std::ofstream(file.path(), std::ios::binary) << bytes;
    const auto named = file.path() + ".xlsx";
    std::filesystem::copy_file(file.path(), named);
    const auto command =
        "/usr/bin/python3 -c 'import openpyxl,sys\n"
        "sheet=openpyxl.load_workbook(sys.argv[1]).active\n"
        "print(sheet.title, sheet.freeze_panes)\n"
        "for row in sheet.iter_rows():\n"
        "  print(*[f\"{c.value}:{type(c.value).__name__}:{c.number_format}\" for c in "
        "row],sep=\"|\")"
        "' " +
        named + " 2>&1";
    auto* pipe = popen(command.c_str(), "r");
    std::string read;
    std::array<char, 4096> part{};
    while (const auto size = fread(part.data(), 1, part.size(), pipe)) {
        read.append(part.data(), size);
    }
    pclose(pipe);
    std::filesystem::remove(named);
    return read;
}

TEST(TableSheet, writes_dates_as_dates_and_identity_numbers_as_text) {
    TableSheet sheet("登记表",
                     {{"编号", 20}, {"收到日期", 12}, {"时间", 18}, {"份数", 8}, {"备注"}});
    const SheetCell row[] = {std::string("110101199003070000"),
                             Date(2026, 2, 28),
                             first_moment(Date(2026, 3, 1)),
                             std::int64_t{12},
                             {}};
    sheet.add_row(row);
    const SheetCell odd[] = {std::string("=1+1"),
                             {},
                             {},
                             std::int64_t{1'234'567'890'123'456'789},
                             std::string("第一行\n第二行")};
    sheet.add_row(odd);
    EXPECT_EQ(read_by_openpyxl(sheet.finish()),
              "登记表 A2\n"
              "编号:str:General|收到日期:str:General|时间:str:General|份数:str:General|"
              "备注:str:General\n"
              "110101199003070000:str:General|2026-02-28 00:00:00:datetime:yyyy-mm-dd|"
              "2026-03-01 00:00:00:datetime:yyyy-mm-dd hh:mm|12:int:General|"
              "None:NoneType:General\n"
              "=1+1:str:General|None:NoneType:General|None:NoneType:General|"
              "1234567890123456789:str:General|第一行\n第二行:str:General\n");
}

TEST(TableSheet, cuts_a_text_that_no_cell_can_hold) {
    TableSheet sheet("表", {{"文字"}});
    std::string text;
    for (int count = 0; count < 40'000; ++count) {
        text += "字";
    }
    const SheetCell row[] = {text};
    sheet.add_row(row);
    EXPECT_THAT(read_by_openpyxl(sheet.finish()), HasSubstr("字…:str"));
}

TEST(TableSheet, takes_as_many_cells_as_columns_and_none_after_the_end) {
    TableSheet sheet("表", {{"一"}, {"二"}});
    const SheetCell one[] = {std::string("a")};
    EXPECT_THROW(sheet.add_row(one), Bug);
    static_cast<void>(sheet.finish());
    const SheetCell two[] = {std::string("a"), std::string("b")};
    EXPECT_THROW(sheet.add_row(two), Bug);
    EXPECT_THROW(static_cast<void>(sheet.finish()), Bug);
}

}  // namespace
}  // namespace gk::document
