// Following a case: who is let in, what is seen, what may be done, and how guessing ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/sample_case.hpp"
#include "application/service.hpp"
#include "letter/sample.hpp"
#include "letter/service.hpp"
#include "web/citizen/citizen_site.hpp"

namespace gk::web::citizen {
namespace {

using application::Action;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view status_address = "/applications/status";
constexpr std::string_view case_address = "/applications/status/case";

class StatusPages : public testing::Test {
protected:
    StatusPages() {
        const auto link = site_.new_form();
        site_.fill(link, {{"email", "jia@example.cn"}});
        const auto receipt = site_.get(site_.location(site_.submit(link))).body;
        number_ = between(receipt, "<dt>申请编号</dt><dd>", "</dd>");
        code_ = between(receipt, "<dt>查询码</dt><dd>", "</dd>");
        public_id_ = site_.database().read([](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT public_id FROM cases");
            EXPECT_TRUE(row.next());
            return row.get<std::string>(0);
        });
    }

    Response enter(const std::string& number, const std::string& code) {
        return site_.post(std::string(status_address), {{"number", number}, {"code", code}});
    }

    void let_in() { ASSERT_EQ(CitizenSite::location(enter(number_, code_)), case_address); }

    std::string shown() {
        const auto answer = site_.get(std::string(case_address));
        EXPECT_EQ(answer.status, 200);
        return answer.body;
    }

    Response act(const std::string& name, const Fields& fields) {
        return site_.post(std::string(case_address) + "/" + name, fields);
    }

    void office(Action action, application::Entry entry = {}) {
        const auto agency = site_.database().read([](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT agency_id FROM cases");
            EXPECT_TRUE(row.next());
            return row.get<Id<people::Agency>>(0);
        });
        const auto done =
            application::act(site_.cases(), {.public_id = public_id_, .version = {}}, action, entry,
                             test::person(people::Role::clerk, agency), site_.clock().now());
        ASSERT_TRUE(done) << done.error().first().message;
    }

    // A letter of the case that was sent over the internet; its public id.
    void answered_by_letter() {
        const auto agency = site_.database().read([](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT agency_id FROM cases");
            EXPECT_TRUE(row.next());
            return row.get<Id<people::Agency>>(0);
        });
        const document::FileStore files(site_.files(), site_.ring());
        const letter::LetterTools tools{.files = files, .ring = site_.ring()};
        const auto now = site_.clock().now();
        const auto by = [&](people::Role role) { return test::person(role, agency); };
        const auto sent =
            site_.database().write([&](store::Transaction& transaction) -> Result<letter::Letter> {
                GK_TRY(auto made,
                       letter::draft(transaction, tools,
                                     {.agency = agency,
                                      .case_id = public_id_,
                                      .kind = law::LetterKind::not_found,
                                      .values = letter::sample_values(law::LetterKind::not_found)},
                                     by(people::Role::clerk), now));
                const letter::LetterReference any{made.public_id};
                GK_TRY(made, letter::submit(transaction, any, by(people::Role::clerk), now));
                GK_TRY(made,
                       letter::clear(transaction, any, by(people::Role::department_reviewer), now));
                GK_TRY(made, letter::sign_off(transaction, tools, any, now.date(),
                                              by(people::Role::signatory), now));
                return letter::record_delivery(
                    transaction, any,
                    {.route = letter::DeliveryRoute::internet, .handed_over_on = now.date()},
                    by(people::Role::clerk), now);
            });
        ASSERT_TRUE(sent.has_value()) << sent.error().first().message;
    }

    void set_day(Date date) { site_.clock().set(FixedClock(date).now()); }

