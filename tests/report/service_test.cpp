#include "report/service.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/service.hpp"
#include "audit/store.hpp"
#include "report/kept_reports.hpp"

namespace gk::report {
namespace {

using people::everyone;
using testing::ElementsAre;

GK_ON_BOTH_DATABASES(Reports);

void expect_same(const AnnualReport& kept, const AnnualReport& given) {
    EXPECT_EQ(kept.agency, given.agency);
    EXPECT_EQ(kept.report_year, given.report_year);
    EXPECT_EQ(kept.title, given.title);
    EXPECT_EQ(kept.preamble, given.preamble);
    EXPECT_EQ(kept.format, given.format);
    EXPECT_EQ(kept.proactive_format, given.proactive_format);
    EXPECT_EQ(kept.applications_format, given.applications_format);
    EXPECT_EQ(kept.is_truncated, given.is_truncated);
    EXPECT_EQ(kept.procurement_unit, given.procurement_unit);
    for (std::size_t i = 0; i < law::section_count; ++i) {
        EXPECT_EQ(kept.sections[i].title, given.sections[i].title);
        EXPECT_EQ(kept.sections[i].paragraphs, given.sections[i].paragraphs);
    }
    EXPECT_EQ(kept.proactive_disclosure, given.proactive_disclosure);
    EXPECT_EQ(kept.applications, given.applications);
    EXPECT_EQ(kept.remedies, given.remedies);
}

TEST_P(Reports, are_kept_with_every_cell_and_word_of_either_form) {
    for (const auto format : law::report_formats()) {
        auto given = sample_report(format);
        given.procurement_unit = "万元";
        ASSERT_TRUE(import(given).has_value());
        expect_same(found(*given.report_year).report, given);
    }
}

TEST_P(Reports, keep_zero_and_the_marks_apart_and_rows_that_are_not_in_the_text_away) {
    auto given = form_2021();
    given.is_truncated = true;
    given.agency.reset();
    given.applications_format.reset();
    given.remedies.clear();
    given.applications.erase(law::ApplicationRow::carried_out);
    auto& row = given.applications[law::ApplicationRow::granted];
    row[0] = figure_of(Decimal(0));
    row[1] = mark_of_cell(Mark::blank);
    row[2] = mark_of_cell(Mark::slash);
    row[3] = mark_of_cell(Mark::dash);
    row[4] = mark_of_cell(Mark::none_word);
    row[5] = mark_of_cell(Mark::absent);
    row[6] = {.value = Decimal(7), .mark = Mark::figure, .printed = "７", .place = "第3张表第5行"};
    given.proactive_disclosure.erase("permits");
    ASSERT_TRUE(import(given).has_value());
    expect_same(found().report, given);
}

TEST_P(Reports, say_of_every_cell_which_file_it_came_from) {
    ASSERT_TRUE(import(form_2021()).has_value());
    auto second = form_2021();
    second.remedies.clear();
    ASSERT_TRUE(import_report(database(), reference_, file(second, "再次.pdf"),
                              AfterImport::keep_draft, operating, now)
                    .has_value());
    const auto stored = found();
    ASSERT_EQ(stored.sources.size(), 2U);
    EXPECT_EQ(stored.sources[0].file_name, "report.docx");
    EXPECT_EQ(stored.sources[1].file_name, "再次.pdf");
    EXPECT_EQ(stored.sources[1].sha256, std::string(64, 'a'));
    EXPECT_EQ(stored.sources[1].text, "年度报告全文");
    EXPECT_EQ(stored.provenance.size(), 10U + 25U * 7U);
    for (const auto& [cell, provenance] : stored.provenance) {
        EXPECT_NE(find(stored.report, cell), nullptr) << cell;
        EXPECT_EQ(provenance, (Provenance{CellOrigin::imported, 2})) << cell;
    }
}

TEST_P(Reports, keep_what_the_check_found) {
    const auto given = form_2021();
    const auto stored = import(given);
    ASSERT_TRUE(stored.has_value());
    const auto expected = check(given, {.previous = nullptr, .level = law::AgencyLevel::township});
    ASSERT_FALSE(expected.relations.empty());
    ASSERT_EQ(stored->check.relations.size(), expected.relations.size());
    ASSERT_EQ(stored->check.more_relations.size(), expected.more_relations.size());
    ASSERT_EQ(stored->check.remarks.size(), expected.remarks.size());
    for (std::size_t i = 0; i < expected.relations.size(); ++i) {
        const auto& kept = stored->check.relations[i];
        EXPECT_EQ(kept.code, expected.relations[i].code);
        EXPECT_EQ(kept.state, expected.relations[i].state) << kept.code;
        EXPECT_EQ(kept.severity, expected.relations[i].severity) << kept.code;
        EXPECT_EQ(kept.left, expected.relations[i].left) << kept.code;
        EXPECT_EQ(kept.right, expected.relations[i].right) << kept.code;
        EXPECT_EQ(kept.cells, expected.relations[i].cells) << kept.code;
        EXPECT_EQ(kept.text, expected.relations[i].text) << kept.code;
        EXPECT_EQ(kept.hint, expected.relations[i].hint) << kept.code;
    }
    EXPECT_TRUE(stored->check.has_error());
}

TEST_P(Reports, are_checked_again_when_the_year_before_arrives_later) {
    const auto states = [](const std::vector<Relation>& relations) {
        std::vector<std::string> lines;
        for (const auto& each : relations) {
            lines.push_back(each.code + " " + std::to_string(static_cast<int>(each.state)));
        }
        return lines;
    };
    auto before = form_2021();
    before.report_year = 2022;
    const auto level = law::AgencyLevel::township;
    const auto alone = check(form_2021(), {.previous = nullptr, .level = level});
    const auto beside = check(form_2021(), {.previous = &before, .level = level});
    ASSERT_NE(states(beside.more_relations), states(alone.more_relations));

    ASSERT_TRUE(import(form_2021()).has_value());
    EXPECT_EQ(states(found().check.more_relations), states(alone.more_relations));
    ASSERT_TRUE(import(before).has_value());
    EXPECT_EQ(states(found().check.more_relations), states(beside.more_relations));
}

TEST_P(Reports, go_from_draft_to_publication_leaving_a_trail) {
    const auto draft = import(form_2021());
    ASSERT_TRUE(draft.has_value());
    EXPECT_EQ(draft->status, ReportStatus::draft);
    EXPECT_EQ(draft->version, 1);
    EXPECT_EQ(draft->public_id.size(), 26U);
    EXPECT_EQ(*submit_report(database(), reference_, operating, Moment{now.utc_ms + 1}), 2);
    EXPECT_EQ(*send_back_report(database(), reference_, " 请核对总计 ", operating, now), 3);
    ASSERT_TRUE(import(form_2021()).has_value());
    EXPECT_EQ(*submit_report(database(), reference_, operating, now), 5);
    EXPECT_EQ(*clear_report(database(), reference_, " 经核对，原件如此 ", operating, now), 6);
    const Moment published{now.utc_ms + 5};
    EXPECT_EQ(*publish_report(database(), reference_, operating, published), 7);

    const auto stored = found();
    EXPECT_EQ(stored.status, ReportStatus::published);
    EXPECT_EQ(stored.published_at, published);
    EXPECT_EQ(stored.public_id, draft->public_id);
    EXPECT_EQ(stored.version, 7);
    EXPECT_EQ(status_after(stored.acts), stored.status);
    ASSERT_EQ(stored.acts.size(), 7U);
    EXPECT_EQ(stored.acts[0].actor, "cli:root");
    EXPECT_EQ(stored.acts[0].comment, "report.docx");
    EXPECT_EQ(stored.acts[1].at, Moment{now.utc_ms + 1});
    EXPECT_EQ(stored.acts[2].action, ReportAction::send_back);
    EXPECT_EQ(stored.acts[2].comment, "请核对总计");
    EXPECT_EQ(stored.acts[5].action, ReportAction::clear);
    EXPECT_EQ(stored.acts[5].comment, "经核对，原件如此");
}

TEST_P(Reports, are_published_with_their_import_or_not_imported_at_all) {
    const auto published = import(form_2021(), AfterImport::publish);
    ASSERT_TRUE(published.has_value());
    EXPECT_EQ(published->status, ReportStatus::published);
    EXPECT_EQ(published->acts.size(), 4U);

    auto running = form_2021();
    running.report_year = 2024;
    const auto refused = import(running, AfterImport::publish);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "report.year_not_over");
    EXPECT_EQ(list_reports(database(), "xigebi", operating).size(), 1U);
}

TEST_P(Reports, that_are_published_are_not_written_over) {
    ASSERT_TRUE(import(form_2021(), AfterImport::publish).has_value());
    auto other = form_2021();
    other.title = "另一份";
    const auto refused = import(other);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "report.action_not_now");
    expect_same(found().report, form_2021());
    EXPECT_EQ(found().sources.size(), 1U);
}

