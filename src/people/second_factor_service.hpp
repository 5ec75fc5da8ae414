// The second factor (动态口令): binding an app, proving it, losing it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/account.hpp"
#include "people/account_desk.hpp"
#include "people/account_store.hpp"
#include "people/actor.hpp"
#include "people/key_ring.hpp"
#include "people/second_factor_store.hpp"
#include "store/database.hpp"

namespace gk::people {

// The code of the app, or a recovery code however it was typed; each serves once. Refuses as
// open_sealed() does.
[[nodiscard]] Result<bool> take_code(store::Transaction& transaction, const KeyRing& ring,
                                     const Credentials& credentials, std::string_view code,
                                     Moment now);

// Shown once, to the holder alone.
struct Enrolment {
    std::string secret;  // As it is typed into an app.
    std::string uri;
    std::string qr_svg;
};

// A new secret for the holder of the session, in place of one that was never confirmed. `issuer` is
// what the app shows. Refuses second_factor_there.
[[nodiscard]] Result<Enrolment> begin_enrolment(const AccountDesk& desk,
                                                std::string_view session_token,
                                                std::string_view issuer, Moment now);

// The one that was begun and is not confirmed yet. Refuses second_factor_none.
[[nodiscard]] Result<Enrolment> pending_enrolment(const AccountDesk& desk,
                                                  std::string_view session_token,
                                                  std::string_view issuer, Moment now);

struct Enrolled {
    std::vector<std::string> recovery_codes;  // Shown once.
    SignedIn signed_in;                       // The session goes on under a new token.
};

// With the first code of the app. Refuses app_code_refused.
[[nodiscard]] Result<Enrolled> confirm_enrolment(const AccountDesk& desk,
                                                 std::string_view session_token,
                                                 std::string_view code, const Origin& origin,
                                                 Moment now);

// By the holder, with the password. Refuses second_factor_none, and second_factor_required where a
// role asks for one.
[[nodiscard]] Result<void> remove_second_factor(const AccountDesk& desk,
                                                std::string_view session_token,
                                                std::string_view password, Moment now);

// For somebody who has lost it (role_assign: the security administrator); every session of the
// account ends. Refuses one's own account.
[[nodiscard]] Result<Account> reset_second_factor(const AccountDesk& desk,
                                                  std::string_view account_id,
                                                  std::string_view reason, const Actor& actor,
                                                  Moment now);

// New ones in place of all that there were, with the present code of the app, by the holder: shown
// once. Refuses second_factor_none, app_code_refused, and sign_in_delayed after some wrong
// codes.
[[nodiscard]] Result<std::vector<std::string>> renew_recovery_codes(const AccountDesk& desk,
                                                                    std::string_view session_token,
                                                                    std::string_view code,
                                                                    Moment now);

// What its holder sees of it.
struct SecondFactorState {
    std::optional<Moment> since = {};  // Nothing: there is none.
    bool is_required = false;          // By a role held today.
    int recovery_codes_left = 0;
};

[[nodiscard]] SecondFactorState second_factor_state(store::Database& database, Id<Account> account,
                                                    Date today);

enum class Requirement { required, waived };

// For a role in the agency, or for every role there (role_assign). Holds from the next sign-in.
[[nodiscard]] Result<void> set_second_factor_rule(store::Database& database,
                                                  std::string_view agency_code,
                                                  std::optional<Role> role, Requirement requirement,
                                                  const Actor& actor, Moment now);
[[nodiscard]] Result<std::vector<SecondFactorRule>> list_second_factor_rules(
    store::Database& database, std::string_view agency_code, const Actor& actor);

}  // namespace gk::people
