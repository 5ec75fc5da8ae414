#include "people/agency.hpp"

#include <algorithm>
#include <array>

#include "base/assert.hpp"

namespace gk::people {

namespace {

constexpr std::array unit_kinds = {UnitKind::disclosure_office, UnitKind::internal_unit,
                                   UnitKind::field_office};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string_view key(UnitKind kind) {
    switch (kind) {
        case UnitKind::disclosure_office:
            return "disclosure_office";
        case UnitKind::internal_unit:
            return "internal_unit";
        case UnitKind::field_office:
            return "field_office";
    }
    GK_ASSERT(!"a kind of unit");
    return {};
}

std::string_view label(UnitKind kind) {
    switch (kind) {
        case UnitKind::disclosure_office:
            return "政府信息公开工作机构";
        case UnitKind::internal_unit:
            return "内设机构";
        case UnitKind::field_office:
            return "派出机构";
    }
    GK_ASSERT(!"a kind of unit");
    return {};
}

std::optional<UnitKind> unit_kind_of(std::string_view name) {
    const auto* const found =
        std::ranges::find_if(unit_kinds, [&](UnitKind kind) { return key(kind) == name; });
    return found == unit_kinds.end() ? std::nullopt : std::optional(*found);
}

bool is_agency_code(std::string_view text) {
    const auto is_allowed = [](char c) { return is_lower(c) || is_digit(c) || c == '-'; };
    return text.size() >= 2 && text.size() <= 40 && is_lower(text.front()) && text.back() != '-' &&
           std::ranges::all_of(text, is_allowed) && text.find("--") == std::string_view::npos;
}

}  // namespace gk::people
