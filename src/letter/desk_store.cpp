#include "letter/desk_store.hpp"

#include "base/assert.hpp"
#include "letter/text_json.hpp"

namespace gk::letter {

namespace {

std::string_view kind_key(std::optional<law::LetterKind> kind) {
    return kind ? law::key(*kind) : std::string_view();
}

}  // namespace

Letterhead load_letterhead(store::Snapshot& snapshot, Id<people::Agency> agency) {
    auto row = snapshot.query(
        "SELECT version, review_body, court, office_name, office_address, office_phone, layout"
        " FROM letterheads WHERE agency_id = ?",
        agency);
    if (!row.next()) {
        return {};
    }
    const auto layout = letter_layout_of(row.get<std::string>(6));
    GK_ASSERT(layout.has_value());
    return {.version = row.get<std::int64_t>(0),
            .review_body = row.get<std::string>(1),
            .court = row.get<std::string>(2),
            .office_name = row.get<std::string>(3),
            .office_address = row.get<std::string>(4),
            .office_phone = row.get<std::string>(5),
            .layout = *layout};
}

void save_letterhead(store::Transaction& transaction, Id<people::Agency> agency,
                     const Letterhead& letterhead) {
    transaction.execute("DELETE FROM letterheads WHERE agency_id = ?", agency);
    transaction.execute(
        "INSERT INTO letterheads (agency_id, version, review_body, court, office_name,"
        " office_address, office_phone, layout) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        agency, letterhead.version, letterhead.review_body, letterhead.court,
        letterhead.office_name, letterhead.office_address, letterhead.office_phone,
        key(letterhead.layout));
}

std::vector<StoredPattern> load_patterns(store::Snapshot& snapshot, Id<people::Agency> agency) {
    std::vector<StoredPattern> patterns;
    auto row = snapshot.query(
        "SELECT kind, pattern FROM number_patterns WHERE agency_id = ? ORDER BY kind", agency);
    while (row.next()) {
        patterns.push_back({law::letter_kind_of(row.get<std::string>(0)), row.get<std::string>(1)});
    }
    return patterns;
}

void save_pattern(store::Transaction& transaction, Id<people::Agency> agency,
                  const StoredPattern& pattern) {
    delete_pattern(transaction, agency, pattern.kind);
    transaction.execute("INSERT INTO number_patterns (agency_id, kind, pattern) VALUES (?, ?, ?)",
                        agency, kind_key(pattern.kind), pattern.pattern);
}

void delete_pattern(store::Transaction& transaction, Id<people::Agency> agency,
                    std::optional<law::LetterKind> kind) {
    transaction.execute("DELETE FROM number_patterns WHERE agency_id = ? AND kind = ?", agency,
                        kind_key(kind));
}

int load_last_number(store::Snapshot& snapshot, Id<people::Agency> agency, std::string_view stem) {
    auto row = snapshot.query(
        "SELECT last_number FROM number_series WHERE agency_id = ? AND stem = ?", agency, stem);
    return row.next() ? row.get<int>(0) : 0;
}

void save_last_number(store::Transaction& transaction, Id<people::Agency> agency,
                      std::string_view stem, int number) {
    transaction.execute(
        "INSERT INTO number_series (agency_id, stem, last_number) VALUES (?, ?, ?)"
        " ON CONFLICT (agency_id, stem) DO UPDATE SET last_number = excluded.last_number",
        agency, stem, number);
}

int take_number(store::Transaction& transaction, Id<people::Agency> agency, std::string_view stem) {
    auto row = transaction.query(
        "INSERT INTO number_series (agency_id, stem, last_number) VALUES (?, ?, 1)"
        " ON CONFLICT (agency_id, stem)"
        " DO UPDATE SET last_number = number_series.last_number + 1 RETURNING last_number",
        agency, stem);
    GK_ASSERT(row.next());
    return row.get<int>(0);
}

std::vector<StoredTemplate> load_templates(store::Snapshot& snapshot, Id<people::Agency> agency,
                                           law::LetterKind kind) {
    std::vector<StoredTemplate> templates;
    auto row = snapshot.query(
        "SELECT version, file_id, content, actor, made_at FROM letter_templates"
        " WHERE agency_id = ? AND kind = ? ORDER BY version DESC",
        agency, law::key(kind));
    while (row.next()) {
        templates.push_back({.kind = kind,
                             .version = row.get<int>(0),
                             .text = template_of_json(row.get<std::string>(2)),
                             .file = row.get<std::optional<Id<document::StoredFile>>>(1),
                             .actor = row.get<std::string>(3),
                             .made_at = row.get<Moment>(4)});
    }
    return templates;
}

void insert_template(store::Transaction& transaction, Id<people::Agency> agency,
                     const StoredTemplate& stored) {
    transaction.execute(
        "INSERT INTO letter_templates (agency_id, kind, version, file_id, content, actor, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        agency, law::key(stored.kind), stored.version, stored.file,
        stored.text ? template_json(*stored.text) : std::string(), stored.actor, stored.made_at);
}

}  // namespace gk::letter
