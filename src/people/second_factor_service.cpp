#include "people/second_factor_service.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "base/sm4.hpp"
#include "base/text.hpp"
#include "people/account_access_service.hpp"
#include "people/errors.hpp"
#include "people/one_time_code.hpp"
#include "people/password_hasher.hpp"
#include "people/service.hpp"
#include "people/session_begin_service.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"

namespace gk::people {

namespace {

constexpr int recovery_code_count = 10;
constexpr std::size_t recovery_code_letters = 16;

SealedPlace place_of_secret(Id<Account> account) {
    return {accounts_table, second_factor_column, account.value};
}

// Recovery codes are compared without what is put between their letters.
std::string normalised_code(std::string_view typed) {
    auto code = text::lower_ascii(text::to_half_width(typed));
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    return code;
}

// 16 letters of Crockford base 32: 80 random bits.
std::vector<std::string> new_recovery_codes() {
    std::vector<std::string> codes;
    for (int i = 0; i < recovery_code_count; ++i) {
        codes.push_back(new_public_id().substr(0, recovery_code_letters));
    }
    return codes;
}

// abcd-efgh-jkmn-pqrs
std::string as_written(const std::string& code) {
    std::string written;
    for (std::size_t i = 0; i < code.size(); ++i) {
        written += i > 0 && i % 4 == 0 ? "-" : "";
        written += code[i];
    }
    return written;
}

// New codes in place of all that there were, as they are written.
std::vector<std::string> hand_out_codes(store::Transaction& transaction, Id<Account> account) {
    auto codes = new_recovery_codes();
    replace_recovery_codes(transaction, account, codes);
    std::ranges::transform(codes, codes.begin(), as_written);
    return codes;
}

Result<Enrolled> confirm(store::Transaction& transaction, const AccountDesk& desk,
                         const OwnSession& own, std::int64_t step, const Origin& origin,
                         Moment now) {
    auto account = own.credentials.account;
    account.second_factor_since = now;
    update_second_factor(transaction, account.id, own.credentials.second_factor, now);
    update_second_factor_step(transaction, account.id, step);
    Enrolled enrolled{.recovery_codes = hand_out_codes(transaction, account.id),
                      .signed_in = go_on_with_session(transaction, desk.settings, account,
                                                      own.session, origin, now)};
    record(transaction, account, {.act = "account.bind_second_factor", .used = Permission::sign_in},
           holder_of(account), now);
    return enrolled;
}

// The secret that is not confirmed yet.
Result<std::string> pending_secret(const KeyRing& ring, const Credentials& credentials) {
    if (credentials.account.second_factor_since) {
        return error(second_factor_there);
    }
    if (!credentials.second_factor) {
        return error(second_factor_none);
    }
    return open_sealed(ring, place_of_secret(credentials.account.id), *credentials.second_factor);
}

// The step whose code was given, of the app that is bound.
Result<std::int64_t> proved_step(const KeyRing& ring, const Credentials& credentials,
                                 std::string_view code, Moment now) {
    const auto& account = credentials.account;
    if (!account.second_factor_since || !credentials.second_factor) {
        return error(second_factor_none);
    }
    GK_TRY(const auto secret,
           open_sealed(ring, place_of_secret(account.id), *credentials.second_factor));
    const auto step =
        matching_step(secret, normalised_code(code), now, credentials.second_factor_step);
    if (!step) {
        return error(app_code_refused).at("code");
    }
    return *step;
}

Enrolment enrolment_of(const Account& account, std::string_view issuer, std::string_view secret) {
    const auto uri = otpauth_uri(issuer, account.login_name, secret);
    return {.secret = base32(secret), .uri = uri, .qr_svg = qr_svg(uri)};
}

void remove(store::Transaction& transaction, const Account& account) {
    update_second_factor(transaction, account.id, std::nullopt, std::nullopt);
    replace_recovery_codes(transaction, account.id, {});
}

}  // namespace

Result<bool> take_code(store::Transaction& transaction, const KeyRing& ring,
                       const Credentials& credentials, std::string_view code, Moment now) {
    if (!credentials.second_factor) {
        return false;
    }
    const auto account = credentials.account.id;
    GK_TRY(const auto secret,
           open_sealed(ring, place_of_secret(account), *credentials.second_factor));
    const auto typed = normalised_code(code);
    if (const auto step = matching_step(secret, typed, now, credentials.second_factor_step)) {
        update_second_factor_step(transaction, account, *step);
        return true;
    }
    return take_recovery_code(transaction, account, typed);
}

Result<Enrolment> begin_enrolment(const AccountDesk& desk, std::string_view session_token,
                                  std::string_view issuer, Moment now) {
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    const auto secret = random_bytes(code_secret_size);
    return desk.database.write([&](store::Transaction& transaction) -> Result<Enrolment> {
        GK_TRY(const auto own, own_session(transaction, session_token, now));
        const auto& account = own.credentials.account;
        if (account.second_factor_since) {
            return error(second_factor_there);
        }
        update_second_factor(transaction, account.id,
                             seal(ring, place_of_secret(account.id), secret), std::nullopt);
        return enrolment_of(account, issuer, secret);
    });
}

Result<Enrolment> pending_enrolment(const AccountDesk& desk, std::string_view session_token,
                                    std::string_view issuer, Moment now) {
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    GK_TRY(const auto own, desk.database.read([&](store::Snapshot& snapshot) {
        return own_session(snapshot, session_token, now);
    }));
    GK_TRY(const auto secret, pending_secret(ring, own.credentials));
    return enrolment_of(own.credentials.account, issuer, secret);
}

Result<Enrolled> confirm_enrolment(const AccountDesk& desk, std::string_view session_token,
                                   std::string_view code, const Origin& origin, Moment now) {
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    const auto from = cleaned(origin);
    return desk.database.write([&](store::Transaction& transaction) -> Result<Enrolled> {
        GK_TRY(const auto own, own_session(transaction, session_token, now));
        GK_TRY(const auto secret, pending_secret(ring, own.credentials));
        const auto step = matching_step(secret, normalised_code(code), now, 0);
        if (!step) {
            return error(app_code_refused).at("code");
        }
        return confirm(transaction, desk, own, *step, from, now);
    });
}

Result<void> remove_second_factor(const AccountDesk& desk, std::string_view session_token,
                                  std::string_view password, Moment now) {
    GK_TRY(const auto place, desk.hasher.take_place());
    GK_TRY(const auto own, desk.database.read([&](store::Snapshot& snapshot) {
        return own_session(snapshot, session_token, now);
    }));
    if (!own.credentials.account.second_factor_since) {
        return error(second_factor_none);
    }
    GK_CHECK(check_own_password(desk, place, own.credentials, password, "password", now));
    return desk.database.write([&](store::Transaction& transaction) -> Result<void> {
        const auto& account = own.credentials.account;
        if (is_second_factor_required(transaction, account.id, now.date())) {
            return error(second_factor_required);
        }
        remove(transaction, account);
        record(transaction, account,
               {.act = "account.remove_second_factor", .used = Permission::sign_in},
               holder_of(account), now);
        return {};
    });
}

Result<Account> reset_second_factor(const AccountDesk& desk, std::string_view account_id,
                                    std::string_view reason, const Actor& actor, Moment now) {
    return desk.database.write([&](store::Transaction& transaction) -> Result<Account> {
        GK_TRY(auto account,
               account_for(transaction, account_id, AccountAction::reset_second_factor, actor));
        GK_CHECK(check_reason(reason));
        remove(transaction, account);
        update_sessions_ended(transaction, account.id, {}, now, "second_factor_reset");
        record(transaction, account,
               {.act = "account.reset_second_factor",
                .used = Permission::role_assign,
                .reason = std::string(reason)},
               actor, now);
        account.second_factor_since = std::nullopt;
        ++account.version;
        return account;
    });
}

Result<std::vector<std::string>> renew_recovery_codes(const AccountDesk& desk,
                                                      std::string_view session_token,
                                                      std::string_view code, Moment now) {
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    GK_TRY(const auto own, desk.database.read([&](store::Snapshot& snapshot) {
        return own_session(snapshot, session_token, now);
    }));
    const auto& account = own.credentials.account;
    if (!account.second_factor_since) {
        return error(second_factor_none);
    }
    // Counted before it is looked at, and kept where it is refused.
    const std::array subjects = {DelaySubject{"code:" + account.login_name, account_delay}};
    const auto hearing = desk.database.write(
        [&](store::Transaction& transaction) { return hear(transaction, subjects, now); });
    if (hearing.heard_from) {
        return error(sign_in_delayed, seconds_until(*hearing.heard_from, now));
    }
    using Codes = Result<std::vector<std::string>>;
    return desk.database.write([&](store::Transaction& transaction) -> Codes {
        GK_TRY(const auto held, own_session(transaction, session_token, now));
        GK_TRY(const auto step, proved_step(ring, held.credentials, code, now));
        update_second_factor_step(transaction, account.id, step);
        forget_failures(transaction, subjects.front().name);
        auto codes = hand_out_codes(transaction, account.id);
        record(transaction, account,
               {.act = "account.renew_recovery_codes", .used = Permission::sign_in},
               holder_of(account), now);
        return codes;
    });
}

SecondFactorState second_factor_state(store::Database& database, Id<Account> account, Date today) {
    return database.read([&](store::Snapshot& snapshot) {
        const auto found = load_account(snapshot, account);
        GK_ASSERT(found.has_value());
        return SecondFactorState{.since = found->second_factor_since,
                                 .is_required = is_second_factor_required(snapshot, account, today),
                                 .recovery_codes_left = count_recovery_codes(snapshot, account)};
    });
}

Result<void> set_second_factor_rule(store::Database& database, std::string_view agency_code,
                                    std::optional<Role> role, Requirement requirement,
                                    const Actor& actor, Moment now) {
    return database.write([&](store::Transaction& transaction) -> Result<void> {
        GK_TRY(const auto agency, find_agency(transaction, agency_code));
        if (!actor.may(Permission::role_assign, agency.id)) {
            return error(not_permitted, label(Permission::role_assign));
        }
        const bool is_required = requirement == Requirement::required;
        const SecondFactorRule rule{.agency = agency.id, .role = role};
        is_required ? insert_rule(transaction, rule) : delete_rule(transaction, rule);
        audit::append(
            transaction,
            {.at = now,
             .actor = actor.trail_name(Permission::role_assign, agency.id),
             .act = is_required ? "agency.require_second_factor" : "agency.waive_second_factor",
             .object_kind = "agency",
             .object_id = agency.public_id,
             .agency = agency.id.value,
             .details = {{"role", std::string(role ? key(*role) : "every")}}});
        return {};
    });
}

Result<std::vector<SecondFactorRule>> list_second_factor_rules(store::Database& database,
                                                               std::string_view agency_code,
                                                               const Actor& actor) {
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<SecondFactorRule>> {
        GK_TRY(const auto agency, find_agency(snapshot, agency_code));
        if (!actor.may(Permission::role_assign, agency.id)) {
            return error(not_permitted, label(Permission::role_assign));
        }
        return load_rules(snapshot, agency.id);
    });
}

}  // namespace gk::people
