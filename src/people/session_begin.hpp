// How a session begins and goes on: what is still due before it is full, and the tokens.
#pragma once

#include <cstdint>

#include "people/sign_in.hpp"
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

}  // namespace gk::people
