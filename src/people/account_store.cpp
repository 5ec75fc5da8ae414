#include "people/account_store.hpp"

#include <array>
#include <utility>

#include "base/assert.hpp"
#include "people/session_store.hpp"
#include "store/list_query.hpp"

namespace gk::people {

namespace {

const std::string select_account =
    "SELECT id, public_id, agency_id, login_name, display_name, state, version, created_at,"
    " ended_at, password_changed_at, must_change_password, second_factor_since,"
    " identity_subject FROM accounts";

Account account_of(const store::Statement& row) {
    const auto state = account_state_of(row.get<std::string>(5));
    GK_ASSERT(state.has_value());
    return {.id = row.get<Id<Account>>(0),
            .public_id = row.get<std::string>(1),
            .agency = row.get<Id<Agency>>(2),
            .login_name = row.get<std::string>(3),
            .display_name = row.get<std::string>(4),
            .state = *state,
            .version = row.get<std::int64_t>(6),
            .created_at = row.get<Moment>(7),
            .ended_at = row.get<std::optional<Moment>>(8),
            .password_changed_at = row.get<std::optional<Moment>>(9),
            .must_change_password = row.get<bool>(10),
            .second_factor_since = row.get<std::optional<Moment>>(11),
            .identity_subject = row.get<std::optional<std::string>>(12)};
}

constexpr std::array sealed_columns = {email_column, phone_column, second_factor_column};

std::optional<Account> first_of(store::Statement row) {
    return row.next() ? std::optional(account_of(row)) : std::nullopt;
}

}  // namespace

SealedTable sealed_accounts() {
    return {.table = accounts_table, .columns = sealed_columns};
}

Account insert_account(store::Transaction& transaction, Account account) {
    auto row = transaction.query(
        "INSERT INTO accounts (public_id, agency_id, login_name, display_name, state, version,"
        " created_at, must_change_password, second_factor_step, identity_subject)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) RETURNING id",
        account.public_id, account.agency, account.login_name, account.display_name,
        key(account.state), account.version, account.created_at, account.must_change_password,
        account.identity_subject);
    GK_ASSERT(row.next());
    account.id = row.get<Id<Account>>(0);
    return account;
}

std::optional<Account> load_account(store::Snapshot& snapshot, Id<Account> id) {
    return first_of(snapshot.query(select_account + " WHERE id = ?", id));
}

std::optional<Account> load_account_named(store::Snapshot& snapshot, std::string_view login_name) {
    return first_of(snapshot.query(select_account + " WHERE login_name = ?", login_name));
}

std::optional<Account> load_account_of_public_id(store::Snapshot& snapshot,
                                                 std::string_view public_id) {
    return first_of(snapshot.query(select_account + " WHERE public_id = ?", public_id));
}

std::optional<Account> load_account_of_subject(store::Snapshot& snapshot,
                                               std::string_view subject) {
    return first_of(snapshot.query(select_account + " WHERE identity_subject = ?", subject));
}

std::map<std::string, std::string, std::less<>> load_display_names(
    store::Snapshot& snapshot, const std::vector<std::string>& login_names) {
    std::map<std::string, std::string, std::less<>> names;
    if (login_names.empty()) {
        return names;
    }
    store::ListQuery query("login_name, display_name", "accounts");
    query.where_one_of("login_name", login_names).order_by("login_name", Direction::ascending);
    auto row = query.rows(snapshot, 0, static_cast<std::int64_t>(login_names.size()));
    while (row.next()) {
        names.emplace(row.get<std::string>(0), row.get<std::string>(1));
    }
    return names;
}

std::vector<Account> load_accounts(store::Snapshot& snapshot) {
    std::vector<Account> accounts;
    auto row = snapshot.query(select_account + " ORDER BY login_name");
    while (row.next()) {
        accounts.push_back(account_of(row));
    }
    return accounts;
}

std::optional<Credentials> load_credentials(store::Snapshot& snapshot, Id<Account> id) {
    auto account = load_account(snapshot, id);
    if (!account) {
        return std::nullopt;
    }
    auto row = snapshot.query(
        "SELECT password_hash, second_factor_secret, second_factor_step FROM accounts"
        " WHERE id = ?",
        id);
    GK_ASSERT(row.next());
    return Credentials{.account = *std::move(account),
                       .password_hash = row.get<std::optional<std::string>>(0).value_or(""),
                       .second_factor = row.get<std::optional<store::Blob>>(1),
                       .second_factor_step = row.get<std::int64_t>(2)};
}

SealedContact load_contact(store::Snapshot& snapshot, Id<Account> id) {
    auto row = snapshot.query("SELECT email_sealed, phone_sealed FROM accounts WHERE id = ?", id);
    GK_ASSERT(row.next());
    return {.email = row.get<std::optional<store::Blob>>(0),
            .phone = row.get<std::optional<store::Blob>>(1)};
}

void update_account(store::Transaction& transaction, const Account& account) {
    transaction.execute(
        "UPDATE accounts SET display_name = ?, state = ?, ended_at = ?, identity_subject = ?,"
        " version = version + 1 WHERE id = ?",
        account.display_name, key(account.state), account.ended_at, account.identity_subject,
        account.id);
}

void update_contact(store::Transaction& transaction, Id<Account> id, const SealedContact& contact) {
    transaction.execute("UPDATE accounts SET email_sealed = ?, phone_sealed = ? WHERE id = ?",
                        contact.email, contact.phone, id);
}

void update_password(store::Transaction& transaction, Id<Account> id, const NewPassword& password) {
    transaction.execute(
        "INSERT INTO former_passwords (account_id, number, password_hash)"
        " SELECT id, (SELECT COALESCE(MAX(number), 0) + 1 FROM former_passwords"
        " WHERE account_id = ?), password_hash FROM accounts"
        " WHERE id = ? AND password_hash IS NOT NULL",
        id, id);
    transaction.execute(
        "DELETE FROM former_passwords WHERE account_id = ? AND number <= (SELECT MAX(number)"
        " FROM former_passwords WHERE account_id = ?) - ?",
        id, id, password.former_max);
    transaction.execute(
        "UPDATE accounts SET password_hash = ?, password_changed_at = ?, must_change_password = ?,"
        " version = version + 1 WHERE id = ?",
        password.hash, password.at, password.must_change, id);
}

std::vector<std::string> load_passwords(store::Snapshot& snapshot, Id<Account> id) {
    std::vector<std::string> hashes;
    auto present = snapshot.query(
        "SELECT password_hash FROM accounts WHERE id = ? AND password_hash IS NOT NULL", id);
    while (present.next()) {
        hashes.push_back(present.get<std::string>(0));
    }
    auto former = snapshot.query(
        "SELECT password_hash FROM former_passwords WHERE account_id = ? ORDER BY number DESC", id);
    while (former.next()) {
        hashes.push_back(former.get<std::string>(0));
    }
    return hashes;
}

void update_second_factor(store::Transaction& transaction, Id<Account> id,
                          const std::optional<SealedText>& secret, std::optional<Moment> since) {
    transaction.execute(
        "UPDATE accounts SET second_factor_secret = ?, second_factor_since = ?,"
        " second_factor_step = 0, version = version + 1 WHERE id = ?",
        secret, since, id);
}

void update_second_factor_step(store::Transaction& transaction, Id<Account> id, std::int64_t step) {
    transaction.execute("UPDATE accounts SET second_factor_step = ? WHERE id = ?", step, id);
}

void replace_link(store::Transaction& transaction, Id<Account> account, std::string_view token,
                  Moment expires_at) {
    delete_links(transaction, account);
    transaction.execute(
        "INSERT INTO one_time_links (token_hash, account_id, expires_at) VALUES (?, ?, ?)",
        secret_hash(token), account, expires_at);
}

std::optional<StoredLink> load_link(store::Snapshot& snapshot, std::string_view token) {
    auto row =
        snapshot.query("SELECT account_id, expires_at FROM one_time_links WHERE token_hash = ?",
                       secret_hash(token));
    if (!row.next()) {
        return std::nullopt;
    }
    return StoredLink{.account = row.get<Id<Account>>(0), .expires_at = row.get<Moment>(1)};
}

void delete_links(store::Transaction& transaction, Id<Account> account) {
    transaction.execute("DELETE FROM one_time_links WHERE account_id = ?", account);
}

}  // namespace gk::people
