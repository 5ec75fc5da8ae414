// The form as people meet it: page by page, with mistakes, interrupted, submitted twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/receipt_settings_service.hpp"
#include "people/service.hpp"
#include "web/citizen/citizen_site.hpp"
#include "web/portal/site_store.hpp"

namespace gk::web::citizen {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class WizardPages : public testing::Test {
protected:
    std::string expect_page(const Response& response, int status) {
        EXPECT_EQ(response.status, status) << response.body.substr(0, 200);
        EXPECT_THAT(response.body, HasSubstr("<main"));
        return response.body;
    }

    void later(std::chrono::milliseconds time) {
        site_.clock().set(Moment{site_.clock().now().utc_ms + time.count()});
    }

    CitizenSite site_;
};

TEST_F(WizardPages, lead_from_one_to_the_next_and_end_in_a_receipt) {
    const auto link = site_.new_form();
    site_.fill(link);
    const auto check = expect_page(site_.get(site_.page("check", link)), 200);
    EXPECT_THAT(check, AllOf(HasSubstr("申请人甲"), HasSubstr("礼和镇人民政府"),
                             HasSubstr("居民身份证"), HasSubstr("提交政府信息公开申请")));
    const auto target = site_.location(site_.submit(link));
    EXPECT_THAT(target, HasSubstr("/receipt?form="));
    const auto receipt = expect_page(site_.get(target), 200);
    EXPECT_THAT(receipt, AllOf(HasSubstr("lihe-2026-0001"), HasSubstr("138****0000"),
                               HasSubstr("<path d=\"M"), HasSubstr("必要时请您补正"),
                               Not(HasSubstr("申请人甲"))));
    EXPECT_EQ(site_.count("cases"), 1);
    EXPECT_EQ(site_.count("outgoing_messages"), 1) << "the receipt goes to the telephone as well";
}

TEST_F(WizardPages, tell_from_which_day_the_agency_counts) {
    const auto confirmed = site_.new_form();
    site_.fill(confirmed);
    EXPECT_THAT(site_.get(site_.page("contact", confirmed)).body, HasSubstr("确认之日起计算"));
    EXPECT_THAT(site_.get(site_.page("check", confirmed)).body, HasSubstr("自双方确认之日起"));
    const auto before = site_.location(site_.submit(confirmed));
    EXPECT_THAT(site_.get(before).body, HasSubstr("待双方确认收到"));
    later(std::chrono::minutes(1));
    application::ReceiptSettings settings;
    settings.rules.lay_down(law::Channel::internet, law::ReceiptBy::submission);
    ASSERT_TRUE(application::change_receipt_settings(site_.database(), "lihe", settings,
                                                     people::operator_named("cli:root"),
                                                     site_.clock().now())
                    .has_value());
    later(std::chrono::minutes(1));
    const auto at_once = site_.new_form();
    site_.fill(at_once);
    EXPECT_THAT(site_.get(site_.page("contact", at_once)).body, HasSubstr("自您提交之日起计算"));
    EXPECT_THAT(site_.get(site_.page("check", at_once)).body,
                AllOf(HasSubstr("自您提交之日起20个工作日内答复"), Not(HasSubstr("双方确认"))));
    const auto after = site_.location(site_.submit(at_once));
    EXPECT_THAT(site_.get(after).body,
                AllOf(HasSubstr("答复期限自提交之日起计算"), Not(HasSubstr("确认收到"))));
    EXPECT_THAT(site_.get(before).body, HasSubstr("待双方确认收到"));
}

TEST_F(WizardPages, name_the_office_of_the_chosen_agency_and_not_that_of_the_site) {
    const auto told = [this](const std::string& agency) {
        const auto link = site_.new_form();
        site_.fill(link, {{"agency", agency}});
        const auto contact = site_.get(site_.page("contact", link)).body;
        return contact + site_.get(site_.location(site_.submit(link))).body;
    };
    EXPECT_THAT(told("lihe"), HasSubstr("请致电镇党政办公室（"));
    EXPECT_THAT(told("fuyuan"), HasSubstr("请致电受理机关，告知申请编号"));
    site_.database().write([](store::Transaction& transaction) {
        portal::KeptSite kept;
        kept.site.office = {.name = "富源县政务公开办公室",
                            .address = "富源县某某路1号",
                            .postcode = {},
                            .hours = {},
                            .telephone = "0874-0000000",
                            .fax = {},
                            .internet = {}};
        const auto fuyuan = people::find_agency(transaction, "fuyuan");
        EXPECT_TRUE(fuyuan.has_value());
        portal::replace_site(transaction, fuyuan->id, std::move(kept));
    });
    EXPECT_THAT(told("fuyuan"),
                AllOf(HasSubstr("当面或者邮寄：富源县某某路1号富源县政务公开办公室"),
                      HasSubstr("请致电富源县政务公开办公室"), HasSubstr("0874-0000000")));
}

TEST_F(WizardPages, make_one_application_however_often_they_are_submitted) {
    const auto link = site_.new_form();
    site_.fill(link);
    const auto first = site_.location(site_.submit(link));
    const auto receipt = site_.get(first).body;
    // Back and again, a double click, a reload, another page of the form.
    EXPECT_EQ(site_.location(site_.post(site_.page("check", link), {{"website", ""}})), first);
    EXPECT_EQ(site_.location(site_.get(site_.page("check", link))), first);
    EXPECT_EQ(site_.location(site_.post(site_.page("information", link), {{"title", "别的"}})),
              first);
    EXPECT_EQ(site_.get(first).body, receipt) << "number and code stay";
    EXPECT_EQ(site_.count("cases"), 1);
    EXPECT_EQ(site_.count("case_events"), 1);
}

TEST_F(WizardPages, say_what_is_wrong_on_top_and_at_the_field_and_keep_what_was_typed) {
    const auto link = site_.new_form();
    site_.post(site_.page("applicant", link), {{"kind", "organization"},
                                               {"organization_kind", "commercial_enterprise"},
                                               {"name", "礼和示例农机服务有限公司"}});
    const auto sent =
        site_.post(site_.page("identity", link),
                   {{"identity_kind", "credit_code"}, {"identity_number", "91350100M000100Y4"}});
    // Asked for anew, so that going back and reloading send nothing twice.
    const auto identity = expect_page(site_.get(site_.location(sent)), 200);
    constexpr std::string_view message = "统一社会信用代码应为18位，您填写了17位。";
    EXPECT_THAT(
        identity,
        AllOf(HasSubstr("<title>错误："), HasSubstr("有1处需要更正"),
              HasSubstr("href=\"#identity_number\""), HasSubstr("id=\"identity_number-problem\""),
              HasSubstr("aria-invalid=\"true\""), HasSubstr("value=\"91350100M000100Y4\"")));
    const auto first = identity.find(message);
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(identity.find(message, first + 1), std::string::npos) << "the same words twice";
    const auto again = expect_page(site_.get(site_.page("identity", link)), 200);
    EXPECT_THAT(again, HasSubstr("value=\"91350100M000100Y4\"")) << "kept for the next visit";
}

TEST_F(WizardPages, show_everything_that_is_missing_on_the_last_page_and_do_not_submit_it) {
    const auto link = site_.new_form();
    const auto check = expect_page(site_.get(site_.page("check", link)), 200);
    EXPECT_THAT(check, AllOf(HasSubstr("有7处需要更正"), HasSubstr("至少填写一项。"),
                             HasSubstr("back=check"), Not(HasSubstr("提交政府信息公开申请</b"))));
    EXPECT_EQ(site_.location(site_.submit(link)), site_.page("check", link));
    EXPECT_EQ(site_.count("cases"), 0);
}

TEST_F(WizardPages, come_back_to_the_last_page_after_a_change_from_there) {
    const auto link = site_.new_form();
    site_.fill(link);
    const auto target = site_.page("information", link) + "&back=check";
    EXPECT_THAT(site_.get(target).body, HasSubstr("back=check"));
    const auto next = site_.location(site_.post(target, {{"title", "水渠修缮项目合同"}}));
    EXPECT_EQ(next, site_.page("check", link));
    EXPECT_THAT(site_.get(next).body, HasSubstr("水渠修缮项目合同"));
}

TEST_F(WizardPages, ask_a_browser_without_script_to_wait_and_then_take_the_form) {
    const auto link = site_.new_form();
    site_.fill(link);
    const auto sent = site_.location(site_.post(site_.page("check", link), {{"website", ""}}));
    EXPECT_THAT(expect_page(site_.get(sent), 200),
                AllOf(HasSubstr("还需要等候15秒才能提交"), HasSubstr("form=\"form\"")));
    later(std::chrono::seconds(10));
    const auto again =
        site_.location(site_.post(site_.page("check", link), {{"website", ""}, {"work", "12"}}));
    EXPECT_THAT(site_.get(again).body, HasSubstr("还需要等候5秒才能提交"))
        << "a number that is no work does not help";
    EXPECT_EQ(site_.count("cases"), 0);
    later(std::chrono::seconds(5));
    EXPECT_THAT(site_.get(again).body, HasSubstr("现在可以提交了")) << "looked at anew";
    EXPECT_THAT(site_.location(site_.post(site_.page("check", link), {{"website", ""}})),
                HasSubstr("/receipt?"));
    EXPECT_EQ(site_.count("cases"), 1);
}

TEST_F(WizardPages, keep_the_lines_of_what_was_typed) {
    const auto link = site_.new_form();
    const std::string typed = "一、2025年；\r\n二、<竣工图>\r\n\r\n三、合同";
    site_.fill(link, {{"description", typed}});
    const auto shown = "一、2025年；\r\n二、&lt;竣工图&gt;\r\n\r\n三、合同";
    EXPECT_THAT(site_.get(site_.page("information", link)).body,
                HasSubstr(std::string("\n") + shown + "</textarea>"));
    EXPECT_THAT(site_.get(site_.page("check", link)).body, HasSubstr(shown));
    EXPECT_EQ(site_.submit(link).status, 303);
    const auto kept = site_.database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT description FROM cases");
        EXPECT_TRUE(row.next());
        return row.get<std::string>(0);
    });
    EXPECT_EQ(kept, typed);
}

