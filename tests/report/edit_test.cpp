#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "report/edit_service.hpp"
#include "report/kept_reports.hpp"

namespace gk::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

people::Actor named(std::string name, people::Role role, Id<people::Agency> agency) {
    people::Actor actor;
    actor.name = std::move(name);
    actor.account = Id<people::Account>{1};
    actor.held_roles = {{.role = role, .agency = agency}};
    return actor;
}

class TypedReports : public Reports {
protected:
    Id<people::Agency> agency_ = people::find_agency(database(), "xigebi")->id;
    people::Actor clerk_ = named("user:li", people::Role::clerk, agency_);
    people::Actor head_ = named("user:wang", people::Role::office_head, agency_);

    Result<StoredReport> type(const ReportEdit& edit,
                              std::optional<std::int64_t> version = std::nullopt) {
        return edit_report(database(), {"xigebi", 2023, version}, edit, clerk_, now);
    }
};

GK_ON_BOTH_DATABASES(TypedReports);

TEST_P(TypedReports, begin_with_every_cell_of_the_form_of_their_year) {
    const auto started = start_report(database(), reference_, clerk_, now);
    ASSERT_TRUE(started.has_value());
    EXPECT_EQ(started->status, ReportStatus::draft);
    EXPECT_EQ(started->provenance.size(), 10U + 25U * 7U + 15U);
    EXPECT_EQ(started->report.title, "沙湾市西戈壁镇人民政府2023年政府信息公开工作年度报告");
    EXPECT_FALSE(started->check.has_error());
    const auto again = start_report(database(), reference_, clerk_, now);
    EXPECT_EQ(code_of(again.error()), "report.already_there");
    EXPECT_EQ(code_of(start_report(database(), {"xigebi", 2001}, clerk_, now).error()),
              "report.year_out_of_range");
}

TEST_P(TypedReports, keep_everything_that_was_typed_even_what_is_no_figure) {
    ASSERT_TRUE(start_report(database(), reference_, clerk_, now).has_value());
    const auto stored = type({.cells = {{"applications.granted[0]", " １２ "},
                                        {"applications.granted[1]", "十二"},
                                        {"applications.granted[2]", "/"}},
                              .sections = {{law::Section::overview, {"第一段", "第二段"}}},
                              .title = "年度报告",
                              .preamble = {{"根据条例编制。"}}});
    ASSERT_TRUE(stored.has_value());
    const auto& row = stored->report.applications.at(law::ApplicationRow::granted);
    EXPECT_EQ(row[0].value, Decimal(12));
    EXPECT_EQ(row[1].printed, "十二");
    EXPECT_EQ(row[1].value, std::nullopt);
    EXPECT_EQ(row[2].mark, Mark::slash);
    EXPECT_EQ(stored->report.sections[0].paragraphs,
              (std::vector<std::string>{"第一段", "第二段"}));
    EXPECT_EQ(stored->report.preamble, (std::vector<std::string>{"根据条例编制。"}));
    const auto kept = found();
    EXPECT_EQ(kept.report.applications, stored->report.applications);
    EXPECT_EQ(kept.provenance.at("applications.granted[1]").origin, CellOrigin::typed);
    const auto unreadable = unreadable_cells(kept);
    ASSERT_EQ(unreadable.size(), 1U);
    EXPECT_EQ(unreadable[0].printed, "十二");
    const auto submitted = submit_report(database(), reference_, clerk_, now);
    EXPECT_EQ(code_of(submitted.error()), "report.cells_unreadable");
    EXPECT_THAT(submitted.error().first().message, HasSubstr("填的是“十二”"));
}

