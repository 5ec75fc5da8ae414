// What is done with accounts. The system administrator of an agency looks after its accounts, the
// security administrator over who holds what role and over second factors (三员).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "people/account.hpp"
#include "people/account_desk.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::people {

struct NewAccount {
    std::string login_name = {};
    std::string display_name = {};
    std::string agency_code = {};
    Contact contact = {};
};

// Refuses everything at once: a login name that is none or is taken, a blank name, contacts that
// are none. It has no password until its holder sets one with a link.
[[nodiscard]] Result<Account> create_account(const AccountDesk& desk, const NewAccount& given,
                                             const Actor& actor, Moment now);

// The same as a part of something greater. Throws store::Violation where another makes an account
// of that name in the same moment.
[[nodiscard]] Result<Account> create_account(store::Transaction& transaction,
                                             const AccountDesk& desk, const NewAccount& given,
                                             const Actor& actor, Moment now);

// What may be changed; nothing: stays as it is.
struct AccountChange {
    std::optional<std::string> display_name = {};
    std::optional<Contact> contact = {};
    std::optional<std::string> identity_subject = {};  // Empty: it signs in there no more.
};

// Refuses one that is not there or may not be known of: account_unknown; a stale version.
[[nodiscard]] Result<Account> change_account(const AccountDesk& desk, std::string_view account_id,
                                             std::int64_t version, const AccountChange& change,
                                             const Actor& actor, Moment now);

// Its sessions end with it; unlocking gives none back.
[[nodiscard]] Result<Account> lock_account(const AccountDesk& desk, std::string_view account_id,
                                           std::string_view reason, const Actor& actor, Moment now);
[[nodiscard]] Result<Account> unlock_account(const AccountDesk& desk, std::string_view account_id,
                                             std::string_view reason, const Actor& actor,
                                             Moment now);
// For good: roles, delegations, sessions and links end the same day.
[[nodiscard]] Result<Account> end_account(const AccountDesk& desk, std::string_view account_id,
                                          std::string_view reason, const Actor& actor, Moment now);

struct AccountFilter {
    std::optional<std::string> agency_code = {};  // Nothing: all that the actor looks after.
    std::optional<AccountState> state = {};
    std::string words = {};  // In login or display name.
};

// Those that the actor may see (account_manage or role_assign), by login name.
[[nodiscard]] Result<std::vector<Account>> list_accounts(store::Database& database,
                                                         const AccountFilter& filter,
                                                         const Actor& actor);
[[nodiscard]] Result<Account> find_account(store::Database& database, std::string_view account_id,
                                           const Actor& actor);
[[nodiscard]] Result<Account> find_account_named(store::Database& database,
                                                 std::string_view login_name, const Actor& actor);

// Opened for its own holder, or for who may manage it.
[[nodiscard]] Result<Contact> contact_of(const AccountDesk& desk, Id<Account> account,
                                         const Actor& actor);

}  // namespace gk::people
