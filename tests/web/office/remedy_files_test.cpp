// Papers of a reconsideration or lawsuit over HTTP: sent in, named by an act, listed, read.
#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/picture_builder.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;

class RemedyFilesApi : public OfficeFixture {
protected:
    std::string registered() {
        sign_in(Role::clerk, "user:clerk");
        const auto done = json_of(client_->post(
            "/api/v1/agencies/lihe/remedies",
            R"({"group": "reconsideration", "title": "不服不予公开", "body_name": "某市人民政府",
                "subject": "refusal", "claimant_name": "申请人甲", "on": "2026-02-10"})"));
        return "/api/v1/remedies/" + std::string(done.at("id").as_string());
    }

    Response sent(const std::string& address, std::string_view bytes) {
        return client_->post_file(address + "/documents", "file", "申请人甲的复议申请书.png", bytes,
                                  {});
    }

    std::string kept(const std::string& address) {
        return std::string(json_of(sent(address, picture_)).at("id").as_string());
    }

    Response named(const std::string& address, int version, const std::string& file) {
        return client_->post(
            address + "/actions/add_document",
            fmt::format(R"({{"version": {}, "entry": {{"files": ["{}"]}}}})", version, file));
    }

    boost::json::array listed(const std::string& address) {
        return json_of(client_->get(address + "/documents")).at("items").as_array();
    }

    const std::string picture_ = document::test::png(20, 10, "Author", "somebody");
};

GK_ON_BOTH_DATABASES(RemedyFilesApi);

TEST_P(RemedyFilesApi, are_sent_in_named_by_an_act_listed_and_read) {
    const auto address = registered();
    const auto file = kept(address);
    EXPECT_TRUE(listed(address).empty()) << "no act names it yet";
    EXPECT_EQ(named(address, 1, file).status, 200);
    const auto items = listed(address);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].at("id").as_string(), file);
    EXPECT_EQ(items[0].at("name"), "申请人甲的复议申请书.png");
    EXPECT_EQ(items[0].at("act_label"), "补充材料");
    const auto read = client_->get(address + "/documents/" + file);
    EXPECT_EQ(read.status, 200);
    EXPECT_EQ(read.headers.get("Content-Type"), "application/octet-stream");
    EXPECT_EQ(read.headers.get("Cache-Control"), "no-store");
    EXPECT_TRUE(read.headers.get("Content-Disposition").starts_with("attachment"));
    EXPECT_TRUE(read.body.starts_with("\x89PNG"));
    EXPECT_EQ(read.body.find("somebody"), std::string::npos);
    // Named once more by a later act.
    EXPECT_EQ(named(address, 2, file).status, 200);
    EXPECT_EQ(listed(address).size(), 2U);
}

TEST_P(RemedyFilesApi, come_with_the_registration) {
    sign_in(Role::clerk, "user:clerk");
    const auto sent_in = [&] {
        return std::string(json_of(client_->post_file("/api/v1/agencies/lihe/remedy-documents",
                                                      "file", "复议申请书.png", picture_, {}))
                               .at("id")
                               .as_string());
    };
    const auto registration = [&](const std::string& file) {
        return client_->post(
            "/api/v1/agencies/lihe/remedies",
            fmt::format(
                R"({{"group": "reconsideration", "title": "不服不予公开", "body_name": "某市人民政府",
                    "subject": "refusal", "on": "2026-02-10", "files": ["{}"]}})",
                file));
    };
    const auto file = sent_in();
    const auto done = registration(file);
    EXPECT_EQ(done.status, 201);
    const auto items =
        listed("/api/v1/remedies/" + std::string(json_of(done).at("id").as_string()));
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].at("id").as_string(), file);
    EXPECT_EQ(items[0].at("act_number"), 1);
    // It belongs to that one now, and another names none that it has not.
    for (const auto& other : {file, std::string("01NOSUCHFILE")}) {
        EXPECT_THAT(problem_codes(registration(other)),
                    ElementsAre("remedy.paper_unknown at files"));
    }
    EXPECT_EQ(json_of(client_->get("/api/v1/agencies/lihe/remedies")).at("total"), 1);
    sign_in(Role::unit_officer, "user:sun");
    EXPECT_EQ(
        client_->post_file("/api/v1/agencies/lihe/remedy-documents", "file", "a.png", picture_, {})
            .status,
        404)
        << "as if there were nothing";
}