TEST_F(WizardPages, catch_what_fills_in_every_field_and_tell_a_person_how_to_go_on) {
    const auto link = site_.new_form();
    site_.fill(link);
    const auto caught = site_.post(site_.page("check", link), {{"website", "http://a.example"}});
    EXPECT_THAT(expect_page(site_.get(site_.location(caught)), 200),
                AllOf(HasSubstr("“网站”一栏应当留空"), HasSubstr("value=\"http://a.example\"")));
    EXPECT_EQ(site_.count("cases"), 0);
    EXPECT_EQ(site_.submit(link).status, 303);
}

TEST_F(WizardPages, know_only_their_own_names_and_links) {
    const auto link = site_.new_form();
    EXPECT_EQ(site_.get(site_.page("nowhere", link)).body, "web.not_found");
    EXPECT_EQ(site_.get(site_.page("agency", link + "0")).body, "started_form.not_found");
    EXPECT_EQ(site_.post(site_.page("agency", ""), {}).body, "started_form.not_found");
    EXPECT_EQ(site_.get("/applications/started-forms/receipt").body, "started_form.not_found");
}

TEST_F(WizardPages, keep_a_form_for_later_and_forget_it_on_request) {
    const auto link = site_.new_form();
    const auto target = site_.location(
        site_.post(site_.page("information", link), {{"title", "水渠"}, {"then", "later"}}));
    const auto saved = expect_page(site_.get(target), 200);
    EXPECT_THAT(saved, AllOf(HasSubstr("http://gk.example.cn/applications/started-forms/agency"),
                             HasSubstr(link), HasSubstr("2026年5月13日")));
    EXPECT_THAT(site_.get(site_.page("information", link)).body, HasSubstr("value=\"水渠\""));
    expect_page(site_.post("/applications/started-forms/discard?form=" + link, {}), 200);
    EXPECT_EQ(site_.get(site_.page("information", link)).body, "started_form.not_found");
    EXPECT_EQ(site_.count("started_forms"), 0);
}

