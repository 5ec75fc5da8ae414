// Letters leave from their list: an answer takes its case along, any other goes by itself.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/letter_delivery_service.hpp"
#include "letter/sample.hpp"
#include "letter/service.hpp"

namespace gk::application {
namespace {

using letter::DeliveryRoute;
using letter::Letter;
using letter::LetterStatus;
using letter::NewDelivery;
using people::Role;
using store::Transaction;
using test::noon;
using test::person;

const Date day(2026, 3, 10);

class LetterDelivery : public test::ApplicationFixture {
protected:
    ~LetterDelivery() override { std::filesystem::remove_all(folder_); }

    Desk with_letters() {
        auto with = desk();
        with.letters = &tools_;
        return with;
    }

    void takes(const std::string& id, Action action, const Entry& entry, Role role) {
        const auto done =
            act(with_letters(), {.public_id = id}, action, entry, person(role, agency_), noon(day));
        EXPECT_TRUE(done.has_value()) << code_of(done);
    }

    std::string drafted(const std::string& case_id, law::LetterKind kind) {
        const auto made = database().write([&](Transaction& transaction) {
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

    // The answer of a case, signed.
    std::string answer_of(const std::string& case_id) {
        const auto id = drafted(case_id, law::LetterKind::held_elsewhere);
        takes(case_id, Action::draft_decision,
              {.text = "不属于本机关", .reference = id, .outcome = law::Outcome::held_elsewhere},
              Role::clerk);
        takes(case_id, Action::review_decision, {}, Role::office_head);
        takes(case_id, Action::sign_decision, {}, Role::signatory);
        return id;
    }

    // What the clerk signs alone.
    std::string receipt_of(const std::string& case_id) {
        const auto id = drafted(case_id, law::LetterKind::acknowledgement);
        const auto done = database().write([&](Transaction& transaction) {
            return letter::sign_off(transaction, tools_, {id}, day, clerk(), noon(day));
        });
        EXPECT_TRUE(done.has_value());
        return id;
    }

    Letter letter_of(const std::string& id) {
        return *database().read(
            [&](store::Snapshot& snapshot) { return letter::find_letter(snapshot, id, clerk()); });
    }

    std::string permitted(const std::string& id, const NewDelivery& given,
                          const people::Actor& actor) {
        return code_of(permit_delivery(with_letters(), id, given, actor, noon(day)));
    }

    std::string delivered(const std::string& id, const NewDelivery& given) {
        return code_of(deliver_letter(with_letters(), id, given, clerk(), noon(day)));
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("letter-delivery-" + new_public_id());
    document::FileStore files_{folder_, ring_};
    letter::LetterTools tools_{.files = files_, .ring = ring_};
};

GK_ON_BOTH_DATABASES(LetterDelivery);

TEST_P(LetterDelivery, takes_the_case_of_an_answer_along) {
    const auto id = registered();
    const auto letter = answer_of(id);
    const NewDelivery by_mail{.handed_over_on = day};
    EXPECT_EQ(permitted(letter, by_mail, clerk()), "yes");
    EXPECT_EQ(found(id).standing.state, CaseState::awaiting_delivery);
    EXPECT_EQ(letter_of(letter).status, LetterStatus::signed_off);
    EXPECT_EQ(delivered(letter, by_mail), "yes");
    EXPECT_EQ(letter_of(letter).delivered_on, day);
    EXPECT_EQ(found(id).standing.state, CaseState::awaiting_closing);
    EXPECT_EQ(found(id).standing.counted->on, day);
    EXPECT_EQ(permitted(letter, by_mail, clerk()), "application.letter_sent_already");
    EXPECT_EQ(delivered(letter, by_mail), "application.letter_sent_already");
}

TEST_P(LetterDelivery, of_an_answer_waits_for_the_release_review_of_its_case) {
    const auto id = registered();
    const auto letter = drafted(id, law::LetterKind::granted);
    const auto may_leave = [&] {
        return code_of(database().read([&](store::Snapshot& snapshot) {
            return permit_leaving(snapshot, desk().calendar, letter, clerk(), day);
        }));
    };
    EXPECT_EQ(may_leave(), "yes") << "no answer yet: the letter's own rules say no";
    takes(id, Action::draft_decision,
          {.text = "予以公开", .reference = letter, .outcome = law::Outcome::granted}, Role::clerk);
    takes(id, Action::review_decision, {}, Role::office_head);
    takes(id, Action::sign_decision, {}, Role::signatory);
    EXPECT_EQ(may_leave(), "application.release_not_reviewed");
    takes(id, Action::review_release, {}, Role::secrecy_reviewer);
    EXPECT_EQ(may_leave(), "yes");
    EXPECT_EQ(delivered(letter, {.handed_over_on = day}), "yes");
    EXPECT_EQ(may_leave(), "yes") << "once more, where it came back";
}

TEST_P(LetterDelivery, by_hand_counts_when_it_is_signed_for) {
    const auto id = registered();
    const auto letter = answer_of(id);
    EXPECT_EQ(delivered(letter, {.route = DeliveryRoute::counter, .handed_over_on = day}), "yes");
    EXPECT_EQ(found(id).standing.state, CaseState::awaiting_delivery);
    const auto signs = [&](Date on) {
        return code_of(permit_receipt(with_letters(), letter, on, clerk(), noon(day)));
    };
    EXPECT_EQ(signs(day.plus_days(1)), "letter.delivery_dates_wrong");
    EXPECT_EQ(signs(day), "yes");
    EXPECT_EQ(code_of(receive_receipt(with_letters(), letter, day, clerk(), noon(day))), "yes");
    EXPECT_EQ(found(id).standing.state, CaseState::awaiting_closing);
    EXPECT_EQ(signs(day), "application.letter_nothing_to_sign_for");
    EXPECT_EQ(code_of(receive_receipt(with_letters(), letter, day, clerk(), noon(day))),
              "application.letter_nothing_to_sign_for");
}

TEST_P(LetterDelivery, leaves_the_case_where_it_is_for_any_other_letter) {
    const auto id = registered();
    const auto before = found(id).of.version;
    const auto letter = receipt_of(id);
    EXPECT_EQ(delivered(letter, {.route = DeliveryRoute::internet, .handed_over_on = day}), "yes");
    EXPECT_EQ(code_of(permit_receipt(with_letters(), letter, day, clerk(), noon(day))), "yes");
    EXPECT_EQ(code_of(receive_receipt(with_letters(), letter, day, clerk(), noon(day))), "yes");
    EXPECT_EQ(found(id).of.version, before);
}

TEST_P(LetterDelivery, refuses_before_anything_is_done) {
    const auto id = registered();
    const auto draft = drafted(id, law::LetterKind::correction_notice);
    const NewDelivery by_mail{.handed_over_on = day};
    EXPECT_EQ(permitted(draft, by_mail, clerk()), "letter.action_not_now");
    const auto letter = answer_of(registered());
    EXPECT_EQ(permitted(letter, {.handed_over_on = day.plus_days(-1)}, clerk()),
              "letter.delivery_dates_wrong");
    EXPECT_EQ(permitted(letter, by_mail, person(Role::office_head, agency_)),
              "letter.not_permitted");
    EXPECT_EQ(permitted("nothing", by_mail, clerk()), "letter.unknown");
    EXPECT_EQ(delivered(letter, {.handed_over_on = day.plus_days(-1)}),
              "letter.delivery_dates_wrong");
    EXPECT_EQ(letter_of(letter).status, LetterStatus::signed_off);
}

}  // namespace
}  // namespace gk::application