    CitizenSite site_;
    std::string number_;
    std::string code_;
    std::string public_id_;
};

TEST_F(StatusPages, let_in_with_number_and_code_however_they_are_typed) {
    let_in();
    EXPECT_THAT(shown(), AllOf(HasSubstr("已经提交，<wbr>等待双方确认收到"), HasSubstr("尚未起算"),
                               HasSubstr(number_), Not(HasSubstr("申请人甲"))));
    std::string spaced;
    for (const char c : code_) {
        spaced += c == '-' ? ' ' : c == '0' ? 'O' : c == '1' ? 'i' : c;
    }
    EXPECT_EQ(enter("  LIHE-2026-0001 ", spaced).status, 303);
}

// citizen.number_or_code_wrong
TEST_F(StatusPages, answer_a_wrong_code_and_an_unknown_number_alike) {
    const auto wrong = enter(number_, "0000-0000-00000");
    const auto unknown = enter("lihe-2026-9999", "0000-0000-00000");
    const auto no_code = enter(number_, "x");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, HasSubstr("申请编号与查询码不符"));
    EXPECT_EQ(unknown.status, wrong.status);
    // The same but for what was typed.
    const auto without = [](std::string html) {
        return between(html, "<div class=\"errors", "</div>");
    };
    EXPECT_EQ(without(unknown.body), without(wrong.body));
    EXPECT_EQ(without(no_code.body), without(wrong.body));
    EXPECT_TRUE(site_.cookies.empty());
}

TEST_F(StatusPages, say_of_an_empty_form_what_is_missing) {
    EXPECT_THAT(enter("", "").body,
                AllOf(HasSubstr("请填写申请编号。"), HasSubstr("请填写查询码。")));
}

TEST_F(StatusPages, end_guessing_at_a_number_and_say_when_to_try_again) {
    for (int i = 0; i < 10; ++i) {
        site_.client_address = "192.0.2." + std::to_string(i);
        ASSERT_EQ(enter(number_, "0000-0000-00000").status, 422) << i;
    }
    const auto refused = enter(number_, code_);
    EXPECT_EQ(refused.status, 429);
    EXPECT_THAT(refused.body, HasSubstr("请在10分钟后再试"));
    site_.clock().set(Moment{site_.clock().now().utc_ms + 600'000});
    EXPECT_EQ(enter(number_, code_).status, 303) << "never for good";
}

TEST_F(StatusPages, end_guessing_from_an_address) {
    for (int i = 0; i < 30; ++i) {
        ASSERT_EQ(enter("lihe-2026-" + std::to_string(9000 + i), "0000-0000-00000").status, 422);
    }
    EXPECT_EQ(enter("lihe-2026-8000", "0000-0000-00000").status, 429);
    site_.client_address = "192.0.2.77";
    EXPECT_EQ(enter(number_, code_).status, 303);
}

TEST_F(StatusPages, are_closed_to_who_was_not_let_in_or_stayed_away_for_half_an_hour) {
    EXPECT_EQ(CitizenSite::location(site_.get(std::string(case_address))), status_address);
    site_.cookies = "gongkai-case=" + public_id_ + ".9999999999999.00";
    EXPECT_EQ(CitizenSite::location(site_.get(std::string(case_address))), status_address);
    EXPECT_EQ(CitizenSite::location(act("withdrawal", {})), status_address);
    let_in();
    site_.clock().set(Moment{site_.clock().now().utc_ms + 29 * 60'000});
    shown();
    site_.clock().set(Moment{site_.clock().now().utc_ms + 29 * 60'000});
    shown();
    site_.clock().set(Moment{site_.clock().now().utc_ms + 30 * 60'000});
    EXPECT_EQ(CitizenSite::location(site_.get(std::string(case_address))), status_address);
}

// citizen.left_alone
TEST_F(StatusPages, give_back_what_was_typed_when_the_time_was_over) {
    let_in();
    site_.clock().set(Moment{site_.clock().now().utc_ms + 31 * 60'000});
    const auto late = act("material", {{"text", "写了<半>个小时"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_THAT(late.body, AllOf(HasSubstr("30分钟没有操作，已经自动退出"),
                                 HasSubstr("写了&lt;半&gt;个小时"), HasSubstr("查询码")));
    EXPECT_EQ(CitizenSite::location(act("material", {{"text", "\xff"}})), status_address);
}

TEST_F(StatusPages, are_left_on_request) {
    let_in();
    EXPECT_EQ(CitizenSite::location(site_.post("/applications/status/leave", {})), "/applications");
    EXPECT_EQ(site_.cookies, "gongkai-case=");
    EXPECT_EQ(CitizenSite::location(site_.get(std::string(case_address))), status_address);
}

TEST_F(StatusPages, show_the_last_day_how_it_was_counted_and_a_band_of_days) {
    office(Action::confirm_receipt, {.evidence = "电话"});
    set_day(Date(2026, 4, 20));
    let_in();
    EXPECT_THAT(shown(), AllOf(HasSubstr("正在办理您的申请"), HasSubstr("最迟答复日期"),
                               HasSubstr("2026年5月13日"), HasSubstr("class=\"is-used"),
                               HasSubstr("用去5个工作日，剩余15个工作日"),
                               HasSubstr("《中华人民共和国政府信息公开条例》第三十三条")));
}

TEST_F(StatusPages, follow_a_circular_that_is_loaded_meanwhile) {
    office(Action::confirm_receipt, {.evidence = "电话"});
    let_in();
    EXPECT_THAT(shown(), HasSubstr("2026年5月13日"));
    ASSERT_TRUE(calendar::load_circular(site_.database(), "2026.toml",
                                        "year = 2026\n[[source]]\ntitle = \"通知\"\n"
                                        "[[holiday]]\nname = \"某节\"\noff = [2026-04-16]\n",
                                        people::operator_named("cli:root"), site_.clock().now())
                    .has_value());
    ASSERT_TRUE(site_.calendar().refresh().has_value());
    EXPECT_THAT(shown(), AllOf(HasSubstr("2026年5月14日"), Not(HasSubstr("2026年5月13日"))));
}

TEST_F(StatusPages, name_the_parts_that_an_application_was_split_into) {
    office(Action::confirm_receipt, {.evidence = "电话"});
    office(Action::split_application,
           {.text = "两件事", .parts = {"水渠修缮项目合同", "水渠修缮项目验收报告"}});
    let_in();
    EXPECT_THAT(shown(), AllOf(HasSubstr("一事一申请，分开办理"), HasSubstr("lihe-2026-0002")));
    ASSERT_EQ(CitizenSite::location(enter("lihe-2026-0002", code_)), case_address);
    EXPECT_THAT(shown(), AllOf(HasSubstr("这件申请由"), HasSubstr(number_ + "</span>分出")));
}

// citizen.own_act_not_now
TEST_F(StatusPages, take_a_correction_once) {
    office(Action::confirm_receipt, {.evidence = "电话"});
    office(
        Action::ask_for_correction,
        {.text = "请写明项目的名称", .due_on = Date(2026, 4, 27), .reference = "补正〔2026〕1号"});
    let_in();
    EXPECT_THAT(shown(), AllOf(HasSubstr("请您补正申请内容"), HasSubstr("请写明项目的名称")));
    const auto form = site_.get(std::string(case_address) + "/correction");
    EXPECT_THAT(form.body, AllOf(HasSubstr("请写明项目的名称"), HasSubstr("只能补正一次")));
    EXPECT_EQ(act("correction", {{"text", " "}}).status, 422);
    const auto done = CitizenSite::location(act("correction", {{"text", "南干渠修缮项目"}}));
    EXPECT_THAT(site_.get(done).body, HasSubstr("补正已经提交"));
    EXPECT_EQ(CitizenSite::location(act("correction", {{"text", "南干渠修缮项目"}})), done)
        << "the second of two clicks";
    const auto late = act("correction", {{"text", "再来一次"}});
    EXPECT_EQ(late.status, 422);
    EXPECT_THAT(late.body, AllOf(HasSubstr("现在的办理环节不能“提交补正”"), HasSubstr("再来一次")));
    EXPECT_THAT(late.body, HasSubstr("补正只有一次"));
    const auto refused =
        CitizenSite::location(site_.get(std::string(case_address) + "/correction"));
    EXPECT_THAT(site_.get(refused).body,
                AllOf(HasSubstr("现在不能“提交补正”"), HasSubstr("补正只有一次，您已经提交过")))
        << "no form where nothing is asked for";
    EXPECT_EQ(site_.count("case_events"), 4);
    EXPECT_THAT(shown(), Not(HasSubstr("提交补正")));
}

TEST_F(StatusPages, take_a_new_contact_and_keep_what_was_typed_when_it_is_none) {
    let_in();
    EXPECT_THAT(site_.get(std::string(case_address) + "/contact").body,
                AllOf(HasSubstr("value=\"13800000000\""), HasSubstr("value=\"jia@example.cn\"")));
    EXPECT_EQ(act("contact", {{"phone", ""}, {"email", ""}, {"address", ""}}).status, 422);
    // Told by a message to a telephone that takes none, nobody would hear of anything.
    const auto landline = act("contact", {{"contact_route", "sms"}, {"phone", "0993-1234567"}});
    EXPECT_EQ(landline.status, 422);
    EXPECT_THAT(landline.body, AllOf(HasSubstr("填写的不是手机号码"), HasSubstr("0993-1234567")));
    EXPECT_THAT(act("contact", {{"contact_route", "email"}, {"phone", "13900000000"}}).body,
                HasSubstr("请填写电子邮箱"));
    EXPECT_EQ(act("contact", {{"contact_route", "sms"}, {"phone", "+86 139 0000 0000"}}).status,
              303);
    const auto kept = application::own_applicant(site_.cases(), public_id_);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->applicant.contact.phone, "13900000000");
    EXPECT_EQ(kept->applicant.contact.email, "");
}

TEST_F(StatusPages, take_material_with_its_files_and_keep_none_of_an_act_that_is_refused) {
    let_in();
    const auto target = std::string(case_address) + "/material";
    EXPECT_EQ(site_.post_file(target, {{"text", "公告照片"}}, "material_file", "a.png", small_png())
                  .status,
              303);
    EXPECT_EQ(site_.count("stored_files"), 1);
    EXPECT_EQ(site_.count("case_files"), 1);
    EXPECT_THAT(site_.post_file(target, {}, "material_file", "a.png", "no picture").body,
                HasSubstr("id=\"material_file-problem\""));
    EXPECT_EQ(act("withdrawal", {}).status, 303);
    EXPECT_EQ(site_.post_file(target, {}, "material_file", "a.png", small_png()).status, 422);
    EXPECT_EQ(site_.count("stored_files"), 1);
}

TEST_F(StatusPages, hand_out_no_file_that_has_not_gone_to_the_applicant) {
    let_in();
    ASSERT_EQ(site_
                  .post_file(std::string(case_address) + "/material", {{"text", "照片"}},
                             "material_file", "a.png", small_png())
                  .status,
              303);
    const auto id = site_.database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT public_id FROM stored_files");
        EXPECT_TRUE(row.next());
        return row.get<std::string>(0);
    });
    EXPECT_EQ(site_.get(std::string(case_address) + "/files/" + id).body, "web.not_found");
    site_.cookies.clear();
    EXPECT_EQ(CitizenSite::location(site_.get(std::string(case_address) + "/files/" + id)),
              status_address);
}

TEST_F(StatusPages, hand_out_the_letter_that_was_sent_to_who_was_let_in) {
    answered_by_letter();
    let_in();
    const auto page = shown();
    EXPECT_THAT(page, AllOf(HasSubstr("政府信息公开申请答复书（"), HasSubstr("号）.pdf")));
    const auto link = std::string(case_address) + "/files/" +
                      between(page, std::string(case_address) + "/files/", "\"");
    const auto file = site_.get(link);
    EXPECT_EQ(file.status, 200);
    EXPECT_TRUE(file.body.starts_with("%PDF-"));
    EXPECT_EQ(file.headers.get("Content-Type"), "application/pdf");
    EXPECT_THAT(std::string(file.headers.get("Content-Disposition")),
                testing::StartsWith("attachment; filename*=UTF-8''"));
    site_.cookies.clear();
    EXPECT_EQ(CitizenSite::location(site_.get(link)), status_address);
}

TEST_F(StatusPages, withdraw_after_a_page_that_asks_and_show_what_cannot_be_done_any_more) {
    let_in();
    EXPECT_THAT(site_.get(std::string(case_address) + "/withdrawal").body,
                AllOf(HasSubstr("确定要撤回申请吗"), HasSubstr("不办了")));
    const auto done = CitizenSite::location(act("withdrawal", {{"text", "已经得到"}}));
    EXPECT_THAT(site_.get(done).body, AllOf(HasSubstr("申请已经撤回"), HasSubstr("已终止"),
                                            HasSubstr("撤回申请：已经答复或者终止")));
    EXPECT_EQ(act("withdrawal", {}).status, 422);
}

TEST_F(StatusPages, know_no_other_acts_and_take_no_text_that_is_none) {
    let_in();
    EXPECT_EQ(site_.get(std::string(case_address) + "/close").body, "web.not_found");
    EXPECT_EQ(act("close", {}).body, "web.not_found");
    const auto unreadable = act("withdrawal", {{"text", std::string("\xff")}});
    EXPECT_EQ(unreadable.status, 422);
    EXPECT_THAT(unreadable.body, HasSubstr("无法识别的字符"));
}

TEST_F(StatusPages, send_a_new_code_to_who_knows_the_contact_and_say_the_same_to_everybody) {
    const auto resend = [&](const std::string& number, const std::string& contact) {
        return site_.post("/applications/status/resend",
                          {{"number", number}, {"contact", contact}});
    };
    const auto before = site_.count("outgoing_messages");
    const auto unknown = resend("lihe-2026-9999", "13800000000");
    const auto other = resend(number_, "13900000000");
    EXPECT_EQ(site_.count("outgoing_messages"), before);
    EXPECT_EQ(enter(number_, code_).status, 303) << "the code stays as it was";
    const auto right = resend(number_, "138-0000-0000");
    EXPECT_EQ(site_.count("outgoing_messages"), before + 1);
    EXPECT_EQ(unknown.body, right.body);
    EXPECT_EQ(other.body, right.body);
    EXPECT_EQ(right.status, 200);
    EXPECT_EQ(enter(number_, code_).status, 422) << "the old code is void";
    EXPECT_EQ(resend(number_, "JIA@example.cn").status, 200);
    EXPECT_EQ(site_.count("outgoing_messages"), before + 2);
    EXPECT_EQ(resend("", "").status, 422);
}

}  // namespace
}  // namespace gk::web::citizen
