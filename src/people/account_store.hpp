// The tables accounts, former_passwords and one_time_links.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/account.hpp"
#include "people/reseal_service.hpp"
#include "people/sealed_text.hpp"
#include "store/transaction.hpp"

namespace gk::people {

// What is sealed of an account.
inline constexpr std::string_view accounts_table = "accounts";
inline constexpr std::string_view email_column = "email_sealed";
inline constexpr std::string_view phone_column = "phone_sealed";
inline constexpr std::string_view second_factor_column = "second_factor_secret";
[[nodiscard]] SealedTable sealed_accounts();

// What signing in is held against.
struct Credentials {
    Account account;
    std::string password_hash = {};                // Empty: no password yet.
    std::optional<SealedText> second_factor = {};  // The secret, also one not confirmed yet.
    std::int64_t second_factor_step = 0;           // The last code that was used.
};

struct SealedContact {
    std::optional<SealedText> email = {};
    std::optional<SealedText> phone = {};
};

// Returns the account with its id. Throws store::Violation where the login name is taken.
[[nodiscard]] Account insert_account(store::Transaction& transaction, Account account);

[[nodiscard]] std::optional<Account> load_account(store::Snapshot& snapshot, Id<Account> id);
[[nodiscard]] std::optional<Account> load_account_named(store::Snapshot& snapshot,
                                                        std::string_view login_name);
[[nodiscard]] std::optional<Account> load_account_of_public_id(store::Snapshot& snapshot,
                                                               std::string_view public_id);
[[nodiscard]] std::optional<Account> load_account_of_subject(store::Snapshot& snapshot,
                                                             std::string_view subject);
// By login name: of these only, and of those that there are.
[[nodiscard]] std::map<std::string, std::string, std::less<>> load_display_names(
    store::Snapshot& snapshot, const std::vector<std::string>& login_names);
// By login name.
[[nodiscard]] std::vector<Account> load_accounts(store::Snapshot& snapshot);
[[nodiscard]] std::optional<Credentials> load_credentials(store::Snapshot& snapshot,
                                                          Id<Account> id);
[[nodiscard]] SealedContact load_contact(store::Snapshot& snapshot, Id<Account> id);

// Name, state, end, subject, and one version more.
void update_account(store::Transaction& transaction, const Account& account);
void update_contact(store::Transaction& transaction, Id<Account> id, const SealedContact& contact);

// The password of before goes to the former ones; so many of them stay.
struct NewPassword {
    std::string hash = {};
    Moment at;
    bool must_change = false;  // Set by another than its holder.
    int former_max = 0;
};

void update_password(store::Transaction& transaction, Id<Account> id, const NewPassword& password);
// The present one and those of before, the latest first.
[[nodiscard]] std::vector<std::string> load_passwords(store::Snapshot& snapshot, Id<Account> id);

// A secret that is not confirmed yet has no `since`. Nothing: no second factor any more.
void update_second_factor(store::Transaction& transaction, Id<Account> id,
                          const std::optional<SealedText>& secret, std::optional<Moment> since);
void update_second_factor_step(store::Transaction& transaction, Id<Account> id, std::int64_t step);

struct StoredLink {
    Id<Account> account;
    Moment expires_at;
};

// In place of an earlier one of the account.
void replace_link(store::Transaction& transaction, Id<Account> account, std::string_view token,
                  Moment expires_at);
[[nodiscard]] std::optional<StoredLink> load_link(store::Snapshot& snapshot,
                                                  std::string_view token);
void delete_links(store::Transaction& transaction, Id<Account> account);

}  // namespace gk::people
