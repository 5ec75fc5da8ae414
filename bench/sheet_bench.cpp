// A list of 50,000 rows as a spreadsheet, beside the same texts only copied into one string in the
// same run. Answers 1 where the sheet takes longer than ten seconds.
#include <chrono>

#include <fmt/format.h>

#include "document/table_sheet.hpp"

namespace {

constexpr int rows = 50'000;
constexpr double seconds_max = 10;

template <typename Function>
double seconds_of(const Function& function) {
    const auto begin = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<gk::document::SheetCell> cells_of(int row) {
    return {fmt::format("xigebi-2026-{:06}", row),
            gk::Date(2026, 1, 1).plus_days(row % 365),
            gk::Moment{1'767'200'000'000 + row * 60'000LL},
            std::string("申请公开本镇2025年度财政预算执行情况"),
            std::string("张*"),
            std::string("110101********0000"),
            std::int64_t{row % 20},
            std::string("办理中")};
}

}  // namespace

int main() {
    std::size_t size = 0;
    const auto sheet_seconds = seconds_of([&] {
        gk::document::TableSheet sheet("办件", {{"编号"},
                                                {"收到日期"},
                                                {"登记时间"},
                                                {"内容", 50},
                                                {"申请人"},
                                                {"证件号码"},
                                                {"剩余工作日"},
                                                {"状态"}});
        for (int row = 0; row < rows; ++row) {
            sheet.add_row(cells_of(row));
        }
        size = sheet.finish().size();
    });
    std::string copied;
    const auto copy_seconds = seconds_of([&] {
        for (int row = 0; row < rows; ++row) {
            for (const auto& cell : cells_of(row)) {
                if (const auto* text = std::get_if<std::string>(&cell)) {
                    copied += *text;
                }
            }
        }
    });
    fmt::print("| rows | bytes | seconds | × copying the texts ({} bytes) |\n|---|---|---|---|\n",
               copied.size());
    fmt::print("| {} | {} | {:.2f} | {:.0f} |\n", rows, size, sheet_seconds,
               sheet_seconds / copy_seconds);
    return sheet_seconds <= seconds_max ? 0 : 1;
}
