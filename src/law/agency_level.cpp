#include "law/agency_level.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::law {

namespace {

using enum AgencyLevel;

struct Row {
    AgencyLevel value;
    std::string_view key;
    std::string_view label;
    bool may_make_government_rules;
};

// 立法法(2023)第91条第1款：国务院各部、委员会、中国人民银行、审计署和具有行政管理职能的直属机构
// 以及法律规定的机构，可以……制定规章。第93条第1款：省、自治区、直辖市和设区的市、自治州的人民
// 政府，可以……制定规章。
constexpr auto table = enum_table(std::to_array<Row>({
    {state_council_department, "state_council_department", "国务院部门", true},
    {province, "province", "省、自治区、直辖市人民政府", true},
    {prefecture, "prefecture", "设区的市、自治州人民政府", true},
    {county, "county", "县级人民政府", false},
    {township, "township", "乡镇人民政府", false},
    {subdistrict, "subdistrict", "街道办事处", false},
    {province_department, "province_department", "省级人民政府部门", false},
    {prefecture_department, "prefecture_department", "设区的市级人民政府部门", false},
    {county_department, "county_department", "县级人民政府部门", false},
}));

}  // namespace

std::string_view key(AgencyLevel level) {
    return table[level].key;
}

std::string_view label(AgencyLevel level) {
    return table[level].label;
}

std::optional<AgencyLevel> agency_level_of(std::string_view key) {
    return table.value_of(key);
}

std::span<const AgencyLevel> agency_levels() {
    return table.values();
}

bool may_make_government_rules(AgencyLevel level) {
    return table[level].may_make_government_rules;
}

}  // namespace gk::law
