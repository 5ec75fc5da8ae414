#include "letter/draft_store.hpp"

#include <array>
#include <string_view>

#include "base/assert.hpp"
#include "letter/text_json.hpp"
#include "people/sealed_text.hpp"

namespace gk::letter {

namespace {

constexpr std::string_view drafts_table = "letter_drafts";
constexpr std::array<std::string_view, 1> sealed_columns = {"content"};

people::SealedPlace place_of(std::int64_t id) {
    return {drafts_table, sealed_columns[0], id};
}

}  // namespace

people::SealedTable sealed_letter_drafts() {
    return {.table = drafts_table, .columns = sealed_columns};
}

void insert_draft(store::Transaction& transaction, const people::KeyRing& ring, Id<Letter> letter,
                  const LetterDraft& draft) {
    std::int64_t id = 0;
    {
        auto row = transaction.query(
            "INSERT INTO letter_drafts (letter_id, number, content, file_id, actor, made_at)"
            " VALUES (?, ?, NULL, ?, ?, ?) RETURNING id",
            letter, draft.number, draft.file, draft.actor, draft.made_at);
        GK_ASSERT(row.next());
        id = row.get<std::int64_t>(0);
    }
    const auto sealed = people::seal(ring, place_of(id), text_json(draft.text));
    transaction.execute("UPDATE letter_drafts SET content = ? WHERE id = ?", sealed, id);
}

Result<std::optional<LetterDraft>> load_draft(store::Snapshot& snapshot,
                                              const people::KeyRing& ring, Id<Letter> letter,
                                              int number) {
    auto row = snapshot.query(
        "SELECT id, content, file_id, actor, made_at FROM letter_drafts"
        " WHERE letter_id = ? AND number = ?",
        letter, number);
    if (!row.next()) {
        return std::optional<LetterDraft>();
    }
    const auto sealed = row.get<store::Blob>(1);
    GK_TRY(const auto json, people::open_sealed(ring, place_of(row.get<std::int64_t>(0)), sealed));
    auto text = text_of_json(json);
    GK_ASSERT(text.has_value());
    return std::optional(LetterDraft{.number = number,
                                     .text = *std::move(text),
                                     .file = row.get<std::optional<Id<document::StoredFile>>>(2),
                                     .actor = row.get<std::string>(3),
                                     .made_at = row.get<Moment>(4)});
}

std::vector<LetterDraft> load_draft_heads(store::Snapshot& snapshot, Id<Letter> letter) {
    std::vector<LetterDraft> drafts;
    auto row = snapshot.query(
        "SELECT number, file_id, actor, made_at FROM letter_drafts WHERE letter_id = ?"
        " ORDER BY number",
        letter);
    while (row.next()) {
        drafts.push_back({.number = row.get<int>(0),
                          .text = {},
                          .file = row.get<std::optional<Id<document::StoredFile>>>(1),
                          .actor = row.get<std::string>(2),
                          .made_at = row.get<Moment>(3)});
    }
    return drafts;
}

}  // namespace gk::letter
