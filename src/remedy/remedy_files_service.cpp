#include "remedy/remedy_files_service.hpp"

#include <algorithm>

#include "audit/store.hpp"
#include "document/stored_file_store.hpp"
#include "document/waiting_file_service.hpp"
#include "document/waiting_file_store.hpp"
#include "remedy/errors.hpp"
#include "remedy/remedy_tasks_service.hpp"

namespace gk::remedy {

namespace {

using people::Permission;
using store::Snapshot;
using store::Transaction;

bool is_named(const RemedyCase& of, std::string_view file) {
    return std::ranges::any_of(of.acts, [&](const Act& act) {
        return std::ranges::find(act.entry.files, file) != act.entry.files.end();
    });
}

bool is_of(Snapshot& snapshot, const RemedyCase& of, std::string_view file) {
    const auto stored = document::load_stored_file(snapshot, file);
    if (!stored || stored->agency != of.agency) {
        return false;
    }
    const auto waits_for = document::load_waited_for(snapshot, file);
    return is_named(of, file) || waits_for == of.public_id || (of.acts.empty() && waits_for == "");
}

// `kept_for`: the public id of the remedy; empty for one that is about to be registered.
Result<document::StoredFile> keep(const Desk& desk, const document::FileStore& files,
                                  Id<people::Agency> agency, std::string_view kept_for,
                                  const SentPaper& sent, const people::Actor& actor, Moment now) {
    if (!actor.may(Permission::remedy_handle, agency)) {
        return error(remedy_not_allowed, people::label(Permission::remedy_handle));
    }
    auto kept = document::keep_waiting_file(
        desk.database, files,
        {.agency = agency, .kept_for = kept_for, .name = sent.name, .bytes = sent.bytes}, now);
    return kept ? std::move(kept) : std::move(kept).error().at("file");
}

std::vector<Paper> load_papers(Snapshot& snapshot, const RemedyCase& of) {
    std::vector<Paper> papers;
    for (const auto& act : of.acts) {
        for (const auto& file : act.entry.files) {
            auto stored = document::load_stored_file(snapshot, file);
            if (stored && stored->agency == of.agency) {
                papers.push_back({.stored = *std::move(stored),
                                  .act_number = act.number,
                                  .action = act.action,
                                  .on = act.on()});
            }
        }
    }
    return papers;
}

}  // namespace

Result<document::StoredFile> keep_paper(const Desk& desk, const document::FileStore& files,
                                        std::string_view remedy_id, const SentPaper& sent,
                                        const people::Actor& actor, Moment now) {
    // Who may not attach it must not have it cleaned and kept.
    const auto of = desk.database.read(
        [&](Snapshot& snapshot) { return load_for(snapshot, remedy_id, actor); });
    if (!of) {
        return of.error();
    }
    return keep(desk, files, of->agency, of->public_id, sent, actor, now);
}

Result<document::StoredFile> keep_new_paper(const Desk& desk, const document::FileStore& files,
                                            Id<people::Agency> agency, const SentPaper& sent,
                                            const people::Actor& actor, Moment now) {
    return keep(desk, files, agency, {}, sent, actor, now);
}

Result<void> check_entry_files(Snapshot& snapshot, const RemedyCase& of, const Entry& entry) {
    for (const auto& file : entry.files) {
        if (!is_of(snapshot, of, file)) {
            return error(paper_unknown).at("files");
        }
    }
    return {};
}

Result<std::vector<Paper>> list_papers(const Desk& desk, std::string_view remedy_id,
                                       const people::Actor& actor) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<std::vector<Paper>> {
        GK_TRY(const auto of, load_for(snapshot, remedy_id, actor));
        return load_papers(snapshot, of);
    });
}

Result<document::StoredFile> open_paper(const Desk& desk, std::string_view remedy_id,
                                        std::string_view file, const people::Actor& actor,
                                        Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<document::StoredFile> {
        GK_TRY(const auto of, load_for(transaction, remedy_id, actor));
        const auto papers = load_papers(transaction, of);
        const auto found = std::ranges::find(papers, file, [](const Paper& paper) {
            return std::string_view(paper.stored.public_id);
        });
        if (found == papers.end()) {
            return error(paper_unknown);
        }
        if (!actor.may(Permission::applicant_read, of.agency)) {
            return error(remedy_not_allowed, people::label(Permission::applicant_read));
        }
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::applicant_read, of.agency),
                       .act = "remedy.view_file",
                       .object_kind = std::string(object_kind),
                       .object_id = of.public_id,
                       .agency = of.agency.value,
                       .details = {{"file", found->stored.public_id}}});
        return found->stored;
    });
}

}  // namespace gk::remedy
