#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "web/office/detail_labels.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using ::testing::ElementsAre;

TEST(DetailWords, say_in_chinese_what_an_entry_holds) {
    const auto words = [](std::string_view act, std::string_view details) {
        return in_one_line(detail_words(act, details));
    };
    EXPECT_EQ(words("case.extend", R"({"number":"lihe-2026-0001","state":"in_progress"})"),
              "申请编号：lihe-2026-0001；办件状态：承办中");
    EXPECT_EQ(words("role.grant", R"({"login_name":"zhang","role":"clerk","valid_to":""})"),
              "登录名：zhang；角色：公开工作机构经办人");
    EXPECT_EQ(words("notify_settings.change", R"({"sends_from_minute":"510","escalate_to":"no"})"),
              "开始发送：08:30；上报给：no");
    EXPECT_EQ(words("site.fly", R"({"height":"3","changed":"x","contact":"changed"})"),
              "height：3；changed：x；联系方式：已修改");
    EXPECT_EQ(words("case.day_passed", R"({"awaited":"correction payment flight"})"),
              "已过的期限：补正、缴费、flight");
    EXPECT_EQ(words("agency.require_second_factor", R"({"role":"every"})"), "角色：全部角色");
    EXPECT_EQ(words("backup.create", R"({"has_database":"true"})"), "含有数据库：是");
}

TEST(DetailWords, name_what_an_entry_is_about) {
    EXPECT_EQ(object_name("letter.clear", "01A", R"({"kind":"correction_notice","number":""})"),
              "补正告知书");
    EXPECT_EQ(object_name("account.lock", "01A", R"({"login_name":"zhang"})"), "zhang");
    EXPECT_EQ(object_name("case.rebuild", "all", R"({"cases":"3"})"), "全部");
    EXPECT_EQ(object_name("session.end", "01A", "{}"), "01A");
}

class AuditEntries : public OfficeFixture {};

GK_ON_BOTH_DATABASES(AuditEntries);

TEST_P(AuditEntries, are_listed_for_the_audit_administrator_alone) {
    sign_in(people::Role::system_administrator);
    EXPECT_THAT(problem_codes(client_->get("/api/v1/audit-entries")),
                ElementsAre("web.permission_missing"));
    sign_in(people::Role::audit_administrator);
    const auto page = json_of(client_->get("/api/v1/audit-entries?act=agency.&sort=sequence"));
    EXPECT_EQ(page.at("total"), 2);
    const auto& newest = page.at("items").at(0);
    EXPECT_EQ(newest.at("act"), "agency.register");
    EXPECT_EQ(newest.at("agency"), "tianjia");
    EXPECT_EQ(newest.at("actor"), "cli:test");
    const auto& code = newest.at("details").at(0);
    EXPECT_EQ(code.at("label"), "代码");
    EXPECT_EQ(code.at("text"), "tianjia");
    EXPECT_EQ(newest.at("object_name"), "tianjia镇人民政府");
}

TEST_P(AuditEntries, are_found_by_one_act_and_by_all_of_a_trade) {
    sign_in(people::Role::audit_administrator);
    const auto total = [this](const std::string& act) {
        return json_of(client_->get("/api/v1/audit-entries?act=" + act)).at("total").as_int64();
    };
    EXPECT_EQ(total("agency.register"), 2);
    EXPECT_EQ(total("agency."), 2);
    EXPECT_EQ(total("agency.end"), 0);
    for (const auto* const path : {"/api/v1/audit-entries", "/api/v1/audit-entries/export.xlsx"}) {
        EXPECT_THAT(problem_codes(client_->get(std::string(path) + "?act=agency.regist")),
                    ElementsAre("web.choice_unknown at act"));
    }
}

TEST_P(AuditEntries, are_found_by_agency_actor_object_and_day) {
    sign_in(people::Role::audit_administrator);
    const auto total = [this](const std::string& query) {
        return json_of(client_->get("/api/v1/audit-entries?" + query)).at("total").as_int64();
    };
    EXPECT_EQ(total("agency=lihe"), 1);
    EXPECT_EQ(total("actor=CLI:t&act=agency."), 2);
    EXPECT_EQ(total("object_kind=agency&object_id=" + agencies_[0].public_id), 1);
    EXPECT_EQ(total("from=1970-01-01&to=1970-01-01&act=agency."), 2);
    EXPECT_EQ(total("from=1970-01-02&act=agency."), 0);
    EXPECT_THAT(problem_codes(client_->get("/api/v1/audit-entries?agency=nowhere")),
                ElementsAre("people.agency_unknown"));
}

TEST_P(AuditEntries, are_exported) {
    sign_in(people::Role::audit_administrator);
    EXPECT_TRUE(client_->get("/api/v1/audit-entries/export.xlsx").body.starts_with("PK"));
}

TEST_P(AuditEntries, are_verified_and_the_verification_is_one_of_them) {
    sign_in(people::Role::audit_administrator);
    const auto found =
        json_of(client_->send(Method::post, "/api/v1/audit-entries/verification", "", ""));
    EXPECT_EQ(found.at("is_intact"), true);
    EXPECT_EQ(found.at("breach_count"), 0);
    const auto page = json_of(client_->get("/api/v1/audit-entries?act=audit.verify"));
    EXPECT_EQ(page.at("items").at(0).at("actor"), "user:wang");
}

TEST_P(AuditEntries, that_were_changed_are_named) {
    database().write([](store::Transaction& transaction) {
        const bool is_sqlite = transaction.dialect() == store::Dialect::sqlite;
        transaction.run_script(is_sqlite ? "DROP TRIGGER audit_entries_stand"
                                         : "DROP TRIGGER audit_entries_stay ON audit_entries");
        transaction.execute("UPDATE audit_entries SET actor = 'someone' WHERE sequence = 1");
    });
    sign_in(people::Role::audit_administrator);
    const auto found =
        json_of(client_->send(Method::post, "/api/v1/audit-entries/verification", "", ""));
    EXPECT_EQ(found.at("is_intact"), false);
    EXPECT_EQ(found.at("breaches").at(0).at("sequence"), 1);
    EXPECT_EQ(found.at("breaches").at(0).at("kind"), "changed");
}

}  // namespace
}  // namespace gk::web::office
