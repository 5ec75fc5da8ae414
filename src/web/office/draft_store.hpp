// The tables drafts and saved_views: what the workbench remembers for one account.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "people/actor.hpp"
#include "people/reseal_service.hpp"
#include "people/sealed_text.hpp"
#include "store/database.hpp"

namespace gk::web::office {

inline constexpr std::int64_t drafts_max = 200;
inline constexpr std::int64_t views_max = 50;

// A form that is half filled in: "case", its public id or "new".
struct DraftName {
    Id<people::Account> account;
    std::string kind;
    std::string name;
};

struct Draft {
    std::int64_t version = 0;
    Moment saved_at;
    std::string content;  // JSON
};

[[nodiscard]] Result<std::optional<Draft>> load_draft(store::Database& database,
                                                      const DraftName& name,
                                                      const people::KeyRing& ring);

// What became of a save.
struct SavedDraft {
    Draft kept;                // As it is kept afterwards.
    bool is_conflict = false;  // Another window saved first: nothing was written.
};

// `version`: the one that this content began from; 0 where there was none. Refuses more drafts
// than drafts_max.
[[nodiscard]] Result<SavedDraft> save_draft(store::Database& database, const DraftName& name,
                                            std::int64_t version, std::string_view content,
                                            const people::KeyRing& ring, Moment now);

void delete_draft(store::Database& database, const DraftName& name);

[[nodiscard]] people::SealedTable sealed_drafts();

// The filters of a list under a name.
struct SavedView {
    std::string public_id;
    std::string list;
    std::string name;
    std::string query;  // As in the address: "status=draft&sort=year".
};

[[nodiscard]] std::vector<SavedView> load_views(store::Database& database,
                                                Id<people::Account> account, std::string_view list);
// Replaces one of the same name. Refuses more than views_max of one list.
[[nodiscard]] Result<SavedView> save_view(store::Database& database, Id<people::Account> account,
                                          SavedView view);
// false where the account has no such view.
[[nodiscard]] bool delete_view(store::Database& database, Id<people::Account> account,
                               std::string_view public_id);

}  // namespace gk::web::office