TEST_P(Reports, that_another_has_changed_are_not_acted_on) {
    ASSERT_TRUE(import(form_2021()).has_value());
    ReportReference seen = reference_;
    seen.version = 1;
    ASSERT_TRUE(submit_report(database(), seen, operating, now).has_value());
    const auto stale = clear_report(database(), seen, reason_, operating, now);
    ASSERT_FALSE(stale.has_value());
    EXPECT_EQ(stale.error().kind(), ErrorKind::conflict);
    EXPECT_EQ(code_of(stale.error()), "report.changed_by_another");
    EXPECT_EQ(
        import_report(database(), seen, file(form_2021()), AfterImport::keep_draft, operating, now)
            .error()
            .kind(),
        ErrorKind::conflict);
    EXPECT_EQ(found().status, ReportStatus::submitted);
    EXPECT_EQ(found().sources.size(), 1U);
}

TEST_P(Reports, are_sent_back_only_with_a_comment) {
    ASSERT_TRUE(import(form_2021()).has_value());
    ASSERT_TRUE(submit_report(database(), reference_, operating, now).has_value());
    const auto refused = send_back_report(database(), reference_, " 　", operating, now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "report.comment_missing");
    EXPECT_EQ(refused.error().first().field, "comment");
}

TEST_P(Reports, do_not_exist_for_the_public_before_they_are_published) {
    ASSERT_TRUE(import(form_2021()).has_value());
    const auto hidden = find_report(database(), reference_, everyone());
    const auto missing = find_report(database(), {"xigebi", 2022}, everyone());
    ASSERT_FALSE(hidden.has_value());
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(code_of(hidden.error()), "report.not_found");
    EXPECT_EQ(code_of(missing.error()), code_of(hidden.error()));
    EXPECT_TRUE(list_reports(database(), std::nullopt, everyone()).empty());

    ASSERT_TRUE(submit_report(database(), reference_, operating, now).has_value());
    ASSERT_TRUE(clear_report(database(), reference_, reason_, operating, now).has_value());
    ASSERT_TRUE(publish_report(database(), reference_, operating, now).has_value());
    EXPECT_TRUE(find_report(database(), reference_, everyone()).has_value());
    EXPECT_EQ(list_reports(database(), std::nullopt, everyone()).size(), 1U);
}

