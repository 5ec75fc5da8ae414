// The tables sign_in_log, sign_in_delays and sign_in_devices.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "people/account.hpp"
#include "people/sign_in_delay.hpp"
#include "people/sign_in_log.hpp"
#include "store/transaction.hpp"

namespace gk::people {

struct SignInAttempt {
    std::optional<Id<Account>> account = {};
    std::optional<Id<Agency>> agency = {};
    Moment at;
    SignInOutcome outcome = SignInOutcome::signed_in;
    std::string address = {};
    std::string user_agent = {};
};

void insert_sign_in(store::Transaction& transaction, const SignInAttempt& attempt);
[[nodiscard]] SignInLogPage load_sign_ins(store::Snapshot& snapshot, const SignInLogFilter& filter);

// Of whom failures are counted, and what follows from them.
struct DelaySubject {
    std::string name = {};  // "account:wang"
    DelayRule rule;
};

struct Hearing {
    std::optional<Moment> heard_from = {};  // Nothing: the attempt is heard now.
    bool is_first_refusal = false;          // Since the last attempt that was heard.
};

// Counts the attempt as a failure beforehand, so that many at once are not all heard; what succeeds
// is taken back with forget_failures() or take_back_failure().
[[nodiscard]] Hearing hear(store::Transaction& transaction, std::span<const DelaySubject> subjects,
                           Moment now);
void forget_failures(store::Transaction& transaction, std::string_view subject);
void take_back_failure(store::Transaction& transaction, std::string_view subject);

[[nodiscard]] bool is_device_of(store::Snapshot& snapshot, std::string_view device_token,
                                Id<Account> account);
// Also forgets the devices that were not used for long.
void keep_device(store::Transaction& transaction, std::string_view device_token,
                 Id<Account> account, Moment now);
void forget_devices(store::Transaction& transaction, Id<Account> account);

}  // namespace gk::people
