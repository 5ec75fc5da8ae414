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
    return {.code = row.get<std::string>(1), .name = row.get<std::string>(2), .kind = *kind};
}

std::optional<Agency> with_units(store::Snapshot& snapshot, store::Statement row) {
    if (!row.next()) {
        return std::nullopt;
    }
    auto agency = agency_of(row);
    auto units = snapshot.query(
        "SELECT agency_id, code, name, kind FROM units WHERE agency_id = ? ORDER BY position",
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
        transaction.execute(
            "INSERT INTO units (agency_id, code, position, name, kind) VALUES (?, ?, ?, ?, ?)",
            agency.id, unit.code, position++, unit.name, key(unit.kind));
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
        "SELECT agency_id, code, name, kind FROM units ORDER BY agency_id, position");
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

}  // namespace gk::people
