// Who is told of what, by which means, and that nobody is told twice.
#include "application/access/telling_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/ledger_service.hpp"
#include "application/sample_case.hpp"
#include "application/service.hpp"
#include "base/id.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::application::access {
namespace {

using testing::HasSubstr;

constexpr Moment start{1'776'000'000'000};

class Telling : public test::OnBothDatabases {
protected:
    Telling() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        people::NewAgency agency;
        agency.code = "lihe";
        agency.name = "礼和镇人民政府";
        agency.short_name = "礼和镇";
        agency_ = people::register_agency(database(), agency, people::operator_named("cli:test"),
                                          Moment{1})
                      ->id;
    }

    Desk desk() {
        return {.database = database(), .ring = ring_, .calendar = test::sample_calendar()};
    }

    std::string submit(ContactRoute route) {
        NewApplication given;
        given.agency_code = "lihe";
        given.applicant.name = "申请人甲";
        given.applicant.identity_number = "11010519491231002X";
        given.applicant.contact = {.route = route,
                                   .phone = "13800000000",
                                   .email = "jia@example.cn",
                                   .address = "礼和镇（示例）",
                                   .postal_code = {}};
        given.wanted.title = "水渠修缮项目验收材料";
        given.wanted.form = AnswerForm::electronic;
        given.wanted.route = AnswerRoute::online;
        const auto receipt = submit_application(desk(), given, code_, new_public_id(), start);
        EXPECT_TRUE(receipt) << receipt.error().first().message;
        return receipt->public_id;
    }

    void office(const std::string& id, Action action, const Entry& entry) {
        const auto done = act(desk(), {.public_id = id, .version = {}}, action, entry,
                              test::person(people::Role::clerk, agency_), start);
        ASSERT_TRUE(done) << done.error().first().message;
    }

    std::int64_t count(const std::string& what) {
        return database().read([&](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM " + what);
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }

    people::KeyRing ring_ = people::new_key_ring();
    QueryCode code_ = new_query_code();
    Id<people::Agency> agency_;
};

GK_ON_BOTH_DATABASES(Telling);

TEST_P(Telling, tells_of_each_step_once_by_the_contact_that_was_chosen) {
    const auto by_sms = submit(ContactRoute::sms);
    const auto by_mail = submit(ContactRoute::email);
    for (const auto& id : {by_sms, by_mail}) {
        office(id, Action::confirm_receipt, {.evidence = "电话"});
    }
    tell_applicants(desk(), start);
    EXPECT_EQ(count("outgoing_messages WHERE carrier = 'short_message'"), 1);
    EXPECT_EQ(count("outgoing_messages WHERE carrier = 'mail'"), 1);
    EXPECT_EQ(tell_applicants(desk(), start), 0);
    EXPECT_EQ(count("outgoing_messages"), 2);
}

TEST_P(Telling, tells_of_what_was_registered_and_not_of_what_a_ledger_brought_along) {
    const auto by_office = submit(ContactRoute::sms);
    const auto of_ledger = submit(ContactRoute::sms);
    for (const auto& id : {by_office, of_ledger}) {
        database().write([&](store::Transaction& transaction) {
            transaction.execute(
                "UPDATE case_events SET action = 'register_application'"
                " WHERE case_id = (SELECT id FROM cases WHERE public_id = ?)",
                id);
        });
    }
    database().write([&](store::Transaction& transaction) {
        transaction.execute("UPDATE cases SET submission_key = ? WHERE public_id = ?",
                            std::string(ledger_key_prefix) + "1", of_ledger);
    });
    EXPECT_EQ(tell_applicants(desk(), start), 1);
    EXPECT_EQ(count("outgoing_messages"), 1);
}

TEST_P(Telling, leaves_letters_to_the_office) {
    office(submit(ContactRoute::post), Action::confirm_receipt, {.evidence = "电话"});
    tell_applicants(desk(), start);
    EXPECT_EQ(count("outgoing_messages"), 0);
}

TEST_P(Telling, does_not_go_back_beyond_a_week) {
    office(submit(ContactRoute::sms), Action::confirm_receipt, {.evidence = "电话"});
    EXPECT_EQ(tell_applicants(desk(), Moment{start.utc_ms + 8LL * 24 * 3'600'000}), 0);
}

TEST(Messages, name_no_applicant_and_say_what_is_to_be_done) {
    Event event;
    event.action = Action::ask_for_correction;
    event.entry.text = "申请人甲的宅基地";
    event.entry.due_on = Date(2026, 4, 27);
    EXPECT_THAT(message_of(event), HasSubstr("2026年4月27日"));
    EXPECT_THAT(message_of(event), testing::Not(HasSubstr("宅基地")));
    event.action = Action::draft_decision;
    EXPECT_EQ(message_of(event), "");
}

}  // namespace
}  // namespace gk::application::access
