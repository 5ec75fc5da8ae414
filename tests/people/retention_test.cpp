#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/desk.hpp"
#include "people/retention_service.hpp"
#include "people/sign_in_log.hpp"

namespace gk::people {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(KeptRecords, of_signing_in_are_kept_for_the_six_months_that_are_asked_for) {
    EXPECT_GE(kept_for(KeptRecord::sign_in), days(183));
    EXPECT_GE(kept_for(KeptRecord::session), days(183));
    for (const auto record : kept_records()) {
        EXPECT_FALSE(label(record).empty()) << key(record);
    }
}

class OutdatedRecords : public AccountTest {
protected:
    std::vector<std::string> deleted_at(Moment now) {
        const auto deleted = delete_outdated(database(), operating(), now);
        EXPECT_TRUE(deleted.has_value());
        std::vector<std::string> found;
        for (const auto& [record, count] : *deleted) {
            if (count > 0) {
                found.push_back(std::string(key(record)) + " " + std::to_string(count));
            }
        }
        return found;
    }
};

GK_ON_BOTH_DATABASES(OutdatedRecords);

TEST_P(OutdatedRecords, are_deleted_each_in_its_time_and_the_trail_says_how_many) {
    const auto zhang = account("zhang");
    signed_in("zhang");
    const auto session = signed_in("zhang");
    EXPECT_EQ(refusal_of(sign_in(desk(), "zhang", "wrong", office, noon)),
              "people.sign_in_refused");
    const auto li = bare_account("li");
    ASSERT_TRUE(issue_link(desk(), li.public_id, "首次使用", operating(), noon).has_value());
    EXPECT_THAT(deleted_at(later(std::chrono::hours(1))), IsEmpty());
    EXPECT_THAT(deleted_at(later(days(8))), testing::Contains("one_time_link 1"));
    EXPECT_THAT(deleted_at(later(days(181))), testing::Contains("sign_in_device 2"));
    EXPECT_THAT(deleted_at(later(days(364))), IsEmpty());
    EXPECT_THAT(deleted_at(later(days(367))), ElementsAre("sign_in 3", "session 2"));
    EXPECT_THAT(deleted_at(later(days(367))), IsEmpty());
    EXPECT_THAT(trail_of("sign_in_records", "session"),
                ElementsAre("sign_in_records.delete cli:root"));
    EXPECT_EQ(refusal_of(sign_in(desk(), "zhang", good_password, office, later(days(367)))),
              "done");
}

TEST_P(OutdatedRecords, are_deleted_by_the_operator_alone) {
    EXPECT_EQ(refusal_of(delete_outdated(database(), everyone(), noon)), "people.operator_only");
}

}  // namespace
}  // namespace gk::people
