#include "application/third_party_service.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "application/acting_service.hpp"
#include "application/entry_json.hpp"
#include "application/errors.hpp"
#include "audit/store.hpp"
#include "base/assert.hpp"

namespace gk::application {

namespace {

using people::Permission;
using store::Snapshot;
using store::Transaction;

struct NamingAct {
    Id<people::Agency> agency;
    Id<Case> of;
    int number = 0;
    std::string entry;
};

std::vector<NamingAct> load_naming_acts(Snapshot& snapshot) {
    constexpr int batch_size = 200;
    std::vector<NamingAct> acts;
    auto row = snapshot.query(
        "SELECT e.agency_id, e.case_id, e.number, e.entry FROM case_events e"
        " WHERE e.action = 'consult' AND e.entry LIKE ? AND NOT EXISTS"
        " (SELECT 1 FROM case_parties p WHERE p.agency_id = e.agency_id"
        " AND p.case_id = e.case_id AND p.event_number = e.number)"
        " ORDER BY e.agency_id, e.case_id, e.number LIMIT ?",
        R"(%"consulted":")" + std::string(key(law::Consulted::third_party)) + "\"%", batch_size);
    while (row.next()) {
        acts.push_back({.agency = row.get<Id<people::Agency>>(0),
                        .of = row.get<Id<Case>>(1),
                        .number = row.get<int>(2),
                        .entry = row.get<std::string>(3)});
    }
    return acts;
}

void seal(Transaction& transaction, const people::KeyRing& ring, const NamingAct& act) {
    auto entry = parse_entry(act.entry);
    GK_ASSERT(entry.has_value());
    const auto party = take_third_party(Action::consult, *entry).value_or(ThirdParty{});
    insert_third_party(transaction, ring, act.agency, act.of, act.number, party);
    transaction.execute(
        "UPDATE case_events SET entry = ? WHERE agency_id = ? AND case_id = ? AND number = ?",
        entry_json(*entry), act.agency, act.of, act.number);
}

}  // namespace

Result<std::vector<KeptThirdParty>> view_third_parties(const Desk& desk, std::string_view case_id,
                                                       const people::Actor& actor, Moment now) {
    using Parties = std::vector<KeptThirdParty>;
    return desk.database.write([&](Transaction& transaction) -> Result<Parties> {
        GK_TRY(const auto found, load_for(transaction, case_id, actor));
        if (!actor.may(Permission::applicant_read, found.agency)) {
            return error(not_permitted, "查看第三方", people::label(Permission::applicant_read));
        }
        GK_TRY(auto parties, load_third_parties(transaction, desk.ring, found));
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::applicant_read, found.agency),
                       .act = "case.view_third_parties",
                       .object_kind = "case",
                       .object_id = found.public_id,
                       .agency = found.agency.value,
                       .details = {{"number", found.number}}});
        return parties;
    });
}

Result<void> name_third_parties(Snapshot& snapshot, const people::KeyRing& ring, Case& of) {
    GK_TRY(const auto parties, load_third_parties(snapshot, ring, of));
    for (const auto& [number, party] : parties) {
        const auto found = std::ranges::find(of.events, number, &Event::number);
        if (found != of.events.end() && !party.name.empty()) {
            found->entry.party = party.name;
            found->entry.contact = party.contact;
        }
    }
    return {};
}

std::int64_t seal_named_third_parties(const Desk& desk, const people::Actor& actor, Moment now) {
    std::int64_t sealed_count = 0;
    // Looked for outside of the writer: mostly there is nothing to do.
    const auto is_left = [](Snapshot& snapshot) { return !load_naming_acts(snapshot).empty(); };
    while (desk.database.read(is_left)) {
        sealed_count += desk.database.write([&](Transaction& transaction) {
            const auto acts = load_naming_acts(transaction);
            for (const auto& act : acts) {
                seal(transaction, desk.ring, act);
            }
            const auto count = static_cast<std::int64_t>(acts.size());
            audit::append(transaction, {.at = now,
                                        .actor = actor.name,
                                        .act = "case.seal_third_parties",
                                        .object_kind = "case_parties",
                                        .object_id = now.date().iso(),
                                        .agency = {},
                                        .details = {{"count", std::to_string(count)}}});
            return count;
        });
    }
    return sealed_count;
}

}  // namespace gk::application
