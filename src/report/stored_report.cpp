#include "report/stored_report.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::report {

namespace {

struct OriginRow {
    CellOrigin value;
    std::string_view key;
    std::string_view label;
};

constexpr auto origins = law::enum_table(std::array<OriginRow, 3>{{
    {CellOrigin::typed, "typed", "手工录入"},
    {CellOrigin::imported, "imported", "从文件导入"},
    {CellOrigin::computed, "computed", "由案件计算"},
}});

}  // namespace

std::string_view key(CellOrigin origin) {
    return origins[origin].key;
}

std::string_view label(CellOrigin origin) {
    return origins[origin].label;
}

std::optional<CellOrigin> cell_origin_of(std::string_view key) {
    return origins.value_of(key);
}

std::string_view format_key(std::optional<law::ReportFormat> format) {
    return format ? law::key(*format) : "none";
}

}  // namespace gk::report
