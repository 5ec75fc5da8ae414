#include "people/service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::people {
namespace {

const Actor operating = operator_named("cli:root");
constexpr Moment now{1'700'000'000'000};

NewAgency town() {
    return {.code = "xigebi",
            .name = "沙湾市西戈壁镇人民政府",
            .short_name = "西戈壁镇",
            .level = law::AgencyLevel::township,
            .parent_code = "shawan",
            .valid_from = Date(2001, 2, 3),
            .valid_to = std::nullopt,
            .units = {{"office", "党政办公室", UnitKind::disclosure_office},
                      {"farming", "农业办公室", UnitKind::internal_unit}}};
}

NewAgency county() {
    return {.code = "shawan",
            .name = "沙湾市人民政府",
            .short_name = "沙湾市",
            .level = law::AgencyLevel::county,
            .parent_code = std::nullopt,
            .valid_from = std::nullopt,
            .valid_to = std::nullopt,
            .units = {}};
}

class Agencies : public test::OnBothDatabases {
protected:
    Agencies() { EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value()); }

    Result<Agency> add(const NewAgency& given) {
        return register_agency(database(), given, operating, now);
    }
};

GK_ON_BOTH_DATABASES(Agencies);

std::vector<std::string> codes_of(const Error& error) {
    std::vector<std::string> codes;
    for (const auto& problem : error.problems()) {
        codes.push_back(problem.code + " " + problem.field);
    }
    return codes;
}

TEST_P(Agencies, are_found_by_their_code_with_all_that_was_given) {
    const auto parent = add(county());
    ASSERT_TRUE(parent.has_value());
    const auto made = add(town());
    ASSERT_TRUE(made.has_value());
    const auto found = find_agency(database(), "xigebi");
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->id, made->id);
    EXPECT_EQ(found->public_id.size(), 26U);
    EXPECT_EQ(found->public_id, made->public_id);
    EXPECT_EQ(found->name, "沙湾市西戈壁镇人民政府");
    EXPECT_EQ(found->short_name, "西戈壁镇");
    EXPECT_EQ(found->level, law::AgencyLevel::township);
    EXPECT_EQ(found->parent, parent->id);
    EXPECT_EQ(found->valid_from, Date(2001, 2, 3));
    EXPECT_EQ(found->valid_to, std::nullopt);
    EXPECT_EQ(found->units, town().units);
}

TEST_P(Agencies, are_listed_by_code_each_with_its_units) {
    ASSERT_TRUE(add(county()).has_value());
    ASSERT_TRUE(add(town()).has_value());
    const auto all = list_agencies(database());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].code, "shawan");
    EXPECT_TRUE(all[0].units.empty());
    EXPECT_EQ(all[1].units, town().units);
}

TEST_P(Agencies, that_nobody_registered_are_not_found) {
    for (const auto* code : {"xigebi", "", "西戈壁", "\xFF"}) {
        const auto found = find_agency(database(), code);
        ASSERT_FALSE(found.has_value());
        EXPECT_EQ(found.error().kind(), ErrorKind::not_found);
        EXPECT_EQ(found.error().first().code, "people.agency_unknown");
    }
}

TEST_P(Agencies, keep_their_code_for_themselves) {
    ASSERT_TRUE(add(county()).has_value());
    const auto second = add(county());
    ASSERT_FALSE(second.has_value());
    EXPECT_EQ(second.error().kind(), ErrorKind::conflict);
    EXPECT_THAT(codes_of(second.error()), testing::ElementsAre("people.agency_code_taken code"));
    EXPECT_EQ(list_agencies(database()).size(), 1U);
}

TEST_P(Agencies, are_refused_with_all_their_problems_at_once) {
    auto wrong = town();
    wrong.code = "西戈壁";
    wrong.name = " 　";
    wrong.short_name = "";
    wrong.valid_to = Date(2001, 2, 2);
    const auto refused = add(wrong);
    ASSERT_FALSE(refused.has_value());
    EXPECT_THAT(codes_of(refused.error()),
                testing::ElementsAre(
                    "people.agency_code_invalid code", "people.agency_name_blank name",
                    "people.agency_name_blank short_name", "people.agency_dates_crossed valid_to"));
}

TEST_P(Agencies, need_the_parent_that_they_name) {
    const auto refused = add(town());
    ASSERT_FALSE(refused.has_value());
    EXPECT_THAT(codes_of(refused.error()),
                testing::ElementsAre("people.agency_unknown parent_code"));
}

TEST_P(Agencies, are_not_registered_by_the_public) {
    const auto refused = register_agency(database(), county(), everyone(), now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind(), ErrorKind::forbidden);
    EXPECT_EQ(refused.error().first().code, "people.operator_only");
}

TEST_P(Agencies, stand_in_the_trail_from_their_registration_on) {
    const auto made = add(county());
    ASSERT_TRUE(made.has_value());
    ASSERT_FALSE(add(county()).has_value());
    const auto entries = database().read([&](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, "agency", made->public_id);
    });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].sequence, 1);
    EXPECT_EQ(entries[0].act, "agency.register");
    EXPECT_EQ(entries[0].actor, "cli:root");
    EXPECT_EQ(entries[0].at, now);
    EXPECT_EQ(entries[0].agency, made->id.value);
    EXPECT_EQ(entries[0].details, R"({"code":"shawan","name":"沙湾市人民政府"})");
    EXPECT_EQ(database().read(audit::load_head).entry_count, 1);
}

}  // namespace
}  // namespace gk::people
