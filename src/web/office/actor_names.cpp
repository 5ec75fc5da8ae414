#include "web/office/actor_names.hpp"

#include "application/event.hpp"
#include "people/account_store.hpp"

namespace gk::web::office {

namespace {

constexpr std::string_view on_behalf_of = " on behalf of ";
constexpr std::string_view account_prefix = "user:";
constexpr std::string_view operator_prefix = "cli:";

}  // namespace

std::string ActorNames::of(std::string_view trail_name) {
    const auto place = trail_name.find(on_behalf_of);
    if (place == std::string_view::npos) {
        return of_one(trail_name);
    }
    return of_one(trail_name.substr(0, place)) + "代" +
           of_one(trail_name.substr(place + on_behalf_of.size()));
}

std::string ActorNames::of_one(std::string_view trail_name) {
    if (trail_name == application::applicant_actor().name) {
        return "申请人";
    }
    if (trail_name.starts_with(operator_prefix)) {
        return "系统操作员";
    }
    if (!trail_name.starts_with(account_prefix)) {
        return std::string(trail_name);
    }
    if (const auto known = known_.find(trail_name); known != known_.end()) {
        return known->second;
    }
    const auto account = database_.read([&](store::Snapshot& snapshot) {
        return people::load_account_named(snapshot, trail_name.substr(account_prefix.size()));
    });
    const auto name = account ? account->display_name : std::string(trail_name);
    known_.emplace(trail_name, name);
    return name;
}

}  // namespace gk::web::office
