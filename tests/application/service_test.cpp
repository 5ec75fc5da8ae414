#include "application/service.hpp"

#include <atomic>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/count_store.hpp"
#include "audit/service.hpp"
#include "audit/store.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::noon;
using test::person;
using testing::ElementsAre;

const Moment now = noon(Date(2026, 3, 2));

class Applications : public test::ApplicationFixture {
protected:
    static NewApplication application(std::string name = "申请人甲",
                                      std::string title = "2025年镇级财政预算") {
        return application_of(std::move(name), std::move(title));
    }

    std::vector<std::string> trail_of(const std::string& id) {
        return database().read([&](store::Snapshot& snapshot) {
            std::vector<std::string> acts;
            for (const auto& entry : audit::load_entries_of(snapshot, "case", id)) {
                acts.push_back(entry.actor + " " + entry.act);
            }
            return acts;
        });
    }
};

GK_ON_BOTH_DATABASES(Applications);

TEST_P(Applications, that_are_submitted_wait_for_confirmation) {
    const auto receipt = submit(application(), "form-1");
    EXPECT_EQ(receipt.number, "xigebi-2026-0001");
    EXPECT_EQ(receipt.submitted_at, now);
    const auto view = found(receipt.public_id);
    EXPECT_EQ(view.standing.state, CaseState::awaiting_confirmation);
    EXPECT_EQ(view.of.masked_name, "申***");
    EXPECT_EQ(view.of.notice_version, "1");
    EXPECT_EQ(view.signal.light, notify::Light::none);
    EXPECT_THAT(trail_of(receipt.public_id), ElementsAre("applicant case.submit"));
}

TEST_P(Applications, are_made_once_however_often_the_button_is_pressed) {
    const auto first = submit(application(), "form-1");
    const auto second = submit(application(), "form-1");
    EXPECT_FALSE(first.is_repeated);
    EXPECT_TRUE(second.is_repeated);
    EXPECT_EQ(second.public_id, first.public_id);
    EXPECT_EQ(second.number, first.number);
    EXPECT_EQ(count_of("cases"), 1);
    EXPECT_EQ(submit(application(), "form-2").number, "xigebi-2026-0002");
}

TEST_P(Applications, have_numbers_without_gap_when_many_come_at_once) {
    constexpr int threads = 4;
    constexpr int each = 10;
    std::vector<std::thread> submitting;
    std::atomic<int> refused = 0;
    for (int thread = 0; thread < threads; ++thread) {
        submitting.emplace_back([&, thread] {
            for (int i = 0; i < each; ++i) {
                // Two threads share each key.
                const auto key = std::to_string(thread / 2) + "-" + std::to_string(i);
                refused += submit_application(desk(), application(), code_, key, now) ? 0 : 1;
            }
        });
    }
    for (auto& thread : submitting) {
        thread.join();
    }
    EXPECT_EQ(refused, 0);
    const auto sequences = database().read([](store::Snapshot& snapshot) {
        std::vector<int> all;
        auto row = snapshot.query("SELECT number_sequence FROM cases ORDER BY number_sequence");
        while (row.next()) {
            all.push_back(row.get<int>(0));
        }
        return all;
    });
    ASSERT_EQ(sequences.size(), std::size_t{threads / 2 * each});
    EXPECT_EQ(sequences.front(), 1);
    EXPECT_EQ(sequences.back(), threads / 2 * each);
}

TEST_P(Applications, keep_who_applied_sealed_and_show_it_for_a_mark_in_the_trail) {
    auto given = application();
    given.representative = Representative{.name = "代理人乙", .identity_number = "", .phone = ""};
    given.representative->identity_number = "440524188001010014";
    const auto id = submit(given, "form-1").public_id;
    const auto kept = view_applicant(desk(), id, clerk(), now);
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->applicant, given.applicant);
    EXPECT_EQ(kept->representative, given.representative);
    EXPECT_THAT(trail_of(id),
                ElementsAre("applicant case.submit", "user:clerk case.view_applicant"));
    EXPECT_EQ(code_of(view_applicant(desk(), id, person(Role::signatory, agency_), now)),
              "application.not_permitted");
    const auto stored = database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT name, identity_number FROM case_applicants");
        EXPECT_TRUE(row.next());
        const auto name = row.get<store::Blob>(0);
        return std::string(reinterpret_cast<const char*>(name.data()), name.size());
    });
    EXPECT_EQ(stored.find("申请人"), std::string::npos);
}

