// How a session begins and goes on: what is still due before it is full, and the tokens.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "people/account_desk.hpp"
#include "people/account_store.hpp"
#include "people/password_hasher.hpp"
#include "store/transaction.hpp"

namespace gk::people {

enum class Proved : std::uint8_t {
    password,
    identity_service,  // Whose own rules on passwords hold.
    second_factor,     // And the password before it.
};

// What is known of an account when it has come so far.
struct SignInFacts {
    Proved proved = Proved::password;
    bool has_second_factor = false;
    bool is_second_factor_required = false;
    bool is_password_due = false;
};

// Pure: what is due first.
[[nodiscard]] SessionState state_due(const SignInFacts& facts);

// The same from what is stored.
[[nodiscard]] SessionState state_due(store::Snapshot& snapshot, const SignInSettings& settings,
                                     const Account& account, Proved proved, Moment now);

// A role held today asks for a second factor.
[[nodiscard]] bool is_second_factor_required(store::Snapshot& snapshot, Id<Account> account,
                                             Date today);

// Texts from outside as they may be stored: well-formed and not long.
[[nodiscard]] Origin cleaned(const Origin& origin);

// A new session with a token of its own. The trail has it once the session is beyond the second
// factor.
[[nodiscard]] SignedIn begin_session(store::Transaction& transaction,
                                     const SignInSettings& settings, const Account& account,
                                     Proved proved, const Origin& origin, Moment now);

// The session after its second factor, under a new token.
[[nodiscard]] SignedIn go_on_with_session(store::Transaction& transaction,
                                          const SignInSettings& settings, const Account& account,
                                          const Session& session, const Origin& origin, Moment now);

// Whose session it is, and what it is held against.
struct OwnSession {
    Session session;
    Credentials credentials;
};

// A session that is beyond the second factor: what its holder may do for the account itself, also
// before the session is full. Refuses session_over, session_incomplete.
[[nodiscard]] Result<OwnSession> own_session(store::Snapshot& snapshot, std::string_view token,
                                             Moment now);

// As which its holder acts for the account itself.
[[nodiscard]] Actor holder_of(const Account& account);

// Sees to it that the password of a session that is open is not guessed either: counts the try
// beforehand, refuses sign_in_delayed, and password_wrong at the field.
[[nodiscard]] Result<void> check_own_password(const AccountDesk& desk,
                                              const PasswordHasher::Place& place,
                                              const Credentials& credentials,
                                              std::string_view password, std::string_view field,
                                              Moment now);

}  // namespace gk::people
