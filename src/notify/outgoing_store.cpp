#include "notify/outgoing_store.hpp"

#include <array>

#include "base/assert.hpp"
#include "notify/condition_store.hpp"
#include "people/sealed_text.hpp"

namespace gk::notify {

namespace {

constexpr std::string_view table = "outgoing_messages";
constexpr std::array<std::string_view, 3> sealed_columns = {"address", "subject", "content"};

OutgoingStatus status_of(const std::string& word) {
    const auto status = outgoing_status_of(word);
    GK_ASSERT(status.has_value());
    return *status;
}

Carrier carrier_in(const std::string& word) {
    const auto carrier = carrier_of(word);
    GK_ASSERT(carrier.has_value());
    return *carrier;
}

bool is_kept(OutgoingStatus status) {
    return status == OutgoingStatus::waiting || status == OutgoingStatus::failed;
}

}  // namespace

people::SealedTable sealed_outgoing() {
    return {.table = table, .columns = sealed_columns};
}

std::string insert_outgoing(store::Transaction& transaction, const people::KeyRing& ring,
                            const NewOutgoing& outgoing, Moment now, Moment not_before) {
    auto public_id = new_public_id();
    const auto once = outgoing.once.empty() ? std::nullopt : std::optional(outgoing.once);
    std::int64_t id = 0;
    {
        auto row = transaction.query(
            "INSERT INTO outgoing_messages (public_id, agency_id, carrier, object_kind, object_id,"
            " is_considerate, status, attempt_count, created_at, next_attempt_at, last_error,"
            " once) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, '', ?)"
            " ON CONFLICT (once) DO NOTHING RETURNING id",
            public_id, outgoing.agency, key(outgoing.carrier), outgoing.object.kind,
            outgoing.object.public_id, outgoing.timing == Timing::considerate,
            key(OutgoingStatus::waiting), now, not_before, once);
        if (!row.next()) {
            return {};
        }
        id = row.get<std::int64_t>(0);
    }
    const auto sealed = [&](std::string_view column, std::string_view text) {
        return people::seal(ring, {table, column, id}, text);
    };
    transaction.execute(
        "UPDATE outgoing_messages SET address = ?, subject = ?, content = ? WHERE id = ?",
        sealed("address", outgoing.address), sealed("subject", outgoing.subject),
        sealed("content", outgoing.text), id);
    return public_id;
}

bool has_waiting_outgoing(store::Snapshot& snapshot, Moment now) {
    return snapshot
        .query(
            "SELECT 1 FROM outgoing_messages WHERE status = 'waiting' AND next_attempt_at <= ?"
            " AND (claimed_until IS NULL OR claimed_until <= ?) LIMIT 1",
            now, now)
        .next();
}

std::vector<ClaimedRow> claim_outgoing(store::Transaction& transaction, Moment now, Moment until,
                                       int limit) {
    auto row = transaction.query(
        "UPDATE outgoing_messages SET claimed_until = ? WHERE id IN"
        " (SELECT id FROM outgoing_messages WHERE status = 'waiting' AND next_attempt_at <= ?"
        "   AND (claimed_until IS NULL OR claimed_until <= ?)"
        "  ORDER BY next_attempt_at, id LIMIT ?)"
        " RETURNING id, public_id, agency_id, carrier, is_considerate, attempt_count, address,"
        " subject, content",
        until, now, now, limit);
    std::vector<ClaimedRow> rows;
    while (row.next()) {
        rows.push_back({.id = row.get<std::int64_t>(0),
                        .public_id = row.get<std::string>(1),
                        .agency = row.get<Id<people::Agency>>(2),
                        .carrier = carrier_in(row.get<std::string>(3)),
                        .is_considerate = row.get<bool>(4),
                        .attempt_count = row.get<int>(5),
                        .address = row.get<store::Blob>(6),
                        .subject = row.get<store::Blob>(7),
                        .content = row.get<store::Blob>(8)});
    }
    return rows;
}

Result<Parcel> open_parcel(const people::KeyRing& ring, const ClaimedRow& row) {
    const auto opened = [&](std::string_view column, const store::Blob& sealed) {
        return people::open_sealed(ring, {table, column, row.id}, sealed);
    };
    GK_TRY(auto address, opened("address", row.address));
    GK_TRY(auto subject, opened("subject", row.subject));
    GK_TRY(auto text, opened("content", row.content));
    return Parcel{.public_id = row.public_id,
                  .carrier = row.carrier,
                  .address = std::move(address),
                  .subject = std::move(subject),
                  .text = std::move(text)};
}

void save_attempt(store::Transaction& transaction, std::int64_t id, const AttemptOutcome& outcome,
                  Moment now) {
    const bool is_sent = outcome.status == OutgoingStatus::sent;
    transaction.execute(
        "UPDATE outgoing_messages SET status = ?, attempt_count = ?, next_attempt_at = ?,"
        " claimed_until = NULL, sent_at = ?, last_error = ? WHERE id = ?",
        key(outcome.status), outcome.attempt_count, outcome.next_attempt_at,
        is_sent ? std::optional(now) : std::nullopt, outcome.error, id);
    if (!is_kept(outcome.status)) {
        transaction.execute(
            "UPDATE outgoing_messages SET address = NULL, subject = NULL, content = NULL"
            " WHERE id = ?",
            id);
    }
}

std::optional<OutgoingHead> find_outgoing(store::Snapshot& snapshot, std::string_view public_id) {
    auto row = snapshot.query("SELECT agency_id, status FROM outgoing_messages WHERE public_id = ?",
                              public_id);
    if (!row.next()) {
        return std::nullopt;
    }
    return OutgoingHead{row.get<Id<people::Agency>>(0), status_of(row.get<std::string>(1))};
}

void retry_outgoing(store::Transaction& transaction, std::string_view public_id, Moment now) {
    transaction.execute(
        "UPDATE outgoing_messages SET status = 'waiting', attempt_count = 0, next_attempt_at = ?"
        " WHERE public_id = ? AND status = 'failed'",
        now, public_id);
}

void reconsider_waiting(store::Transaction& transaction, Id<people::Agency> agency, Moment now) {
    transaction.execute(
        "UPDATE outgoing_messages SET next_attempt_at = ? WHERE agency_id = ?"
        " AND status = 'waiting' AND attempt_count = 0 AND next_attempt_at > ?",
        now, agency, now);
}

OutgoingCounts count_outgoing(store::Snapshot& snapshot) {
    OutgoingCounts counts;
    auto row = snapshot.query("SELECT status, COUNT(*) FROM outgoing_messages GROUP BY status");
    while (row.next()) {
        const auto count = row.get<std::int64_t>(1);
        switch (status_of(row.get<std::string>(0))) {
            case OutgoingStatus::waiting:
                counts.waiting = count;
                break;
            case OutgoingStatus::sent:
                counts.sent = count;
                break;
            case OutgoingStatus::failed:
                counts.failed = count;
                break;
            case OutgoingStatus::skipped:
                counts.skipped = count;
                break;
        }
    }
    return counts;
}

OutgoingPage load_outgoing(store::Snapshot& snapshot, const OutgoingFilter& filter) {
    SqlCondition condition;
    if (filter.agency) {
        condition.add("agency_id = ?", *filter.agency);
    }
    if (filter.status) {
        condition.add("status = ?", key(*filter.status));
    }
    OutgoingPage page;
    {
        auto row = snapshot.query_with("SELECT COUNT(*) FROM outgoing_messages" + condition.text(),
                                       condition.parameters());
        GK_ASSERT(row.next());
        page.total = row.get<std::int64_t>(0);
    }
    condition.add_value(filter.limit);
    condition.add_value(filter.offset);
    auto row = snapshot.query_with(
        "SELECT public_id, (SELECT code FROM agencies a WHERE a.id = agency_id), carrier,"
        " object_kind, object_id, status, attempt_count, created_at, next_attempt_at, sent_at,"
        " last_error FROM outgoing_messages" +
            condition.text() + " ORDER BY id DESC LIMIT ? OFFSET ?",
        condition.parameters());
    while (row.next()) {
        page.items.push_back({.public_id = row.get<std::string>(0),
                              .agency_code = row.get<std::string>(1),
                              .carrier = carrier_in(row.get<std::string>(2)),
                              .object = {row.get<std::string>(3), row.get<std::string>(4)},
                              .status = status_of(row.get<std::string>(5)),
                              .attempt_count = row.get<int>(6),
                              .created_at = row.get<Moment>(7),
                              .next_attempt_at = row.get<std::optional<Moment>>(8),
                              .sent_at = row.get<std::optional<Moment>>(9),
                              .last_error = row.get<std::string>(10)});
    }
    return page;
}

}  // namespace gk::notify