TEST_P(Applications, are_unknown_to_whoever_may_not_read_them) {
    const auto id = submit(application(), "form-1").public_id;
    const auto other = add_agency("other");
    for (const auto& actor :
         {people::everyone(), person(Role::clerk, other), person(Role::supervisor, agency_),
          test::unit_officer("finance", agency_), people::operator_named("cli:root")}) {
        EXPECT_EQ(code_of(find_case(desk(), id, actor, now)), "application.case_unknown");
        EXPECT_EQ(code_of(act(desk(), {.public_id = id}, Action::close, {}, actor, now)),
                  "application.case_unknown");
    }
    EXPECT_EQ(code_of(find_case(desk(), "nothing", clerk(), now)), "application.case_unknown");
}

TEST_P(Applications, are_found_by_number_and_code_and_by_nothing_less) {
    const auto receipt = submit(application(), "form-1");
    const auto view =
        find_by_number_and_code(desk(), " XIGEBI-2026-0001 ", grouped(code_.text), now);
    ASSERT_TRUE(view.has_value());
    EXPECT_EQ(view->of.public_id, receipt.public_id);
    EXPECT_EQ(code_of(find_by_number_and_code(desk(), receipt.number, "AAAAAAAAAAAAA", now)),
              "application.case_unknown");
    EXPECT_EQ(code_of(find_by_number_and_code(desk(), "xigebi-2026-0009", code_.text, now)),
              "application.case_unknown");
    EXPECT_EQ(code_of(find_by_number_and_code(desk(), receipt.number, "", now)),
              "application.case_unknown");

    const auto another = new_query_code();
    ASSERT_TRUE(
        replace_query_code(desk(), receipt.public_id, another, applicant_actor(), now).has_value());
    EXPECT_EQ(code_of(find_by_number_and_code(desk(), receipt.number, code_.text, now)),
              "application.case_unknown");
    EXPECT_TRUE(find_by_number_and_code(desk(), receipt.number, another.text, now).has_value());
    EXPECT_EQ(code_of(replace_query_code(desk(), receipt.public_id, code_,
                                         person(Role::signatory, agency_), now)),
              "application.not_permitted");
}

TEST_P(Applications, go_the_whole_way_from_the_counter_to_the_archive) {
    const auto id = registered();
    did(id, Action::give_search_task,
        {.text = "查找预算", .due_on = Date(2026, 3, 16), .unit = "finance"}, Role::clerk);
    const auto officer = test::unit_officer("finance", agency_);
    EXPECT_TRUE(find_case(desk(), id, officer, now).has_value());
    EXPECT_TRUE(act(desk(), {.public_id = id}, Action::record_search,
                    {.text = "财政所档案", .event_number = 2, .search_result = SearchResult::found},
                    officer, noon(Date(2026, 3, 10)))
                    .has_value());
    did(id, Action::add_released_file, {.files = {stored_file()}}, Role::clerk);
    did(id, Action::draft_decision, {.text = "全文公开", .outcome = law::Outcome::granted},
        Role::clerk);
    did(id, Action::review_decision, {}, Role::office_head);
    did(id, Action::sign_decision, {}, Role::signatory);
    did(id, Action::review_release, {}, Role::secrecy_reviewer);
    did(id, Action::deliver, {.on = Date(2026, 3, 10), .route = AnswerRoute::post}, Role::clerk);
    did(id, Action::record_delivery_receipt, {.evidence = "回执"}, Role::clerk);
    did(id, Action::close, {}, Role::clerk);
    did(id, Action::archive, {}, Role::clerk);
    const auto view = found(id);
    EXPECT_EQ(view.standing.state, CaseState::archived);
    EXPECT_EQ(view.standing.counted->outcome, law::Outcome::granted);
    EXPECT_EQ(view.of.version, 12);
    EXPECT_EQ(trail_of(id).size(), 12U);
    EXPECT_EQ(trail_of(id).at(2), "user:unit_officer case.record_search");
    EXPECT_TRUE(audit::verify(database()).is_intact());
}

