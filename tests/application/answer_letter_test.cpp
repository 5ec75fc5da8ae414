// Choosing an outcome drafts its letter; another outcome puts another letter in its place.
#include <algorithm>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/answer_letter_service.hpp"
#include "application/application_fixture.hpp"

namespace gk::application {
namespace {

using law::LetterKind;
using law::Outcome;
using letter::Letter;
using letter::LetterStatus;
using people::Role;
using test::noon;
using test::person;
using testing::ElementsAre;
using testing::HasSubstr;

const Date day(2026, 3, 10);

class AnswerLetters : public test::ApplicationFixture {
protected:
    ~AnswerLetters() override { std::filesystem::remove_all(folder_); }

    Desk with_letters() {
        auto with = desk();
        with.letters = &tools_;
        return with;
    }

    Result<Letter> drafted(const std::string& id, Outcome outcome,
                           const letter::LetterValues& values = {}) {
        return draft_answer(with_letters(), {.public_id = id}, outcome, values, clerk(), noon(day));
    }

    Result<Done> act_with(const std::string& id, Action action, const Entry& entry, Role role) {
        return act(with_letters(), {.public_id = id}, action, entry, person(role, agency_),
                   noon(day));
    }

    std::string text_of(const Letter& letter) {
        const auto draft = database().read([&](store::Snapshot& snapshot) {
            return *letter::find_draft(snapshot, tools_, letter);
        });
        return letter::plain_text(draft.text, {});
    }

    std::vector<std::string> statuses(const std::string& id) {
        std::vector<std::string> all;
        for (const auto& each : database().read([&](store::Snapshot& snapshot) {
                 return letter::letters_of_case(snapshot, id, clerk());
             })) {
            all.push_back(std::string(law::key(each.kind)) + " " + std::string(key(each.status)));
        }
        return all;
    }

    std::string value_of(const OutcomeForm& form, std::string_view key) {
        const auto found = std::ranges::find_if(
            form.fields, [&](const LetterField& field) { return field.placeholder->key == key; });
        return found == form.fields.end() ? "" : found->value;
    }

