// The table sessions.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "people/session.hpp"
#include "store/transaction.hpp"

namespace gk::people {

struct RoleHolding;

// SM3 of the token: what is stored of tokens, links and codes.
[[nodiscard]] std::string secret_hash(std::string_view secret);

// 64 hexadecimal digits from the operating system.
[[nodiscard]] std::string new_token();

[[nodiscard]] Session insert_session(store::Transaction& transaction, Session session,
                                     std::string_view token);

[[nodiscard]] std::optional<Session> load_session_of_token(store::Snapshot& snapshot,
                                                           std::string_view token);
[[nodiscard]] std::optional<Session> load_session(store::Snapshot& snapshot,
                                                  std::string_view public_id);
// Those that have not ended, the last seen first; one may be too old or idle too long.
[[nodiscard]] std::vector<Session> load_sessions_of(store::Snapshot& snapshot, Id<Account> account);

// The same of every account of the agency.
[[nodiscard]] std::vector<Session> load_sessions_in(store::Snapshot& snapshot, Id<Agency> agency);

// The session goes on under another token.
void update_session_token(store::Transaction& transaction, Id<Session> session,
                          std::string_view token);
void update_session_state(store::Transaction& transaction, Id<Session> session, SessionState state);
void update_session_seen(store::Transaction& transaction, Id<Session> session, Moment at);
void update_session_code_count(store::Transaction& transaction, Id<Session> session, int count);
// The one role in which its holder acts; nothing: all together.
[[nodiscard]] std::optional<Id<RoleHolding>> load_session_role(store::Snapshot& snapshot,
                                                               Id<Session> session);
void update_session_role(store::Transaction& transaction, Id<Session> session,
                         std::optional<Id<RoleHolding>> holding);
void update_session_ended(store::Transaction& transaction, Id<Session> session, Moment at,
                          std::string_view reason);
// All of the account but one; returns how many.
std::int64_t update_sessions_ended(store::Transaction& transaction, Id<Account> account,
                                   Id<Session> except, Moment at, std::string_view reason);

}  // namespace gk::people