TEST_F(WizardPages, keep_the_large_type) {
    const auto target =
        site_.location(site_.post("/applications/started-forms?v=large", {{"begin", "yes"}}));
    EXPECT_THAT(target, HasSubstr("&v=large"));
    const auto page = site_.get(target).body;
    EXPECT_THAT(page, AllOf(HasSubstr("class=\"elder\""), HasSubstr("v=large#answer")));
}

TEST_F(WizardPages, suggest_the_agency_whose_duties_fit) {
    const auto link = site_.new_form();
    const auto page = expect_page(
        site_.get(site_.location(site_.post(site_.page("agency", link),
                                            {{"matter", "宅基地审核"}, {"then", "suggest"}}))),
        200);
    EXPECT_THAT(page,
                AllOf(HasSubstr("礼和镇人民政府（推荐）"), Not(HasSubstr("县人民政府（推荐）"))));
}

TEST_F(WizardPages, show_what_is_published_already_once_and_then_beside) {
    const auto link = site_.new_form();
    const Fields wanted = {{"title", "政府信息公开指南"}};
    const auto shown = expect_page(
        site_.get(site_.location(site_.post(site_.page("information", link), wanted))), 200);
    EXPECT_THAT(shown,
                AllOf(HasSubstr("这些信息已经公开"), HasSubstr("href=\"/disclosure-guide\"")));
    auto seen = wanted;
    seen["matches_seen"] = "政府信息公开指南";
    EXPECT_EQ(site_.post(site_.page("information", link), seen).status, 303);
    EXPECT_THAT(site_.get(site_.page("check", link)).body, HasSubstr("可能已经公开"));
}