    const letter::LetterValues searched_ = {{"search_account", "检索了发文登记和档案目录"}};
    const letter::LetterValues refused_ = {{"found_facts", "该信息为内部会议记录"},
                                           {"withheld_reason", "属于过程性信息"}};
    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("answer-letters-" + new_public_id());
    document::FileStore files_{folder_, ring_};
    letter::LetterTools tools_{.files = files_, .ring = ring_};
};

GK_ON_BOTH_DATABASES(AnswerLetters);

TEST_P(AnswerLetters, are_drafted_by_the_outcome_with_what_the_case_knows) {
    const auto id = registered();
    const auto form =
        answer_form(with_letters(), id, Outcome::refused_deliberative, clerk(), noon(day));
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(form->answer.letter, LetterKind::refused);
    EXPECT_EQ(form->answer.remedy_notice, law::RemedyNoticeKind::reconsideration_first);
    EXPECT_THAT(value_of(*form, "ground_articles"), HasSubstr("第十六条第二款"));
    EXPECT_EQ(value_of(*form, "recipient_name"), "申请人甲");
    EXPECT_EQ(form->letter, std::nullopt);
    const auto letter = drafted(id, Outcome::refused_deliberative, refused_);
    ASSERT_TRUE(letter.has_value()) << letter.error().first().message;
    const auto text = text_of(*letter);
    EXPECT_THAT(text, HasSubstr("申请人甲"));
    EXPECT_THAT(text, HasSubstr("2025年镇级财政预算"));
    EXPECT_THAT(text, HasSubstr("第十六条第二款"));
    EXPECT_THAT(text, HasSubstr("行政复议"));
}

TEST_P(AnswerLetters, name_no_article_for_a_part_that_is_withheld_before_the_clerk_does) {
    const auto form =
        answer_form(with_letters(), registered(), Outcome::granted_in_part, clerk(), noon(day));
    ASSERT_TRUE(form.has_value());
    EXPECT_EQ(value_of(*form, "ground_articles"), "") << "art. 37 is no ground to withhold";
}

TEST_P(AnswerLetters, name_what_only_the_clerk_can_write) {
    const auto missing = drafted(registered(), Outcome::refused_deliberative);
    ASSERT_FALSE(missing.has_value());
    std::vector<std::string> fields;
    for (const auto& problem : missing.error().problems()) {
        fields.push_back(problem.field);
    }
    EXPECT_THAT(fields, testing::UnorderedElementsAre("found_facts", "withheld_reason"));
}

TEST_P(AnswerLetters, are_replaced_when_the_outcome_changes_and_written_again_when_not) {
    const auto id = registered();
    ASSERT_TRUE(drafted(id, Outcome::refused_deliberative, refused_).has_value());
    ASSERT_TRUE(drafted(id, Outcome::not_found, searched_).has_value());
    EXPECT_THAT(statuses(id), ElementsAre("refused cancelled", "not_found draft"));
    const auto again = drafted(id, Outcome::not_found, {{"search_account", "又查了业务档案"}});
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->draft_number, 2);
    EXPECT_THAT(text_of(*again), HasSubstr("又查了业务档案"));
    EXPECT_EQ(answer_form(with_letters(), id, Outcome::not_found, clerk(), noon(day))->letter,
              again->public_id);
}

TEST_P(AnswerLetters, go_with_the_decision_that_names_none_and_freeze_when_it_is_signed) {
    const auto id = registered();
    did(id, Action::record_search, {.text = "查过", .search_result = SearchResult::not_found},
        Role::clerk);
    const auto letter = drafted(id, Outcome::not_found, searched_);
    ASSERT_TRUE(letter.has_value());
    const Entry decision{.text = "经检索不存在", .outcome = Outcome::not_found};
    ASSERT_TRUE(act_with(id, Action::draft_decision, decision, Role::clerk).has_value());
    EXPECT_EQ(found(id).standing.round.drafted->entry.reference, letter->public_id);
    EXPECT_EQ(code_of(drafted(id, Outcome::not_found, searched_)), "application.action_not_now");
    ASSERT_TRUE(act_with(id, Action::review_decision, {}, Role::office_head).has_value());
    ASSERT_TRUE(act_with(id, Action::sign_decision, {}, Role::signatory).has_value());
    const auto signed_letter = *database().read([&](store::Snapshot& snapshot) {
        return letter::find_letter(snapshot, letter->public_id, clerk());
    });
    EXPECT_TRUE(signed_letter.number.has_value());
    EXPECT_EQ(signed_letter.dated_on, day);
    EXPECT_EQ(found(id).of.events.back().entry.reference, signed_letter.number);
}

TEST_P(AnswerLetters, of_another_outcome_than_the_decision_go_out_of_use) {
    const auto id = registered();
    ASSERT_TRUE(drafted(id, Outcome::not_found, searched_).has_value());
    ASSERT_TRUE(act_with(id, Action::draft_decision,
                         {.text = "不属于本机关", .outcome = Outcome::held_elsewhere}, Role::clerk)
                    .has_value());
    EXPECT_THAT(statuses(id), ElementsAre("not_found cancelled"));
}

TEST_P(AnswerLetters, are_refused_where_there_is_none_to_write_or_somebody_was_faster) {
    const auto id = registered();
    EXPECT_EQ(code_of(drafted(id, Outcome::closed_otherwise)),
              "application.outcome_without_letter");
    EXPECT_EQ(code_of(draft_answer(with_letters(), {.public_id = id, .version = 7},
                                   Outcome::not_found, searched_, clerk(), noon(day))),
              "application.changed_by_another");
    EXPECT_EQ(code_of(draft_answer(with_letters(), {.public_id = id}, Outcome::not_found, searched_,
                                   person(Role::signatory, agency_), noon(day))),
              "application.not_permitted");
    auto amendment = application_of();
    amendment.kind = CaseKind::record_amendment;
    EXPECT_EQ(code_of(drafted(registered(Date(2026, 3, 2), amendment), Outcome::not_found)),
              "application.not_of_kind");
}

}  // namespace
}  // namespace gk::application
