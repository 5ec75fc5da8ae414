#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/agency_end_service.hpp"
#include "people/agency_service.hpp"
#include "people/desk.hpp"
#include "people/role_service.hpp"

namespace gk::people {
namespace {

using testing::ElementsAre;

const Date today = noon.date();
const AgencyChange this_month{.effective_on = Date(2023, 11, 1), .reason = "机构改革方案"};

UnitMatters nothing_of_unit(store::Snapshot& /*snapshot*/, Id<Agency> /*agency*/,
                            std::string_view /*unit*/) {
    return {};
}

OpenMatters nothing_open(store::Snapshot& /*snapshot*/, Id<Agency> /*agency*/) {
    return {};
}

class AgencyActs : public AccountTest {
protected:
    Actor administrator(const std::string& code) {
        const auto agency = find_agency(database(), code);
        return {.name = "user:admin",
                .account = Id<Account>{9999},
                .held_roles = {{.role = Role::system_administrator, .agency = agency->id}}};
    }

    std::string name_on(const std::string& code, Date day) {
        return agency_as_of(database(), code, day)->short_name;
    }

    static NewAgency new_town(const std::string& code) {
        return {.code = code,
                .name = "新区街道办事处",
                .short_name = "新区街道",
                .level = law::AgencyLevel::subdistrict,
                .parent_code = {},
                .valid_from = {},
                .valid_to = {},
                .units = {}};
    }

