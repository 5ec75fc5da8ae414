#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using ::testing::ElementsAre;

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
    EXPECT_EQ(newest.at("details").at("code"), "tianjia");
}

TEST_P(AuditEntries, are_found_by_agency_actor_object_and_day) {
    sign_in(people::Role::audit_administrator);
    const auto total = [this](const std::string& query) {
        return json_of(client_->get("/api/v1/audit-entries?" + query)).at("total").as_int64();
    };
    EXPECT_EQ(total("agency=lihe"), 1);
    EXPECT_EQ(total("actor=CLI:t&act=agency"), 2);
    EXPECT_EQ(total("object_kind=agency&object_id=" + agencies_[0].public_id), 1);
    EXPECT_EQ(total("from=1970-01-01&to=1970-01-01&act=agency"), 2);
    EXPECT_EQ(total("from=1970-01-02&act=agency"), 0);
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
