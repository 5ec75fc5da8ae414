#include "web/office/draft_store.hpp"

#include <array>

#include "web/office/errors.hpp"

namespace gk::web::office {

namespace {

using store::Snapshot;
using store::Transaction;

people::SealedPlace place_of(std::int64_t row_id) {
    return {.table = "drafts", .column = "content_sealed", .row_id = row_id};
}

struct KeptRow {
    std::int64_t id = 0;
    std::int64_t version = 0;
    Moment saved_at;
    std::optional<store::Blob> sealed;
};

std::optional<KeptRow> load_row(Snapshot& snapshot, const DraftName& name) {
    auto row = snapshot.query(
        "SELECT id, version, saved_at, content_sealed FROM drafts"
        " WHERE account_id = ? AND kind = ? AND name = ?",
        name.account, name.kind, name.name);
    if (!row.next()) {
        return std::nullopt;
    }
    return KeptRow{.id = row.get<std::int64_t>(0),
                   .version = row.get<std::int64_t>(1),
                   .saved_at = row.get<Moment>(2),
                   .sealed = row.get<std::optional<store::Blob>>(3)};
}

Result<Draft> opened(const KeptRow& row, const people::KeyRing& ring) {
    GK_ASSERT(row.sealed.has_value());
    GK_TRY(auto content, people::open_sealed(ring, place_of(row.id), *row.sealed));
    return Draft{.version = row.version, .saved_at = row.saved_at, .content = std::move(content)};
}

std::int64_t count(Snapshot& snapshot, Id<people::Account> account) {
    auto row = snapshot.query("SELECT count(*) FROM drafts WHERE account_id = ?", account);
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0);
}

Result<std::int64_t> insert(Transaction& transaction, const DraftName& name, Moment now) {
    if (count(transaction, name.account) >= drafts_max) {
        return error(drafts_too_many, drafts_max);
    }
    auto row = transaction.query(
        "INSERT INTO drafts (account_id, kind, name, version, saved_at) VALUES (?, ?, ?, 0, ?)"
        " RETURNING id",
        name.account, name.kind, name.name, now);
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0);
}

constexpr std::array<std::string_view, 1> sealed_columns = {"content_sealed"};

}  // namespace

Result<std::optional<Draft>> load_draft(store::Database& database, const DraftName& name,
                                        const people::KeyRing& ring) {
    const auto row = database.read([&](Snapshot& snapshot) { return load_row(snapshot, name); });
    if (!row) {
        return std::optional<Draft>();
    }
    GK_TRY(auto draft, opened(*row, ring));
    return std::optional(std::move(draft));
}

Result<SavedDraft> save_draft(store::Database& database, const DraftName& name,
                              std::int64_t version, std::string_view content,
                              const people::KeyRing& ring, Moment now) {
    return database.write([&](Transaction& transaction) -> Result<SavedDraft> {
        const auto before = load_row(transaction, name);
        if (before && before->version != version) {
            GK_TRY(auto kept, opened(*before, ring));
            return SavedDraft{.kept = std::move(kept), .is_conflict = true};
        }
        auto id = before ? before->id : std::int64_t{0};
        if (!before) {
            GK_TRY(id, insert(transaction, name, now));
        }
        const auto next = (before ? before->version : 0) + 1;
        transaction.execute(
            "UPDATE drafts SET version = ?, saved_at = ?, content_sealed = ? WHERE id = ?", next,
            now, people::seal(ring, place_of(id), content), id);
        return SavedDraft{
            .kept = {.version = next, .saved_at = now, .content = std::string(content)}};
    });
}

void delete_draft(store::Database& database, const DraftName& name) {
    database.write([&](Transaction& transaction) {
        transaction.execute("DELETE FROM drafts WHERE account_id = ? AND kind = ? AND name = ?",
                            name.account, name.kind, name.name);
    });
}

people::SealedTable sealed_drafts() {
    return {.table = "drafts", .columns = sealed_columns};
}

std::vector<SavedView> load_views(store::Database& database, Id<people::Account> account,
                                  std::string_view list) {
    return database.read([&](Snapshot& snapshot) {
        std::vector<SavedView> views;
        auto row = snapshot.query(
            "SELECT public_id, list, name, query FROM saved_views WHERE account_id = ?"
            " AND list = ? ORDER BY name",
            account, list);
        while (row.next()) {
            views.push_back({row.get<std::string>(0), row.get<std::string>(1),
                             row.get<std::string>(2), row.get<std::string>(3)});
        }
        return views;
    });
}

Result<SavedView> save_view(store::Database& database, Id<people::Account> account,
                            SavedView view) {
    view.public_id = new_public_id();
    return database.write([&](Transaction& transaction) -> Result<SavedView> {
        transaction.execute(
            "DELETE FROM saved_views WHERE account_id = ? AND list = ? AND name = ?", account,
            view.list, view.name);
        {
            auto row = transaction.query(
                "SELECT count(*) FROM saved_views WHERE account_id = ? AND list = ?", account,
                view.list);
            if (row.next() && row.get<std::int64_t>(0) >= views_max) {
                return error(views_too_many, views_max);
            }
        }
        transaction.execute(
            "INSERT INTO saved_views (account_id, list, name, public_id, query)"
            " VALUES (?, ?, ?, ?, ?)",
            account, view.list, view.name, view.public_id, view.query);
        return view;
    });
}

bool delete_view(store::Database& database, Id<people::Account> account,
                 std::string_view public_id) {
    return database.write([&](Transaction& transaction) {
        return transaction.execute("DELETE FROM saved_views WHERE account_id = ? AND public_id = ?",
                                   account, public_id) > 0;
    });
}

}  // namespace gk::web::office
