#include "people/session_store.hpp"

#include <utility>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/sm4.hpp"

namespace gk::people {

namespace {

constexpr std::size_t token_bytes = 32;

const std::string select_session =
    "SELECT id, public_id, account_id, state, began_at, last_seen_at, idle_ms_max, expires_at,"
    " address, user_agent, code_count FROM sessions";

Session session_of(const store::Statement& row) {
    const auto state = session_state_of(row.get<std::string>(3));
    GK_ASSERT(state.has_value());
    return {.id = row.get<Id<Session>>(0),
            .public_id = row.get<std::string>(1),
            .account = row.get<Id<Account>>(2),
            .state = *state,
            .began_at = row.get<Moment>(4),
            .last_seen_at = row.get<Moment>(5),
            .idle_ms_max = row.get<std::int64_t>(6),
            .expires_at = row.get<Moment>(7),
            .address = row.get<std::string>(8),
            .user_agent = row.get<std::string>(9),
            .code_count = row.get<int>(10)};
}

std::vector<Session> all_of(store::Statement row) {
    std::vector<Session> sessions;
    while (row.next()) {
        sessions.push_back(session_of(row));
    }
    return sessions;
}

}  // namespace

std::string secret_hash(std::string_view secret) {
    return to_hex(sm3(secret));
}

std::string new_token() {
    return to_hex(random_bytes(token_bytes));
}

Session insert_session(store::Transaction& transaction, Session session, std::string_view token) {
    auto row = transaction.query(
        "INSERT INTO sessions (public_id, account_id, token_hash, state, began_at, last_seen_at,"
        " idle_ms_max, expires_at, address, user_agent, code_count)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) RETURNING id",
        session.public_id, session.account, secret_hash(token), key(session.state),
        session.began_at, session.last_seen_at, session.idle_ms_max, session.expires_at,
        session.address, session.user_agent);
    GK_ASSERT(row.next());
    session.id = row.get<Id<Session>>(0);
    return session;
}

std::optional<Session> load_session_of_token(store::Snapshot& snapshot, std::string_view token) {
    auto row = snapshot.query(select_session + " WHERE token_hash = ? AND ended_at IS NULL",
                              secret_hash(token));
    return row.next() ? std::optional(session_of(row)) : std::nullopt;
}

std::optional<Session> load_session(store::Snapshot& snapshot, std::string_view public_id) {
    auto row =
        snapshot.query(select_session + " WHERE public_id = ? AND ended_at IS NULL", public_id);
    return row.next() ? std::optional(session_of(row)) : std::nullopt;
}

std::vector<Session> load_sessions_of(store::Snapshot& snapshot, Id<Account> account) {
    return all_of(snapshot.query(select_session + " WHERE account_id = ? AND ended_at IS NULL"
                                                  " ORDER BY last_seen_at DESC, id DESC",
                                 account));
}

std::vector<Session> load_sessions_in(store::Snapshot& snapshot, Id<Agency> agency) {
    return all_of(snapshot.query(
        select_session + " WHERE account_id IN (SELECT id FROM accounts WHERE agency_id = ?)"
                         " AND ended_at IS NULL ORDER BY last_seen_at DESC, id DESC",
        agency));
}

void update_session_token(store::Transaction& transaction, Id<Session> session,
                          std::string_view token) {
    transaction.execute("UPDATE sessions SET token_hash = ? WHERE id = ?", secret_hash(token),
                        session);
}

void update_session_state(store::Transaction& transaction, Id<Session> session,
                          SessionState state) {
    transaction.execute("UPDATE sessions SET state = ? WHERE id = ?", key(state), session);
}

void update_session_seen(store::Transaction& transaction, Id<Session> session, Moment at) {
    transaction.execute("UPDATE sessions SET last_seen_at = ? WHERE id = ?", at, session);
}

void update_session_code_count(store::Transaction& transaction, Id<Session> session, int count) {
    transaction.execute("UPDATE sessions SET code_count = ? WHERE id = ?", count, session);
}

std::optional<Id<RoleHolding>> load_session_role(store::Snapshot& snapshot, Id<Session> session) {
    auto row = snapshot.query("SELECT acting_holding_id FROM sessions WHERE id = ?", session);
    return row.next() ? row.get<std::optional<Id<RoleHolding>>>(0) : std::nullopt;
}

void update_session_role(store::Transaction& transaction, Id<Session> session,
                         std::optional<Id<RoleHolding>> holding) {
    transaction.execute("UPDATE sessions SET acting_holding_id = ? WHERE id = ?", holding, session);
}

void update_session_ended(store::Transaction& transaction, Id<Session> session, Moment at,
                          std::string_view reason) {
    transaction.execute("UPDATE sessions SET ended_at = ?, end_reason = ? WHERE id = ?", at, reason,
                        session);
}

std::int64_t update_sessions_ended(store::Transaction& transaction, Id<Account> account,
                                   Id<Session> except, Moment at, std::string_view reason) {
    return transaction.execute(
        "UPDATE sessions SET ended_at = ?, end_reason = ?"
        " WHERE account_id = ? AND id <> ? AND ended_at IS NULL",
        at, reason, account, except);
}

}  // namespace gk::people
