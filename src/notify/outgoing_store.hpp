// The table outgoing_messages: what waits to leave, sealed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "notify/outgoing.hpp"
#include "people/key_ring.hpp"
#include "people/reseal_service.hpp"
#include "store/transaction.hpp"

namespace gk::notify {

// For `gongkai keys rotate`.
[[nodiscard]] people::SealedTable sealed_outgoing();

// Returns the public id; empty where one with the same `once` is there.
std::string insert_outgoing(store::Transaction& transaction, const people::KeyRing& ring,
                            const NewOutgoing& outgoing, Moment now, Moment not_before);

// Whether anything may be tried now.
[[nodiscard]] bool has_waiting_outgoing(store::Snapshot& snapshot, Moment now);

// One row that this process has taken to send.
struct ClaimedRow {
    std::int64_t id = 0;
    std::string public_id;
    Id<people::Agency> agency;
    Carrier carrier = Carrier::mail;
    bool is_considerate = false;
    int attempt_count = 0;
    store::Blob address;
    store::Blob subject;
    store::Blob content;
};

// Takes what may be tried now; until `until` no other process takes the same.
[[nodiscard]] std::vector<ClaimedRow> claim_outgoing(store::Transaction& transaction, Moment now,
                                                     Moment until, int limit);

// Refuses a row whose text does not open.
[[nodiscard]] Result<Parcel> open_parcel(const people::KeyRing& ring, const ClaimedRow& row);

// What came of an attempt. Of what was sent or is not to be sent, address and text are erased.
struct AttemptOutcome {
    OutgoingStatus status = OutgoingStatus::sent;
    int attempt_count = 0;
    std::optional<Moment> next_attempt_at;
    std::string error;
};

void save_attempt(store::Transaction& transaction, std::int64_t id, const AttemptOutcome& outcome,
                  Moment now);

struct OutgoingHead {
    Id<people::Agency> agency;
    OutgoingStatus status = OutgoingStatus::waiting;
};

[[nodiscard]] std::optional<OutgoingHead> find_outgoing(store::Snapshot& snapshot,
                                                        std::string_view public_id);
// One that has failed is tried again at once, as often as a new one.
void retry_outgoing(store::Transaction& transaction, std::string_view public_id, Moment now);

struct OutgoingCounts {
    std::int64_t waiting = 0;
    std::int64_t sent = 0;
    std::int64_t failed = 0;
    std::int64_t skipped = 0;
};

// What waits for the hours of the agency and was not tried yet is thought of again at `now`.
void reconsider_waiting(store::Transaction& transaction, Id<people::Agency> agency, Moment now);

[[nodiscard]] OutgoingCounts count_outgoing(store::Snapshot& snapshot);

struct OutgoingFilter {
    std::optional<Id<people::Agency>> agency = {};
    std::optional<OutgoingStatus> status = {};
    int limit = 20;
    int offset = 0;
};

struct OutgoingPage {
    std::vector<OutgoingSummary> items;  // The newest first.
    std::int64_t total = 0;
};

[[nodiscard]] OutgoingPage load_outgoing(store::Snapshot& snapshot, const OutgoingFilter& filter);

}  // namespace gk::notify