TEST_P(Applications, let_the_applicant_do_its_own_part) {
    const auto id = registered();
    did(id, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 20)},
        Role::clerk, Date(2026, 3, 4));
    EXPECT_EQ(answer_correction(desk(), id, {.text = "2025年"}, noon(Date(2026, 3, 6)))->state,
              CaseState::in_progress);
    EXPECT_TRUE(
        add_material(desk(), id, {.files = {stored_file()}}, noon(Date(2026, 3, 6))).has_value());
    EXPECT_TRUE(change_contact(desk(), {.public_id = id},
                               {.route = ContactRoute::email, .email = "name@example.cn"},
                               applicant_actor(), noon(Date(2026, 3, 6)))
                    .has_value());
    EXPECT_EQ(own_applicant(desk(), id)->applicant.contact.email, "name@example.cn");
    EXPECT_EQ(own_applicant(desk(), id)->applicant.contact.phone, "");
    EXPECT_EQ(own_applicant(desk(), id)->applicant.name, "申请人甲");
    EXPECT_EQ(code_of(change_contact(desk(), {.public_id = id}, {}, applicant_actor(), now)),
              "application.field_missing");
    EXPECT_EQ(code_of(act(desk(), {.public_id = id}, Action::close, {}, applicant_actor(), now)),
              "application.not_permitted");
    EXPECT_EQ(code_of(give_reasons(desk(), id, {.text = "研究"}, noon(Date(2026, 3, 6)))),
              "application.nothing_pending");
    EXPECT_EQ(withdraw_application(desk(), id, {.text = "不需要了"}, noon(Date(2026, 3, 9)))->state,
              CaseState::awaiting_closing);
}

TEST_P(Applications, repeat_another_only_once_that_was_answered) {
    const auto earlier = registered(Date(2026, 3, 2));
    const auto again = registered(Date(2026, 3, 9));
    const Entry repeats{.reference = "xigebi-2026-0001"};
    EXPECT_EQ(code_of(act_on(again, Action::mark_duplicate, repeats, Role::clerk)),
              "application.not_answered_yet");
    answered(earlier, law::Outcome::granted, Date(2026, 3, 10));
    EXPECT_EQ(code_of(act_on(again, Action::mark_duplicate, repeats, Role::clerk)), "yes");
}

TEST_P(Applications, tell_all_that_is_wrong_with_a_registration_at_once) {
    auto given = application();
    given.applicant.name.clear();
    const auto refused = register_application(
        desk(), given, {.on = Date(2026, 3, 3), .confirmed_on = Date(2026, 3, 4)}, code_, "",
        clerk(), noon(Date(2026, 3, 2)));
    ASSERT_FALSE(refused.has_value());
    std::vector<std::string> fields;
    for (const auto& each : refused.error().problems()) {
        fields.push_back(each.field);
    }
    EXPECT_EQ(fields, (std::vector<std::string>{"name", "channel", "on", "confirmed_on"}));
}

TEST_P(Applications, refuse_a_stale_version_and_dates_that_the_law_does_not_take) {
    const auto id = registered();
    const Entry entry{.on = Date(2026, 3, 1), .text = "请写明年度", .due_on = Date(2026, 3, 20)};
    EXPECT_EQ(code_of(act_on(id, Action::ask_for_correction, entry, Role::clerk)),
              "application.dates_crossed");
    EXPECT_EQ(
        code_of(act_on(id, Action::link_case, {.reference = "xigebi-2026-0001"}, Role::clerk)),
        "application.case_is_itself");
    EXPECT_EQ(
        code_of(act_on(id, Action::link_case, {.reference = "xigebi-2026-0009"}, Role::clerk)),
        "application.case_unknown");
    EXPECT_EQ(code_of(act_on(
                  id, Action::record_search,
                  {.on = Date(2026, 3, 11), .text = "查过", .search_result = SearchResult::found},
                  Role::clerk)),
              "application.date_in_future");
    did(id, Action::record_search, {.text = "查过", .search_result = SearchResult::found},
        Role::clerk);
    EXPECT_EQ(code_of(act(desk(), {.public_id = id, .version = 1}, Action::withdraw, {}, clerk(),
                          noon(Date(2026, 3, 10)))),
              "application.changed_by_another");
    EXPECT_EQ(
        code_of(register_application(desk(), application(),
                                     {.on = Date(2026, 3, 2), .channel = law::Channel::registered},
                                     code_, "", clerk(), now)),
        "law.signature_missing");
    EXPECT_EQ(code_of(register_application(desk(), application(), {.on = Date(2026, 3, 2)}, code_,
                                           "", clerk(), now)),
              "application.field_missing");
    EXPECT_EQ(count_of("cases"), 1);
    EXPECT_EQ(count_of("case_numbers"), 1);
}

