#include "letter/release_service.hpp"

#include <algorithm>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "document/stored_file_store.hpp"
#include "letter/act.hpp"
#include "letter/errors.hpp"
#include "letter/release_store.hpp"

namespace gk::letter {

namespace {

using people::Actor;
using people::Permission;
using store::Transaction;

Result<void> require(const Letter& letter, Permission permission, const Actor& actor) {
    if (!actor.may(permission, letter.agency)) {
        return error(not_permitted, people::label(permission));
    }
    return {};
}

Result<void> require_not_sent(const Letter& letter) {
    if (letter.status == LetterStatus::delivered || letter.status == LetterStatus::cancelled) {
        return error(files_closed, label(letter.status));
    }
    return {};
}

Result<void> check_severances(const std::vector<Severance>& severances) {
    for (std::size_t i = 0; i < severances.size(); ++i) {
        if (text::trim(severances[i].place).empty() || text::trim(severances[i].reason).empty()) {
            return error(severance_incomplete, i + 1).at("severances");
        }
    }
    return {};
}

void record(Transaction& transaction, const Letter& letter, const ReleasedFile& file,
            std::string_view act, const std::string& actor, Moment now) {
    audit::append(transaction, {.at = now,
                                .actor = actor,
                                .act = "released_file." + std::string(act),
                                .object_kind = "letter",
                                .object_id = letter.public_id,
                                .agency = letter.agency.value,
                                .details = {{"file", file.public_id},
                                            {"sha256", file.file.placed.sha256},
                                            {"status", std::string(key(file.status))}}});
}

Result<std::size_t> place_of(const Letter& letter, std::string_view file_id) {
    const auto found = std::ranges::find(letter.released_files, file_id, &ReleasedFile::public_id);
    if (found == letter.released_files.end()) {
        return error(released_file_unknown);
    }
    return static_cast<std::size_t>(found - letter.released_files.begin());
}

}  // namespace

Result<Letter> add_released_file(Transaction& transaction, const LetterReference& reference,
                                 const NewReleasedFile& given, const Actor& actor, Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    GK_CHECK(require(letter, Permission::case_handle, actor));
    GK_CHECK(require_not_sent(letter));
    const std::string title(text::trim(given.title));
    if (title.empty() || !text::is_utf8(title)) {
        return error(value_missing, "附件名称", "文件的名称").at("title");
    }
    GK_CHECK(check_severances(given.severances));
    ReleasedFile file;
    file.title = title;
    file.file = document::insert_stored_file(
        transaction,
        {.agency = letter.agency, .kind = given.kind, .given_name = title, .placed = given.copy},
        now);
    file.source_sha256 = given.source_sha256;
    file.added_by = actor.trail_name(Permission::case_handle, letter.agency);
    file.severances = given.severances;
    file = insert_released_file(transaction, letter, std::move(file));
    record(transaction, letter, file, "add", file.added_by, now);
    letter.released_files.push_back(std::move(file));
    return letter;
}

Result<Letter> set_severances(Transaction& transaction, const LetterReference& reference,
                              std::string_view file_id, const std::vector<Severance>& severances,
                              const Actor& actor, Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    GK_CHECK(require(letter, Permission::case_handle, actor));
    GK_CHECK(require_not_sent(letter));
    GK_TRY(const auto at, place_of(letter, file_id));
    auto& file = letter.released_files[at];
    if (file.status != ReleaseStatus::awaiting_review) {
        return error(release_closed, label(file.status));
    }
    GK_CHECK(check_severances(severances));
    file.severances = severances;
    replace_severances(transaction, file);
    record(transaction, letter, file, "sever",
           actor.trail_name(Permission::case_handle, letter.agency), now);
    return letter;
}

Result<Letter> remove_released_file(Transaction& transaction, const LetterReference& reference,
                                    std::string_view file_id, const Actor& actor, Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    GK_CHECK(require(letter, Permission::case_handle, actor));
    GK_CHECK(require_not_sent(letter));
    GK_TRY(const auto at, place_of(letter, file_id));
    record(transaction, letter, letter.released_files[at], "remove",
           actor.trail_name(Permission::case_handle, letter.agency), now);
    delete_released_file(transaction, letter.released_files[at]);
    letter.released_files.erase(letter.released_files.begin() + static_cast<std::ptrdiff_t>(at));
    return letter;
}

Result<Letter> review_released_file(Transaction& transaction, const LetterReference& reference,
                                    std::string_view file_id, ReleaseVerdict verdict,
                                    std::string_view opinion, const Actor& actor, Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    GK_CHECK(require(letter, Permission::release_review, actor));
    GK_TRY(const auto at, place_of(letter, file_id));
    auto& file = letter.released_files[at];
    if (file.status != ReleaseStatus::awaiting_review) {
        return error(release_closed, label(file.status));
    }
    if (actor.is_or_acts_for(file.added_by)) {
        return error(own_letter, "审查");
    }
    const bool is_cleared = verdict != ReleaseVerdict::refuse;
    if (!is_cleared && text::trim(opinion).empty()) {
        return error(comment_missing, "不同意提供").at("opinion");
    }
    if (is_cleared && letter.standing().lacks_severances) {
        return error(severance_missing).on({"regulation-2019", 37});
    }
    file.status = is_cleared ? ReleaseStatus::cleared : ReleaseStatus::refused;
    file.opinion = text::trim(opinion);
    file.reviewed_by = actor.trail_name(Permission::release_review, letter.agency);
    file.reviewed_at = now;
    update_review(transaction, file);
    if (verdict == ReleaseVerdict::publish) {
        mark_publishable(transaction, file);
    }
    record(transaction, letter, file, "review", *file.reviewed_by, now);
    return letter;
}

std::vector<PublishedAnswer> published_answers(store::Snapshot& snapshot) {
    return load_published(snapshot);
}

std::optional<ReleasedFile> published_file(store::Snapshot& snapshot, std::string_view public_id) {
    const auto letter_id =
        text::is_utf8(public_id) ? find_letter_of_published(snapshot, public_id) : std::nullopt;
    if (!letter_id) {
        return std::nullopt;
    }
    for (auto& file : load_released_files(snapshot, *letter_id)) {
        if (file.public_id == public_id) {
            return std::move(file);
        }
    }
    return std::nullopt;
}

}  // namespace gk::letter