TEST_P(RemedyFilesApi, lie_encrypted_and_each_view_stands_in_the_trail) {
    const auto address = registered();
    const auto file = kept(address);
    EXPECT_EQ(named(address, 1, file).status, 200);
    EXPECT_EQ(client_->get(address + "/documents/" + file).status, 200);
    database().read([&](store::Snapshot& snapshot) {
        auto sealed =
            snapshot.query("SELECT is_sealed FROM stored_files WHERE public_id = ?", file);
        ASSERT_TRUE(sealed.next());
        EXPECT_EQ(sealed.get<int>(0), 1);
        auto views = snapshot.query(
            "SELECT actor, details FROM audit_entries WHERE act = 'remedy.view_file'");
        ASSERT_TRUE(views.next());
        EXPECT_EQ(views.get<std::string>(0), "user:clerk");
        EXPECT_EQ(views.get<std::string>(1).find("申请人甲"), std::string::npos);
        EXPECT_FALSE(views.next());
    });
}

TEST_P(RemedyFilesApi, of_another_remedy_or_of_a_case_cannot_be_named) {
    const auto other = registered();
    const auto waiting = kept(other);
    const auto theirs = kept(other);
    EXPECT_EQ(named(other, 1, theirs).status, 200);
    const auto of_cases = json_of(
        client_->post_file("/api/v1/agencies/lihe/case-files", "file", "a.png", picture_, {}));
    const auto own = registered();
    for (const auto& file :
         {waiting, theirs, std::string(of_cases.at("id").as_string()), std::string("none")}) {
        EXPECT_THAT(problem_codes(named(own, 1, file)),
                    ElementsAre("remedy.paper_unknown at files"))
            << file;
    }
    EXPECT_EQ(client_->get(own + "/documents/" + theirs).status, 404);
    // Nor the other way round: a case names no paper of a remedy.
    const auto body = fmt::format(
        R"({{"kind":"disclosure","channel":"counter","on":"2026-02-27","form":"paper",
            "route":"post","identity_kind":"identity_card","applicant_kind":"natural_person",
            "name":"申请人甲","identity_number":"11010519491231002X","phone":"13800138000",
            "title":"2025年镇级财政预算","submission_key":"key","files":["{}"]}})",
        waiting);
    EXPECT_THAT(problem_codes(client_->post("/api/v1/agencies/lihe/cases", body)),
                ElementsAre("application.file_unknown at files"));
}

TEST_P(RemedyFilesApi, are_read_by_who_may_see_applicants_alone) {
    const auto address = registered();
    const auto file = kept(address);
    EXPECT_EQ(named(address, 1, file).status, 200);
    sign_in(Role::signatory);
    EXPECT_EQ(listed(address)[0].at("name"), "材料.png");
    EXPECT_EQ(listed(address)[0].at("may_open"), false);
    EXPECT_THAT(problem_codes(client_->get(address + "/documents/" + file)),
                ElementsAre("remedy.not_allowed"));
    EXPECT_THAT(problem_codes(sent(address, picture_)), ElementsAre("remedy.not_allowed"));
    sign_in(Role::audit_administrator);
    EXPECT_THAT(problem_codes(client_->get(address + "/documents/" + file)),
                ElementsAre("remedy.not_found"));
    EXPECT_THAT(problem_codes(client_->get(address + "/documents")),
                ElementsAre("remedy.not_found"));
}

TEST_P(RemedyFilesApi, are_taken_by_what_is_in_them_and_not_too_large) {
    const auto address = registered();
    EXPECT_THAT(problem_codes(sent(address, "no picture")),
                ElementsAre("document.upload_kind at file"));
    const std::string large = picture_ + std::string(10U << 20U, '\0');
    EXPECT_THAT(problem_codes(sent(address, large)), ElementsAre("web.file_too_large at file"));
}

}  // namespace
}  // namespace gk::web::office
