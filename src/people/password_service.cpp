#include "people/password_service.hpp"

#include <algorithm>
#include <utility>

#include "people/account_access_service.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/password_hasher.hpp"
#include "people/session_begin_service.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"

namespace gk::people {

namespace {

// Refuses what the policy refuses and what was used of late; else the hash.
Result<std::string> hash_of_new(const AccountDesk& desk, const PasswordHasher::Place& place,
                                const Account& account, std::string_view password) {
    const auto& policy = desk.settings.password;
    if (auto problems = password_problems(policy, password, account.login_name);
        !problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    const auto used = desk.database.read(
        [&](store::Snapshot& snapshot) { return load_passwords(snapshot, account.id); });
    const auto count = std::min<std::size_t>(used.size(), static_cast<std::size_t>(policy.history));
    for (std::size_t i = 0; i < count; ++i) {
        if (place.is_of(used[i], password)) {
            return error(password_used_before, policy.history).at("new_password");
        }
    }
    return place.hash(password);
}

Result<Account> account_of_link(store::Snapshot& snapshot, std::string_view token, Moment now) {
    const auto link = load_link(snapshot, token);
    if (!link || link->expires_at <= now) {
        return error(link_over);
    }
    auto account = load_account(snapshot, link->account);
    if (!account || account->state != AccountState::active) {
        return error(link_over);
    }
    return *std::move(account);
}

}  // namespace

Result<OneTimeLink> issue_link(const AccountDesk& desk, std::string_view account_id,
                               std::string_view reason, const Actor& actor, Moment now) {
    const std::chrono::milliseconds valid = desk.settings.link_max;
    OneTimeLink link{.token = new_token(), .expires_at = {now.utc_ms + valid.count()}};
    return desk.database.write([&](store::Transaction& transaction) -> Result<OneTimeLink> {
        GK_TRY(const auto account,
               account_for(transaction, account_id, AccountAction::issue_link, actor));
        GK_CHECK(check_reason(reason));
        replace_link(transaction, account.id, link.token, link.expires_at);
        record(transaction, account,
               {.act = "account.issue_link",
                .used = Permission::account_manage,
                .reason = std::string(reason)},
               actor, now);
        return link;
    });
}

Result<void> use_link(const AccountDesk& desk, std::string_view token,
                      std::string_view new_password, Moment now) {
    GK_TRY(const auto place, desk.hasher.take_place());
    GK_TRY(const auto account, desk.database.read([&](store::Snapshot& snapshot) {
        return account_of_link(snapshot, token, now);
    }));
    GK_TRY(const auto hash, hash_of_new(desk, place, account, new_password));
    return desk.database.write([&](store::Transaction& transaction) -> Result<void> {
        GK_CHECK(account_of_link(transaction, token, now));
        delete_links(transaction, account.id);
        update_password(transaction, account.id,
                        {.hash = hash,
                         .at = now,
                         .must_change = false,
                         .former_max = desk.settings.password.history});
        update_sessions_ended(transaction, account.id, {}, now, "password_set");
        forget_devices(transaction, account.id);
        forget_failures(transaction, "account:" + account.login_name);
        record(transaction, account, {.act = "account.use_link", .used = Permission::sign_in},
               holder_of(account), now);
        return {};
    });
}

Result<SessionState> change_password(const AccountDesk& desk, std::string_view session_token,
                                     std::string_view old_password, std::string_view new_password,
                                     Moment now) {
    GK_TRY(const auto place, desk.hasher.take_place());
    GK_TRY(const auto own, desk.database.read([&](store::Snapshot& snapshot) {
        return own_session(snapshot, session_token, now);
    }));
    const auto& account = own.credentials.account;
    GK_CHECK(check_own_password(desk, place, own.credentials, old_password, "old_password", now));
    GK_TRY(const auto hash, hash_of_new(desk, place, account, new_password));
    return desk.database.write([&](store::Transaction& transaction) -> Result<SessionState> {
        update_password(transaction, account.id,
                        {.hash = hash,
                         .at = now,
                         .must_change = false,
                         .former_max = desk.settings.password.history});
        update_sessions_ended(transaction, account.id, own.session.id, now, "password_changed");
        delete_links(transaction, account.id);
        const auto changed = load_account(transaction, account.id);
        const auto state =
            state_due(transaction, desk.settings, *changed, Proved::second_factor, now);
        update_session_state(transaction, own.session.id, state);
        record(transaction, account,
               {.act = "account.change_password", .used = Permission::sign_in}, holder_of(account),
               now);
        return state;
    });
}

}  // namespace gk::people
