#include "law/agency_level.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk::law {
namespace {

TEST(AgencyLevel, is_read_back_from_its_key) {
    EXPECT_EQ(agency_levels().size(), 9U);
    for (const auto level : agency_levels()) {
        EXPECT_EQ(agency_level_of(key(level)), level);
        EXPECT_FALSE(label(level).empty());
    }
    EXPECT_EQ(agency_level_of("town"), std::nullopt);
}

TEST(AgencyLevel, government_rules_are_made_by_ministries_provinces_and_cities_with_districts) {
    std::vector<AgencyLevel> makers;
    std::ranges::copy_if(agency_levels(), std::back_inserter(makers), may_make_government_rules);
    EXPECT_THAT(makers, testing::ElementsAre(AgencyLevel::state_council_department,
                                             AgencyLevel::province, AgencyLevel::prefecture));
}

}  // namespace
}  // namespace gk::law
