// Years as reports print them: 2023年, 二〇二三年度, （2023）.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gk::report {

struct FoundYear {
    int year = 0;
    std::size_t at = 0;
    std::size_t size = 0;  // With 年 and 度.
};

// Half width, without spaces and book marks: what the functions below take.
[[nodiscard]] std::string squeezed(std::string_view utf8);

// The first year from 2008 to 2099.
[[nodiscard]] std::optional<FoundYear> find_year(std::string_view text);

// The year of 统计期限为2025年1月1日至12月31日, as printed.
[[nodiscard]] std::optional<int> year_of_period(std::string_view line);

// A line that is a date, in either kind of digits, and no more.
[[nodiscard]] bool is_date_line(std::string_view text);

}  // namespace gk::report