TEST_P(TypedReports, are_checked_with_every_save) {
    ASSERT_TRUE(start_report(database(), reference_, clerk_, now).has_value());
    const auto broken = type({.cells = {{"applications.newly_received[0]", "3"},
                                        {"applications.carried_in[0]", "0"},
                                        {"applications.outcomes_total[0]", "1"},
                                        {"applications.carried_out[0]", "1"}}});
    ASSERT_TRUE(broken.has_value());
    const auto errors = broken->check.errors();
    ASSERT_FALSE(errors.empty());
    EXPECT_EQ(errors.front()->code, "applications.balance[natural_person]");
    EXPECT_THAT(errors.front()->text, HasSubstr("3"));
    const auto mended = type({.cells = {{"applications.carried_out[0]", "2"}}});
    EXPECT_FALSE(mended->check.has_error());
}

TEST_P(TypedReports, that_another_changed_keep_what_the_other_typed) {
    const auto started = start_report(database(), reference_, clerk_, now);
    ASSERT_TRUE(type({.title = "先保存的标题"}, started->version).has_value());
    const auto late = type({.title = "后保存的标题"}, started->version);
    EXPECT_EQ(code_of(late.error()), "report.changed_by_another");
    EXPECT_EQ(found().report.title, "先保存的标题");
}

TEST_P(TypedReports, have_one_act_for_one_sitting_and_every_save_in_the_trail) {
    ASSERT_TRUE(start_report(database(), reference_, clerk_, now).has_value());
    ASSERT_TRUE(type({.title = "一"}).has_value());
    ASSERT_TRUE(type({.title = "二"}).has_value());
    const auto stored = found();
    EXPECT_EQ(stored.version, 3);
    ASSERT_EQ(stored.acts.size(), 2U);
    EXPECT_EQ(stored.acts[1].action, ReportAction::edit);
    EXPECT_EQ(status_after(stored.acts), ReportStatus::draft);
    const auto entries = database().read([&](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, "annual_report", stored.public_id);
    });
    EXPECT_EQ(entries.size(), 3U);
}

TEST_P(TypedReports, refuse_cells_that_the_form_does_not_have_and_keep_nothing) {
    ASSERT_TRUE(start_report(database(), reference_, clerk_, now).has_value());
    const auto refused = type(
        {.cells = {
             {"applications.granted[7]", "1"}, {"applications.granted[0]", "1"}, {"other", "1"}}});
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().problems().size(), 2U);
    EXPECT_EQ(refused.error().first().code, "report.cell_unknown");
    EXPECT_EQ(refused.error().first().field, "cells[0].cell");
    EXPECT_EQ(found().version, 1);
}

TEST_P(TypedReports, go_from_the_clerk_to_the_head_and_to_the_public) {
    ASSERT_TRUE(start_report(database(), reference_, clerk_, now).has_value());
    EXPECT_EQ(code_of(clear_report(database(), reference_, {}, clerk_, now).error()),
              "report.action_not_permitted");
    ASSERT_TRUE(submit_report(database(), reference_, clerk_, now).has_value());
    EXPECT_EQ(code_of(type({.title = "三"}).error()), "report.action_not_now");
    const auto refused = clear_report(database(), reference_, {}, head_, now);
    EXPECT_EQ(code_of(refused.error()), "report.parts_missing");
    ASSERT_TRUE(clear_report(database(), reference_, "照此公开", head_, now).has_value());
    EXPECT_FALSE(find_report(database(), reference_, people::everyone()).has_value());
    ASSERT_TRUE(publish_report(database(), reference_, clerk_, now).has_value());
    EXPECT_TRUE(find_report(database(), reference_, people::everyone()).has_value());
}

TEST_P(TypedReports, of_another_agency_do_not_exist_before_they_are_published) {
    ASSERT_TRUE(start_report(database(), reference_, clerk_, now).has_value());
    const auto other =
        named("user:zhao", people::Role::office_head, people::find_agency(database(), "bali")->id);
    EXPECT_EQ(code_of(find_report(database(), reference_, other).error()), "report.not_found");
    EXPECT_TRUE(list_reports(database(), std::nullopt, other).empty());
    EXPECT_EQ(list_reports(database(), std::nullopt, clerk_).size(), 1U);
}

}  // namespace
}  // namespace gk::report
