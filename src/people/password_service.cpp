#include "people/password_service.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "people/account_access.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/session_begin.hpp"
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

Actor holder(const Account& account) {
    return {.name = account.trail_name(), .account = account.id};
}

// Whose session may change the password: one that is full, or waits for just that.
Result<Credentials> credentials_of(store::Snapshot& snapshot, std::string_view session_token,
                                   Moment now, Session& found) {
    const auto session = load_session_of_token(snapshot, session_token);
    if (!session || !session->is_alive(now)) {
        return error(session_over);
    }
    if (session->state == SessionState::second_factor_pending) {
        return error(session_incomplete, label(session->state));
    }
    auto credentials = load_credentials(snapshot, session->account);
    if (!credentials || credentials->account.state != AccountState::active) {
        return error(session_over);
    }
    found = *session;
    return *std::move(credentials);
}

// Counts the try before it is made, like one to sign in.
Result<void> hear_old_password(const AccountDesk& desk, const Account& account, Moment now) {
    const std::array subjects = {DelaySubject{"password:" + account.login_name, account_delay}};
    const auto hearing = desk.database.write(
        [&](store::Transaction& transaction) { return hear(transaction, subjects, now); });
    if (hearing.heard_from) {
        const auto seconds = (hearing.heard_from->utc_ms - now.utc_ms + 999) / 1000;
        return error(sign_in_delayed, seconds);
    }
    return {};
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
    GK_CHECK(check_reason(reason));
    const std::chrono::milliseconds valid = desk.settings.link_max;
    OneTimeLink link{.token = new_token(), .expires_at = {now.utc_ms + valid.count()}};
    return desk.database.write([&](store::Transaction& transaction) -> Result<OneTimeLink> {
        GK_TRY(const auto account,
               account_for(transaction, account_id, Permission::account_manage, actor));
        if (actor.account == account.id) {
            return error(account_own);
        }
        if (account.state != AccountState::active) {
            return error(account_state_wrong, label(account.state), "签发链接");
        }
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
               holder(account), now);
        return {};
    });
}

Result<SessionState> change_password(const AccountDesk& desk, std::string_view session_token,
                                     std::string_view old_password, std::string_view new_password,
                                     Moment now) {
    GK_TRY(const auto place, desk.hasher.take_place());
    Session session;
    GK_TRY(const auto credentials, desk.database.read([&](store::Snapshot& snapshot) {
        return credentials_of(snapshot, session_token, now, session);
    }));
    const auto& account = credentials.account;
    GK_CHECK(hear_old_password(desk, account, now));
    if (!place.is_of(credentials.password_hash, old_password)) {
        return error(password_wrong).at("old_password");
    }
    GK_TRY(const auto hash, hash_of_new(desk, place, account, new_password));
    return desk.database.write([&](store::Transaction& transaction) -> Result<SessionState> {
        update_password(transaction, account.id,
                        {.hash = hash,
                         .at = now,
                         .must_change = false,
                         .former_max = desk.settings.password.history});
        update_sessions_ended(transaction, account.id, session.id, now, "password_changed");
        forget_failures(transaction, "password:" + account.login_name);
        delete_links(transaction, account.id);
        const auto changed = load_account(transaction, account.id);
        const auto state =
            state_due(transaction, desk.settings, *changed, Proved::second_factor, now);
        update_session_state(transaction, session.id, state);
        record(transaction, account,
               {.act = "account.change_password", .used = Permission::sign_in}, holder(account),
               now);
        return state;
    });
}

}  // namespace gk::people
