#include "web/office/actor_names.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/event.hpp"
#include "people/account_store.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;

constexpr std::string_view on_behalf_of = " on behalf of ";
constexpr std::string_view account_prefix = "user:";
constexpr std::string_view operator_prefix = "cli:";
constexpr std::array<std::string_view, 5> fields_with_names = {"actor", "added_by", "given_by",
                                                               "loaded_by", "reviewed_by"};

// Who acted, and for whom; the second empty where nobody else is concerned.
std::pair<std::string_view, std::string_view> parts_of(std::string_view trail_name) {
    const auto place = trail_name.find(on_behalf_of);
    if (place == std::string_view::npos) {
        return {trail_name, {}};
    }
    return {trail_name.substr(0, place), trail_name.substr(place + on_behalf_of.size())};
}

bool holds_a_name(std::string_view key, const json::value& value) {
    return value.is_string() &&
           std::ranges::find(fields_with_names, key) != fields_with_names.end();
}

void collect_names(const json::value& value, std::vector<std::string>& names) {
    if (const auto* array = value.if_array()) {
        for (const auto& each : *array) {
            collect_names(each, names);
        }
    } else if (const auto* object = value.if_object()) {
        for (const auto& [key, each] : *object) {
            if (holds_a_name(key, each)) {
                names.emplace_back(each.get_string());
            } else {
                collect_names(each, names);
            }
        }
    }
}

void set_names(json::value& value, const ActorNames& names) {
    if (auto* array = value.if_array()) {
        for (auto& each : *array) {
            set_names(each, names);
        }
        return;
    }
    auto* object = value.if_object();
    if (object == nullptr) {
        return;
    }
    std::vector<std::pair<std::string, std::string>> found;
    for (auto& member : *object) {
        if (holds_a_name(member.key(), member.value())) {
            found.emplace_back(std::string(member.key()) + "_name",
                               names.of(member.value().get_string()));
        } else {
            set_names(member.value(), names);
        }
    }
    for (const auto& [key, name] : found) {
        (*object)[key] = name;
    }
}

}  // namespace

ActorNames::ActorNames(store::Database& database, std::span<const std::string> trail_names) {
    std::set<std::string> login_names;
    for (const auto& name : trail_names) {
        const auto [actor, other] = parts_of(name);
        for (const auto part : {actor, other}) {
            if (part.starts_with(account_prefix)) {
                login_names.emplace(part.substr(account_prefix.size()));
            }
        }
    }
    if (login_names.empty()) {
        return;
    }
    const std::vector<std::string> asked(login_names.begin(), login_names.end());
    database.read([&](store::Snapshot& snapshot) {
        display_names_ = people::load_display_names(snapshot, asked);
    });
}

std::string ActorNames::of(std::string_view trail_name) const {
    const auto [actor, other] = parts_of(trail_name);
    return other.empty() ? of_one(actor) : of_one(actor) + "代" + of_one(other);
}

std::string ActorNames::of_one(std::string_view trail_name) const {
    if (trail_name == application::applicant_actor().name) {
        return "申请人";
    }
    if (trail_name.starts_with(operator_prefix)) {
        return "系统操作员";
    }
    if (trail_name.starts_with(account_prefix)) {
        const auto known = display_names_.find(trail_name.substr(account_prefix.size()));
        if (known != display_names_.end()) {
            return known->second;
        }
    }
    return std::string(trail_name);
}

void add_actor_names(json::object& answer, store::Database& database) {
    json::value whole(std::move(answer));
    std::vector<std::string> trail_names;
    collect_names(whole, trail_names);
    set_names(whole, ActorNames(database, trail_names));
    answer = std::move(whole.get_object());
}

api::Field actor_name_field(std::string_view of, std::string_view label) {
    return {std::string(of) + "_name", std::string(label), api::text_or_empty(500)};
}

}  // namespace gk::web::office
