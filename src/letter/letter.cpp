#include "letter/letter.hpp"

#include <algorithm>
#include <array>

#include "law/enum_table.hpp"

namespace gk::letter {

namespace {

struct RouteRow {
    DeliveryRoute value;
    std::string_view key;
    std::string_view label;
    std::string_view rule;
    bool counts_when_signed_for;
};

constexpr auto routes = law::enum_table(std::array<RouteRow, 5>{{
    {DeliveryRoute::counter, "counter", "当面领取", "签收之日", true},
    {DeliveryRoute::entrusted, "entrusted", "委托其他机关送达", "签收之日", true},
    {DeliveryRoute::mail, "mail", "邮寄", "交邮之日", false},
    {DeliveryRoute::internet, "internet", "互联网", "发出之日", false},
    {DeliveryRoute::fax, "fax", "传真", "发出之日", false},
}});

struct ReleaseRow {
    ReleaseStatus value;
    std::string_view key;
    std::string_view label;
};

constexpr auto releases = law::enum_table(std::array<ReleaseRow, 3>{{
    {ReleaseStatus::awaiting_review, "awaiting_review", "待审查"},
    {ReleaseStatus::cleared, "cleared", "可以提供"},
    {ReleaseStatus::refused, "refused", "不得提供"},
}});

}  // namespace

std::span<const DeliveryRoute> delivery_routes() {
    return routes.values();
}

std::string_view key(DeliveryRoute route) {
    return routes[route].key;
}

std::string_view label(DeliveryRoute route) {
    return routes[route].label;
}

std::optional<DeliveryRoute> delivery_route_of(std::string_view key) {
    return routes.value_of(key);
}

std::string_view delivery_rule(DeliveryRoute route) {
    return routes[route].rule;
}

bool counts_when_signed_for(DeliveryRoute route) {
    return routes[route].counts_when_signed_for;
}

std::span<const ReleaseStatus> release_statuses() {
    return releases.values();
}

std::string_view key(ReleaseStatus status) {
    return releases[status].key;
}

std::string_view label(ReleaseStatus status) {
    return releases[status].label;
}

std::optional<ReleaseStatus> release_status_of(std::string_view key) {
    return releases.value_of(key);
}

LetterStanding Letter::standing() const {
    LetterStanding standing{.agency = agency,
                            .kind = kind,
                            .status = status,
                            .writers = {},
                            .has_uncleared_files = false,
                            .lacks_severances = false};
    for (const auto& act : acts) {
        if (act.action == LetterAction::write) {
            standing.writers.push_back(act.actor);
        }
    }
    // 条例(2019)第37条: of a partial grant something is withheld, and it is said what.
    standing.lacks_severances =
        kind == law::LetterKind::granted_in_part && !released_files.empty() &&
        std::ranges::all_of(released_files,
                            [](const ReleasedFile& each) { return each.severances.empty(); });
    standing.has_uncleared_files = std::ranges::any_of(
        released_files,
        [](const ReleasedFile& each) { return each.status != ReleaseStatus::cleared; });
    return standing;
}

}  // namespace gk::letter
