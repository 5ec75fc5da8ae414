#include "letter/store.hpp"

#include <fmt/format.h>

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "letter/release_store.hpp"

namespace gk::letter {

namespace {

#define GK_LETTER_COLUMNS                                                                       \
    "id, public_id, agency_id, case_id, kind, version, status, draft_number, number, dated_on," \
    " file_id, sealed_file_id, delivered_on"

template <typename T>
T known(std::optional<T> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

Letter letter_of(store::Statement& row) {
    Letter letter;
    letter.id = row.get<Id<Letter>>(0);
    letter.public_id = row.get<std::string>(1);
    letter.agency = row.get<Id<people::Agency>>(2);
    letter.case_id = row.get<std::string>(3);
    letter.kind = known(law::letter_kind_of(row.get<std::string>(4)));
    letter.version = row.get<std::int64_t>(5);
    letter.status = known(letter_status_of(row.get<std::string>(6)));
    letter.draft_number = row.get<int>(7);
    letter.number = row.get<std::optional<std::string>>(8);
    letter.dated_on = row.get<std::optional<Date>>(9);
    letter.file = row.get<std::optional<Id<document::StoredFile>>>(10);
    letter.sealed_file = row.get<std::optional<Id<document::StoredFile>>>(11);
    letter.delivered_on = row.get<std::optional<Date>>(12);
    return letter;
}

void load_acts(store::Snapshot& snapshot, Letter& letter) {
    auto row = snapshot.query(
        "SELECT action, actor, acted_at, comment FROM letter_acts WHERE letter_id = ?"
        " ORDER BY number",
        letter.id);
    while (row.next()) {
        letter.acts.push_back({.action = known(letter_action_of(row.get<std::string>(0))),
                               .actor = row.get<std::string>(1),
                               .at = row.get<Moment>(2),
                               .comment = row.get<std::string>(3)});
    }
}

void load_deliveries(store::Snapshot& snapshot, Letter& letter) {
    auto row = snapshot.query(
        "SELECT number, route, handed_over_on, delivered_on, tracking_number, signed_for_on, actor,"
        " recorded_at FROM letter_deliveries WHERE letter_id = ? ORDER BY number",
        letter.id);
    while (row.next()) {
        letter.deliveries.push_back({.number = row.get<int>(0),
                                     .route = known(delivery_route_of(row.get<std::string>(1))),
                                     .handed_over_on = row.get<Date>(2),
                                     .delivered_on = row.get<std::optional<Date>>(3),
                                     .tracking_number = row.get<std::string>(4),
                                     .signed_for_on = row.get<std::optional<Date>>(5),
                                     .actor = row.get<std::string>(6),
                                     .recorded_at = row.get<Moment>(7)});
    }
}

void load_rest(store::Snapshot& snapshot, Letter& letter) {
    load_acts(snapshot, letter);
    load_deliveries(snapshot, letter);
    letter.released_files = load_released_files(snapshot, letter.id);
}

}  // namespace

std::optional<Letter> load_letter(store::Snapshot& snapshot, std::string_view public_id) {
    if (!text::is_utf8(public_id)) {
        return std::nullopt;
    }
    std::optional<Letter> letter;
    {
        auto row = snapshot.query("SELECT " GK_LETTER_COLUMNS " FROM letters WHERE public_id = ?",
                                  public_id);
        if (!row.next()) {
            return std::nullopt;
        }
        letter = letter_of(row);
    }
    load_rest(snapshot, *letter);
    return letter;
}

std::vector<Letter> load_letters(store::Snapshot& snapshot, std::string_view case_id) {
    std::vector<Letter> letters;
    if (!text::is_utf8(case_id)) {
        return letters;
    }
    {
        auto row = snapshot.query(
            "SELECT " GK_LETTER_COLUMNS " FROM letters WHERE case_id = ? ORDER BY id", case_id);
        while (row.next()) {
            letters.push_back(letter_of(row));
        }
    }
    for (auto& letter : letters) {
        load_rest(snapshot, letter);
    }
    return letters;
}

Letter insert_letter(store::Transaction& transaction, Letter letter) {
    letter.public_id = new_public_id();
    auto row = transaction.query(
        "INSERT INTO letters (public_id, agency_id, case_id, kind, version, status, draft_number)"
        " VALUES (?, ?, ?, ?, 0, ?, 0) RETURNING id",
        letter.public_id, letter.agency, letter.case_id, law::key(letter.kind),
        key(LetterStatus::draft));
    GK_ASSERT(row.next());
    letter.id = row.get<Id<Letter>>(0);
    return letter;
}

void append_act(store::Transaction& transaction, const Letter& after, const LetterAct& act,
                std::int64_t before) {
    transaction.execute(
        "INSERT INTO letter_acts (letter_id, number, action, actor, acted_at, comment)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        after.id, static_cast<int>(after.acts.size()), key(act.action), act.actor, act.at,
        act.comment);
    const auto changed = transaction.execute(
        "UPDATE letters SET version = ?, status = ?, draft_number = ?, number = ?, dated_on = ?,"
        " file_id = ?, sealed_file_id = ?, delivered_on = ?, changed_at = ?"
        " WHERE id = ? AND version = ?",
        after.version, key(after.status), after.draft_number, after.number, after.dated_on,
        after.file, after.sealed_file, after.delivered_on, act.at, after.id, before);
    GK_ASSERT(changed == 1);
    audit::append(transaction, {.at = act.at,
                                .actor = act.actor,
                                .act = fmt::format("letter.{}", key(act.action)),
                                .object_kind = "letter",
                                .object_id = after.public_id,
                                .agency = after.agency.value,
                                .details = {{"kind", std::string(law::key(after.kind))},
                                            {"version", std::to_string(after.version)},
                                            {"status", std::string(key(after.status))},
                                            {"number", after.number.value_or("")}}});
}

void update_sealed_file(store::Transaction& transaction, const Letter& letter) {
    const auto changed = transaction.execute(
        "UPDATE letters SET sealed_file_id = ?, version = version + 1 WHERE id = ? AND version = ?",
        letter.sealed_file, letter.id, letter.version);
    GK_ASSERT(changed == 1);
}

void insert_delivery(store::Transaction& transaction, const Letter& letter,
                     const LetterDelivery& delivery) {
    transaction.execute(
        "INSERT INTO letter_deliveries (letter_id, number, route, handed_over_on, delivered_on,"
        " tracking_number, signed_for_on, actor, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        letter.id, delivery.number, key(delivery.route), delivery.handed_over_on,
        delivery.delivered_on, delivery.tracking_number, delivery.signed_for_on, delivery.actor,
        delivery.recorded_at);
}

void update_delivery(store::Transaction& transaction, const Letter& letter,
                     const LetterDelivery& delivery) {
    transaction.execute(
        "UPDATE letter_deliveries SET signed_for_on = ?, delivered_on = ?"
        " WHERE letter_id = ? AND number = ?",
        delivery.signed_for_on, delivery.delivered_on, letter.id, delivery.number);
}

#undef GK_LETTER_COLUMNS

}  // namespace gk::letter
