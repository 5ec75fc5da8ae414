// What the pages of the status rest on, on both databases.
#include "application/access/access_service.hpp"

#include <gtest/gtest.h>

#include "application/sample_case.hpp"
#include "application/view_service.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::application::access {
namespace {

constexpr Moment start{1'776'000'000'000};

class Access : public test::OnBothDatabases {
protected:
    Access() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        people::NewAgency agency;
        agency.code = "lihe";
        agency.name = "礼和镇人民政府";
        agency.short_name = "礼和镇";
        EXPECT_TRUE(people::register_agency(database(), agency, people::operator_named("cli:test"),
                                            Moment{1}));
    }

    Desk desk() {
        return {.database = database(), .ring = ring_, .calendar = test::sample_calendar()};
    }

    // The number of the case; its code is `code_`.
    std::string submit(AnswerRoute route = AnswerRoute::online) {
        NewApplication given;
        given.agency_code = "lihe";
        given.applicant.name = "申请人甲";
        given.applicant.identity_number = "11010519491231002X";
        given.applicant.contact.phone = "13800000000";
        given.wanted.title = "水渠修缮项目验收材料";
        given.wanted.form = AnswerForm::electronic;
        given.wanted.route = route;
        given.applicant.contact.email = route == AnswerRoute::email ? "jia@example.cn" : "";
        const auto receipt = submit_application(desk(), given, code_, "key", start);
        EXPECT_TRUE(receipt) << receipt.error().first().message;
        public_id_ = receipt->public_id;
        return receipt->number;
    }

    people::KeyRing ring_ = people::new_key_ring();
    QueryCode code_ = new_query_code();
    std::string public_id_;
};

GK_ON_BOTH_DATABASES(Access);

TEST_P(Access, counts_guesses_and_remembers_them_after_a_restart) {
    const Guess guess{.number = "lihe-2026-0001", .client_address = "192.0.2.1"};
    for (int i = 0; i < 10; ++i) {
        ASSERT_TRUE(count_guess(database(), ring_, guess, start)) << i;
    }
    reopen();
    const auto refused = count_guess(database(), ring_, guess, start);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().first().code, "access.too_many");
    EXPECT_EQ(refused.error().first().hint, "请在10分钟后再试；也可以在工作时间致电工作机构查询。");
    EXPECT_TRUE(count_guess(database(), ring_,
                            {.number = "lihe-2026-0002", .client_address = "192.0.2.1"}, start));
}

TEST_P(Access, gives_a_new_code_where_the_contact_is_the_one_that_is_kept) {
    const auto number = submit();
    ASSERT_TRUE(resend_code(desk(), number, "13900000000", start));
    EXPECT_TRUE(find_by_number_and_code(desk(), number, code_.text, start));
    ASSERT_TRUE(resend_code(desk(), "lihe-2026-9999", "13800000000", start));
    ASSERT_TRUE(resend_code(desk(), number, "", start));
    EXPECT_TRUE(find_by_number_and_code(desk(), number, code_.text, start));
    ASSERT_TRUE(resend_code(desk(), number, "１３８ 0000-0000", start));
    EXPECT_FALSE(find_by_number_and_code(desk(), number, code_.text, start));
}

// started_form.phone_wrong, application.field_missing
TEST_P(Access, takes_a_contact_only_by_which_the_applicant_can_be_reached) {
    submit(AnswerRoute::email);
    const auto changed = [&](const started::Fields& fields) {
        return do_own_act(
            desk(), {.public_id = public_id_, .action = Action::change_contact, .fields = fields},
            start);
    };
    const auto landline =
        changed({{"contact_route", "sms"}, {"phone", "0993-1234567"}, {"email", "jia@example.cn"}});
    ASSERT_FALSE(landline);
    EXPECT_EQ(landline.error().first().field, "phone");
    const auto unanswerable = changed({{"contact_route", "sms"}, {"phone", "13900000000"}});
    ASSERT_FALSE(unanswerable) << "the answer is wanted by mail";
    EXPECT_EQ(unanswerable.error().first().field, "email");
    EXPECT_TRUE(changed(
        {{"contact_route", "sms"}, {"phone", "+86 139-0000 0000"}, {"email", "jia@example.cn"}}));
    EXPECT_EQ(own_applicant(desk(), public_id_)->applicant.contact.phone, "13900000000");
}

TEST_P(Access, keeps_the_postal_code_as_long_as_the_address) {
    submit();
    ASSERT_TRUE(change_contact(desk(), {.public_id = public_id_, .version = {}},
                               {.route = ContactRoute::post,
                                .phone = {},
                                .email = {},
                                .address = "礼和镇1号",
                                .postal_code = "831300"},
                               applicant_actor(), start));
    const auto changed = [&](const std::string& address) {
        EXPECT_TRUE(do_own_act(desk(),
                               {.public_id = public_id_,
                                .action = Action::change_contact,
                                .fields = {{"contact_route", "post"}, {"address", address}}},
                               start));
        return own_applicant(desk(), public_id_)->applicant.contact.postal_code;
    };
    EXPECT_EQ(changed("礼和镇1号"), "831300");
    EXPECT_EQ(changed("礼和镇2号"), "");
}

TEST_P(Access, does_the_acts_of_the_applicant_and_refuses_what_is_no_text) {
    submit();
    const auto refused = do_own_act(desk(),
                                    {.public_id = public_id_,
                                     .action = Action::withdraw,
                                     .fields = {{"text", std::string("\xff")}}},
                                    start);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().first().code, "access.text_not_readable");
    EXPECT_TRUE(do_own_act(desk(),
                           {.public_id = public_id_,
                            .action = Action::change_contact,
                            .fields = {{"contact_route", "email"}, {"email", "ｊｉａ@example.cn"}}},
                           start));
    EXPECT_EQ(own_applicant(desk(), public_id_)->applicant.contact.email, "jia@example.cn");
    EXPECT_FALSE(do_own_act(
        desk(), {.public_id = public_id_, .action = Action::receive_correction, .fields = {}},
        start));
    EXPECT_TRUE(do_own_act(
        desk(), {.public_id = public_id_, .action = Action::withdraw, .fields = {}}, start));
}

}  // namespace
}  // namespace gk::application::access
