#include "remedy/dossier/dossier_service.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "application/acting_service.hpp"
#include "application/errors.hpp"
#include "application/receipt_settings_store.hpp"
#include "application/third_party_service.hpp"
#include "application/wanted_words.hpp"
#include "audit/store.hpp"
#include "base/assert.hpp"
#include "document/stored_file_store.hpp"
#include "letter/store.hpp"
#include "people/store.hpp"
#include "remedy/errors.hpp"
#include "remedy/store.hpp"

namespace gk::remedy::dossier {

namespace {

using application::Case;
using document::StoredFile;
using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr std::int64_t bytes_max = 300LL << 20U;
constexpr int remedies_max = 100;

// A file that is named, before it is read.
struct NamedFile {
    DossierFile file;
    std::optional<StoredFile> stored;  // Nothing: it was deleted.
};

void add(std::vector<NamedFile>& named, std::string title, Date on, Moment at,
         std::optional<StoredFile> stored) {
    DossierFile file;
    file.on = on;
    file.at = at;
    file.title = std::move(title);
    if (stored) {
        file.kind = stored->kind;
        file.given_name = stored->given_name;
        file.sha256 = stored->placed.sha256;
        file.sm3 = stored->placed.sm3;
    }
    named.push_back({std::move(file), std::move(stored)});
}

// An act, and what was sent in with it.
struct Attached {
    Id<people::Agency> agency;
    std::string title;
    Date on;
    Moment at;
    const std::vector<std::string>& files;
};

void add_attached(Snapshot& snapshot, std::vector<NamedFile>& named, const Attached& attached) {
    const auto& [agency, title, on, at, files] = attached;
    int number = 0;
    for (const auto& id : files) {
        ++number;
        auto stored = document::load_stored_file(snapshot, id);
        if (stored && stored->agency != agency) {
            stored.reset();
        }
        add(named, files.size() == 1 ? title : fmt::format("{}（{}）", title, number), on, at,
            std::move(stored));
    }
}

std::optional<Moment> signed_at(const letter::Letter& letter) {
    const auto found =
        std::ranges::find(letter.acts, letter::LetterAction::sign_off, &letter::LetterAct::action);
    return found == letter.acts.end() ? std::nullopt : std::optional(found->at);
}

// The letter as it was sent, and the files that went with it.
void add_letter(Snapshot& snapshot, std::vector<NamedFile>& named, const letter::Letter& letter) {
    const auto at = signed_at(letter);
    const auto kept = letter.sealed_file ? letter.sealed_file : letter.file;
    if (!at || !kept) {
        return;
    }
    const auto* cancelled = letter.status == letter::LetterStatus::cancelled ? "（已作废）" : "";
    add(named,
        fmt::format("{} {}{}", letter_name(letter.kind), letter.number.value_or(""), cancelled),
        letter.dated_on.value_or(at->date()), *at, document::load_stored_file(snapshot, *kept));
    for (const auto& file : letter.released_files) {
        add(named,
            fmt::format("{}附件：{}（{}）", letter_name(letter.kind), file.title,
                        label(file.status)),
            file.file.stored_at.date(), std::max(*at, file.file.stored_at), file.file);
    }
}

std::vector<RemedyCase> remedies_of(Snapshot& snapshot, const Case& of) {
    std::vector<RemedyCase> remedies;
    const auto page = load_remedies(
        snapshot, {.agency = of.agency, .application_id = of.public_id, .limit = remedies_max});
    for (const auto& summary : page.items) {
        auto remedy = load_remedy(snapshot, summary.public_id);
        GK_ASSERT(remedy.has_value());
        remedies.push_back(*std::move(remedy));
    }
    return remedies;
}

class Gathering {
public:
    explicit Gathering(Snapshot& snapshot) : snapshot_(snapshot) {}

