// A township with a clerk, a reviewer, a signatory and a secrecy reviewer, a folder of files and
// keys: what the tests of letters work with, on both databases.
#pragma once

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "document/file_store.hpp"
#include "document/stored_file_store.hpp"
#include "letter/actors.hpp"
#include "letter/sample.hpp"
#include "letter/service.hpp"
#include "people/key_ring.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::letter::test {

class LetterOffice : public gk::test::OnBothDatabases {
protected:
    LetterOffice() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        const auto made = people::register_agency(database(),
                                                  {.code = "xigebi",
                                                   .name = "沙湾市西戈壁镇人民政府",
                                                   .short_name = "西戈壁镇",
                                                   .level = law::AgencyLevel::township,
                                                   .parent_code = std::nullopt,
                                                   .valid_from = std::nullopt,
                                                   .valid_to = std::nullopt,
                                                   .units = {}},
                                                  people::operator_named("cli:root"), now());
        EXPECT_TRUE(made.has_value());
        agency_ = made->id;
    }

    ~LetterOffice() override { std::filesystem::remove_all(folder_); }

    static Moment at(Date day) { return FixedClock(day).now(); }

    static Moment now() { return at(Date(2026, 3, 31)); }

    [[nodiscard]] Id<people::Agency> agency() const { return agency_; }

    [[nodiscard]] people::Actor clerk() const {
        return person("clerk", people::Role::clerk, agency_);
    }

    [[nodiscard]] people::Actor reviewer() const {
        return person("reviewer", people::Role::department_reviewer, agency_);
    }

    [[nodiscard]] people::Actor signatory() const {
        return person("signatory", people::Role::signatory, agency_);
    }

    [[nodiscard]] people::Actor secrecy_reviewer() const {
        return person("secrecy", people::Role::secrecy_reviewer, agency_);
    }

    [[nodiscard]] const document::FileStore& files() const { return files_; }

    [[nodiscard]] LetterTools tools() const { return {.files = files_, .ring = ring_}; }

    [[nodiscard]] NewLetter given(law::LetterKind kind, LetterValues values) const {
        return {.agency = agency_, .case_id = "CASE1", .kind = kind, .values = std::move(values)};
    }

    template <typename Function>
    auto act(const Function& function) {
        return database().write(
            [&](store::Transaction& transaction) { return function(transaction); });
    }

    Result<Letter> draft(law::LetterKind kind, LetterValues values) {
        return act([&](store::Transaction& transaction) {
            return letter::draft(transaction, tools(), given(kind, values), clerk(), now());
        });
    }

    Result<Letter> draft(law::LetterKind kind) { return draft(kind, sample_values(kind)); }

    LetterDraft draft_of(const Letter& letter) {
        return *database().read(
            [&](store::Snapshot& snapshot) { return find_draft(snapshot, tools(), letter); });
    }

    Letter cleared_letter(law::LetterKind kind) {
        const auto letter = *draft(kind);
        EXPECT_TRUE(act([&](store::Transaction& transaction) {
                        return submit(transaction, {letter.public_id}, clerk(), now());
                    }).has_value());
        return *act([&](store::Transaction& transaction) {
            return clear(transaction, {letter.public_id}, reviewer(), now());
        });
    }

    Letter signed_letter(law::LetterKind kind) {
        const auto letter = cleared_letter(kind);
        return *act([&](store::Transaction& transaction) {
            return sign_off(transaction, tools(), {letter.public_id}, now().date(), signatory(),
                            now());
        });
    }

    document::StoredFile stored(Id<document::StoredFile> id) {
        return *database().read(
            [&](store::Snapshot& snapshot) { return document::load_stored_file(snapshot, id); });
    }

    std::int64_t count(const std::string& table) {
        return database().read([&](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM " + table);
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }

private:
    people::KeyRing ring_ = people::new_key_ring();
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("gongkai-letters-" + new_public_id());
    document::FileStore files_{folder_ / "files", ring_};
    Id<people::Agency> agency_;
};

}  // namespace gk::letter::test