    std::vector<std::string> acts_of(const std::string& code) {
        std::vector<std::string> acts;
        const auto history = agency_history(database(), code);
        for (const auto& act : history->acts) {
            acts.push_back(std::string(key(act.action)) + " " +
                           (act.effective_on ? act.effective_on->iso() : "ever"));
        }
        return acts;
    }
};

GK_ON_BOTH_DATABASES(AgencyActs);

TEST_P(AgencyActs, of_moving_keep_the_old_parent_for_the_days_before) {
    const auto county = find_agency(database(), "shawan")->id;
    const auto other = find_agency(database(), "sidaohezi")->id;
    const auto move = [&](const std::string& code, const std::string& parent, const Actor& actor) {
        return refusal_of(move_agency(database(), code, parent, this_month, actor, noon));
    };
    EXPECT_EQ(move("xigebi", "xigebi", operating()), "people.agency_parent_wrong parent");
    EXPECT_EQ(move("shawan", "xigebi", operating()), "people.agency_parent_wrong parent");
    EXPECT_EQ(move("xigebi", "shawan", operating()), "people.agency_parent_wrong parent");
    EXPECT_EQ(move("xigebi", "nowhere", operating()), "people.agency_unknown parent");
    EXPECT_EQ(move("xigebi", "sidaohezi", administrator("xigebi")),
              "people.agency_parent_foreign parent");
    EXPECT_EQ(move("xigebi", "sidaohezi", operating()), "done");
    EXPECT_EQ(find_agency(database(), "xigebi")->parent, other);
    EXPECT_EQ(agency_as_of(database(), "xigebi", Date(2023, 11, 1))->parent, other);
    EXPECT_EQ(agency_as_of(database(), "xigebi", Date(2023, 10, 31))->parent, county);
    EXPECT_THAT(acts_of("xigebi"), ElementsAre("establish 2001-02-03", "move 2023-11-01"));
    EXPECT_THAT(trail_of("agency", find_agency(database(), "xigebi")->public_id),
                testing::Contains("agency.move cli:root"));
}

TEST_P(AgencyActs, begin_with_how_the_agency_was_set_up) {
    EXPECT_THAT(acts_of("xigebi"), ElementsAre("establish 2001-02-03"));
    EXPECT_EQ(refusal_of(agency_history(database(), "nowhere")), "people.agency_unknown");
}

TEST_P(AgencyActs, of_renaming_keep_the_old_name_for_the_days_before) {
    const auto renamed = rename_agency(database(), "xigebi", "沙湾市新镇人民政府", "新镇",
                                       this_month, administrator("xigebi"), noon);
    ASSERT_TRUE(renamed.has_value());
    EXPECT_EQ(find_agency(database(), "xigebi")->short_name, "新镇");
    EXPECT_EQ(name_on("xigebi", Date(2023, 10, 31)), "西戈壁镇");
    EXPECT_EQ(name_on("xigebi", Date(2023, 11, 1)), "新镇");
    EXPECT_EQ(name_on("xigebi", Date(1990, 1, 1)), "西戈壁镇");
    const auto by_id = database().read([&](store::Snapshot& snapshot) {
        return agency_as_of(snapshot, renamed->id, Date(2023, 10, 31));
    });
    EXPECT_EQ(by_id->short_name, "西戈壁镇");
    EXPECT_THAT(acts_of("xigebi"), ElementsAre("establish 2001-02-03", "rename 2023-11-01"));
    EXPECT_THAT(trail_of("agency", renamed->public_id),
                ElementsAre("agency.register cli:root", "agency.rename user:admin"));
}

TEST_P(AgencyActs, are_of_today_or_before_and_in_their_order) {
    const auto rename_on = [&](Date day) {
        return refusal_of(rename_agency(database(), "xigebi", "甲镇人民政府", "甲镇",
                                        {.effective_on = day, .reason = "批复"}, operating(),
                                        noon));
    };
    EXPECT_EQ(rename_on(today.next()), "people.agency_change_date effective_on");
    EXPECT_EQ(rename_on(Date(2001, 2, 2)), "people.agency_change_date effective_on");
    EXPECT_EQ(rename_on(Date(2010, 1, 1)), "done");
    EXPECT_EQ(rename_on(Date(2009, 1, 1)), "people.agency_change_date effective_on");
    EXPECT_EQ(rename_on(Date(2011, 1, 1)), "done");
}

TEST_P(AgencyActs, of_renaming_need_names_and_a_reason) {
    const auto rename = [&](std::string_view name, std::string_view short_name,
                            const AgencyChange& change) {
        return refusal_of(
            rename_agency(database(), "xigebi", name, short_name, change, operating(), noon));
    };
    EXPECT_EQ(rename(" ", "甲镇", this_month), "people.agency_name_blank name");
    EXPECT_EQ(rename("甲镇人民政府", "", this_month), "people.agency_name_blank short_name");
    EXPECT_EQ(rename("甲镇人民政府", "甲镇", {.effective_on = today}),
              "people.reason_blank reason");
}

TEST_P(AgencyActs, of_merging_end_the_agency_and_name_its_successor) {
    EXPECT_EQ(refusal_of(merge_agency(database(), "xigebi", "xigebi", this_month, nothing_open,
                                      operating(), noon)),
              "people.agency_successor_wrong into");
    EXPECT_EQ(refusal_of(merge_agency(database(), "xigebi", "nowhere", this_month, nothing_open,
                                      operating(), noon)),
              "people.agency_unknown into");
    const auto merged = merge_agency(database(), "xigebi", "sidaohezi", this_month, nothing_open,
                                     operating(), noon);
    ASSERT_TRUE(merged.has_value());
    EXPECT_EQ(merged->valid_to, Date(2023, 10, 31));
    EXPECT_TRUE(exists_on(*merged, Date(2023, 10, 31)));
    EXPECT_FALSE(exists_on(*merged, Date(2023, 11, 1)));
    const auto history = agency_history(database(), "xigebi");
    EXPECT_EQ(history->acts.back().other, find_agency(database(), "sidaohezi")->id);
    EXPECT_EQ(refusal_of(merge_agency(database(), "xigebi", "sidaohezi", this_month, nothing_open,
                                      operating(), noon)),
              "people.agency_ended");
    EXPECT_EQ(refusal_of(add_unit(database(), "xigebi", {.code = "water", .name = "水务所"},
                                  operating(), noon)),
              "people.agency_ended");
}

TEST_P(AgencyActs, of_splitting_set_up_a_new_agency_beside_the_old_one) {
    const auto actor = administrator("shawan");
    auto above = actor;
    above.held_roles[0].agencies_below = {find_agency(database(), "xigebi")->id};
    const auto made =
        split_agency(database(), "xigebi", new_town("xinqu"), this_month, above, noon);
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->parent, find_agency(database(), "shawan")->id);
    EXPECT_EQ(made->valid_from, Date(2023, 11, 1));
    EXPECT_EQ(find_agency(database(), "xigebi")->valid_to, std::nullopt);
    EXPECT_THAT(acts_of("xigebi"), ElementsAre("establish 2001-02-03", "split 2023-11-01"));
    EXPECT_THAT(acts_of("xinqu"), ElementsAre("establish 2023-11-01"));
    EXPECT_EQ(refusal_of(split_agency(database(), "xigebi", new_town("xinqu"), this_month,
                                      operating(), noon)),
              "people.agency_code_taken code");
    EXPECT_EQ(refusal_of(split_agency(database(), "xigebi", new_town("新区"), this_month,
                                      operating(), noon)),
              "people.agency_code_invalid code");
}

TEST_P(AgencyActs, of_ending_may_name_a_successor) {
    EXPECT_EQ(refusal_of(end_agency(database(), "xigebi", std::nullopt,
                                    {.effective_on = Date(2001, 2, 3), .reason = "x"}, nothing_open,
                                    operating(), noon)),
              "people.agency_dates_crossed effective_on");
    EXPECT_EQ(refusal_of(end_agency(database(), "xigebi", "shawan", this_month, nothing_open,
                                    operating(), noon)),
              "done");
    EXPECT_EQ(refusal_of(end_agency(database(), "sidaohezi", "xigebi", this_month, nothing_open,
                                    operating(), noon)),
              "people.agency_successor_wrong successor");
    EXPECT_EQ(refusal_of(end_agency(database(), "sidaohezi", std::nullopt, this_month, nothing_open,
                                    operating(), noon)),
              "done");
    EXPECT_THAT(acts_of("sidaohezi"), ElementsAre("establish 2001-02-03", "end 2023-11-01"));
}

TEST_P(AgencyActs, are_those_of_who_looks_after_the_agency) {
    const auto other = administrator("sidaohezi");
    EXPECT_EQ(refusal_of(rename_agency(database(), "xigebi", "甲镇人民政府", "甲镇", this_month,
                                       other, noon)),
              "people.agency_unknown");
    EXPECT_EQ(refusal_of(end_agency(database(), "xigebi", std::nullopt, this_month, nothing_open,
                                    everyone(), noon)),
              "people.agency_unknown");
    auto below = new_town("xinqu");
    below.parent_code = "xigebi";
    EXPECT_EQ(refusal_of(register_agency(database(), below, other, noon)), "people.operator_only");
    EXPECT_EQ(refusal_of(register_agency(database(), below, administrator("xigebi"), noon)),
              "done");
}

TEST_P(AgencyActs, give_units_their_days_and_names) {
    const auto actor = administrator("xigebi");
    EXPECT_EQ(
        refusal_of(add_unit(database(), "xigebi", {.code = "水", .name = "水务所"}, actor, noon)),
        "people.unit_code_invalid code");
    EXPECT_EQ(
        refusal_of(add_unit(database(), "xigebi", {.code = "water", .name = " "}, actor, noon)),
        "people.unit_name_blank name");
    EXPECT_EQ(refusal_of(add_unit(database(), "xigebi", {.code = "finance", .name = "财政所"},
                                  actor, noon)),
              "people.unit_code_taken code");
    EXPECT_EQ(refusal_of(add_unit(database(), "xigebi",
                                  {.code = "water",
                                   .name = "水务所",
                                   .kind = UnitKind::field_office,
                                   .valid_from = Date(2023, 11, 1)},
                                  actor, noon)),
              "done");
    EXPECT_EQ(refusal_of(rename_unit(database(), "xigebi", "water", "水利所", actor, noon)),
              "done");
    EXPECT_EQ(refusal_of(rename_unit(database(), "xigebi", "nowhere", "水利所", actor, noon)),
              "people.unit_unknown");
    EXPECT_EQ(find_agency(database(), "xigebi")->units.back().name, "水利所");
    EXPECT_EQ(agency_as_of(database(), "xigebi", Date(2023, 10, 31))->units.size(), 2U);
    EXPECT_EQ(agency_as_of(database(), "xigebi", Date(2023, 11, 1))->units.size(), 3U);
}

TEST_P(AgencyActs, that_end_a_unit_end_the_roles_held_for_it) {
    const auto zhang = account("zhang");
    const auto held = grant_role(database(),
                                 {.account_id = zhang.public_id,
                                  .role = Role::unit_officer,
                                  .agency_code = "xigebi",
                                  .unit = "finance",
                                  .valid_from = today},
                                 operating(), noon);
    ASSERT_TRUE(held.has_value());
    const auto end = [&](Date last_day) {
        return refusal_of(end_unit(database(), "xigebi", "finance", last_day, "撤并",
                                   nothing_of_unit, operating(), noon));
    };
    EXPECT_EQ(end(today), "done");
    EXPECT_EQ(end(today), "people.unit_end_wrong valid_to");
    const auto lines = list_holdings(database(), {.with_past = true}, operating(), today);
    EXPECT_EQ(lines->front().holding.valid_to, today);
    const auto tomorrow = later(std::chrono::hours(24));
    EXPECT_FALSE(
        actor_of(signed_in("zhang", tomorrow), tomorrow).actor.may(Permission::case_search));
}

TEST_P(AgencyActs, that_end_a_unit_wait_until_it_has_done_what_it_was_given) {
    const auto two_and_one = [](store::Snapshot& /*snapshot*/, Id<Agency> /*agency*/,
                                std::string_view unit) {
        EXPECT_EQ(unit, "finance");
        return UnitMatters{.search_tasks = 2, .tasks = 1};
    };
    const auto ended =
        end_unit(database(), "xigebi", "finance", today, "撤并", two_and_one, operating(), noon);
    EXPECT_EQ(refusal_of(ended), "people.unit_has_search_tasks, people.unit_has_tasks");
    std::vector<std::string> messages;
    for (const auto& problem : ended.error().problems()) {
        messages.push_back(problem.message);
    }
    EXPECT_THAT(messages, ElementsAre("财政所还有2件检索任务没有反馈。",
                                      "财政所还有1项交办的任务没有完成。"));
    EXPECT_EQ(find_agency(database(), "xigebi")->units[1].valid_to, std::nullopt);
}

TEST_P(AgencyActs, that_end_an_agency_wait_until_nothing_hangs_on_it) {
    auto below = new_town("yijia");
    below.parent_code = "xigebi";
    ASSERT_TRUE(register_agency(database(), below, operating(), noon).has_value());
    const auto zhang = account("zhang");
    const auto li = account("li", "shawan");
    const auto held = grant_role(database(),
                                 {.account_id = li.public_id,
                                  .role = Role::clerk,
                                  .agency_code = "xigebi",
                                  .valid_from = today},
                                 operating(), noon);
    ASSERT_TRUE(held.has_value());
    const auto two_and_one = [](store::Snapshot& /*snapshot*/, Id<Agency> /*agency*/) {
        return OpenMatters{.applications = 2, .remedies = 1};
    };
    const auto everything =
        "people.agency_has_below, people.agency_has_cases, people.agency_has_remedies,"
        " people.agency_has_accounts, people.agency_has_roles";
    const auto ended =
        end_agency(database(), "xigebi", "shawan", this_month, two_and_one, operating(), noon);
    EXPECT_EQ(refusal_of(ended), everything);
    EXPECT_EQ(refusal_of(merge_agency(database(), "xigebi", "sidaohezi", this_month, two_and_one,
                                      operating(), noon)),
              everything);
    std::vector<std::string> messages;
    for (const auto& problem : ended.error().problems()) {
        messages.push_back(problem.message);
    }
    EXPECT_THAT(
        messages,
        ElementsAre("西戈壁镇在2023年11月1日还有下级机关：新区街道。",
                    "西戈壁镇还有2件申请未办结。", "西戈壁镇还有1件行政复议、行政诉讼未办结。",
                    "西戈壁镇还有账号没有注销：张某（zhang）。",
                    "其他机关的账号在西戈壁镇还担任角色：张某（li，公开工作机构经办人）。"));
    EXPECT_EQ(find_agency(database(), "xigebi")->valid_to, std::nullopt);

    EXPECT_EQ(refusal_of(move_agency(database(), "yijia", "sidaohezi",
                                     {.effective_on = today, .reason = "批复"}, operating(), noon)),
              "done");
    EXPECT_EQ(refusal_of(end_role(database(), held->public_id, today.plus_days(-1), "调离",
                                  operating(), noon)),
              "done");
    EXPECT_EQ(refusal_of(end_account(desk(), zhang.public_id, "调离", operating(), noon)), "done");
    const auto end_on = [&](Date day) {
        return refusal_of(end_agency(database(), "xigebi", "shawan",
                                     {.effective_on = day, .reason = "批复"}, nothing_open,
                                     operating(), noon));
    };
    // It was above the other until the day that moved it.
    EXPECT_EQ(end_on(today.plus_days(-1)), "people.agency_has_below");
    EXPECT_EQ(end_on(today), "done");
    EXPECT_EQ(refusal_of(register_agency(database(), below, operating(), noon)),
              "people.agency_ended parent_code");
}

TEST_P(AgencyActs, put_no_agency_below_one_that_has_ended) {
    ASSERT_TRUE(end_agency(database(), "sidaohezi", std::nullopt,
                           {.effective_on = today, .reason = "批复"}, nothing_open, operating(),
                           noon)
                    .has_value());
    EXPECT_EQ(
        refusal_of(move_agency(database(), "xigebi", "sidaohezi", this_month, operating(), noon)),
        "people.agency_parent_wrong parent");
    auto below = new_town("yijia");
    below.parent_code = "sidaohezi";
    EXPECT_EQ(refusal_of(split_agency(database(), "xigebi", below, this_month, operating(), noon)),
              "people.agency_ended parent_code");
}

TEST_P(AgencyActs, leave_no_new_roles_in_an_agency_that_has_ended) {
    const auto zhang = account("zhang", "shawan");
    ASSERT_TRUE(
        end_agency(database(), "xigebi", std::nullopt, this_month, nothing_open, operating(), noon)
            .has_value());
    EXPECT_EQ(refusal_of(grant_role(database(),
                                    {.account_id = zhang.public_id,
                                     .role = Role::clerk,
                                     .agency_code = "xigebi",
                                     .valid_from = today},
                                    operating(), noon)),
              "people.agency_ended agency");
    EXPECT_EQ(refusal_of(create_account(
                  desk(), {.login_name = "wang", .display_name = "王某", .agency_code = "xigebi"},
                  operating(), noon)),
              "people.agency_ended agency");
}

}  // namespace
}  // namespace gk::people
