// A case and its letter change together or not at all.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "letter/sample.hpp"
#include "letter/service.hpp"

namespace gk::application {
namespace {

using letter::Letter;
using letter::LetterStatus;
using people::Role;
using test::noon;
using test::person;

const Date day(2026, 3, 10);

class CaseLetters : public test::ApplicationFixture {
protected:
    ~CaseLetters() override { std::filesystem::remove_all(folder_); }

    Result<Done> act_with(const std::string& id, Action action, const Entry& entry, Role role) {
        Desk with = desk();
        with.letters = &tools_;
        return act(with, {.public_id = id}, action, entry, person(role, agency_), noon(day));
    }

    std::string drafted(const std::string& case_id, law::LetterKind kind) {
        const auto made = database().write([&](store::Transaction& transaction) {
            return letter::draft(transaction, tools_,
                                 {.agency = agency_,
                                  .case_id = case_id,
                                  .kind = kind,
                                  .values = letter::sample_values(kind)},
                                 clerk(), noon(day));
        });
        EXPECT_TRUE(made.has_value());
        return made->public_id;
    }

    Letter letter_of(const std::string& id) {
        return *database().read(
            [&](store::Snapshot& snapshot) { return letter::find_letter(snapshot, id, clerk()); });
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("case-letters-" + new_public_id());
    document::FileStore files_{folder_, ring_};
    letter::LetterTools tools_{.files = files_, .ring = ring_};
};

GK_ON_BOTH_DATABASES(CaseLetters);

TEST_P(CaseLetters, are_reviewed_signed_and_delivered_with_the_case) {
    const auto id = registered();
    did(id, Action::record_search, {.text = "查过", .search_result = SearchResult::not_found},
        Role::clerk);
    const auto letter = drafted(id, law::LetterKind::not_found);
    const Entry draft{
        .text = "经检索不存在", .reference = letter, .outcome = law::Outcome::not_found};
    ASSERT_TRUE(act_with(id, Action::draft_decision, draft, Role::clerk).has_value());
    EXPECT_EQ(letter_of(letter).status, LetterStatus::submitted);
    ASSERT_TRUE(act_with(id, Action::review_decision, {}, Role::office_head).has_value());
    EXPECT_EQ(letter_of(letter).status, LetterStatus::cleared);
    ASSERT_TRUE(act_with(id, Action::sign_decision, {}, Role::signatory).has_value());
    const auto signed_letter = letter_of(letter);
    EXPECT_EQ(signed_letter.status, LetterStatus::signed_off);
    const auto decision = found(id).of.events.back().entry;
    EXPECT_EQ(decision.reference, signed_letter.number);
    EXPECT_EQ(decision.on, signed_letter.dated_on);
    ASSERT_TRUE(act_with(id, Action::deliver,
                         {.on = day, .evidence = "EMS 1", .route = AnswerRoute::post}, Role::clerk)
                    .has_value());
    EXPECT_EQ(letter_of(letter).delivered_on, day);
    EXPECT_EQ(found(id).standing.counted->on, day);
}

TEST_P(CaseLetters, that_are_sent_back_go_back_with_the_case) {
    const auto id = registered();
    const auto letter = drafted(id, law::LetterKind::held_elsewhere);
    ASSERT_TRUE(
        act_with(
            id, Action::draft_decision,
            {.text = "不属于本机关", .reference = letter, .outcome = law::Outcome::held_elsewhere},
            Role::clerk)
            .has_value());
    ASSERT_TRUE(
        act_with(id, Action::send_back_decision, {.text = "请写明联系方式"}, Role::office_head)
            .has_value());
    EXPECT_EQ(letter_of(letter).status, LetterStatus::sent_back);
    EXPECT_EQ(found(id).standing.state, CaseState::in_progress);
}

TEST_P(CaseLetters, are_those_of_the_case_and_of_the_outcome) {
    const auto id = registered();
    const Entry draft{.text = "不属于本机关", .outcome = law::Outcome::held_elsewhere};
    auto wrong_kind = draft;
    wrong_kind.reference = drafted(id, law::LetterKind::petition_or_complaint);
    EXPECT_EQ(code_of(act_with(id, Action::draft_decision, wrong_kind, Role::clerk)),
              "application.letter_of_another_kind");
    auto wrong_case = draft;
    wrong_case.reference = drafted(registered(), law::LetterKind::held_elsewhere);
    EXPECT_EQ(code_of(act_with(id, Action::draft_decision, wrong_case, Role::clerk)),
              "application.letter_of_another_case");
    auto none = draft;
    none.reference = std::string(26, '0');
    EXPECT_EQ(code_of(act_with(id, Action::draft_decision, none, Role::clerk)), "letter.unknown");
    auto elsewhere = draft;
    elsewhere.reference = "西戈壁镇公开〔2026〕1号";
    EXPECT_EQ(code_of(act_with(id, Action::draft_decision, elsewhere, Role::clerk)), "yes");
}

TEST_P(CaseLetters, that_notify_count_from_the_day_they_were_sent) {
    const auto id = registered();
    const auto letter = drafted(id, law::LetterKind::correction_notice);
    EXPECT_EQ(
        code_of(act_with(id, Action::ask_for_correction,
                         {.text = "请写明年度", .due_on = Date(2026, 3, 20), .reference = letter},
                         Role::clerk)),
        "application.letter_not_delivered");
}

}  // namespace
}  // namespace gk::application
