// Files of a case over HTTP: sent in, named by an act, listed, read.
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

class CaseFilesApi : public OfficeFixture {
protected:
    Response sent(const std::string& target, std::string_view bytes,
                  const std::string& name = "身份证.png") {
        return client_->post_file(target, "file", name, bytes, {});
    }

    std::string kept() {
        sign_in(Role::clerk, "user:clerk");
        return std::string(
            json_of(sent("/api/v1/agencies/lihe/case-files", picture_)).at("id").as_string());
    }

    std::string registered_with(const std::string& file) {
        const auto body = fmt::format(
            R"({{"kind":"disclosure","channel":"counter","on":"2026-02-27","form":"paper",
                "route":"post","identity_kind":"identity_card","applicant_kind":"natural_person",
                "name":"申请人甲","identity_number":"11010519491231002X","phone":"13800138000",
                "title":"2025年镇级财政预算","submission_key":"key","files":["{}"]}})",
            file);
        const auto answer = json_of(client_->post("/api/v1/agencies/lihe/cases", body));
        return "/api/v1/cases/" + std::string(answer.at("id").as_string());
    }

    const std::string picture_ = document::test::png(20, 10, "Author", "somebody");
};

GK_ON_BOTH_DATABASES(CaseFilesApi);

TEST_P(CaseFilesApi, are_sent_in_named_by_an_act_listed_and_read) {
    const auto proof = kept();
    const auto address = registered_with(proof);
    const std::string more(
        json_of(sent(address + "/files", picture_, "补充.png")).at("id").as_string());
    const auto body =
        fmt::format(R"({{"version":1,"entry":{{"files":["{}"],"text":"补充材料"}}}})", more);
    EXPECT_EQ(client_->post(address + "/actions/add_material", body).status, 200);
    const auto items = json_of(client_->get(address + "/files")).at("items");
    ASSERT_EQ(items.as_array().size(), 2U);
    EXPECT_EQ(items.at(0).at("id").as_string(), proof);
    EXPECT_EQ(items.at(0).at("name"), "身份证.png");
    EXPECT_EQ(items.at(0).at("shows_applicant"), true);
    EXPECT_EQ(items.at(1).at("event_label"), "补充材料");
    EXPECT_EQ(items.at(1).at("shows_applicant"), false);
    const auto read = client_->get(address + "/files/" + more);
    EXPECT_EQ(read.headers.get("Content-Type"), "application/octet-stream");
    EXPECT_EQ(read.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(read.body.find("somebody"), std::string::npos);
}

TEST_P(CaseFilesApi, that_show_the_applicant_are_not_for_everybody_who_reads_the_case) {
    const auto proof = kept();
    const auto address = registered_with(proof);
    sign_in(Role::signatory);
    const auto item = json_of(client_->get(address + "/files")).at("items").at(0);
    EXPECT_EQ(item.at("may_open"), false);
    EXPECT_EQ(item.at("name"), "申请人提交的材料.png");
    EXPECT_THAT(problem_codes(client_->get(address + "/files/" + proof)),
                ElementsAre("application.not_permitted"));
    EXPECT_THAT(problem_codes(client_->get(address + "/files/none")),
                ElementsAre("application.file_unknown"));
}

TEST_P(CaseFilesApi, are_taken_only_from_who_has_an_act_for_them_and_of_the_known_kinds) {
    const auto files = registered_with(kept()) + "/files";
    EXPECT_THAT(problem_codes(sent(files, "no picture", "说明.txt")),
                ElementsAre("document.upload_kind at file"));
    sign_in(Role::signatory);
    EXPECT_THAT(problem_codes(sent(files, picture_)), ElementsAre("application.not_permitted"));
}

}  // namespace
}  // namespace gk::web::office
