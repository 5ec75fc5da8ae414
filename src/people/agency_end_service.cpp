#include "people/agency_end_service.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "people/account_store.hpp"
#include "people/agency_change_service.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/store.hpp"

namespace gk::people {

namespace {

Result<Agency> successor_for(store::Snapshot& snapshot, std::string_view code, const Agency& agency,
                             const AgencyChange& change, std::string_view field) {
    const auto successor = find_agency(snapshot, code);
    if (!successor) {
        return error(agency_unknown, code).at(field);
    }
    if (successor->id == agency.id || !exists_on(*successor, change.effective_on)) {
        return error(agency_successor_wrong, successor->name).at(field);
    }
    return *successor;
}

constexpr std::size_t names_max = 10;

// "甲所、乙所等12个": the first of them, and how many there are.
std::string listed(const std::vector<std::string>& names) {
    const auto shown = std::min(names.size(), names_max);
    auto text = fmt::format("{}", fmt::join(std::span(names).first(shown), "、"));
    return names.size() > shown ? text + fmt::format("等{}个", names.size()) : text;
}

// Below it on that day, or put below it since.
std::vector<std::string> agencies_below(store::Snapshot& snapshot, const Agency& above, Date day) {
    const auto moved = load_agencies_moved_from(snapshot, above.id);
    const auto was_below = [&](const Agency& each) {
        return std::ranges::find(moved, each.id) != moved.end() && exists_on(each, day) &&
               as_of(each, load_agency_acts(snapshot, each.id), day).parent == above.id;
    };
    std::vector<std::string> names;
    for (const auto& each : load_agencies(snapshot)) {
        const bool is_over = each.valid_to && *each.valid_to < day;
        if (!is_over && (each.parent == above.id || was_below(each))) {
            names.push_back(each.short_name);
        }
    }
    return names;
}

struct Staff {
    std::vector<std::string> accounts;
    std::vector<std::string> roles;  // That accounts of other agencies hold there.
};

Staff staff_of(store::Snapshot& snapshot, Id<Agency> agency, Date today) {
    const auto holdings = load_holdings_in(snapshot, agency);
    Staff staff;
    for (const auto& account : load_accounts(snapshot)) {
        if (account.state == AccountState::ended) {
            continue;
        }
        const auto name = account.display_name + "（" + account.login_name;
        if (account.agency == agency) {
            staff.accounts.push_back(name + "）");
            continue;
        }
        for (const auto& holding : holdings) {
            const bool is_over = holding.valid_to && *holding.valid_to < today;
            if (holding.account == account.id && !is_over) {
                staff.roles.push_back(name + "，" + std::string(label(holding.role)) + "）");
            }
        }
    }
    return staff;
}

// Everything that still hangs on it, so that it can be settled in one go.
Result<void> check_nothing_hangs(store::Snapshot& snapshot, const Agency& agency, Date day,
                                 const CountOpenMatters& open_matters, Moment now) {
    std::vector<Problem> problems;
    if (const auto below = agencies_below(snapshot, agency, day); !below.empty()) {
        problems.push_back(
            problem(agency_has_below, agency.short_name, day.chinese(), listed(below)));
    }
    const auto open = open_matters(snapshot, agency.id);
    if (open.applications > 0) {
        problems.push_back(problem(agency_has_cases, agency.short_name, open.applications));
    }
    if (open.remedies > 0) {
        problems.push_back(problem(agency_has_remedies, agency.short_name, open.remedies));
    }
    const auto staff = staff_of(snapshot, agency.id, now.date());
    if (!staff.accounts.empty()) {
        problems.push_back(problem(agency_has_accounts, agency.short_name, listed(staff.accounts)));
    }
    if (!staff.roles.empty()) {
        problems.push_back(problem(agency_has_roles, agency.short_name, listed(staff.roles)));
    }
    if (problems.empty()) {
        return {};
    }
    return Error(ErrorKind::refused, std::move(problems));
}

// The agency ends the day before, and another one goes on where there is one.
Result<Agency> close(store::Transaction& transaction, Agency agency, AgencyAction action,
                     std::optional<Agency> successor, const AgencyChange& change,
                     const CountOpenMatters& open_matters, const Actor& actor, Moment now) {
    const auto last_day = change.effective_on.plus_days(-1);
    if (agency.valid_from && last_day < *agency.valid_from) {
        return error(agency_dates_crossed, last_day.chinese(), agency.valid_from->chinese())
            .at("effective_on");
    }
    GK_CHECK(check_nothing_hangs(transaction, agency, change.effective_on, open_matters, now));
    agency.valid_to = last_day;
    update_agency(transaction, agency);
    append_agency_act(transaction, agency, action, change,
                      successor ? std::optional(successor->id) : std::nullopt, actor, now);
    audit::Details details = {{"effective_on", change.effective_on.iso()},
                              {"reason", change.reason}};
    if (successor) {
        details.emplace_back("successor", successor->code);
    }
    record_agency_act(transaction, agency, "agency." + std::string(key(action)), std::move(details),
                      actor, now);
    return agency;
}

}  // namespace

Result<Agency> merge_agency(store::Database& database, std::string_view code,
                            std::string_view into_code, const AgencyChange& change,
                            const CountOpenMatters& open_matters, const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<Agency> {
        GK_TRY(auto agency, changeable_agency(transaction, code, change, actor, now.date()));
        GK_TRY(auto into, successor_for(transaction, into_code, agency, change, "into"));
        return close(transaction, std::move(agency), AgencyAction::merge, std::move(into), change,
                     open_matters, actor, now);
    });
}

Result<Agency> end_agency(store::Database& database, std::string_view code,
                          std::optional<std::string> successor_code, const AgencyChange& change,
                          const CountOpenMatters& open_matters, const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<Agency> {
        GK_TRY(auto agency, changeable_agency(transaction, code, change, actor, now.date()));
        std::optional<Agency> successor;
        if (successor_code) {
            GK_TRY(successor,
                   successor_for(transaction, *successor_code, agency, change, "successor"));
        }
        return close(transaction, std::move(agency), AgencyAction::end, std::move(successor),
                     change, open_matters, actor, now);
    });
}

}  // namespace gk::people