TEST_P(Reports, are_not_touched_by_the_public) {
    ASSERT_TRUE(import(form_2021()).has_value());
    EXPECT_EQ(submit_report(database(), reference_, everyone(), now).error().kind(),
              ErrorKind::forbidden);
    const auto refused = import_report(database(), {"bali", 2023}, file(form_2021()),
                                       AfterImport::publish, everyone(), now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().kind(), ErrorKind::forbidden);
    EXPECT_EQ(list_reports(database(), std::nullopt, operating).size(), 1U);
}

TEST_P(Reports, are_listed_newest_first_with_what_a_list_shows) {
    ASSERT_TRUE(import(sample_report(law::ReportFormat::trial_2019), AfterImport::publish));
    ASSERT_TRUE(import(form_2021()).has_value());
    ASSERT_TRUE(import_report(database(), {"bali", 2023}, file(form_2021()),
                              AfterImport::keep_draft, operating, now)
                    .has_value());
    const auto all = list_reports(database(), std::nullopt, operating);
    std::vector<std::string> lines;
    for (const auto& each : all) {
        lines.push_back(each.agency_code + " " + std::to_string(each.report_year) + " " +
                        std::string(key(each.status)) + " " + std::string(format_key(each.format)));
    }
    EXPECT_THAT(lines, ElementsAre("bali 2023 draft 2021", "xigebi 2023 draft 2021",
                                   "xigebi 2020 published 2019"));
    EXPECT_EQ(all[2].published_at, now);
    EXPECT_EQ(all[2].agency_name, "沙湾市西戈壁镇人民政府");
    EXPECT_EQ(all[2].title, "沙湾市西戈壁镇2020年政府信息公开工作年度报告");
    EXPECT_EQ(list_reports(database(), "xigebi", operating).size(), 2U);
    EXPECT_TRUE(list_reports(database(), "nobody", operating).empty());
}

