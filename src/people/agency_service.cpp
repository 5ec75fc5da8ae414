#include "people/agency_service.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "people/account_access_service.hpp"
#include "people/agency_change_service.hpp"
#include "people/errors.hpp"
#include "people/store.hpp"

namespace gk::people {

namespace {

bool is_or_is_below(store::Snapshot& snapshot, Agency agency, Id<Agency> above) {
    while (agency.id != above) {
        const auto parent = agency.parent ? load_agency(snapshot, *agency.parent) : std::nullopt;
        if (!parent) {
            return false;
        }
        agency = *parent;
    }
    return true;
}

// Below whom the actor may put an agency. That the parent is there is no secret: the tree shows it.
Result<void> check_parent(const Agency& parent, const Actor& actor) {
    if (!actor.may(Permission::agency_manage, parent.id)) {
        return error(agency_parent_foreign, parent.name);
    }
    return {};
}

Result<void> check_unit_name(std::string_view name) {
    if (text::trim(name).empty()) {
        return error(unit_name_blank).at("name");
    }
    return {};
}

Result<Unit> unit_of(const Agency& agency, std::string_view code) {
    const auto found = std::ranges::find(agency.units, code, &Unit::code);
    if (found == agency.units.end()) {
        return error(unit_unknown, code);
    }
    return *found;
}

Result<void> check_nothing_open(const Unit& unit, const UnitMatters& open) {
    std::vector<Problem> problems;
    if (open.search_tasks > 0) {
        problems.push_back(problem(unit_has_search_tasks, unit.name, open.search_tasks));
    }
    if (open.tasks > 0) {
        problems.push_back(problem(unit_has_tasks, unit.name, open.tasks));
    }
    if (problems.empty()) {
        return {};
    }
    return Error(ErrorKind::refused, std::move(problems));
}

}  // namespace

Result<Agency> rename_agency(store::Database& database, std::string_view code,
                             std::string_view name, std::string_view short_name,
                             const AgencyChange& change, const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<Agency> {
        GK_TRY(auto agency, changeable_agency(transaction, code, change, actor, now.date()));
        if (text::trim(name).empty()) {
            return error(agency_name_blank, "名称").at("name");
        }
        if (text::trim(short_name).empty()) {
            return error(agency_name_blank, "简称").at("short_name");
        }
        const auto old_name = agency.name;
        agency.name = text::trim(name);
        agency.short_name = text::trim(short_name);
        update_agency(transaction, agency);
        append_agency_act(transaction, agency, AgencyAction::rename, change, std::nullopt, actor,
                          now);
        record_agency_act(transaction, agency, "agency.rename",
                          {{"from", old_name},
                           {"to", agency.name},
                           {"effective_on", change.effective_on.iso()},
                           {"reason", change.reason}},
                          actor, now);
        return agency;
    });
}

Result<Agency> split_agency(store::Database& database, std::string_view code, NewAgency given,
                            const AgencyChange& change, const Actor& actor, Moment now) {
    try {
        return database.write([&](store::Transaction& transaction) -> Result<Agency> {
            GK_TRY(const auto agency,
                   changeable_agency(transaction, code, change, actor, now.date()));
            auto made_of = given;
            made_of.valid_from = change.effective_on;
            if (!made_of.parent_code && agency.parent) {
                const auto parent = load_agency(transaction, *agency.parent);
                GK_CHECK(check_parent(*parent, actor));
                made_of.parent_code = parent->code;
            }
            GK_TRY(auto made, register_agency_out_of(transaction, made_of, agency.id, change.reason,
                                                     actor, now));
            append_agency_act(transaction, agency, AgencyAction::split, change, made.id, actor,
                              now);
            record_agency_act(transaction, agency, "agency.split",
                              {{"into", made.code},
                               {"effective_on", change.effective_on.iso()},
                               {"reason", change.reason}},
                              actor, now);
            return made;
        });
    } catch (const store::Violation& violation) {
        if (violation.kind() != store::ViolationKind::unique) {
            throw;
        }
        return error(agency_code_taken, given.code).at("code");
    }
}

Result<Agency> move_agency(store::Database& database, std::string_view code,
                           std::string_view parent_code, const AgencyChange& change,
                           const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<Agency> {
        GK_TRY(auto agency, changeable_agency(transaction, code, change, actor, now.date()));
        auto parent = find_agency(transaction, parent_code);
        if (!parent) {
            return std::move(parent).error().at("parent");
        }
        if (auto permitted = check_parent(*parent, actor); !permitted) {
            return std::move(permitted).error().at("parent");
        }
        const bool is_no_parent = is_or_is_below(transaction, *parent, agency.id) ||
                                  agency.parent == parent->id || parent->valid_to ||
                                  !exists_on(*parent, change.effective_on);
        if (is_no_parent) {
            return error(agency_parent_wrong, parent->name).at("parent");
        }
        const auto before = std::exchange(agency.parent, parent->id);
        update_agency(transaction, agency);
        append_agency_act(transaction, agency, AgencyAction::move, change, before, actor, now);
        const auto former = before ? load_agency(transaction, *before) : std::nullopt;
        record_agency_act(transaction, agency, "agency.move",
                          {{"from", former ? former->code : ""},
                           {"to", parent->code},
                           {"effective_on", change.effective_on.iso()},
                           {"reason", change.reason}},
                          actor, now);
        return agency;
    });
}

