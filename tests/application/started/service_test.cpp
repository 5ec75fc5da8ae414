#include "application/started/service.hpp"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "application/started/filled_fields.hpp"
#include "application/started/store.hpp"
#include "audit/store.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::application::started {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr Moment start{1'700'000'000'000};

Moment after(std::chrono::milliseconds time) {
    return {start.utc_ms + time.count()};
}

class StartedForms : public test::OnBothDatabases {
protected:
    StartedForms() { EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value()); }

    [[nodiscard]] FormKeeping keeping() { return {.database = database(), .ring = ring_}; }

    std::string new_link(Moment now = start) {
        return *start_form(keeping(), "2026-01", "192.0.2.1", now);
    }

    template <typename T>
    static std::string code_of(const Result<T>& result) {
        return result ? "" : result.error().first().code;
    }

    people::KeyRing ring_ = people::new_key_ring();
    const Receipt receipt_{.application = "01J",
                           .number = "LH-2026-0017",
                           .query_code = "7QK4-M2XD-9AB3-C",
                           .agency_name = "礼和镇人民政府",
                           .title = "验收材料",
                           .told_to = {},
                           .submitted_at = start};
};

GK_ON_BOTH_DATABASES(StartedForms);

TEST_P(StartedForms, keep_what_was_typed_right_or_wrong) {
    const auto link = new_link();
    const Fields wrong = {{"phone", "138 0000 000"}, {"email", "甲@"}, {"address", "<b>'\"; --"}};
    ASSERT_TRUE(save_page(keeping(), link, FormPage::contact, wrong, start));
    ASSERT_TRUE(save_page(keeping(), link, FormPage::information, {{"title", "材料"}}, start));
    reopen();
    const auto form = find_form(keeping(), link, start);
    ASSERT_TRUE(form);
    EXPECT_EQ(value(form->fields, "phone"), "138 0000 000");
    EXPECT_EQ(value(form->fields, "email"), "甲@");
    EXPECT_EQ(value(form->fields, "address"), "<b>'\"; --");
    EXPECT_EQ(value(form->fields, "title"), "材料");
    EXPECT_EQ(form->notice_version, "2026-01");
}

TEST_P(StartedForms, are_found_by_their_whole_link_alone) {
    const auto link = new_link();
    EXPECT_TRUE(find_form(keeping(), link, start));
    for (const auto& wrong : {std::string(), link.substr(1), link + "0", new_public_id()}) {
        EXPECT_EQ(code_of(find_form(keeping(), wrong, start)), "started_form.not_found");
    }
}

TEST_P(StartedForms, are_gone_when_their_time_is_over) {
    const auto link = new_link();
    ASSERT_TRUE(
        save_page(keeping(), link, FormPage::agency, {{"agency", "lihe"}}, after(days(20))));
    EXPECT_TRUE(find_form(keeping(), link, after(days(49)))) << "counted from the last change";
    EXPECT_EQ(code_of(find_form(keeping(), link, after(days(50)))), "started_form.not_found");
    EXPECT_EQ(code_of(remove_expired(database(), people::everyone(), after(days(50)))),
              "people.operator_only");
    const auto removed =
        remove_expired(database(), people::operator_named("cli:root"), after(days(50)));
    ASSERT_TRUE(removed);
    EXPECT_EQ(removed->forms, 1);
    EXPECT_EQ(code_of(find_form(keeping(), link, start)), "started_form.not_found");
    const auto entries = database().read([&](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, "started_forms", after(days(50)).date().iso());
    });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].details, R"({"count":"1"})");
}

TEST_P(StartedForms, refuse_what_is_no_text_and_keep_what_was_there) {
    const auto link = new_link();
    ASSERT_TRUE(save_page(keeping(), link, FormPage::information, {{"title", "材料"}}, start));
    for (const auto& bad : {std::string("\xff\xfe"), std::string("a\0b", 3)}) {
        EXPECT_EQ(
            code_of(save_page(keeping(), link, FormPage::information, {{"title", bad}}, start)),
            "started_form.field_not_text");
    }
    EXPECT_EQ(value(find_form(keeping(), link, start)->fields, "title"), "材料");
}

