// Who was asked about a disclosure, over HTTP: masked in the case, in full for a mark in the trail.
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/office/registered_case.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using people::Role;
using testing::HasSubstr;
using testing::Not;

class ThirdPartiesApi : public OfficeFixture {
protected:
    std::string asked() {
        sign_in(Role::clerk, "user:clerk");
        const auto address = registered_case(*client_);
        const auto done = client_->post(address + "/actions/consult",
                                        R"({"version":1,"entry":{"consulted":"third-party",
            "party":"第三方乙","contact":"某某路2号","text":"是否同意公开","on":"2026-02-28"}})");
        EXPECT_EQ(done.status, 200) << done.bytes();
        return address;
    }

    std::int64_t views() {
        return database().read([](store::Snapshot& snapshot) {
            auto row = snapshot.query(
                "SELECT COUNT(*) FROM audit_entries WHERE act = 'case.view_third_parties'");
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }
};

GK_ON_BOTH_DATABASES(ThirdPartiesApi);

TEST_P(ThirdPartiesApi, are_masked_in_the_case_and_shown_to_who_may_see_applicants) {
    const auto address = asked();
    const auto shown = client_->get(address);
    EXPECT_THAT(shown.bytes(), Not(HasSubstr("第三方乙")));
    EXPECT_THAT(shown.bytes(), Not(HasSubstr("某某路2号")));
    EXPECT_EQ(json_of(shown).at("consultations").at(0).at("party"), "第***");
    EXPECT_EQ(views(), 0);
    const auto parties = json_of(client_->get(address + "/third-parties")).at("items");
    ASSERT_EQ(parties.as_array().size(), 1U);
    EXPECT_EQ(parties.at(0).at("name"), "第三方乙");
    EXPECT_EQ(parties.at(0).at("contact"), "某某路2号");
    EXPECT_EQ(parties.at(0).at("event_number"),
              json_of(shown).at("consultations").at(0).at("event_number"));
    EXPECT_EQ(views(), 1);
}

TEST_P(ThirdPartiesApi, are_hidden_from_the_other_roles_and_agencies) {
    const auto address = asked();
    for (const auto role : people::roles()) {
        if (role != Role::clerk && role != Role::office_head) {
            sign_in(role);
            EXPECT_EQ(client_->get(address + "/third-parties").status, 404) << people::key(role);
        }
    }
    client_->sign_in(api::actor_with("user:li", Role::clerk, agencies_.back().id));
    EXPECT_EQ(client_->get(address + "/third-parties").status, 404);
    EXPECT_EQ(views(), 0);
}

}  // namespace
}  // namespace gk::web::office
