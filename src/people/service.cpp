#include "people/service.hpp"

#include <utility>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/errors.hpp"
#include "people/store.hpp"

namespace gk::people {

namespace {

// What is wrong with it whatever is in the database.
std::vector<Problem> problems_of(const NewAgency& given) {
    std::vector<Problem> problems;
    const auto add = [&](std::string_view field, Problem found) {
        found.field = field;
        problems.push_back(std::move(found));
    };
    if (!is_agency_code(given.code)) {
        add("code", problem(agency_code_invalid, given.code));
    }
    if (text::trim(given.name).empty()) {
        add("name", problem(agency_name_blank, "名称"));
    }
    if (text::trim(given.short_name).empty()) {
        add("short_name", problem(agency_name_blank, "简称"));
    }
    if (given.valid_from && given.valid_to && *given.valid_to < *given.valid_from) {
        add("valid_to",
            problem(agency_dates_crossed, given.valid_to->chinese(), given.valid_from->chinese()));
    }
    return problems;
}

// Where it came from, for the first of its acts.
struct Origins {
    std::optional<Id<Agency>> out_of = {};
    std::string reason = {};
};

Result<Agency> insert(store::Transaction& transaction, const NewAgency& given,
                      const Origins& origins, const Actor& actor, Moment now) {
    std::optional<Id<Agency>> parent;
    if (given.parent_code) {
        auto found = find_agency(transaction, *given.parent_code);
        if (!found) {
            return std::move(found).error().at("parent_code");
        }
        if (found->valid_to && !given.valid_to) {
            return error(agency_ended, found->name, found->valid_to->chinese()).at("parent_code");
        }
        parent = found->id;
    }
    if (!actor.may(Permission::operate) &&
        !(parent && actor.may(Permission::agency_manage, *parent))) {
        return error(operator_only);
    }
    auto agency =
        insert_agency(transaction, {.id = {},
                                    .public_id = new_public_id(),
                                    .code = given.code,
                                    .name = std::string(text::trim(given.name)),
                                    .short_name = std::string(text::trim(given.short_name)),
                                    .level = given.level,
                                    .parent = parent,
                                    .valid_from = given.valid_from,
                                    .valid_to = given.valid_to,
                                    .units = given.units});
    insert_agency_act(transaction, agency.id,
                      {.number = 1,
                       .action = AgencyAction::establish,
                       .effective_on = agency.valid_from,
                       .name = agency.name,
                       .short_name = agency.short_name,
                       .other = origins.out_of,
                       .reason = origins.reason,
                       .actor = actor.name,
                       .acted_at = now});
    audit::append(transaction, {.at = now,
                                .actor = actor.name,
                                .act = "agency.register",
                                .object_kind = "agency",
                                .object_id = agency.public_id,
                                .agency = agency.id.value,
                                .details = {{"code", agency.code}, {"name", agency.name}}});
    return agency;
}

}  // namespace

Result<Agency> register_agency(store::Database& database, const NewAgency& given,
                               const Actor& actor, Moment now) {
    if (!actor.may(Permission::operate) && !actor.may(Permission::agency_manage)) {
        return error(operator_only);
    }
    if (auto problems = problems_of(given); !problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    try {
        return database.write([&](store::Transaction& transaction) {
            return insert(transaction, given, {}, actor, now);
        });
    } catch (const store::Violation& violation) {
        if (violation.kind() != store::ViolationKind::unique) {
            throw;
        }
        return error(agency_code_taken, given.code).at("code");
    }
}

Result<Agency> register_agency_out_of(store::Transaction& transaction, const NewAgency& given,
                                      Id<Agency> out_of, std::string_view reason,
                                      const Actor& actor, Moment now) {
    if (auto problems = problems_of(given); !problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return insert(transaction, given, {out_of, std::string(reason)}, actor, now);
}

Result<Agency> find_agency(store::Database& database, std::string_view code) {
    return database.read([&](store::Snapshot& snapshot) { return find_agency(snapshot, code); });
}

Result<Agency> find_agency(store::Snapshot& snapshot, std::string_view code) {
    // What cannot be a code need not be asked for: it may not even be text.
    auto agency = is_agency_code(code) ? load_agency(snapshot, code) : std::nullopt;
    if (!agency) {
        return error(agency_unknown, code);
    }
    return *std::move(agency);
}

std::vector<Agency> list_agencies(store::Database& database) {
    return database.read(load_agencies);
}

}  // namespace gk::people
