// Whose turn it is with a letter that goes its own way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/letter_tasks_service.hpp"
#include "letter/office.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;
using testing::ElementsAre;
using testing::IsEmpty;

class LetterTasks : public test::LetterOffice {
protected:
    std::vector<std::string> open_tasks() {
        return database().read([](store::Snapshot& snapshot) {
            std::vector<std::string> tasks;
            auto row = snapshot.query(
                "SELECT role, title, object_kind FROM tasks WHERE status = 'open' ORDER BY id");
            while (row.next()) {
                tasks.push_back(row.get<std::string>(0) + " " + row.get<std::string>(1) + " " +
                                row.get<std::string>(2));
            }
            return tasks;
        });
    }

    // The act as this person does it.
    template <typename Verb>
    void did(Verb verb, const Letter& letter, const people::Actor& actor) {
        const auto done = act([&](store::Transaction& transaction) {
            return verb(transaction, LetterReference{letter.public_id}, actor, now());
        });
        EXPECT_TRUE(done.has_value());
    }
};

GK_ON_BOTH_DATABASES(LetterTasks);

TEST_P(LetterTasks, go_from_hand_to_hand) {
    const auto letter = *draft(LetterKind::correction_notice);
    EXPECT_THAT(open_tasks(), IsEmpty());
    did(submit, letter, clerk());
    EXPECT_THAT(open_tasks(), ElementsAre("office_head 审核文书：补正告知书 letter",
                                          "deputy_leader 审核文书：补正告知书 letter"));
    did(clear, letter, reviewer());
    EXPECT_THAT(open_tasks(), ElementsAre("signatory 签发文书：补正告知书 letter"));
    const auto signed_letter = act([&](store::Transaction& transaction) {
        return sign_off(transaction, tools(), {letter.public_id}, Date(2026, 3, 31), signatory(),
                        now());
    });
    ASSERT_TRUE(signed_letter.has_value());
    EXPECT_THAT(open_tasks(), ElementsAre("clerk 送达文书：西戈壁镇公开〔2026〕1号 letter"));
    const auto delivered = act([&](store::Transaction& transaction) {
        return record_delivery(transaction, {letter.public_id},
                               {.route = DeliveryRoute::mail, .handed_over_on = Date(2026, 3, 31)},
                               clerk(), now());
    });
    ASSERT_TRUE(delivered.has_value());
    EXPECT_THAT(open_tasks(), IsEmpty());
}

TEST_P(LetterTasks, are_those_of_the_case_where_an_answer_goes_with_it) {
    const auto letter = *draft(LetterKind::not_found);
    did(submit, letter, clerk());
    EXPECT_THAT(open_tasks(), IsEmpty());
    EXPECT_TRUE(goes_with_case(LetterKind::record_amendment));
    EXPECT_FALSE(goes_with_case(LetterKind::withdrawal_confirmation));
}

}  // namespace
}  // namespace gk::letter
