#include "people/agency_change_service.hpp"

#include <string>
#include <utility>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/account_access_service.hpp"
#include "people/errors.hpp"
#include "people/store.hpp"

namespace gk::people {

void record_agency_act(store::Transaction& transaction, const Agency& agency, std::string_view act,
                       audit::Details details, const Actor& actor, Moment now) {
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(Permission::agency_manage, agency.id),
                                .act = std::string(act),
                                .object_kind = "agency",
                                .object_id = agency.public_id,
                                .agency = agency.id.value,
                                .details = std::move(details)});
}

Result<Agency> managed_agency(store::Snapshot& snapshot, std::string_view code,
                              const Actor& actor) {
    auto agency = find_agency(snapshot, code);
    if (!agency || !actor.may(Permission::agency_manage, agency->id)) {
        return error(agency_unknown, code);
    }
    return agency;
}

Result<Agency> changeable_agency(store::Snapshot& snapshot, std::string_view code,
                                 const AgencyChange& change, const Actor& actor, Date today) {
    GK_CHECK(check_reason(change.reason));
    GK_TRY(auto agency, managed_agency(snapshot, code, actor));
    if (agency.valid_to) {
        return error(agency_ended, agency.name, agency.valid_to->chinese());
    }
    const auto last = load_agency_acts(snapshot, agency.id).back().effective_on;
    if (change.effective_on > today || (last && change.effective_on < *last)) {
        return error(agency_change_date, change.effective_on.chinese()).at("effective_on");
    }
    return agency;
}

void append_agency_act(store::Transaction& transaction, const Agency& agency, AgencyAction action,
                       const AgencyChange& change, std::optional<Id<Agency>> other,
                       const Actor& actor, Moment now) {
    const auto acts = load_agency_acts(transaction, agency.id);
    insert_agency_act(transaction, agency.id,
                      {.number = static_cast<int>(acts.size()) + 1,
                       .action = action,
                       .effective_on = change.effective_on,
                       .name = agency.name,
                       .short_name = agency.short_name,
                       .other = other,
                       .reason = std::string(text::trim(change.reason)),
                       .actor = actor.trail_name(Permission::agency_manage, agency.id),
                       .acted_at = now});
}

}  // namespace gk::people