TEST_P(Applications, are_split_into_cases_of_their_own) {
    const auto id = registered();
    did(id, Action::split_application, {.text = "一事一申请", .parts = {"预算", "决算", "采购"}},
        Role::clerk);
    EXPECT_EQ(count_of("cases"), 3);
    const auto same = find_same_applicant(desk(), id, clerk());
    ASSERT_TRUE(same.has_value());
    EXPECT_EQ(same->count_in_month, 3);
    ASSERT_EQ(same->cases.size(), 2U);
    EXPECT_EQ(same->cases[0].number, "xigebi-2026-0003");
    const auto part = found(same->cases[1].public_id);
    EXPECT_EQ(part.of.wanted.description, "决算");
    EXPECT_EQ(part.of.part_of, "xigebi-2026-0001");
    EXPECT_EQ(part.standing.received_on, Date(2026, 3, 2));
    std::int64_t newly_received = 0;
    for (const auto& each : database().read(
             [&](store::Snapshot& snapshot) { return count_cases(snapshot, agency_, 2026); })) {
        newly_received += each.counted == Counted::newly_received ? each.count : 0;
    }
    EXPECT_EQ(newly_received, 3) << "each part counts in the annual report";
    EXPECT_EQ(code_of(act_on(same->cases[1].public_id, Action::split_application, {}, Role::clerk)),
              "application.already_done");
    EXPECT_EQ(code_of(act_on(registered(), Action::split_application,
                             {.text = "一事一申请", .parts = {"预算"}}, Role::clerk)),
              "application.parts_wrong");
}

TEST_P(Applications, of_the_same_applicant_and_of_the_same_thing_are_shown) {
    const auto first = submit(application("申请人甲", "2025年镇级财政预算"), "1").public_id;
    const auto second = submit(application("申请人甲", "宅基地审批"), "2").public_id;
    auto stranger = application("申请人乙", "2025年镇级财政预算和决算");
    stranger.applicant.identity_number = "440524188001010014";
    const auto third = submit(stranger, "3").public_id;
    const auto same = find_same_applicant(desk(), first, clerk());
    ASSERT_TRUE(same.has_value());
    ASSERT_EQ(same->cases.size(), 1U);
    EXPECT_EQ(same->cases[0].public_id, second);
    EXPECT_EQ(same->count_in_month, 2);
    const auto similar = find_similar(desk(), first, clerk());
    ASSERT_TRUE(similar.has_value());
    ASSERT_EQ(similar->size(), 1U);
    EXPECT_EQ(similar->front().public_id, third);
}

TEST_P(Applications, undo_a_mistake_by_another_act) {
    const auto id = registered();
    did(id, Action::ask_for_correction, {.text = "请写明年度", .due_on = Date(2026, 3, 20)},
        Role::clerk);
    did(id, Action::cancel_event, {.text = "误操作", .event_number = 2}, Role::clerk);
    EXPECT_EQ(found(id).standing.state, CaseState::awaiting_examination);
    EXPECT_EQ(found(id).of.events.size(), 3U);
    EXPECT_EQ(code_of(act_on(id, Action::cancel_event, {.text = "误操作", .event_number = 1},
                             Role::clerk)),
              "application.event_stays");
}

TEST_P(Applications, are_taken_by_agencies_that_there_are) {
    auto given = application();
    given.agency_code = "nowhere";
    EXPECT_EQ(code_of(submit_application(desk(), given, code_, "1", now)), "people.agency_unknown");
    EXPECT_EQ(code_of(register_application(
                  desk(), application(), {.on = Date(2026, 3, 2), .channel = law::Channel::counter},
                  code_, "", person(Role::signatory, agency_), now)),
              "application.not_permitted");
}

}  // namespace
}  // namespace gk::application
