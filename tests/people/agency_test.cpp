#include "people/agency.hpp"

#include <gtest/gtest.h>

namespace gk::people {
namespace {

TEST(Agency, has_a_code_that_fits_an_address) {
    EXPECT_TRUE(is_agency_code("xigebi"));
    EXPECT_TRUE(is_agency_code("city-2-bureau"));
    EXPECT_TRUE(is_agency_code(std::string(40, 'a')));
    for (const auto* wrong :
         {"", "a", "2a", "-ab", "ab-", "a--b", "Ab", "a b", "a_b", "西戈壁", "a/b"}) {
        EXPECT_FALSE(is_agency_code(wrong)) << wrong;
    }
    EXPECT_FALSE(is_agency_code(std::string(41, 'a')));
}

TEST(Agency, has_units_whose_kinds_are_found_by_their_key) {
    for (const auto kind :
         {UnitKind::disclosure_office, UnitKind::internal_unit, UnitKind::field_office}) {
        EXPECT_EQ(unit_kind_of(key(kind)), kind);
        EXPECT_FALSE(label(kind).empty());
    }
    EXPECT_EQ(unit_kind_of("department"), std::nullopt);
}

}  // namespace
}  // namespace gk::people
