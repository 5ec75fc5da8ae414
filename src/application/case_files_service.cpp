#include "application/case_files_service.hpp"

#include <algorithm>

#include "application/acting_service.hpp"
#include "application/errors.hpp"
#include "audit/store.hpp"
#include "document/stored_file_store.hpp"
#include "document/waiting_file_service.hpp"
#include "document/waiting_file_store.hpp"

namespace gk::application {

namespace {

using people::Permission;
using store::Snapshot;
using store::Transaction;

bool may_attach(const people::Actor& actor, Id<people::Agency> agency) {
    return actor.may(Permission::case_handle, agency) ||
           actor.may(Permission::case_register, agency) ||
           actor.may(Permission::case_search, agency);
}

// `kept_for`: the public id of the case; empty for one that is about to be registered.
Result<document::StoredFile> keep(const Desk& desk, const document::FileStore& files,
                                  Id<people::Agency> agency, std::string_view kept_for,
                                  const SentCaseFile& sent, Moment now) {
    auto kept = document::keep_waiting_file(
        desk.database, files,
        {.agency = agency, .kept_for = kept_for, .name = sent.name, .bytes = sent.bytes}, now);
    return kept ? std::move(kept) : std::move(kept).error().at("file");
}

const Event& event_of(const Case& of, int number) {
    return *std::ranges::find(of.events, number, &Event::number);
}

bool may_list(const Case& of, const CaseFile& file, const people::Actor& actor) {
    return actor.may(Permission::case_read, of.agency) ||
           event_of(of, file.event_number).action == Action::record_search;
}

std::vector<CaseFile> listed(Snapshot& snapshot, const Case& of, const people::Actor& actor) {
    auto files = load_case_files(snapshot, of);
    std::erase_if(files, [&](const CaseFile& file) { return !may_list(of, file, actor); });
    return files;
}

}  // namespace

Result<document::StoredFile> keep_case_file(const Desk& desk, const document::FileStore& files,
                                            std::string_view case_id, const SentCaseFile& sent,
                                            const people::Actor& actor, Moment now) {
    // Who may not attach it must not have it cleaned and kept.
    const auto of =
        desk.database.read([&](Snapshot& snapshot) { return load_for(snapshot, case_id, actor); });
    if (!of) {
        return of.error();
    }
    if (!may_attach(actor, of->agency)) {
        return error(not_permitted, "添加附件", people::label(Permission::case_handle));
    }
    return keep(desk, files, of->agency, of->public_id, sent, now);
}

Result<document::StoredFile> keep_new_case_file(const Desk& desk, const document::FileStore& files,
                                                Id<people::Agency> agency, const SentCaseFile& sent,
                                                const people::Actor& actor, Moment now) {
    if (!actor.may(Permission::case_register, agency)) {
        return error(not_permitted, "添加附件", people::label(Permission::case_register));
    }
    return keep(desk, files, agency, {}, sent, now);
}

Result<void> check_entry_files(Snapshot& snapshot, const Case& of, const Entry& entry) {
    for (const auto& file : entry.files) {
        const auto stored = document::load_stored_file(snapshot, file);
        const auto waited_for = document::load_waited_for(snapshot, file).value_or("");
        const bool is_for_another = !waited_for.empty() && waited_for != of.public_id;
        if (!stored || stored->agency != of.agency || is_for_another ||
            is_of_another_case(snapshot, of, file)) {
            return error(file_unknown).at("files");
        }
    }
    return {};
}

bool shows_applicant(const Case& of, const CaseFile& file) {
    const auto action = event_of(of, file.event_number).action;
    return action == Action::submit || action == Action::register_application;
}

Result<std::vector<CaseFile>> list_case_files(const Desk& desk, std::string_view case_id,
                                              const people::Actor& actor) {
    return desk.database.read([&](Snapshot& snapshot) -> Result<std::vector<CaseFile>> {
        GK_TRY(const auto of, load_for(snapshot, case_id, actor));
        return listed(snapshot, of, actor);
    });
}

Result<document::StoredFile> open_case_file(const Desk& desk, std::string_view case_id,
                                            std::string_view file, const people::Actor& actor,
                                            Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<document::StoredFile> {
        GK_TRY(const auto of, load_for(transaction, case_id, actor));
        const auto files = listed(transaction, of, actor);
        const auto found = std::ranges::find(files, file, [](const CaseFile& each) {
            return std::string_view(each.stored.public_id);
        });
        if (found == files.end()) {
            return error(file_unknown);
        }
        if (shows_applicant(of, *found)) {
            if (!actor.may(Permission::applicant_read, of.agency)) {
                return error(not_permitted, "查看申请人提交的材料",
                             people::label(Permission::applicant_read));
            }
            audit::append(transaction,
                          {.at = now,
                           .actor = actor.trail_name(Permission::applicant_read, of.agency),
                           .act = "case.view_applicant_file",
                           .object_kind = "case",
                           .object_id = of.public_id,
                           .agency = of.agency.value,
                           .details = {{"number", of.number}, {"file", found->stored.public_id}}});
        }
        return found->stored;
    });
}

}  // namespace gk::application
