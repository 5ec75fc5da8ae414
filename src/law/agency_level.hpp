// The levels of agencies that the law distinguishes: who may make 规章 (立法法 arts 91, 93), who
// publishes what (条例 arts 20, 21), who must report by when (条例 art. 49).
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace gk::law {

enum class AgencyLevel {
    state_council_department,  // 国务院部门
    province,                  // 省、自治区、直辖市人民政府
    prefecture,                // 设区的市、自治州人民政府
    county,                    // 县级人民政府
    township,                  // 乡镇人民政府
    subdistrict,               // 街道办事处
    province_department,
    prefecture_department,
    county_department,
};

[[nodiscard]] std::string_view key(AgencyLevel level);
[[nodiscard]] std::string_view label(AgencyLevel level);
[[nodiscard]] std::optional<AgencyLevel> agency_level_of(std::string_view key);
[[nodiscard]] std::span<const AgencyLevel> agency_levels();
// 立法法 (2023) arts 91 and 93: ministries, provinces, cities with districts, prefectures.
[[nodiscard]] bool may_make_government_rules(AgencyLevel level);

}  // namespace gk::law
