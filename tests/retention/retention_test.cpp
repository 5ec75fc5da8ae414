// What is deleted when its time is over, and what stays. The clock is moved, nothing waits.
#include <chrono>
#include <filesystem>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/case_files_service.hpp"
#include "application/third_party_service.hpp"
#include "document/file_store.hpp"
#include "document/waiting_file_store.hpp"
#include "remedy/case_link_service.hpp"
#include "remedy/service.hpp"
#include "retention/retention_service.hpp"

namespace gk::retention {
namespace {

using application::list_case_files;
using application::own_applicant;
using application::view_third_parties;
using document::FileStore;
using gk::test::sample_calendar;
using people::Role;
using test::noon;

const auto operating = people::operator_named("cli:test");
const Date registered_on(2026, 3, 2);
const Date over_on(2026, 3, 10);

class Retention : public gk::test::ApplicationFixture {
protected:
    ~Retention() override { std::filesystem::remove_all(folder_); }

    document::StoredFile placed(std::string_view bytes) {
        const auto place = files_.place(bytes, document::Sealing::sealed);
        return database().write([&](store::Transaction& transaction) {
            return document::insert_stored_file(transaction,
                                                {.agency = agency_,
                                                 .kind = document::MediaKind::jpeg,
                                                 .given_name = "照片.jpg",
                                                 .placed = place},
                                                now_);
        });
    }

    std::string with_files(const std::vector<std::string>& identity_files,
                           const std::vector<std::string>& other_files) {
        auto given = application_of();
        given.identity_files = identity_files;
        given.files = other_files;
        return registered(registered_on, given);
    }

    void end(const std::string& id) {
        did(id, Action::withdraw, {.text = "不再需要"}, Role::clerk, over_on);
        did(id, Action::close, {}, Role::clerk, over_on);
    }

    void end(const remedy::Desk& remedies, const std::string& remedy, Date on) {
        const auto did_in_remedy = [&](remedy::RemedyAction action, const remedy::Entry& entry) {
            const auto done = remedy::act(remedies, {remedy}, action, entry, clerk(), noon(on));
            EXPECT_TRUE(done.has_value());
        };
        did_in_remedy(remedy::RemedyAction::record_decision,
                      {.on = on, .decision = law::ReconsiderationDecision::upheld});
        did_in_remedy(remedy::RemedyAction::close, {.on = on});
    }

    RetentionRun run_on(Date day, const RetentionPeriods& periods) {
        const auto run = run_retention({database(), files_, periods}, operating, noon(day));
        EXPECT_TRUE(run.has_value());
        return *run;
    }

    FileStore::State state(const document::StoredFile& file) {
        return files_.state(file.placed.address);
    }

