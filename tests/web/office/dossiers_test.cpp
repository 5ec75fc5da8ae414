// The dossier of a case over HTTP, as a ZIP and as one PDF.
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/picture_builder.hpp"
#include "web/office/registered_case.hpp"

namespace gk::web::office {
namespace {

using people::Role;
using testing::HasSubstr;
using testing::StartsWith;

class DossierApi : public OfficeFixture {
protected:
    std::string with_photo() {
        sign_in(Role::clerk, "user:clerk");
        const auto file = api::json_of(
            client_->post_file("/api/v1/agencies/lihe/case-files", "file", "身份证.png",
                               document::test::png(20, 10, "Author", "somebody"), {}));
        return registered_case(
            *client_, R"(,"identity_files":[")" + std::string(file.at("id").as_string()) + "\"]");
    }

    std::vector<std::string> trail() {
        return database().read([](store::Snapshot& snapshot) {
            std::vector<std::string> details;
            auto row = snapshot.query(
                "SELECT details FROM audit_entries WHERE act = 'case.take_out_dossier'");
            while (row.next()) {
                details.push_back(row.get<std::string>(0));
            }
            return details;
        });
    }
};

GK_ON_BOTH_DATABASES(DossierApi);

TEST_P(DossierApi, is_taken_out_in_both_forms_with_a_mark_each) {
    const auto address = with_photo();
    const auto zip = client_->get(address + "/dossier.zip");
    EXPECT_EQ(zip.status, 200);
    EXPECT_THAT(zip.body, StartsWith("PK"));
    EXPECT_EQ(zip.headers.get("Content-Type"), "application/zip");
    EXPECT_EQ(zip.headers.get("Cache-Control"), "no-store");
    EXPECT_TRUE(zip.headers.get("Content-Disposition").starts_with("attachment"));
    const auto pdf = client_->get(address + "/dossier.pdf");
    EXPECT_EQ(pdf.status, 200);
    EXPECT_THAT(pdf.body, StartsWith("%PDF-"));
    EXPECT_EQ(pdf.headers.get("Content-Type"), "application/pdf");
    EXPECT_EQ(pdf.headers.get("Cache-Control"), "no-store");
    EXPECT_THAT(trail(), testing::UnorderedElementsAre(HasSubstr("zip"), HasSubstr("pdf")));
}

TEST_P(DossierApi, is_for_those_who_may_see_applicants_of_the_agency) {
    const auto address = with_photo();
    for (const auto* form : {"/dossier.zip", "/dossier.pdf"}) {
        for (const auto role : people::roles()) {
            sign_in(role);
            const bool may = role == Role::clerk || role == Role::office_head;
            EXPECT_EQ(client_->get(address + form).status, may ? 200 : 404)
                << people::key(role) << form;
        }
        client_->sign_in(api::actor_with("user:li", Role::clerk, agencies_.back().id));
        const auto theirs = client_->get(address + form);
        const auto none = client_->get("/api/v1/cases/none" + std::string(form));
        EXPECT_EQ(theirs.status, 404);
        EXPECT_EQ(api::problem_codes(theirs), api::problem_codes(none));
    }
    EXPECT_EQ(trail().size(), 4U);
}

}  // namespace
}  // namespace gk::web::office
