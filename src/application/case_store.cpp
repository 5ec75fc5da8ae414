#include "application/case_store.hpp"

#include <fmt/format.h>

#include "application/awaited_day.hpp"
#include "application/entry_json.hpp"
#include "base/assert.hpp"
#include "document/waiting_file_store.hpp"

namespace gk::application {

namespace {

constexpr std::string_view select_case =
    "SELECT id, agency_id, public_id, number, kind, applicant_kind, masked_name, title,"
    " document_number, description, answer_form, answer_route, notice_version, part_of, version, "
    "accepts_other"
    " FROM cases WHERE ";

template <typename Value>
Value known(std::optional<Value> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

std::vector<Event> load_events(store::Snapshot& snapshot, Id<people::Agency> agency, Id<Case> id) {
    std::vector<Event> events;
    auto row = snapshot.query(
        "SELECT number, action, actor, acted_at, entry FROM case_events"
        " WHERE agency_id = ? AND case_id = ? ORDER BY number",
        agency, id);
    while (row.next()) {
        auto entry = parse_entry(row.get<std::string>(4));
        GK_ASSERT(entry.has_value());
        events.push_back({.number = row.get<int>(0),
                          .action = known(action_of(row.get<std::string>(1))),
                          .actor = row.get<std::string>(2),
                          .at = row.get<Moment>(3),
                          .entry = *std::move(entry)});
    }
    return events;
}

// The case in the first row, without its events.
std::optional<Case> case_of(store::Statement row) {
    if (!row.next()) {
        return std::nullopt;
    }
    return Case{.id = row.get<Id<Case>>(0),
                .agency = row.get<Id<people::Agency>>(1),
                .public_id = row.get<std::string>(2),
                .number = row.get<std::string>(3),
                .kind = known(case_kind_of(row.get<std::string>(4))),
                .applicant_kind = known(applicant_kind_of(row.get<std::string>(5))),
                .wanted = {.title = row.get<std::string>(7),
                           .document_number = row.get<std::string>(8),
                           .description = row.get<std::string>(9),
                           .form = known(answer_form_of(row.get<std::string>(10))),
                           .route = known(answer_route_of(row.get<std::string>(11))),
                           .accepts_other = row.get<bool>(15)},
                .masked_name = row.get<std::string>(6),
                .notice_version = row.get<std::string>(12),
                .part_of = row.get<std::optional<std::string>>(13),
                .version = row.get<std::int64_t>(14),
                .events = {}};
}

template <typename Key>
std::optional<Case> load_where(store::Snapshot& snapshot, std::string_view column, const Key& key) {
    auto found = case_of(snapshot.query(fmt::format("{}{} = ?", select_case, column), key));
    if (found) {
        found->events = load_events(snapshot, found->agency, found->id);
    }
    return found;
}

int next_sequence(store::Transaction& transaction, Id<people::Agency> agency, int year) {
    auto row = transaction.query(
        "INSERT INTO case_numbers (agency_id, number_year, last_sequence) VALUES (?, ?, 1)"
        " ON CONFLICT (agency_id, number_year)"
        " DO UPDATE SET last_sequence = case_numbers.last_sequence + 1 RETURNING last_sequence",
        agency, year);
    GK_ASSERT(row.next());
    return row.get<int>(0);
}

template <typename Value>
std::optional<std::string_view> key_of(const std::optional<Value>& value) {
    return value ? std::optional(key(*value)) : std::nullopt;
}

void save_tasks(store::Transaction& transaction, const Case& of, const Round& round) {
    for (const auto& task : round.tasks) {
        transaction.execute(
            "INSERT INTO case_search_tasks (agency_id, case_id, event_number, unit, content,"
            " due_on, state, given_on, ended_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (agency_id, case_id, event_number)"
            " DO UPDATE SET unit = excluded.unit, state = excluded.state,"
            " given_on = excluded.given_on, ended_on = excluded.ended_on",
            of.agency, of.id, task.event_number, task.unit, task.text, task.due_on, key(task.state),
            task.given_on, task.ended_on);
    }
}

}  // namespace

Case insert_case(store::Transaction& transaction, const NewCase& given) {
    const int sequence = next_sequence(transaction, given.agency, given.number_year);
    const auto number = fmt::format("{}-{}-{:04}", given.agency_code, given.number_year, sequence);
    auto row = transaction.query(
        "INSERT INTO cases (agency_id, public_id, number_year, number_sequence, number, kind,"
        " applicant_kind, masked_name, title, document_number, description, answer_form,"
        " answer_route, notice_version, part_of, submission_key, query_code_hash, version, state,"
        " channel, submitted_on, is_provisional, amount_collected_fen, accepts_other)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '', '', 0, 0, ?)"
        " RETURNING id",
        given.agency, given.public_id, given.number_year, sequence, number, key(given.kind),
        key(given.applicant_kind), given.masked_name, given.wanted.title,
        given.wanted.document_number, given.wanted.description, key(given.wanted.form),
        key(given.wanted.route), given.notice_version, given.part_of, given.submission_key,
        given.query_code_hash, given.wanted.accepts_other);
    GK_ASSERT(row.next());
    return {.id = row.get<Id<Case>>(0),
            .agency = given.agency,
            .public_id = given.public_id,
            .number = number,
            .kind = given.kind,
            .applicant_kind = given.applicant_kind,
            .wanted = given.wanted,
            .masked_name = given.masked_name,
            .notice_version = given.notice_version,
            .part_of = given.part_of,
            .version = 0,
            .events = {}};
}

std::optional<Case> load_case(store::Snapshot& snapshot, std::string_view public_id) {
    return load_where(snapshot, "public_id", public_id);
}

std::optional<Case> load_case(store::Snapshot& snapshot, Id<Case> id) {
    return load_where(snapshot, "id", id);
}

std::optional<Case> load_case_by_number(store::Snapshot& snapshot, std::string_view number) {
    return load_where(snapshot, "number", number);
}

std::vector<std::string> load_part_numbers(store::Snapshot& snapshot, const Case& whole) {
    auto row =
        snapshot.query("SELECT number FROM cases WHERE agency_id = ? AND part_of = ? ORDER BY id",
                       whole.agency, whole.number);
    std::vector<std::string> numbers;
    while (row.next()) {
        numbers.push_back(row.get<std::string>(0));
    }
    return numbers;
}

std::optional<Case> load_submitted(store::Snapshot& snapshot, Id<people::Agency> agency,
                                   std::string_view submission_key) {
    std::optional<Id<Case>> id;
    {
        auto row = snapshot.query("SELECT id FROM cases WHERE agency_id = ? AND submission_key = ?",
                                  agency, submission_key);
        if (row.next()) {
            id = row.get<Id<Case>>(0);
        }
    }
    return id ? load_case(snapshot, *id) : std::nullopt;
}

void append_event(store::Transaction& transaction, Case& of, Event event) {
    event.number = of.events.empty() ? 1 : of.events.back().number + 1;
    transaction.execute(
        "INSERT INTO case_events (agency_id, case_id, number, action, actor, acted_at, entry)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        of.agency, of.id, event.number, key(event.action), event.actor, event.at,
        entry_json(event.entry));
    for (const auto& file : event.entry.files) {
        transaction.execute(
            "INSERT INTO case_files (agency_id, case_id, file_id, event_number)"
            " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            of.agency, of.id, file, event.number);
    }
    document::end_waiting(transaction, event.entry.files);
    if ((event.action == Action::link_case || event.action == Action::mark_duplicate) &&
        !event.entry.reference.empty()) {
        transaction.execute(
            "INSERT INTO case_links (agency_id, case_id, event_number, other_number, action)"
            " VALUES (?, ?, ?, ?, ?)",
            of.agency, of.id, event.number, event.entry.reference, key(event.action));
    }
    of.events.push_back(std::move(event));
}

void save_standing(store::Transaction& transaction, const Case& of, const Standing& standing) {
    const auto& submission = standing.submission;
    const auto& counted = standing.counted;
    const auto& latest = standing.latest;
    const auto& fee = standing.fee;
    const auto& time = standing.answer_time;
    const auto changed = transaction.execute(
        "UPDATE cases SET version = ?, state = ?, channel = ?, submitted_on = ?, received_on = ?,"
        " reply_due_on = ?, is_provisional = ?, derive_on = ?, outcome = ?, amendment_result = ?,"
        " concluded_on = ?, latest_outcome = ?, latest_concluded_on = ?, amount_collected_fen = ?,"
        " paid_on = ?, fee_notified_on = ?, fee_notified_fen = ?, timeliness = ?,"
        " answer_working_days = ? WHERE id = ?",
        static_cast<std::int64_t>(of.events.size()), key(standing.state), key(submission.channel),
        submission.submitted_on, standing.received_on, standing.reply_due_on,
        standing.deadline && standing.deadline->is_provisional, next_passing(standing),
        counted ? key_of(counted->outcome) : std::nullopt,
        counted ? key_of(counted->amendment_result) : std::nullopt,
        counted ? std::optional(counted->on) : std::nullopt,
        latest ? key_of(latest->outcome) : std::nullopt,
        latest ? std::optional(latest->on) : std::nullopt, fee.paid_fen, fee.paid_on,
        fee.notified_on, fee.notified_fen,
        time ? std::optional(key(time->timeliness)) : std::nullopt,
        time ? std::optional(time->working_days) : std::nullopt, of.id);
    GK_ASSERT(changed == 1);
    save_tasks(transaction, of, standing.round);
}

std::string load_query_code_hash(store::Snapshot& snapshot, Id<Case> id) {
    auto row = snapshot.query("SELECT query_code_hash FROM cases WHERE id = ?", id);
    GK_ASSERT(row.next());
    return row.get<std::string>(0);
}

void save_query_code_hash(store::Transaction& transaction, Id<Case> id, std::string_view hash) {
    transaction.execute("UPDATE cases SET query_code_hash = ? WHERE id = ?", hash, id);
}

}  // namespace gk::application
