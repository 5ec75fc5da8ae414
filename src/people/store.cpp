#include "people/store.hpp"

#include <map>
#include <utility>

#include "base/assert.hpp"

namespace gk::people {

namespace {

const std::string select_agency =
    "SELECT id, public_id, code, name, short_name, level, parent_id, valid_from, valid_to"
    " FROM agencies";

Agency agency_of(const store::Statement& row) {
    const auto level = law::agency_level_of(row.get<std::string>(5));
    GK_ASSERT(level.has_value());
    return {.id = row.get<Id<Agency>>(0),
            .public_id = row.get<std::string>(1),
            .code = row.get<std::string>(2),
            .name = row.get<std::string>(3),
            .short_name = row.get<std::string>(4),
            .level = *level,
            .parent = row.get<std::optional<Id<Agency>>>(6),
            .valid_from = row.get<std::optional<Date>>(7),
            .valid_to = row.get<std::optional<Date>>(8),
            .units = {}};
}

Unit unit_of(const store::Statement& row) {
    const auto kind = unit_kind_of(row.get<std::string>(3));
    GK_ASSERT(kind.has_value());
    return {.code = row.get<std::string>(1),
            .name = row.get<std::string>(2),
            .kind = *kind,
            .valid_from = row.get<std::optional<Date>>(4),
            .valid_to = row.get<std::optional<Date>>(5)};
}

std::optional<Agency> with_units(store::Snapshot& snapshot, store::Statement row) {
    if (!row.next()) {
        return std::nullopt;
    }
    auto agency = agency_of(row);
    auto units = snapshot.query(
        "SELECT agency_id, code, name, kind, valid_from, valid_to FROM units WHERE agency_id = ? "
        "ORDER BY position",
        agency.id);
    while (units.next()) {
        agency.units.push_back(unit_of(units));
    }
    return agency;
}

}  // namespace

Agency insert_agency(store::Transaction& transaction, Agency agency) {
    auto row = transaction.query(
        "INSERT INTO agencies"
        " (public_id, code, name, short_name, level, parent_id, valid_from, valid_to)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        agency.public_id, agency.code, agency.name, agency.short_name, law::key(agency.level),
        agency.parent, agency.valid_from, agency.valid_to);
    GK_ASSERT(row.next());
    agency.id = row.get<Id<Agency>>(0);
    for (int position = 0; const auto& unit : agency.units) {
        insert_unit(transaction, agency.id, position++, unit);
    }
    return agency;
}

std::optional<Agency> load_agency(store::Snapshot& snapshot, std::string_view code) {
    return with_units(snapshot, snapshot.query(select_agency + " WHERE code = ?", code));
}

std::optional<Agency> load_agency(store::Snapshot& snapshot, Id<Agency> id) {
    return with_units(snapshot, snapshot.query(select_agency + " WHERE id = ?", id));
}

std::vector<Agency> load_agencies(store::Snapshot& snapshot) {
    std::map<Id<Agency>, std::vector<Unit>> units;
    auto unit = snapshot.query(
        "SELECT agency_id, code, name, kind, valid_from, valid_to FROM units ORDER BY agency_id, "
        "position");
    while (unit.next()) {
        units[unit.get<Id<Agency>>(0)].push_back(unit_of(unit));
    }
    std::vector<Agency> agencies;
    auto row = snapshot.query(select_agency + " ORDER BY code");
    while (row.next()) {
        agencies.push_back(agency_of(row));
        agencies.back().units = std::move(units[agencies.back().id]);
    }
    return agencies;
}

void update_agency(store::Transaction& transaction, const Agency& agency) {
    transaction.execute(
        "UPDATE agencies SET name = ?, short_name = ?, parent_id = ?, valid_to = ? WHERE id = ?",
        agency.name, agency.short_name, agency.parent, agency.valid_to, agency.id);
}

void insert_agency_act(store::Transaction& transaction, Id<Agency> agency, const AgencyAct& act) {
    transaction.execute(
        "INSERT INTO agency_acts (agency_id, number, action, effective_on, name, short_name,"
        " other_agency_id, reason, actor, acted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        agency, act.number, key(act.action), act.effective_on, act.name, act.short_name, act.other,
        act.reason, act.actor, act.acted_at);
}

std::vector<AgencyAct> load_agency_acts(store::Snapshot& snapshot, Id<Agency> agency) {
    std::vector<AgencyAct> acts;
    auto row = snapshot.query(
        "SELECT number, action, effective_on, name, short_name, other_agency_id, reason, actor,"
        " acted_at FROM agency_acts WHERE agency_id = ? ORDER BY number",
        agency);
    while (row.next()) {
        const auto action = agency_action_of(row.get<std::string>(1));
        GK_ASSERT(action.has_value());
        acts.push_back({.number = row.get<int>(0),
                        .action = *action,
                        .effective_on = row.get<std::optional<Date>>(2),
                        .name = row.get<std::string>(3),
                        .short_name = row.get<std::string>(4),
                        .other = row.get<std::optional<Id<Agency>>>(5),
                        .reason = row.get<std::string>(6),
                        .actor = row.get<std::string>(7),
                        .acted_at = row.get<Moment>(8)});
    }
    return acts;
}

std::vector<Id<Agency>> load_agencies_moved_from(store::Snapshot& snapshot, Id<Agency> above) {
    std::vector<Id<Agency>> agencies;
    auto row = snapshot.query(
        "SELECT DISTINCT agency_id FROM agency_acts WHERE other_agency_id = ? AND action = ?",
        above, key(AgencyAction::move));
    while (row.next()) {
        agencies.push_back(row.get<Id<Agency>>(0));
    }
    return agencies;
}

void insert_unit(store::Transaction& transaction, Id<Agency> agency, int position,
                 const Unit& unit) {
    transaction.execute(
        "INSERT INTO units (agency_id, code, position, name, kind, valid_from, valid_to)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        agency, unit.code, position, unit.name, key(unit.kind), unit.valid_from, unit.valid_to);
}

void update_unit(store::Transaction& transaction, Id<Agency> agency, const Unit& unit) {
    transaction.execute("UPDATE units SET name = ?, valid_to = ? WHERE agency_id = ? AND code = ?",
                        unit.name, unit.valid_to, agency, unit.code);
}

void end_holdings_of_unit(store::Transaction& transaction, Id<Agency> agency,
                          std::string_view unit_code, Date last_day) {
    transaction.execute(
        "UPDATE role_holdings SET valid_to = ? WHERE agency_id = ? AND unit_code = ?"
        " AND (valid_to IS NULL OR valid_to > ?)",
        last_day, agency, unit_code, last_day);
}

}  // namespace gk::people