TEST_P(Reports, from_before_there_were_tables_are_kept_without) {
    AnnualReport old;
    old.report_year = 2012;
    old.title = "2012年政府信息公开工作年度报告";
    old.sections[0].paragraphs = {"全文。"};
    const auto stored = import(old, AfterImport::publish);
    ASSERT_TRUE(stored.has_value());
    EXPECT_EQ(stored->report.format, std::nullopt);
    EXPECT_EQ(format_key(stored->report.format), "none");
    EXPECT_TRUE(stored->provenance.empty());
    expect_same(found(2012).report, old);
}

TEST_P(Reports, without_the_tables_of_their_year_are_refused) {
    AnnualReport report;
    report.report_year = 2019;
    const auto refused = import(report);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "report.tables_missing");
}

TEST_P(Reports, are_refused_for_a_year_that_the_file_does_not_name) {
    const auto refused = import_report(database(), {"xigebi", 2022}, file(form_2021()),
                                       AfterImport::keep_draft, operating, now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "report.year_differs");
    auto unnamed = form_2021();
    unnamed.report_year.reset();
    EXPECT_TRUE(import_report(database(), {"xigebi", 2022}, file(unnamed), AfterImport::keep_draft,
                              operating, now)
                    .has_value());
}

TEST_P(Reports, are_of_years_from_2008_to_this_one) {
    for (const int year : {2007, 2025}) {
        auto report = form_2021();
        report.report_year = year;
        const auto refused = import(report);
        ASSERT_FALSE(refused.has_value());
        EXPECT_EQ(code_of(refused.error()), "report.year_out_of_range");
    }
}

TEST_P(Reports, are_of_an_agency_that_is_registered) {
    const auto refused = import_report(database(), {"nobody", 2023}, file(form_2021()),
                                       AfterImport::keep_draft, operating, now);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(code_of(refused.error()), "people.agency_unknown");
    EXPECT_EQ(code_of(submit_report(database(), {"nobody", 2023}, operating, now).error()),
              "people.agency_unknown");
    EXPECT_EQ(code_of(submit_report(database(), {"bali", 2023}, operating, now).error()),
              "report.not_found");
}

TEST(ReportOrigin, has_a_key_and_a_label) {
    for (const auto origin : {CellOrigin::typed, CellOrigin::imported, CellOrigin::computed}) {
        EXPECT_EQ(cell_origin_of(key(origin)), origin);
        EXPECT_FALSE(label(origin).empty());
    }
    EXPECT_EQ(cell_origin_of("guessed"), std::nullopt);
}

TEST_P(Reports, every_act_stands_in_the_trail) {
    const auto stored = import(form_2021(), AfterImport::publish);
    ASSERT_TRUE(stored.has_value());
    EXPECT_FALSE(submit_report(database(), reference_, operating, now).has_value());
    const auto entries = database().read([&](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, "annual_report", stored->public_id);
    });
    ASSERT_EQ(entries.size(), stored->acts.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        EXPECT_EQ(entries[i].act, "report." + std::string(key(stored->acts[i].action)));
        EXPECT_EQ(entries[i].actor, operating.name);
        EXPECT_EQ(entries[i].agency, stored->key.agency.value);
    }
    EXPECT_EQ(entries.back().details, R"({"year":"2023","version":"4","status":"published"})");
    EXPECT_TRUE(audit::verify(database()).is_intact());
}

}  // namespace
}  // namespace gk::report
