#include "letter/flow.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/actors.hpp"
#include "support/golden.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;

const Id<people::Agency> agency{1};

LetterStanding standing(LetterKind kind, std::optional<LetterStatus> status) {
    return {.agency = agency, .kind = kind, .status = status, .writers = {"user:writer"}};
}

std::string name_of(std::optional<LetterStatus> status) {
    return std::string(status ? key(*status) : "none");
}

// Every role × status × action, one line for each that is possible, and why not for the others.
std::string matrix(LetterKind kind) {
    std::string lines;
    std::vector<std::optional<LetterStatus>> statuses = {std::nullopt};
    statuses.insert(statuses.end(), letter_statuses().begin(), letter_statuses().end());
    for (const auto role : people::roles()) {
        const auto actor = test::person("other", role, agency);
        for (const auto status : statuses) {
            for (const auto action : letter_actions()) {
                const auto after = permit(action, standing(kind, status), actor);
                if (after || after.error().kind() != ErrorKind::forbidden) {
                    lines += fmt::format(
                        "{:<22} {:<11} {:<10} {}\n", people::key(role), name_of(status),
                        key(action), after ? "→ " + name_of(*after) : after.error().first().code);
                }
            }
        }
    }
    return lines;
}

TEST(LetterFlow, of_answers_and_of_what_the_clerk_issues_alone) {
    gk::test::expect_golden("tests/golden/flow_letter.txt",
                            "# 答复\n" + matrix(LetterKind::granted) + "\n# 由经办人直接发出的\n" +
                                matrix(LetterKind::acknowledgement));
}

TEST(LetterFlow, nobody_clears_or_signs_what_they_wrote) {
    const auto submitted = standing(LetterKind::granted, LetterStatus::submitted);
    const auto cleared = standing(LetterKind::granted, LetterStatus::cleared);
    const auto writer = test::person("writer", people::Role::office_head, agency);
    EXPECT_EQ(permit(LetterAction::clear, submitted, writer).error().first().code,
              "letter.own_letter");
    const auto signer = test::person("writer", people::Role::signatory, agency);
    EXPECT_EQ(permit(LetterAction::sign_off, cleared, signer).error().first().code,
              "letter.own_letter");
    auto delegate = test::person("other", people::Role::signatory, agency);
    delegate.held_roles.front().on_behalf_of = "user:writer";
    EXPECT_EQ(permit(LetterAction::sign_off, cleared, delegate).error().first().code,
              "letter.own_letter");
    auto written_by_delegate = cleared;
    written_by_delegate.writers = {"user:li on behalf of user:writer"};
    EXPECT_FALSE(permit(LetterAction::sign_off, written_by_delegate, signer).has_value());
}

TEST(LetterFlow, another_agency_has_no_part_in_it) {
    const auto clerk = test::person("other", people::Role::clerk, Id<people::Agency>{2});
    for (const auto& each :
         available_actions(standing(LetterKind::granted, LetterStatus::draft), clerk)) {
        ASSERT_TRUE(each.obstacle.has_value());
        EXPECT_EQ(each.obstacle->first().code, "letter.not_permitted");
    }
}

TEST(LetterFlow, nothing_is_delivered_before_its_files_passed_the_review) {
    auto signed_off = standing(LetterKind::granted, LetterStatus::signed_off);
    const auto clerk = test::person("other", people::Role::clerk, agency);
    EXPECT_TRUE(permit(LetterAction::deliver, signed_off, clerk).has_value());
    signed_off.has_uncleared_files = true;
    const auto refused = permit(LetterAction::deliver, signed_off, clerk);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "letter.release_not_reviewed");
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 17}));
}

TEST(LetterFlow, what_cannot_be_done_now_tells_what_can) {
    const auto clerk = test::person("other", people::Role::clerk, agency);
    const auto refused =
        permit(LetterAction::deliver, standing(LetterKind::granted, LetterStatus::draft), clerk);
    EXPECT_EQ(refused.error().first().message, "这份予以公开现在是“草稿”，不能登记送达。");
    EXPECT_EQ(refused.error().first().hint, "现在可以做的：起草、送审、作废。");
    const auto ended =
        permit(LetterAction::submit, standing(LetterKind::granted, LetterStatus::cancelled), clerk);
    EXPECT_EQ(ended.error().first().hint, "现在可以做的：没有了。");
}

TEST(LetterFlow, the_acts_tell_the_status) {
    const std::vector<LetterAct> acts = {{LetterAction::write, "user:a", {}, ""},
                                         {LetterAction::submit, "user:a", {}, ""},
                                         {LetterAction::clear, "user:b", {}, ""}};
    EXPECT_EQ(status_after(LetterKind::granted, acts), LetterStatus::cleared);
    EXPECT_EQ(status_after(LetterKind::granted, {}), std::nullopt);
}

}  // namespace
}  // namespace gk::letter
