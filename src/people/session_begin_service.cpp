#include "people/session_begin_service.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/second_factor_store.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"
#include "store/database.hpp"

namespace gk::people {

namespace {

constexpr std::size_t user_agent_characters_max = 200;
constexpr std::size_t address_characters_max = 60;

std::string shortened(std::string_view given, std::size_t characters_max) {
    auto characters = text::decode(given);
    std::ranges::replace(characters, U'\0', U'\uFFFD');
    characters.resize(std::min(characters.size(), characters_max));
    return text::encode(characters);
}

void record(store::Transaction& transaction, const Account& account, const Session& session,
            Moment now) {
    audit::append(transaction, {.at = now,
                                .actor = account.trail_name(),
                                .act = "session.begin",
                                .object_kind = "session",
                                .object_id = session.public_id,
                                .agency = account.agency.value,
                                .details = {{"address", session.address}}});
}

// The token by which this browser is known as one of the account from now on.
std::string device_for(store::Transaction& transaction, const Account& account,
                       const Origin& origin, Moment now) {
    auto token =
        !origin.device_token.empty() && is_device_of(transaction, origin.device_token, account.id)
            ? origin.device_token
            : new_token();
    keep_device(transaction, token, account.id, now);
    return token;
}

}  // namespace

SessionState state_due(const SignInFacts& facts) {
    if (facts.has_second_factor && facts.proved != Proved::second_factor) {
        return SessionState::second_factor_pending;
    }
    if (facts.is_password_due && facts.proved != Proved::identity_service) {
        return SessionState::password_change_due;
    }
    if (facts.is_second_factor_required && !facts.has_second_factor) {
        return SessionState::enrolment_due;
    }
    return SessionState::full;
}

SessionState state_due(store::Snapshot& snapshot, const SignInSettings& settings,
                       const Account& account, Proved proved, Moment now) {
    return state_due(
        {.proved = proved,
         .has_second_factor = account.second_factor_since.has_value(),
         .is_second_factor_required = is_second_factor_required(snapshot, account.id, now.date()),
         .is_password_due =
             account.must_change_password ||
             is_password_too_old(settings.password, account.password_changed_at, now)});
}

bool is_second_factor_required(store::Snapshot& snapshot, Id<Account> account, Date today) {
    return std::ranges::any_of(
        load_held_roles(snapshot, account, today),
        [&](const HeldRole& held) { return is_rule_for(snapshot, held.agency, held.role); });
}

Origin cleaned(const Origin& origin) {
    return {.address = shortened(origin.address, address_characters_max),
            .user_agent = shortened(origin.user_agent, user_agent_characters_max),
            .device_token = origin.device_token};
}

SignedIn begin_session(store::Transaction& transaction, const SignInSettings& settings,
                       const Account& account, Proved proved, const Origin& origin, Moment now) {
    const std::chrono::milliseconds idle_max = settings.idle_max;
    const std::chrono::milliseconds session_max = settings.session_max;
    SignedIn signed_in{.token = new_token(),
                       .device_token = {},
                       .state = state_due(transaction, settings, account, proved, now)};
    const auto session = insert_session(transaction,
                                        {.id = {},
                                         .public_id = new_public_id(),
                                         .account = account.id,
                                         .state = signed_in.state,
                                         .began_at = now,
                                         .last_seen_at = now,
                                         .idle_ms_max = idle_max.count(),
                                         .expires_at = {now.utc_ms + session_max.count()},
                                         .address = origin.address,
                                         .user_agent = origin.user_agent},
                                        signed_in.token);
    if (signed_in.state != SessionState::second_factor_pending) {
        signed_in.device_token = device_for(transaction, account, origin, now);
        record(transaction, account, session, now);
    }
    return signed_in;
}

SignedIn go_on_with_session(store::Transaction& transaction, const SignInSettings& settings,
                            const Account& account, const Session& session, const Origin& origin,
                            Moment now) {
    SignedIn signed_in{
        .token = new_token(),
        .device_token = device_for(transaction, account, origin, now),
        .state = state_due(transaction, settings, account, Proved::second_factor, now)};
    update_session_token(transaction, session.id, signed_in.token);
    update_session_state(transaction, session.id, signed_in.state);
    update_session_seen(transaction, session.id, now);
    record(transaction, account, session, now);
    return signed_in;
}

Result<OwnSession> own_session(store::Snapshot& snapshot, std::string_view token, Moment now) {
    auto session = load_session_of_token(snapshot, token);
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
    return OwnSession{*std::move(session), *std::move(credentials)};
}

Actor holder_of(const Account& account) {
    return {.name = account.trail_name(), .account = account.id};
}

Result<void> check_own_password(const AccountDesk& desk, const PasswordHasher::Place& place,
                                const Credentials& credentials, std::string_view password,
                                std::string_view field, Moment now) {
    const auto subject = "password:" + credentials.account.login_name;
    const std::array subjects = {DelaySubject{subject, account_delay}};
    const auto hearing = desk.database.write(
        [&](store::Transaction& transaction) { return hear(transaction, subjects, now); });
    if (hearing.heard_from) {
        return error(sign_in_delayed, seconds_until(*hearing.heard_from, now));
    }
    if (!place.is_of(credentials.password_hash, password)) {
        return error(password_wrong).at(field);
    }
    desk.database.write(
        [&](store::Transaction& transaction) { forget_failures(transaction, subject); });
    return {};
}

}  // namespace gk::people