    std::int64_t count_acts(const std::string& act) {
        return count_of("audit_entries WHERE act = '" + act + "'");
    }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / ("gongkai_" + new_public_id());
    FileStore files_{folder_, ring_};
};

GK_ON_BOTH_DATABASES(Retention);

TEST_P(Retention, keeps_proof_of_identity_for_days_after_the_end_and_everything_else_longer) {
    const auto photo = placed("身份证");
    const auto letter = placed("申请书");
    const auto running_photo = placed("另一张身份证");
    const auto over = with_files({photo.public_id}, {letter.public_id});
    with_files({running_photo.public_id}, {});
    end(over);
    const RetentionPeriods periods{.identity_days = 190, .case_years = 10};
    EXPECT_EQ(run_on(over_on.plus_days(190), periods).identity_files, 0);
    EXPECT_EQ(state(photo), FileStore::State::fine);
    EXPECT_EQ(run_on(over_on.plus_days(191), periods).identity_files, 1);
    EXPECT_EQ(state(photo), FileStore::State::missing);
    EXPECT_EQ(state(letter), FileStore::State::fine);
    EXPECT_EQ(state(running_photo), FileStore::State::fine) << "its case goes on";
    EXPECT_EQ(own_applicant(desk(), over)->applicant.name, "申请人甲");
    EXPECT_EQ(count_acts("case.erase_identity_files"), 1);
    EXPECT_EQ(run_on(over_on.plus_days(192), periods).identity_files, 0);
    EXPECT_EQ(count_acts("case.erase_identity_files"), 1) << "nothing, nothing in the trail";
    // Named still, and gone.
    const auto named = list_case_files(desk(), over, clerk());
    ASSERT_TRUE(named.has_value());
    ASSERT_EQ(named->size(), 1U);
    EXPECT_EQ(named->front().stored.public_id, letter.public_id);
}

TEST_P(Retention, keeps_proof_of_identity_with_the_applicant_where_no_days_are_set) {
    const auto photo = placed("身份证");
    end(with_files({photo.public_id}, {}));
    EXPECT_EQ(run_on(Date(2030, 1, 1), {.case_years = 10}).identity_files, 0);
    EXPECT_EQ(run_on(Date(2037, 1, 1), {.case_years = 10}).files, 1);
    EXPECT_EQ(state(photo), FileStore::State::missing);
}

TEST_P(Retention, keeps_proof_of_identity_of_a_case_that_was_opened_again) {
    const auto photo = placed("身份证");
    const auto id = with_files({photo.public_id}, {});
    end(id);
    did(id, Action::reopen, {.text = "复议决定责令重新答复"}, Role::clerk, Date(2026, 5, 6));
    EXPECT_EQ(run_on(Date(2027, 3, 1), {.identity_days = 190}).identity_files, 0);
    EXPECT_EQ(state(photo), FileStore::State::fine);
}

TEST_P(Retention, keeps_proof_of_identity_until_the_remedy_has_been_over_for_days_too) {
    const auto photo = placed("身份证");
    const auto id = with_files({photo.public_id}, {});
    end(id);
    const remedy::CaseLink link{desk()};
    const remedy::Desk remedies{database(), ring_, sample_calendar(), link};
    const auto opened = remedy::register_remedy(remedies,
                                                {.agency_code = "xigebi",
                                                 .application = id,
                                                 .title = "不服答复",
                                                 .body_name = "沙湾市人民政府",
                                                 .subject = law::RemedySubject::other_answer},
                                                {.on = over_on.plus_days(20)}, clerk(),
                                                noon(over_on.plus_days(20)));
    ASSERT_TRUE(opened.has_value());
    const RetentionPeriods periods{.identity_days = 190};
    EXPECT_EQ(run_on(over_on.plus_days(400), periods).identity_files, 0) << "it goes on";
    const auto decided_on = over_on.plus_days(80);
    end(remedies, opened->public_id, decided_on);
    EXPECT_EQ(run_on(decided_on.plus_days(190), periods).identity_files, 0);
    EXPECT_EQ(run_on(decided_on.plus_days(191), periods).identity_files, 1);
    EXPECT_EQ(state(photo), FileStore::State::missing);
}

TEST_P(Retention, forgets_who_contested_once_the_archive_may) {
    const remedy::CaseLink link{desk()};
    const remedy::Desk remedies{database(), ring_, sample_calendar(), link};
    const auto standing_alone = [&] {
        return remedy::register_remedy(remedies,
                                       {.agency_code = "xigebi",
                                        .title = "不服公开方式",
                                        .body_name = "沙湾市人民政府",
                                        .claimant_name = "申请人乙"},
                                       {.on = registered_on}, clerk(), noon(registered_on));
    };
    const auto over = standing_alone();
    const auto running = standing_alone();
    ASSERT_TRUE(over.has_value() && running.has_value());
    end(remedies, over->public_id, over_on);
    EXPECT_EQ(run_on(Date(2036, 3, 10), {.case_years = 10}).claimants, 0);
    EXPECT_EQ(run_on(Date(2036, 3, 11), {.case_years = 10}).claimants, 1);
    EXPECT_EQ(count_of("remedy_cases WHERE claimant_name IS NOT NULL"), 1);
    EXPECT_EQ(count_acts("remedy.erase_claimants"), 1);
}

TEST_P(Retention, forgets_who_applied_and_who_was_asked_once_the_archive_may) {
    const auto letter = placed("申请书");
    const auto material = placed("补充的材料");
    const auto over = with_files({}, {letter.public_id});
    did(over, Action::add_material, {.files = {material.public_id}}, Role::clerk, registered_on);
    did(over, Action::consult,
        {.text = "是否同意公开",
         .consulted = law::Consulted::third_party,
         .party = "某公司（示例）",
         .contact = "某某路2号"},
        Role::clerk, registered_on);
    const auto running = registered(registered_on);
    end(over);
    EXPECT_FALSE(run_retention({database(), files_, {.case_years = 10}}, people::everyone(), now_));
    EXPECT_EQ(run_on(Date(2037, 1, 1), {}).applicants, 0);
    EXPECT_EQ(run_on(Date(2037, 1, 1), {.case_years = 12}).applicants, 0);
    const auto run = run_on(Date(2037, 1, 1), {.case_years = 10});
    EXPECT_EQ(run.applicants, 1);
    EXPECT_EQ(run.third_parties, 1);
    EXPECT_EQ(run.files, 2);
    EXPECT_EQ(state(letter), FileStore::State::missing);
    EXPECT_EQ(state(material), FileStore::State::missing);
    EXPECT_EQ(own_applicant(desk(), over)->applicant.name, "");
    EXPECT_EQ(own_applicant(desk(), running)->applicant.name, "申请人甲");
    const auto parties = view_third_parties(desk(), over, clerk(), now_);
    ASSERT_TRUE(parties.has_value());
    EXPECT_EQ(parties->front().party, application::ThirdParty{});
    const auto again = run_on(Date(2037, 1, 2), {.case_years = 10});
    EXPECT_EQ(again.applicants + again.third_parties + again.files, 0);
}

TEST_P(Retention, deletes_what_was_sent_in_and_never_named_after_a_month) {
    const auto id = registered(registered_on);
    const auto sent = [&](std::string_view bytes) {
        const auto file = placed(bytes);
        database().write([&](store::Transaction& transaction) {
            document::insert_waiting_file(transaction, file, id, noon(registered_on));
        });
        return file;
    };
    const auto named = sent("用上的");
    const auto forgotten = sent("没有用上的");
    did(id, Action::add_material, {.files = {named.public_id, named.public_id}}, Role::clerk,
        registered_on);
    EXPECT_EQ(run_on(registered_on.plus_days(30), {}).waiting_files, 0);
    EXPECT_EQ(run_on(registered_on.plus_days(31), {}).waiting_files, 1);
    EXPECT_EQ(state(named), FileStore::State::fine);
    EXPECT_EQ(state(forgotten), FileStore::State::missing);
    EXPECT_EQ(count_of("stored_files"), 1);
    EXPECT_EQ(count_of("waiting_files"), 0);
    EXPECT_EQ(count_acts("files.expire"), 1);
}

TEST_P(Retention, is_run_once_a_day_whoever_comes_first) {
    const RetentionDesk desk{database(), files_, {.case_years = 10}};
    EXPECT_TRUE(run_daily_retention(desk, operating, noon(over_on))->has_value());
    EXPECT_FALSE(run_daily_retention(desk, operating, noon(over_on))->has_value());
    EXPECT_TRUE(run_daily_retention(desk, operating, noon(over_on.plus_days(1)))->has_value());
}

}  // namespace
}  // namespace gk::retention
