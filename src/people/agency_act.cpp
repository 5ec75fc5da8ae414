#include "people/agency_act.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "law/enum_table.hpp"

namespace gk::people {

namespace {

struct Row {
    AgencyAction value;
    std::string_view key;
    std::string_view label;
};

constexpr auto table = law::enum_table(std::array{
    Row{AgencyAction::establish, "establish", "设立"},
    Row{AgencyAction::rename, "rename", "更名"},
    Row{AgencyAction::merge, "merge", "并入其他机关"},
    Row{AgencyAction::split, "split", "分出新机关"},
    Row{AgencyAction::end, "end", "撤销"},
    Row{AgencyAction::move, "move", "调整隶属"},
});

bool holds_on(std::optional<Date> from, std::optional<Date> to, Date day) {
    return (!from || *from <= day) && (!to || day <= *to);
}

}  // namespace

std::span<const AgencyAction> agency_actions() {
    return table.values();
}

std::string_view key(AgencyAction action) {
    return table[action].key;
}

std::string_view label(AgencyAction action) {
    return table[action].label;
}

std::optional<AgencyAction> agency_action_of(std::string_view key) {
    return table.value_of(key);
}

bool exists_on(const Agency& agency, Date day) {
    return holds_on(agency.valid_from, agency.valid_to, day);
}

bool exists_on(const Unit& unit, Date day) {
    return holds_on(unit.valid_from, unit.valid_to, day);
}

bool has_unit_on(const Agency& agency, std::string_view unit_code, Date day) {
    return std::ranges::any_of(agency.units, [&](const Unit& unit) {
        return unit.code == unit_code && exists_on(unit, day);
    });
}

Agency as_of(Agency agency, std::span<const AgencyAct> acts, Date day) {
    bool is_first = true;
    for (const auto& act : acts) {
        if (is_first || !act.effective_on || *act.effective_on <= day) {
            agency.name = act.name;
            agency.short_name = act.short_name;
        }
        is_first = false;
    }
    for (const auto& act : std::ranges::reverse_view(acts)) {
        if (act.action == AgencyAction::move && act.effective_on && *act.effective_on > day) {
            agency.parent = act.other;
        }
    }
    std::erase_if(agency.units, [day](const Unit& unit) { return !exists_on(unit, day); });
    return agency;
}

}  // namespace gk::people
