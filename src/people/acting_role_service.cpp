#include "people/acting_role_service.hpp"

#include <algorithm>
#include <utility>

#include "audit/store.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/session_store.hpp"
#include "people/store.hpp"

namespace gk::people {

namespace {

std::vector<HoldingLine> lines_of(store::Snapshot& snapshot, Id<Account> account, Date today) {
    std::vector<HoldingLine> lines;
    for (auto& usable : load_usable_holdings(snapshot, account, today)) {
        // One holding may have been lent twice over.
        const auto id_of = [](const HoldingLine& line) { return line.holding.id; };
        if (std::ranges::find(lines, usable.holding.id, id_of) != lines.end()) {
            continue;
        }
        auto holder = load_account(snapshot, usable.holding.account);
        const auto agency = load_agency(snapshot, usable.holding.agency);
        GK_ASSERT(holder && agency);
        lines.push_back({.holding = std::move(usable.holding),
                         .account = *std::move(holder),
                         .agency_code = agency->code,
                         .agency_name = agency->name});
    }
    return lines;
}

void record(store::Transaction& transaction, const Session& session, const HoldingLine* chosen,
            Moment now) {
    const auto account = load_account(transaction, session.account);
    GK_ASSERT(account.has_value());
    audit::Details details{{"role", chosen ? std::string(key(chosen->holding.role)) : "all"}};
    if (chosen) {
        details.emplace_back("agency", chosen->agency_code);
        details.emplace_back("holder", chosen->account.login_name);
    }
    audit::append(transaction, {.at = now,
                                .actor = account->trail_name(),
                                .act = "session.act_in_role",
                                .object_kind = "session",
                                .object_id = session.public_id,
                                .agency = account->agency.value,
                                .details = std::move(details)});
}

}  // namespace

Result<RoleChoice> role_choice_of(store::Database& database, std::string_view session_id,
                                  Date today) {
    return database.read([&](store::Snapshot& snapshot) -> Result<RoleChoice> {
        const auto session = load_session(snapshot, session_id);
        if (!session) {
            return error(session_unknown);
        }
        RoleChoice choice{.holdings = lines_of(snapshot, session->account, today)};
        if (const auto chosen = load_session_role(snapshot, session->id)) {
            const auto found = std::ranges::find(
                choice.holdings, *chosen, [](const HoldingLine& line) { return line.holding.id; });
            choice.is_over = found == choice.holdings.end();
            if (!choice.is_over) {
                choice.chosen = found->holding.public_id;
            }
        }
        return choice;
    });
}

Result<void> act_in_role(store::Database& database, std::string_view session_id,
                         const std::optional<std::string>& holding_id, const Actor& actor,
                         Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto session = load_session(transaction, session_id);
        if (!session || actor.account != session->account) {
            return error(session_unknown);
        }
        if (!holding_id) {
            update_session_role(transaction, session->id, std::nullopt);
            record(transaction, *session, nullptr, now);
            return {};
        }
        const auto choices = lines_of(transaction, session->account, now.date());
        const auto chosen = std::ranges::find(
            choices, *holding_id, [](const HoldingLine& line) { return line.holding.public_id; });
        if (chosen == choices.end()) {
            return error(holding_unknown);
        }
        update_session_role(transaction, session->id, chosen->holding.id);
        record(transaction, *session, &*chosen, now);
        return {};
    });
}

}  // namespace gk::people