Result<Agency> agency_as_of(store::Database& database, std::string_view code, Date day) {
    return database.read([&](store::Snapshot& snapshot) -> Result<Agency> {
        GK_TRY(auto agency, find_agency(snapshot, code));
        const auto acts = load_agency_acts(snapshot, agency.id);
        return as_of(std::move(agency), acts, day);
    });
}

std::optional<Agency> agency_as_of(store::Snapshot& snapshot, Id<Agency> id, Date day) {
    auto agency = load_agency(snapshot, id);
    return agency ? std::optional(as_of(*std::move(agency), load_agency_acts(snapshot, id), day))
                  : std::nullopt;
}

Result<AgencyHistory> agency_history(store::Database& database, std::string_view code) {
    return database.read([&](store::Snapshot& snapshot) -> Result<AgencyHistory> {
        GK_TRY(auto agency, find_agency(snapshot, code));
        auto acts = load_agency_acts(snapshot, agency.id);
        return AgencyHistory{std::move(agency), std::move(acts)};
    });
}

Result<Unit> add_unit(store::Database& database, std::string_view agency_code, const NewUnit& given,
                      const Actor& actor, Moment now) {
    GK_CHECK(check_unit_name(given.name));
    if (!is_agency_code(given.code)) {
        return error(unit_code_invalid, given.code).at("code");
    }
    return database.write([&](store::Transaction& transaction) -> Result<Unit> {
        GK_TRY(const auto agency, managed_agency(transaction, agency_code, actor));
        if (agency.valid_to) {
            return error(agency_ended, agency.name, agency.valid_to->chinese());
        }
        if (unit_of(agency, given.code)) {
            return error(unit_code_taken, given.code).at("code");
        }
        const Unit unit{.code = given.code,
                        .name = std::string(text::trim(given.name)),
                        .kind = given.kind,
                        .valid_from = given.valid_from,
                        .valid_to = {}};
        insert_unit(transaction, agency.id, static_cast<int>(agency.units.size()), unit);
        record_agency_act(transaction, agency, "unit.add",
                          {{"unit", unit.code}, {"name", unit.name}}, actor, now);
        return unit;
    });
}

Result<Unit> rename_unit(store::Database& database, std::string_view agency_code,
                         std::string_view unit_code, std::string_view name, const Actor& actor,
                         Moment now) {
    GK_CHECK(check_unit_name(name));
    return database.write([&](store::Transaction& transaction) -> Result<Unit> {
        GK_TRY(const auto agency, managed_agency(transaction, agency_code, actor));
        GK_TRY(auto unit, unit_of(agency, unit_code));
        const auto old_name = unit.name;
        unit.name = text::trim(name);
        update_unit(transaction, agency.id, unit);
        record_agency_act(transaction, agency, "unit.rename",
                          {{"unit", unit.code}, {"from", old_name}, {"to", unit.name}}, actor, now);
        return unit;
    });
}

Result<Unit> end_unit(store::Database& database, std::string_view agency_code,
                      std::string_view unit_code, Date last_day, std::string_view reason,
                      const CountUnitMatters& open_matters, const Actor& actor, Moment now) {
    GK_CHECK(check_reason(reason));
    return database.write([&](store::Transaction& transaction) -> Result<Unit> {
        GK_TRY(const auto agency, managed_agency(transaction, agency_code, actor));
        GK_TRY(auto unit, unit_of(agency, unit_code));
        if (unit.valid_to || (unit.valid_from && last_day < *unit.valid_from)) {
            return error(unit_end_wrong, last_day.chinese()).at("valid_to");
        }
        GK_CHECK(check_nothing_open(unit, open_matters(transaction, agency.id, unit.code)));
        unit.valid_to = last_day;
        update_unit(transaction, agency.id, unit);
        end_holdings_of_unit(transaction, agency.id, unit.code, last_day);
        record_agency_act(
            transaction, agency, "unit.end",
            {{"unit", unit.code}, {"valid_to", last_day.iso()}, {"reason", std::string(reason)}},
            actor, now);
        return unit;
    });
}

}  // namespace gk::people
