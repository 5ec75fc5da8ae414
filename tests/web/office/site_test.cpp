#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/agency_service.hpp"
#include "web/office/office_fixture.hpp"
#include "web/portal/portal.hpp"
#include "web/portal/public_mark.hpp"
#include "web/portal/site_store.hpp"
#include "web/static_files.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view site = "/api/v1/agencies/lihe/site";

class SiteSettings : public OfficeFixture {
protected:
    Response change(std::int64_t version, std::string_view name, std::string_view value) {
        auto body = json_of(client_->get(site)).as_object();
        body["version"] = version;
        body[name] = json::string(value);
        return client_->put(site, json::serialize(body));
    }
};

GK_ON_BOTH_DATABASES(SiteSettings);

TEST_P(SiteSettings, are_changed_by_version_and_stand_in_the_trail) {
    sign_in(Role::office_head);
    EXPECT_EQ(json_of(client_->get(site)).at("version"), 0);
    EXPECT_EQ(json_of(change(0, "office_telephone", "000-1234567")).at("version"), 1);
    EXPECT_EQ(json_of(client_->get(site)).at("office_telephone"), "000-1234567");
    EXPECT_THAT(problem_codes(change(0, "name", "旧")), ElementsAre("office.changed_by_another"));
    EXPECT_THAT(problem_codes(change(1, "parent_url", "javascript:alert(1)")),
                ElementsAre("office.web_address_invalid at parent_url"));
    sign_in(Role::audit_administrator);
    const auto entries = json_of(client_->get("/api/v1/audit-entries?act=agency.change_site"));
    const auto& changed = entries.at("items").at(0).at("details").at(0);
    EXPECT_EQ(changed.at("label"), "改动的栏目");
    EXPECT_EQ(changed.at("text"), "联系电话");
    sign_in(Role::clerk);
    EXPECT_EQ(client_->get(site).status, 404);
}

TEST_P(SiteSettings, show_on_the_portal_over_the_configuration) {
    portal::SiteIdentity configured;
    configured.agency = "lihe";
    configured.office.name = "党政办公室";
    configured.office.telephone = "000-0000000";
    StaticFiles files;
    const portal::Portal pages({.database = database(), .clock = clock_, .font_folder = {}},
                               configured, files);
    Application application(pages.routes(), ErrorPage());
    const auto guide = [&] {
        Request request;
        request.path = "/disclosure-guide";
        auto admission = application.admit(request);
        return admission.answer ? std::string(admission.answer->bytes())
                                : std::string(admission.run(request).bytes());
    };
    EXPECT_THAT(guide(), HasSubstr("000-0000000"));
    sign_in(Role::office_head);
    ASSERT_EQ(change(0, "office_telephone", "000-1234567").status, 200);
    application.pages().invalidate_all();
    EXPECT_THAT(guide(), HasSubstr("000-1234567"));
    EXPECT_THAT(guide(), HasSubstr("党政办公室"));
    ASSERT_EQ(change(1, "duties", "乡村道路、农田水利、民政救助").status, 200);
    application.pages().invalidate_all();
    EXPECT_THAT(guide(), HasSubstr("本机关职能：乡村道路、农田水利、民政救助"));
    const auto duties =
        database().read([](store::Snapshot& snapshot) { return portal::load_duties(snapshot); });
    ASSERT_EQ(duties.size(), 1U);
    EXPECT_EQ(duties.begin()->second, "乡村道路、农田水利、民政救助");
}

TEST_P(SiteSettings, make_the_kept_pages_stale_and_the_work_of_the_office_does_not) {
    const auto before = portal::public_mark(database());
    sign_in(Role::audit_administrator);
    client_->send(Method::post, "/api/v1/audit-entries/verification", "", "");
    EXPECT_EQ(portal::public_mark(database()), before);
    sign_in(Role::office_head);
    change(0, "office_telephone", "000-1234567");
    const auto after = portal::public_mark(database());
    EXPECT_NE(after, before);
    ASSERT_TRUE(people::rename_agency(database(), "lihe", "礼和街道办事处", "礼和街道",
                                      {.effective_on = Date(2026, 3, 1), .reason = "改设"},
                                      people::operator_named("cli:test"), clock_.now()));
    EXPECT_NE(portal::public_mark(database()), after);
}

}  // namespace
}  // namespace gk::web::office
