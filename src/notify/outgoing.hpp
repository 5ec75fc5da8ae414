// What leaves the house: mail, short messages, WeChat. It waits in the database, sealed, until it
// is sent; once sent, neither address nor text are kept. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "notify/task.hpp"

namespace gk::notify {

enum class Carrier { mail, short_message, wechat };
[[nodiscard]] std::span<const Carrier> carriers();
[[nodiscard]] std::string_view key(Carrier carrier);
[[nodiscard]] std::string_view label(Carrier carrier);
[[nodiscard]] std::optional<Carrier> carrier_of(std::string_view key);

enum class OutgoingStatus { waiting, sent, failed, skipped };
[[nodiscard]] std::span<const OutgoingStatus> outgoing_statuses();
[[nodiscard]] std::string_view key(OutgoingStatus status);
[[nodiscard]] std::string_view label(OutgoingStatus status);
[[nodiscard]] std::optional<OutgoingStatus> outgoing_status_of(std::string_view key);

// considerate: only in the sending hours of the agency.
enum class Timing { at_once, considerate };

struct NewOutgoing {
    Id<people::Agency> agency;
    Carrier carrier = Carrier::mail;
    std::string address;  // Mail address, telephone number, WeChat open id.
    std::string subject;  // Of mail.
    std::string text;
    Timing timing = Timing::considerate;
    ObjectReference object = {};
    // Another one with the same is not sent; empty: each is its own.
    std::string once = {};
};

// One message as it is handed to whoever carries it.
struct Parcel {
    std::string public_id;  // The same at every attempt: the other side may know it again.
    Carrier carrier = Carrier::mail;
    std::string address;
    std::string subject;
    std::string text;
};

// A line of the list of what was sent, without address and text.
struct OutgoingSummary {
    std::string public_id;
    std::string agency_code;
    Carrier carrier = Carrier::mail;
    ObjectReference object;
    OutgoingStatus status = OutgoingStatus::waiting;
    int attempt_count = 0;
    Moment created_at;
    std::optional<Moment> next_attempt_at;
    std::optional<Moment> sent_at;
    std::string last_error;
};

// When to try again after so many attempts have failed; nothing: give up.
[[nodiscard]] std::optional<Moment> next_attempt(int failed_count, Moment now);

// What came of an attempt.
enum class Carried { yes, not_now, never, no_carrier };

struct Receipt {
    Carried carried = Carried::yes;
    std::string error;  // In words, without the address; empty where it went.
};

}  // namespace gk::notify