TEST_P(StartedForms, become_their_receipt_once_and_hold_nothing_else) {
    const auto link = new_link();
    ASSERT_TRUE(save_page(keeping(), link, FormPage::applicant, {{"name", "申请人甲"}}, start));
    ASSERT_EQ(*keep_receipt(keeping(), link, receipt_, start), receipt_);
    auto other = receipt_;
    other.number = "LH-2026-0018";
    EXPECT_EQ(*keep_receipt(keeping(), link, other, start), receipt_) << "the first one stands";
    const auto form = find_form(keeping(), link, start);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->receipt, receipt_);
    EXPECT_TRUE(form->fields.empty());
    EXPECT_EQ(code_of(save_page(keeping(), link, FormPage::applicant, {}, start)),
              "started_form.submitted");
}

TEST_P(StartedForms, set_the_delay_once) {
    const auto link = new_link();
    const auto first = set_delay(keeping(), link, seconds(20), start);
    ASSERT_TRUE(first);
    EXPECT_EQ(*first, after(seconds(20)));
    EXPECT_EQ(*set_delay(keeping(), link, seconds(20), after(seconds(15))), after(seconds(20)));
}

TEST_P(StartedForms, are_discarded_by_who_has_the_link) {
    const auto link = new_link();
    ASSERT_TRUE(discard_form(keeping(), link, start));
    EXPECT_EQ(code_of(find_form(keeping(), link, start)), "started_form.not_found");
    EXPECT_EQ(code_of(discard_form(keeping(), link, start)), "started_form.not_found");
}

TEST_P(StartedForms, of_one_address_come_in_bounds_and_others_go_on) {
    for (int i = 0; i < 30; ++i) {
        ASSERT_TRUE(start_form(keeping(), "2026-01", "192.0.2.1", start)) << i;
    }
    const auto refused = start_form(keeping(), "2026-01", "192.0.2.1", start);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().first().code, "started_form.too_many");
    EXPECT_EQ(refused.error().first().hint, "请在2分钟后再试；已经填写的内容仍然保留。");
    EXPECT_TRUE(start_form(keeping(), "2026-01", "192.0.2.2", start));
    EXPECT_TRUE(start_form(keeping(), "2026-01", "192.0.2.1", after(seconds(120))));
}

TEST_P(StartedForms, are_sealed_anew_with_a_new_key) {
    const auto link = new_link();
    ASSERT_TRUE(save_page(keeping(), link, FormPage::applicant, {{"name", "申请人甲"}}, start));
    const auto newer = people::with_new_keys(ring_);
    ring_ = newer;
    EXPECT_EQ(value(find_form(keeping(), link, start)->fields, "name"), "申请人甲");
    EXPECT_EQ(sealed_started_forms().table, "started_forms");
}

TEST_P(StartedForms, leave_neither_link_nor_typed_text_in_the_database) {
    if (database().dialect() != store::Dialect::sqlite) {
        return;  // The file of the other is not ours to read.
    }
    const auto link = new_link();
    ASSERT_TRUE(save_page(keeping(), link, FormPage::applicant, {{"name", "申请人甲"}}, start));
    std::ifstream file(throwaway().address(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::ifstream log(throwaway().address() + "-wal", std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(log), {});
    ASSERT_NE(bytes.find("started_forms"), std::string::npos);
    EXPECT_EQ(bytes.find(link), std::string::npos);
    EXPECT_EQ(bytes.find("申请人甲"), std::string::npos);
    EXPECT_EQ(bytes.find("192.0.2.1"), std::string::npos);
}

TEST(WaitingTime, is_said_in_words) {
    EXPECT_EQ(waiting_time(45), "45秒");
    EXPECT_EQ(waiting_time(61), "2分钟");
    EXPECT_EQ(waiting_time(3600), "60分钟");
    EXPECT_EQ(waiting_time(3601), "2小时");
}

}  // namespace
}  // namespace gk::application::started
