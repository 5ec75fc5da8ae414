#include "application/started/store.hpp"

#include <array>
#include <vector>

#include "base/assert.hpp"
#include "document/stored_file_store.hpp"
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

std::vector<FormFile> load_files(store::Snapshot& snapshot, std::int64_t form_id) {
    std::vector<FormFile> files;
    {
        auto row = snapshot.query(
            "SELECT field, file FROM started_files WHERE form_id = ? ORDER BY id", form_id);
        while (row.next()) {
            files.push_back(
                {.field = row.get<std::string>(0), .public_id = row.get<std::string>(1)});
        }
    }
    for (auto& each : files) {
        if (const auto stored = document::load_stored_file(snapshot, each.public_id)) {
            each.name = stored->given_name;
            each.byte_count = stored->placed.byte_count;
        }
    }
    return files;
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
        form.files = load_files(snapshot, form.id);
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

void release_files(store::Transaction& transaction, std::int64_t form_id) {
    transaction.execute("DELETE FROM started_files WHERE form_id = ?", form_id);
}

void insert_form_file(store::Transaction& transaction, std::int64_t form_id, std::string_view field,
                      std::string_view file) {
    transaction.execute("INSERT INTO started_files (form_id, field, file) VALUES (?, ?, ?)",
                        form_id, field, file);
}

void delete_form_file(store::Transaction& transaction, std::int64_t form_id,
                      std::string_view file) {
    transaction.execute("DELETE FROM started_files WHERE form_id = ? AND file = ?", form_id, file);
    // A case that was made of the form keeps it, even where the form was not told of that.
    const bool is_of_case =
        transaction.query("SELECT 1 FROM case_files WHERE file_id = ?", file).next();
    const auto stored = document::load_stored_file(transaction, file);
    if (stored && !is_of_case) {
        document::delete_stored_file(transaction, stored->id);
    }
}

void delete_form(store::Transaction& transaction, std::int64_t id) {
    for (const auto& each : load_files(transaction, id)) {
        delete_form_file(transaction, id, each.public_id);
    }
    transaction.execute("DELETE FROM started_forms WHERE id = ?", id);
}

std::int64_t delete_expired_forms(store::Transaction& transaction, Moment now) {
    std::vector<std::int64_t> ids;
    {
        auto row = transaction.query("SELECT id FROM started_forms WHERE expires_at <= ?", now);
        while (row.next()) {
            ids.push_back(row.get<std::int64_t>(0));
        }
    }
    for (const auto id : ids) {
        delete_form(transaction, id);
    }
    return static_cast<std::int64_t>(ids.size());
}

}  // namespace gk::application::started
