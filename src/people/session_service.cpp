#include "people/session_service.hpp"

#include <utility>

#include "audit/store.hpp"
#include "people/account_access_service.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/service.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"

namespace gk::people {

namespace {

// Not every request needs a write to say that the session is used.
constexpr std::int64_t seen_every_ms = 60'000;

struct Found {
    Session session;
    Account account;
    std::vector<HeldRole> held_roles;
};

std::optional<Found> find_alive(store::Snapshot& snapshot, std::string_view token, Moment now) {
    auto session = load_session_of_token(snapshot, token);
    if (!session || !session->is_alive(now)) {
        return std::nullopt;
    }
    auto account = load_account(snapshot, session->account);
    GK_ASSERT(account.has_value());
    if (account->state != AccountState::active) {
        return std::nullopt;
    }
    auto held_roles = session->state == SessionState::full
                          ? load_held_roles(snapshot, account->id, now.date(),
                                            load_session_role(snapshot, session->id))
                          : std::vector<HeldRole>();
    return Found{*std::move(session), *std::move(account), std::move(held_roles)};
}

bool may_end(store::Snapshot& snapshot, const Session& session, const Actor& actor) {
    if (actor.account == session.account) {
        return true;
    }
    const auto owner = load_account(snapshot, session.account);
    return actor.may(Permission::session_manage, owner->agency);
}

}  // namespace

Result<SessionActor> actor_of_session(store::Database& database, std::string_view token,
                                      Moment now) {
    auto found =
        database.read([&](store::Snapshot& snapshot) { return find_alive(snapshot, token, now); });
    if (!found) {
        return error(session_over);
    }
    auto& [session, account, held_roles] = *found;
    if (now.utc_ms - session.last_seen_at.utc_ms >= seen_every_ms) {
        database.write([&, id = session.id](store::Transaction& transaction) {
            update_session_seen(transaction, id, now);
        });
    }
    SessionActor whose{.actor = everyone(),
                       .account = account.id,
                       .login_name = account.login_name,
                       .display_name = account.display_name,
                       .session_id = session.public_id,
                       .csrf_token = csrf_token_of(token),
                       .state = session.state};
    if (session.state == SessionState::full) {
        whose.actor = {.name = account.trail_name(),
                       .display_name = account.display_name,
                       .account = account.id,
                       .held_roles = std::move(held_roles)};
    }
    return whose;
}

void sign_out(store::Database& database, std::string_view token, Moment now) {
    database.write([&](store::Transaction& transaction) {
        const auto session = load_session_of_token(transaction, token);
        if (!session) {
            return;
        }
        const auto account = load_account(transaction, session->account);
        update_session_ended(transaction, session->id, now, "signed_out");
        audit::append(transaction, {.at = now,
                                    .actor = account->trail_name(),
                                    .act = "session.sign_out",
                                    .object_kind = "session",
                                    .object_id = session->public_id,
                                    .agency = account->agency.value,
                                    .details = {}});
    });
}

std::vector<Session> list_own_sessions(store::Database& database, Id<Account> account, Moment now) {
    auto sessions = database.read(
        [&](store::Snapshot& snapshot) { return load_sessions_of(snapshot, account); });
    std::erase_if(sessions, [&](const Session& each) { return !each.is_alive(now); });
    return sessions;
}

Result<std::vector<SessionLine>> list_sessions(store::Database& database,
                                               std::string_view agency_code, const Actor& actor,
                                               Moment now) {
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<SessionLine>> {
        GK_TRY(const auto agency, find_agency(snapshot, agency_code));
        if (!actor.may(Permission::session_manage, agency.id)) {
            return error(not_permitted, label(Permission::session_manage));
        }
        std::vector<SessionLine> lines;
        for (auto& session : load_sessions_in(snapshot, agency.id)) {
            if (session.is_alive(now)) {
                auto account = load_account(snapshot, session.account);
                GK_ASSERT(account.has_value());
                lines.push_back({std::move(session), *std::move(account)});
            }
        }
        return lines;
    });
}

Result<void> end_session(store::Database& database, std::string_view session_id, const Actor& actor,
                         Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto session = load_session(transaction, session_id);
        if (!session || !may_end(transaction, *session, actor)) {
            return error(session_unknown);
        }
        const auto owner = load_account(transaction, session->account);
        update_session_ended(transaction, session->id, now, "ended");
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::session_manage, owner->agency),
                       .act = "session.end",
                       .object_kind = "session",
                       .object_id = session->public_id,
                       .agency = owner->agency.value,
                       .details = {{"account", owner->login_name}}});
        return {};
    });
}

Result<std::int64_t> end_sessions(store::Database& database, std::string_view account_id,
                                  std::string_view reason, const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<std::int64_t> {
        GK_TRY(const auto account,
               account_for(transaction, account_id, AccountAction::end_sessions, actor));
        GK_CHECK(check_reason(reason));
        const auto count = update_sessions_ended(transaction, account.id, {}, now, "ended");
        forget_devices(transaction, account.id);
        record(transaction, account,
               {.act = "account.end_sessions",
                .used = Permission::session_manage,
                .reason = std::string(reason),
                .details = {{"sessions", std::to_string(count)}}},
               actor, now);
        return count;
    });
}

}  // namespace gk::people
