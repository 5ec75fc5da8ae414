#include "people/sign_in_service.hpp"

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/password_hasher.hpp"
#include "people/second_factor_service.hpp"
#include "people/session_begin_service.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"

namespace gk::people {

namespace {

constexpr int wrong_codes_max = 5;

// Who is to be signed in, and of whom failures are counted.
struct Attempt {
    std::optional<Credentials> credentials;
    std::vector<DelaySubject> subjects;
    Hearing hearing;
};

// What came of it. Not a Result: an error would undo the log.
struct Outcome {
    SignInOutcome outcome = SignInOutcome::signed_in;
    SignedIn signed_in = {};
    std::optional<Moment> heard_from = {};  // Put off until then.
};

std::string address_subject(const Origin& origin) {
    return "address:" + origin.address;
}

// A browser that is known of the account is counted by itself, so that guesses made elsewhere do
// not keep its owner out.
std::vector<DelaySubject> subjects_of(store::Snapshot& snapshot, std::string_view login_name,
                                      const std::optional<Credentials>& credentials,
                                      const Origin& origin) {
    if (credentials && !origin.device_token.empty() &&
        is_device_of(snapshot, origin.device_token, credentials->account.id)) {
        return {{"device:" + secret_hash(origin.device_token), device_delay}};
    }
    std::vector<DelaySubject> subjects = {{address_subject(origin), address_delay}};
    if (is_login_name(login_name)) {
        subjects.push_back({"account:" + std::string(login_name), account_delay});
    }
    return subjects;
}

SignInAttempt log_line(const std::optional<Credentials>& credentials, SignInOutcome outcome,
                       const Origin& origin, Moment now) {
    SignInAttempt line{.account = {},
                       .agency = {},
                       .at = now,
                       .outcome = outcome,
                       .address = origin.address,
                       .user_agent = origin.user_agent};
    if (credentials) {
        line.account = credentials->account.id;
        line.agency = credentials->account.agency;
    }
    return line;
}

Attempt begin_attempt(store::Transaction& transaction, std::string_view login_name,
                      const Origin& origin, Moment now) {
    Attempt attempt;
    const auto account =
        is_login_name(login_name) ? load_account_named(transaction, login_name) : std::nullopt;
    if (account) {
        attempt.credentials = load_credentials(transaction, account->id);
    }
    attempt.subjects = subjects_of(transaction, login_name, attempt.credentials, origin);
    attempt.hearing = hear(transaction, attempt.subjects, now);
    if (attempt.hearing.is_first_refusal) {
        insert_sign_in(transaction,
                       log_line(attempt.credentials, SignInOutcome::put_off, origin, now));
    }
    return attempt;
}

SignInOutcome outcome_of(const std::optional<Credentials>& credentials, bool is_password_right) {
    if (!credentials) {
        return SignInOutcome::unknown_account;
    }
    if (!is_password_right) {
        return SignInOutcome::wrong_password;
    }
    switch (credentials->account.state) {
        case AccountState::active:
            return SignInOutcome::signed_in;
        case AccountState::locked:
            return SignInOutcome::account_locked;
        case AccountState::ended:
            return SignInOutcome::account_ended;
    }
    GK_ASSERT(!"a state of an account");
    return SignInOutcome::wrong_password;
}

// Nobody guesses any more: an address stays counted for what else came from it.
void clear_failures(store::Transaction& transaction, std::span<const DelaySubject> subjects) {
    for (const auto& subject : subjects) {
        if (subject.name.starts_with("address:")) {
            take_back_failure(transaction, subject.name);
        } else {
            forget_failures(transaction, subject.name);
        }
    }
}

Result<SignedIn> answer_of(Outcome outcome, Moment now) {
    if (outcome.heard_from) {
        return error(sign_in_delayed, seconds_until(*outcome.heard_from, now));
    }
    switch (outcome.outcome) {
        case SignInOutcome::signed_in:
        case SignInOutcome::code_awaited:
            return std::move(outcome.signed_in);
        case SignInOutcome::account_locked:
            return error(sign_in_locked);
        case SignInOutcome::wrong_code:
            return error(second_factor_refused).at("code");
        case SignInOutcome::wrong_password:
        case SignInOutcome::unknown_account:
        case SignInOutcome::account_ended:
        case SignInOutcome::put_off:
            return error(sign_in_refused);
    }
    GK_ASSERT(!"an outcome");
    return error(sign_in_refused);
}

Outcome finish_sign_in(store::Transaction& transaction, const AccountDesk& desk,
                       const Attempt& attempt, const Origin& origin, Moment now,
                       bool is_password_right) {
    auto credentials = attempt.credentials
                           ? load_credentials(transaction, attempt.credentials->account.id)
                           : std::nullopt;
    // Changed meanwhile: what was right is so no more.
    const bool is_right = is_password_right && credentials &&
                          credentials->password_hash == attempt.credentials->password_hash;
    Outcome outcome{.outcome = outcome_of(credentials, is_right)};
    if (outcome.outcome == SignInOutcome::signed_in) {
        outcome.signed_in = begin_session(transaction, desk.settings, credentials->account,
                                          Proved::password, origin, now);
        if (outcome.signed_in.state == SessionState::second_factor_pending) {
            outcome.outcome = SignInOutcome::code_awaited;
        } else {
            clear_failures(transaction, attempt.subjects);
        }
    }
    insert_sign_in(transaction, log_line(credentials, outcome.outcome, origin, now));
    return outcome;
}

// The code, for the session that waits for it.
struct CodeCheck {
    std::string_view token;
    std::string_view code;
    const Origin& origin;
    Moment now;
};

Result<Outcome> check_code(store::Transaction& transaction, const AccountDesk& desk,
                           const KeyRing& ring, const CodeCheck& check) {
    auto session = load_session_of_token(transaction, check.token);
    if (!session || !session->is_alive(check.now) ||
        session->state != SessionState::second_factor_pending) {
        return error(session_over);
    }
    const auto credentials = load_credentials(transaction, session->account);
    if (!credentials || credentials->account.state != AccountState::active) {
        return error(session_over);
    }
    const std::array subjects = {
        DelaySubject{"code:" + credentials->account.login_name, account_delay}};
    if (const auto hearing = hear(transaction, subjects, check.now); hearing.heard_from) {
        return Outcome{.outcome = SignInOutcome::put_off, .heard_from = hearing.heard_from};
    }
    GK_TRY(const bool is_right, take_code(transaction, ring, *credentials, check.code, check.now));
    Outcome outcome{.outcome = SignInOutcome::wrong_code};
    if (is_right) {
        outcome.outcome = SignInOutcome::signed_in;
        outcome.signed_in = go_on_with_session(transaction, desk.settings, credentials->account,
                                               *session, check.origin, check.now);
        clear_failures(transaction, subjects);
        forget_failures(transaction, "account:" + credentials->account.login_name);
        take_back_failure(transaction, address_subject(check.origin));
    } else if (session->code_count + 1 >= wrong_codes_max) {
        update_session_ended(transaction, session->id, check.now, "wrong_codes");
    } else {
        update_session_code_count(transaction, session->id, session->code_count + 1);
    }
    insert_sign_in(transaction, log_line(credentials, outcome.outcome, check.origin, check.now));
    return outcome;
}

}  // namespace

Result<SignedIn> sign_in(const AccountDesk& desk, std::string_view login_name,
                         std::string_view password, const Origin& origin, Moment now) {
    const auto name = normalised_login_name(login_name);
    const auto from = cleaned(origin);
    GK_TRY(const auto place, desk.hasher.take_place());
    const auto attempt = desk.database.write([&](store::Transaction& transaction) {
        return begin_attempt(transaction, name, from, now);
    });
    if (attempt.hearing.heard_from) {
        return error(sign_in_delayed, seconds_until(*attempt.hearing.heard_from, now));
    }
    const bool is_right = place.is_of(
        attempt.credentials ? attempt.credentials->password_hash : std::string(), password);
    return answer_of(desk.database.write([&](store::Transaction& transaction) {
        return finish_sign_in(transaction, desk, attempt, from, now, is_right);
    }),
                     now);
}

Result<SignedIn> prove_second_factor(const AccountDesk& desk, std::string_view token,
                                     std::string_view code, const Origin& origin, Moment now) {
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    const auto from = cleaned(origin);
    GK_TRY(auto outcome, desk.database.write([&](store::Transaction& transaction) {
        return check_code(transaction, desk, ring, {token, code, from, now});
    }));
    return answer_of(std::move(outcome), now);
}

Result<SignedIn> sign_in_as(const AccountDesk& desk, std::string_view subject, const Origin& origin,
                            Moment now) {
    const auto from = cleaned(origin);
    return answer_of(desk.database.write([&](store::Transaction& transaction) {
        const auto account = load_account_of_subject(transaction, subject);
        const auto credentials =
            account ? load_credentials(transaction, account->id) : std::nullopt;
        Outcome outcome{.outcome = outcome_of(credentials, true)};
        if (outcome.outcome == SignInOutcome::signed_in) {
            outcome.signed_in = begin_session(transaction, desk.settings, *account,
                                              Proved::identity_service, from, now);
            if (outcome.signed_in.state == SessionState::second_factor_pending) {
                outcome.outcome = SignInOutcome::code_awaited;
            }
        }
        insert_sign_in(transaction, log_line(credentials, outcome.outcome, from, now));
        return outcome;
    }),
                     now);
}

Result<SignInLogPage> read_sign_in_log(store::Database& database, const SignInLogFilter& filter,
                                       const Actor& actor) {
    const bool may =
        filter.agency ? actor.may(Permission::sign_in_log_read, *filter.agency) : actor.is_operator;
    if (!may) {
        return error(not_permitted, label(Permission::sign_in_log_read));
    }
    return database.read(
        [&](store::Snapshot& snapshot) { return load_sign_ins(snapshot, filter); });
}

}  // namespace gk::people
