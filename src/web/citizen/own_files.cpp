#include "web/citizen/own_files.hpp"

#include "document/stored_file_store.hpp"
#include "law/letter_kind.hpp"
#include "letter/draft_store.hpp"
#include "letter/store.hpp"

namespace gk::web::citizen {

namespace {

// Under the title that it bears.
Result<std::string> name_of(store::Snapshot& snapshot, const people::KeyRing& ring,
                            const letter::Letter& letter) {
    GK_TRY(const auto written, letter::load_draft(snapshot, ring, letter.id, letter.draft_number));
    auto name = written && !written->text.title.empty() ? written->text.title
                                                        : std::string(law::label(letter.kind));
    if (letter.number) {
        name += "（" + *letter.number + "）";
    }
    return name;
}

Result<void> add_letter(std::vector<OwnFile>& files, store::Snapshot& snapshot,
                        const people::KeyRing& ring, const letter::Letter& letter) {
    const auto id = letter.sealed_file ? letter.sealed_file : letter.file;
    if (id) {
        if (auto stored = document::load_stored_file(snapshot, *id)) {
            GK_TRY(auto name, name_of(snapshot, ring, letter));
            name += document::extension(stored->kind);
            files.push_back({.name = std::move(name), .stored = *std::move(stored)});
        }
    }
    for (const auto& released : letter.released_files) {
        if (released.status == letter::ReleaseStatus::cleared) {
            files.push_back(
                {.name = released.title + std::string(document::extension(released.file.kind)),
                 .stored = released.file});
        }
    }
    return {};
}

}  // namespace

Result<std::vector<OwnFile>> own_files(store::Database& database, const people::KeyRing& ring,
                                       const application::Case& of) {
    // The caller was let in to this very case; what has not gone to the applicant is left out
    // below.
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<OwnFile>> {
        std::vector<OwnFile> files;
        for (const auto& letter : letter::load_letters(snapshot, of.public_id)) {
            const bool is_own = law::addressee(letter.kind) == law::LetterAddressee::applicant;
            if (is_own && letter.delivered_on) {
                GK_CHECK(add_letter(files, snapshot, ring, letter));
            }
        }
        return files;
    });
}

}  // namespace gk::web::citizen
