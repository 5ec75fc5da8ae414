#include "web/citizen/agency_choice.hpp"

#include <gtest/gtest.h>

#include "web/citizen/near_text.hpp"

namespace gk::web::citizen {
namespace {

people::Agency agency(std::int64_t id, std::string code, std::string name, law::AgencyLevel level,
                      std::optional<std::int64_t> parent = {}) {
    people::Agency made;
    made.id = {id};
    made.code = std::move(code);
    made.name = std::move(name);
    made.level = level;
    if (parent) {
        made.parent = Id<people::Agency>{*parent};
    }
    return made;
}

const Date today(2026, 4, 13);

std::vector<people::Agency> town() {
    auto agencies =
        std::vector{agency(1, "fuyuan", "富源县人民政府", law::AgencyLevel::county),
                    agency(2, "lihe", "礼和镇人民政府", law::AgencyLevel::township, 1),
                    agency(3, "water", "富源县水利局", law::AgencyLevel::county_department, 1)};
    agencies[2].units = {{"dams", "水库移民科", people::UnitKind::internal_unit}};
    return agencies;
}

TEST(AgencyChoices, stand_below_the_agency_above_them) {
    const auto choices = agency_choices(town(), {}, "", today);
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_EQ(choices[0].code, "fuyuan");
    EXPECT_EQ(choices[0].depth, 0);
    EXPECT_EQ(choices[1].depth, 1);
    EXPECT_EQ(choices[2].depth, 1);
    EXPECT_NE(choices[1].duties.find("宅基地"), std::string::npos);
}

TEST(AgencyChoices, leave_out_what_does_not_exist_any_more_and_keep_what_stood_below_it) {
    auto agencies = town();
    agencies[0].valid_to = Date(2026, 4, 12);
    const auto choices = agency_choices(agencies, {}, "", today);
    ASSERT_EQ(choices.size(), 2U);
    EXPECT_EQ(choices[0].code, "lihe");
    EXPECT_EQ(choices[0].depth, 0);
}

TEST(AgencyChoices, mark_the_one_that_fits_and_none_where_nothing_does) {
    const auto suggested = [](std::string_view matter) {
        std::string codes;
        for (const auto& each : agency_choices(town(), {}, matter, today)) {
            codes += each.is_suggested ? each.code + " " : "";
        }
        return codes;
    };
    EXPECT_EQ(suggested("水库移民安置"), "water ");
    EXPECT_EQ(suggested("宅基地使用"), "lihe ");
    EXPECT_EQ(suggested("量子计算"), "");
    EXPECT_EQ(suggested(""), "");
}

TEST(AgencyChoices, go_by_what_an_agency_says_that_it_is_for) {
    const auto choices = agency_choices(
        town(), {{{1}, "统筹全县经济社会发展"}, {{3}, "河湖长制、农村供水"}}, "农村供水", today);
    EXPECT_EQ(choices[2].duties, "河湖长制、农村供水");
    EXPECT_TRUE(choices[2].is_suggested);
    EXPECT_FALSE(choices[0].is_suggested);
}

TEST(NearText, counts_the_pairs_that_recur_whatever_width_they_have) {
    EXPECT_DOUBLE_EQ(share_found(character_pairs("２０２３年 报告"), "2023年工作报告"), 1.0);
    EXPECT_DOUBLE_EQ(share_found(character_pairs("水渠"), "道路"), 0.0);
    EXPECT_DOUBLE_EQ(share_found(character_pairs(""), "道路"), 0.0);
    EXPECT_TRUE(character_pairs("水、渠").empty()) << "a mark between them parts them";
}

}  // namespace
}  // namespace gk::web::citizen
