#include "application/started/store.hpp"

#include <array>

#include "base/assert.hpp"
#include "people/sealed_text.hpp"

namespace gk::application::started {

namespace {

constexpr std::string_view table = "started_forms";
constexpr std::string_view column = "content";
constexpr std::array sealed_columns = {column};

people::SealedText sealed_content(const people::KeyRing& ring, const StartedForm& form) {
    const auto& fields = form.receipt ? fields_of(*form.receipt) : form.fields;
    return people::seal(ring, {.table = table, .column = column, .row_id = form.id},
                        packed(fields));
}

std::optional<Moment> submitted_at(const StartedForm& form) {
    return form.receipt ? std::optional(form.receipt->submitted_at) : std::nullopt;
}

}  // namespace

people::SealedTable sealed_started_forms() {
    return {.table = table, .columns = sealed_columns};
}

void insert_form(store::Transaction& transaction, const people::KeyRing& ring,
                 const StartedForm& form, std::string_view link_digest) {
    auto inserted = form;
    {
        auto row = transaction.query(
            "INSERT INTO started_forms (link_digest, submission_key, version, started_at,"
            " expires_at, notice_version, content) VALUES (?, ?, 1, ?, ?, ?, ?) RETURNING id",
            link_digest, form.submission_key, form.started_at, form.expires_at, form.notice_version,
            store::Blob());
        GK_ASSERT(row.next());
        inserted.id = row.get<std::int64_t>(0);
    }
    transaction.execute("UPDATE started_forms SET content = ? WHERE id = ?",
                        sealed_content(ring, inserted), inserted.id);
}

Result<std::optional<StartedForm>> load_form(store::Snapshot& snapshot, const people::KeyRing& ring,
                                             std::string_view link_digest) {
    auto row = snapshot.query(
        "SELECT id, submission_key, version, started_at, expires_at, notice_version,"
        " may_submit_at, submitted_at, content FROM started_forms WHERE link_digest = ?",
        link_digest);
    if (!row.next()) {
        return std::optional<StartedForm>();
    }
    StartedForm form;
    form.id = row.get<std::int64_t>(0);
    form.submission_key = row.get<std::string>(1);
    form.version = row.get<std::int64_t>(2);
    form.started_at = row.get<Moment>(3);
    form.expires_at = row.get<Moment>(4);
    form.notice_version = row.get<std::string>(5);
    form.may_submit_at = row.get<std::optional<Moment>>(6);
    GK_TRY(const auto content,
           people::open_sealed(ring, {.table = table, .column = column, .row_id = form.id},
                               row.get<store::Blob>(8)));
    if (row.get<std::optional<Moment>>(7)) {
        form.receipt = receipt_of(unpacked(content));
    } else {
        form.fields = unpacked(content);
    }
    return std::optional(std::move(form));
}

bool update_form(store::Transaction& transaction, const people::KeyRing& ring,
                 const StartedForm& form) {
    return transaction.execute(
               "UPDATE started_forms SET version = version + 1, expires_at = ?, may_submit_at = ?,"
               " submitted_at = ?, content = ? WHERE id = ? AND version = ?",
               form.expires_at, form.may_submit_at, submitted_at(form), sealed_content(ring, form),
               form.id, form.version) == 1;
}

void delete_form(store::Transaction& transaction, std::int64_t id) {
    transaction.execute("DELETE FROM started_forms WHERE id = ?", id);
}

std::int64_t delete_expired_forms(store::Transaction& transaction, Moment now) {
    return transaction.execute("DELETE FROM started_forms WHERE expires_at <= ?", now);
}

}  // namespace gk::application::started
