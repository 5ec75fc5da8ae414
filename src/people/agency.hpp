// Agencies (行政机关, 条例 art. 2) and what they consist of. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "law/agency_level.hpp"

namespace gk::people {

// 工作机构 (art. 4), 内设机构 and 派出机构 (art. 10).
enum class UnitKind { disclosure_office, internal_unit, field_office };

[[nodiscard]] std::string_view key(UnitKind kind);
[[nodiscard]] std::string_view label(UnitKind kind);
[[nodiscard]] std::optional<UnitKind> unit_kind_of(std::string_view name);

struct Unit {
    std::string code;  // Unique within its agency.
    std::string name;
    UnitKind kind = UnitKind::internal_unit;
    std::optional<Date> valid_from = {};
    std::optional<Date> valid_to = {};  // The last day.

    friend bool operator==(const Unit&, const Unit&) = default;
};

struct Agency {
    Id<Agency> id;
    std::string public_id;
    std::string code;        // The slug in addresses and commands; never changes.
    std::string name;        // 沙湾市西戈壁镇人民政府
    std::string short_name;  // 西戈壁镇
    law::AgencyLevel level = law::AgencyLevel::township;
    std::optional<Id<Agency>> parent;
    std::optional<Date> valid_from;  // Nothing: from before anyone wrote it down.
    std::optional<Date> valid_to;    // The last day; nothing: it exists.
    std::vector<Unit> units;         // In the order in which they were given.
};

// A slug: a Latin letter, then 1 to 39 lower-case letters, digits or single hyphens between them.
[[nodiscard]] bool is_agency_code(std::string_view text);

}  // namespace gk::people