    void take(const Case& of, const people::Agency& agency) {
        const auto letters = letter::load_letters(snapshot_, of.public_id);
        Names names;
        for (const auto& unit : agency.units) {
            names.emplace(unit.code, unit.name);
        }
        for (const auto& letter : letters) {
            names.emplace(letter.public_id, letter_name(letter.kind));
        }
        take_course(course_of(of, names));
        for (const auto& event : of.events) {
            add_attached(snapshot_, named_,
                         {of.agency, std::string(label(event.action)), event.on(), event.at,
                          event.entry.files});
        }
        for (const auto& letter : letters) {
            take_course(course_of(letter));
            add_letter(snapshot_, named_, letter);
        }
        for (const auto& remedy : remedies_of(snapshot_, of)) {
            take_course(course_of(remedy));
            for (const auto& act : remedy.acts) {
                add_attached(snapshot_, named_,
                             {remedy.agency,
                              fmt::format("{}：{}", law::label(remedy.group), label(act.action)),
                              act.on(), act.at, act.entry.files});
            }
        }
        std::ranges::stable_sort(course_, {}, &Occurrence::at);
        std::ranges::stable_sort(named_, {}, [](const NamedFile& each) { return each.file.at; });
    }

    [[nodiscard]] std::vector<Occurrence> course() && { return std::move(course_); }

    [[nodiscard]] const std::vector<NamedFile>& named() const { return named_; }

private:
    void take_course(std::vector<Occurrence> part) {
        std::ranges::move(part, std::back_inserter(course_));
    }

    Snapshot& snapshot_;
    std::vector<Occurrence> course_;
    std::vector<NamedFile> named_;
};

struct Gathered {
    Dossier dossier;
    std::vector<NamedFile> named;
};

Result<Gathered> gather(Transaction& transaction, const application::Desk& desk,
                        std::string_view case_id, DossierForm form, const people::Actor& actor,
                        Moment now) {
    GK_TRY(auto of, application::load_for(transaction, case_id, actor));
    if (!actor.may(Permission::applicant_read, of.agency)) {
        return error(application::not_permitted, "导出案卷",
                     people::label(Permission::applicant_read));
    }
    GK_TRY(const auto standing,
           application::standing_of(of, desk.calendar, now.date(),
                                    application::receipt_rules_of(transaction, of)));
    GK_TRY(const auto kept, application::load_applicant(transaction, desk.ring, of));
    GK_CHECK(application::name_third_parties(transaction, desk.ring, of));
    const auto agency = people::load_agency(transaction, of.agency);
    GK_ASSERT(agency.has_value());
    Gathering gathering(transaction);
    gathering.take(of, *agency);
    Gathered gathered{.dossier = {.agency_name = agency->name,
                                  .number = of.number,
                                  .title = application::wanted_words(of.wanted),
                                  .cover = cover_of(of, standing),
                                  .form = form_of(of, kept),
                                  .course = {},
                                  .files = {},
                                  .made_at = now},
                      .named = gathering.named()};
    gathered.dossier.course = std::move(gathering).course();
    std::int64_t bytes = 0;
    for (const auto& each : gathered.named) {
        bytes += each.stored ? each.stored->placed.byte_count : 0;
    }
    if (bytes > bytes_max) {
        return error(dossier_too_large, bytes >> 20U, bytes_max >> 20U);
    }
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(Permission::applicant_read, of.agency),
                                .act = "case.take_out_dossier",
                                .object_kind = "case",
                                .object_id = of.public_id,
                                .agency = of.agency.value,
                                .details = {{"number", of.number},
                                            {"form", form == DossierForm::zip ? "zip" : "pdf"},
                                            {"files", std::to_string(gathered.named.size())}}});
    return gathered;
}

}  // namespace

Result<Dossier> take_out_dossier(const application::Desk& desk, const document::FileStore& files,
                                 std::string_view case_id, DossierForm form,
                                 const people::Actor& actor, Moment now) {
    GK_TRY(auto gathered, desk.database.write([&](Transaction& transaction) {
        return gather(transaction, desk, case_id, form, actor, now);
    }));
    auto& dossier = gathered.dossier;
    for (auto& each : gathered.named) {
        if (each.stored) {
            GK_TRY(each.file.bytes, files.read(each.stored->placed));
        }
        dossier.files.push_back(std::move(each.file));
    }
    return std::move(dossier);
}

}  // namespace gk::remedy::dossier
