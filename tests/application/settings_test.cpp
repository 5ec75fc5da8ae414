// What agencies lay down: receipt, and the lights by which lists are filtered and counted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/list_service.hpp"
#include "application/projection_service.hpp"
#include "application/receipt_settings_service.hpp"
#include "audit/store.hpp"
#include "notify/settings_store.hpp"

namespace gk::application {
namespace {

using law::Channel;
using law::ReceiptBy;
using people::Role;
using test::noon;
using test::person;
using testing::ElementsAre;

class Settings : public test::ApplicationFixture {
protected:
    static ReceiptSettings internet_by_submission(std::int64_t version = 0) {
        ReceiptSettings settings{.version = version, .rules = {}};
        settings.rules.lay_down(Channel::internet, ReceiptBy::submission);
        return settings;
    }

    Result<std::int64_t> change(const ReceiptSettings& settings, Moment now) {
        return change_receipt_settings(database(), "xigebi", settings,
                                       person(Role::office_head, agency_), now);
    }

    void soon_from(Id<people::Agency> agency, int days) {
        database().write([&](store::Transaction& transaction) {
            notify::save_settings(transaction, agency,
                                  {1, {.lights = {.soon_from = days, .red_from = 0}}});
        });
    }

    // "number light" of the cases that the filter leaves.
    std::vector<std::string> listed(CaseFilter filter, Date today) {
        std::vector<std::string> lines;
        for (const auto& line :
             list_cases(desk(), filter, {.limit = 20, .direction = Direction::ascending}, today)
                 .rows) {
            lines.push_back(line.number + " " + std::string(notify::key(line.signal.light)));
        }
        return lines;
    }
};

GK_ON_BOTH_DATABASES(Settings);

TEST_P(Settings, of_receipt_hold_for_what_is_taken_in_from_then_on) {
    const auto before = submit(application_of(), "before").public_id;
    ASSERT_EQ(*change(internet_by_submission(), noon(Date(2026, 3, 3))), 1);
    const auto receipt =
        submit_application(desk(), application_of(), code_, "after", noon(Date(2026, 3, 4)));
    ASSERT_TRUE(receipt.has_value());
    EXPECT_EQ(found(before).standing.state, CaseState::awaiting_confirmation);
    const auto after = found(receipt->public_id);
    EXPECT_EQ(after.standing.state, CaseState::awaiting_examination);
    EXPECT_EQ(after.standing.received_on, Date(2026, 3, 4));
    // Back again: neither of the two moves.
    auto confirmed = internet_by_submission(1);
    confirmed.rules = {};
    ASSERT_EQ(*change(confirmed, noon(Date(2026, 3, 5))), 2);
    const auto rebuilt =
        rebuild_cases(desk(), people::operator_named("cli:root"), noon(Date(2026, 3, 10)));
    EXPECT_EQ(rebuilt->changed_count, 0);
    did(before, Action::confirm_receipt, {.on = Date(2026, 3, 6), .evidence = "电话"}, Role::clerk,
        Date(2026, 3, 6));
    EXPECT_EQ(found(before).standing.received_on, Date(2026, 3, 6));
    EXPECT_EQ(found(receipt->public_id).standing.received_on, Date(2026, 3, 4));
}

TEST_P(Settings, of_receipt_move_a_rest_day_only_where_it_was_laid_down) {
    const Date sunday(2026, 3, 8);
    EXPECT_EQ(found(registered(sunday)).standing.reply_due_on, Date(2026, 4, 3));
    ReceiptSettings moves;
    moves.rules.rest_day = law::RestDayReceipt::moves;
    ASSERT_TRUE(change(moves, noon(Date(2026, 3, 7))).has_value());
    EXPECT_EQ(found(registered(sunday)).standing.reply_due_on, Date(2026, 4, 7));
}

TEST_P(Settings, of_receipt_are_changed_by_who_may_and_stand_in_the_trail) {
    EXPECT_EQ(find_receipt_settings(database(), "xigebi")->version, 0);
    EXPECT_EQ(code_of(change_receipt_settings(database(), "xigebi", {}, clerk(), now_)),
              "application.not_permitted");
    ASSERT_TRUE(change(internet_by_submission(), now_).has_value());
    EXPECT_EQ(code_of(change(internet_by_submission(), now_)), "application.settings_changed");
    auto by_signature = internet_by_submission(1);
    by_signature.rules.lay_down(Channel::fax, ReceiptBy::signature);
    EXPECT_EQ(code_of(change(by_signature, now_)), "application.receipt_not_of_channel");
    EXPECT_EQ(find_receipt_settings(database(), "xigebi")->rules, internet_by_submission().rules);
    const auto agency = people::find_agency(database(), "xigebi");
    const auto trail = database().read([&](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, "agency", agency->public_id);
    });
    EXPECT_EQ(trail.back().act, "receipt_settings.change");
    EXPECT_THAT(trail.back().details, testing::HasSubstr(R"("internet":"submission")"));
}

TEST_P(Settings, of_lights_are_those_of_the_agency_of_each_case) {
    const auto other = add_agency("bali");
    static_cast<void>(registered());
    auto elsewhere = application_of();
    elsewhere.agency_code = "bali";
    const Date on(2026, 3, 2);
    ASSERT_TRUE(register_application(desk(), elsewhere, {.on = on, .channel = Channel::counter},
                                     code_, "", person(Role::clerk, other), noon(on))
                    .has_value());
    soon_from(other, 10);
    const Date today(2026, 3, 18);  // Eight working days left in both.
    const std::vector both = {agency_, other};
    EXPECT_THAT(listed({.agencies = both}, today),
                ElementsAre("xigebi-2026-0001 green", "bali-2026-0001 yellow"));
    EXPECT_THAT(listed({.agencies = both, .urgency = notify::Urgency::due_soon}, today),
                ElementsAre("bali-2026-0001 yellow"));
    EXPECT_THAT(listed({.agencies = both, .urgency = notify::Urgency::in_time}, today),
                ElementsAre("xigebi-2026-0001 green"));
    EXPECT_THAT(listed({.agencies = both, .urgency = notify::Urgency::overdue}, today),
                testing::IsEmpty());
    EXPECT_THAT(listed({.agencies = {}, .urgency = notify::Urgency::in_time}, today),
                testing::IsEmpty());
    std::vector<std::int64_t> soon;
    for (const auto& count : count_states(desk(), both, today)) {
        soon.push_back(count.due_soon_count);
    }
    EXPECT_THAT(soon, ElementsAre(0, 1));
    EXPECT_EQ(find_case(desk(), registered(), clerk(), noon(today))->signal.light,
              notify::Light::green);
    soon_from(agency_, 10);
    EXPECT_EQ(listed({.agencies = {agency_}}, today).front(), "xigebi-2026-0001 yellow");
}

TEST_P(Settings, of_lights_say_nothing_of_what_does_not_run) {
    using notify::Urgency;
    const auto running = registered();  // Until 2026-03-30.
    const auto paused = registered(Date(2026, 3, 3));
    did(paused, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 24)},
        Role::clerk, Date(2026, 3, 5));
    const auto answer = registered(Date(2026, 3, 4));
    answered(answer, law::Outcome::granted, Date(2026, 3, 13));
    submit(application_of(), "unconfirmed");
    const auto with = [&](Urgency urgency, Date today) {
        return listed({.agencies = {agency_}, .urgency = urgency}, today);
    };
    EXPECT_THAT(with(Urgency::due_today, Date(2026, 3, 30)), ElementsAre("xigebi-2026-0001 red"));
    EXPECT_THAT(with(Urgency::due_soon, Date(2026, 3, 30)), ElementsAre("xigebi-2026-0001 red"));
    EXPECT_THAT(with(Urgency::due_today, Date(2026, 3, 27)), testing::IsEmpty());
    const Date later(2026, 6, 1);
    EXPECT_THAT(with(Urgency::overdue, later), ElementsAre("xigebi-2026-0001 red"));
    EXPECT_THAT(with(Urgency::paused, later), ElementsAre("xigebi-2026-0002 none"));
    EXPECT_THAT(with(Urgency::answered, later), ElementsAre("xigebi-2026-0003 none"));
    EXPECT_THAT(with(Urgency::unstarted, later), ElementsAre("xigebi-2026-0004 none"));
    EXPECT_EQ(found(running).signal.urgency, Urgency::in_time);
}

}  // namespace
}  // namespace gk::application