TEST_F(WizardPages, of_one_address_are_limited_and_say_when_to_try_again) {
    constexpr int at_once = 30;
    for (int i = 0; i < at_once; ++i) {
        ASSERT_EQ(site_.post("/applications/started-forms", {{"begin", "yes"}}).status, 303) << i;
    }
    const auto refused = site_.post("/applications/started-forms", {{"begin", "yes"}});
    EXPECT_EQ(refused.status, 429);
    EXPECT_THAT(refused.body, HasSubstr("请在2分钟后再试"));
    site_.client_address = "192.0.2.2";
    EXPECT_EQ(site_.post("/applications/started-forms", {{"begin", "yes"}}).status, 303);
}

TEST_F(WizardPages, are_refused_where_the_body_is_no_form) {
    const auto link = site_.new_form();
    EXPECT_THAT(
        site_.post(site_.page("information", link), {{"title", std::string("\xff\xfe")}}).body,
        HasSubstr("无法识别的字符"));
}

TEST_F(WizardPages, name_the_notice_on_personal_data_that_the_case_keeps) {
    EXPECT_THAT(expect_page(site_.get("/applications/notice"), 200),
                AllOf(HasSubstr("版本：2026-11-28"), HasSubstr("保存多久"),
                      HasSubstr("案件办结后190天删除；有行政复议")));
    const auto link = site_.new_form();
    site_.fill(link);
    ASSERT_EQ(site_.submit(link).status, 303);
    const auto version = site_.database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT notice_version FROM cases");
        EXPECT_TRUE(row.next());
        return row.get<std::string>(0);
    });
    EXPECT_EQ(version, "2026-11-28");
}

TEST_F(WizardPages, carry_over_what_an_organization_with_a_representative_filled_in) {
    const auto link = site_.new_form();
    site_.fill(link, {{"kind", "organization"},
                      {"organization_kind", "legal_service_organization"},
                      {"name", "礼和示例律师事务所"},
                      {"identity_kind", "credit_code"},
                      {"identity_number", "9135 0100 m000 100y 43"},
                      {"is_represented", "yes"},
                      {"representative_name", "代理人乙"},
                      {"representative_number", "１１０１０５１９４９１２３１００２ｘ"},
                      {"contact_name", "王某"},
                      {"contact_route", "email"},
                      {"phone", ""},
                      {"email", "jia@example.cn"},
                      {"accepts_other", "yes"}});
    const auto receipt = site_.get(site_.location(site_.submit(link))).body;
    EXPECT_THAT(receipt, HasSubstr("j**@example.cn"));
    const auto id = site_.database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT public_id FROM cases");
        EXPECT_TRUE(row.next());
        return row.get<std::string>(0);
    });
    const auto kept = application::own_applicant(site_.cases(), id);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->applicant.kind, application::ApplicantKind::legal_service_organization);
    EXPECT_EQ(kept->applicant.identity_number, "91350100M000100Y43");
    EXPECT_EQ(kept->applicant.contact.email, "jia@example.cn");
    ASSERT_TRUE(kept->representative);
    EXPECT_EQ(kept->representative->identity_number, "11010519491231002X");
    const auto found = application::find_case(site_.cases(), id, application::applicant_actor(),
                                              site_.clock().now());
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->of.wanted.accepts_other);
    EXPECT_EQ(kept->applicant.contact.route, application::ContactRoute::email);
}

}  // namespace
}  // namespace gk::web::citizen
