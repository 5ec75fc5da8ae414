#include "web/citizen/own_files.hpp"

#include "document/stored_file_store.hpp"
#include "law/letter_kind.hpp"
#include "letter/store.hpp"

namespace gk::web::citizen {

namespace {

void add_letter(std::vector<OwnFile>& files, store::Snapshot& snapshot,
                const letter::Letter& letter) {
    const auto id = letter.sealed_file ? letter.sealed_file : letter.file;
    if (id) {
        if (auto stored = document::load_stored_file(snapshot, *id)) {
            auto name = std::string(law::label(letter.kind));
            if (letter.number) {
                name += "（" + *letter.number + "）";
            }
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
}

}  // namespace

std::vector<OwnFile> own_files(store::Database& database, const application::Case& of) {
    // The caller was let in to this very case; what has not gone to the applicant is left out
    // below.
    return database.read([&](store::Snapshot& snapshot) {
        std::vector<OwnFile> files;
        for (const auto& letter : letter::load_letters(snapshot, of.public_id)) {
            const bool is_own = law::addressee(letter.kind) == law::LetterAddressee::applicant;
            if (is_own && letter.delivered_on) {
                add_letter(files, snapshot, letter);
            }
        }
        return files;
    });
}

}  // namespace gk::web::citizen
