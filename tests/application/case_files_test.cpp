// The files of a case: who attaches them, to what, and who reads them.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/case_files_service.hpp"
#include "document/picture_builder.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::noon;
using test::person;
using ::testing::ElementsAre;

const Date day(2026, 3, 10);

class CaseFiles : public test::ApplicationFixture {
protected:
    ~CaseFiles() override { std::filesystem::remove_all(folder_); }

    Result<document::StoredFile> sent(const std::string& id, const people::Actor& actor,
                                      std::string_view bytes,
                                      std::string_view name = "扫描件.png") {
        return keep_case_file(desk(), files_, id, {.bytes = bytes, .name = name}, actor, noon(day));
    }

    std::string kept() {
        const auto stored =
            keep_new_case_file(desk(), files_, agency_, {picture_, "a.png"}, clerk(), noon(day));
        EXPECT_TRUE(stored.has_value());
        return stored->public_id;
    }

    std::string registered_with(const std::string& file) {
        auto application = application_of();
        application.files = {file};
        return registered(Date(2026, 3, 2), application);
    }

    std::vector<std::string> ids_of(const std::string& id, const people::Actor& actor) {
        std::vector<std::string> ids;
        const auto files = list_case_files(desk(), id, actor);
        EXPECT_TRUE(files.has_value());
        for (const auto& file : *files) {
            ids.push_back(file.stored.public_id);
        }
        return ids;
    }

    const std::string picture_ = document::test::png(20, 10, "", "");
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("case-files-" + new_public_id());
    document::FileStore files_{folder_, ring_};
};

GK_ON_BOTH_DATABASES(CaseFiles);

TEST_P(CaseFiles, are_kept_for_whoever_has_an_act_to_attach_them_to) {
    const auto id = registered();
    EXPECT_TRUE(sent(id, clerk(), picture_).has_value());
    EXPECT_EQ(code_of(sent(id, person(Role::signatory, agency_), picture_)),
              "application.not_permitted");
    EXPECT_EQ(code_of(sent(id, person(Role::clerk, add_agency("tianjia")), picture_)),
              "application.case_unknown");
    EXPECT_EQ(code_of(keep_new_case_file(desk(), files_, agency_, {picture_, "a.png"},
                                         person(Role::signatory, agency_), noon(day))),
              "application.not_permitted");
    const auto refused = sent(id, clerk(), "just text", "说明.txt");
    EXPECT_EQ(refused.error().first().field, "file");
}

TEST_P(CaseFiles, are_listed_with_the_act_that_they_came_with) {
    const auto proof = kept();
    const auto id = registered_with(proof);
    const auto found_file = kept();
    did(id, Action::add_material, {.files = {found_file}}, Role::clerk);
    EXPECT_THAT(ids_of(id, clerk()), ElementsAre(proof, found_file));
    const auto files = *list_case_files(desk(), id, clerk());
    EXPECT_TRUE(shows_applicant(found(id).of, files.at(0)));
    EXPECT_FALSE(shows_applicant(found(id).of, files.at(1)));
    EXPECT_EQ(files.at(1).event_number, 2);
}

TEST_P(CaseFiles, tell_which_of_them_prove_identity) {
    auto application = application_of();
    application.identity_files = {kept()};
    application.files = {kept()};
    const auto id = registered(Date(2026, 3, 2), application);
    const auto files = *list_case_files(desk(), id, clerk());
    ASSERT_EQ(files.size(), 2U);
    for (const auto& file : files) {
        EXPECT_EQ(file.shows_identity, file.stored.public_id == application.identity_files.front());
    }
}

TEST_P(CaseFiles, of_nobody_of_another_agency_or_of_another_case_are_refused) {
    const auto id = registered();
    const auto add = [&](const std::string& file) {
        return act_on(id, Action::add_material, {.files = {file}}, Role::clerk);
    };
    const auto refused = add("nothing");
    EXPECT_EQ(code_of(refused), "application.file_unknown");
    EXPECT_EQ(refused.error().first().field, "files");
    const auto elsewhere =
        keep_new_case_file(desk(), files_, add_agency("tianjia"), {picture_, "a.png"},
                           person(Role::clerk, Id<people::Agency>{agency_.value + 1}), noon(day));
    EXPECT_EQ(code_of(add(elsewhere->public_id)), "application.file_unknown");
    const auto taken = kept();
    registered_with(taken);
    EXPECT_EQ(code_of(add(taken)), "application.file_unknown");
}

TEST_P(CaseFiles, that_show_the_applicant_are_opened_for_a_mark_in_the_trail) {
    const auto proof = kept();
    const auto id = registered_with(proof);
    EXPECT_EQ(
        code_of(open_case_file(desk(), id, proof, person(Role::signatory, agency_), noon(day))),
        "application.not_permitted");
    const auto before = count_of("audit_entries");
    const auto opened = open_case_file(desk(), id, proof, clerk(), noon(day));
    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(files_.read(opened->placed).has_value());
    EXPECT_EQ(count_of("audit_entries"), before + 1);
    EXPECT_EQ(code_of(open_case_file(desk(), id, "nothing", clerk(), noon(day))),
              "application.file_unknown");
}

TEST_P(CaseFiles, of_searches_are_all_that_a_unit_sees) {
    const auto id = registered_with(kept());
    did(id, Action::give_search_task,
        {.text = "查找", .due_on = Date(2026, 3, 16), .unit = "finance"}, Role::clerk);
    const auto officer = test::unit_officer("finance", agency_);
    const auto found_file = sent(id, officer, picture_)->public_id;
    ASSERT_TRUE(act(desk(), {.public_id = id}, Action::record_search,
                    {.text = "财政所档案",
                     .files = {found_file},
                     .event_number = 2,
                     .search_result = SearchResult::found},
                    officer, noon(day))
                    .has_value());
    EXPECT_THAT(ids_of(id, officer), ElementsAre(found_file));
    EXPECT_EQ(code_of(list_case_files(desk(), id, test::unit_officer("water", agency_))),
              "application.case_unknown");
}

}  // namespace
}  // namespace gk::application
