#include <filesystem>

#include <gmock/gmock.h>

#include "base/id.hpp"
#include "notify/office_fixture.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/runner_service.hpp"
#include "notify/task_service.hpp"
#include "notify/task_store.hpp"
#include "people/account_service.hpp"
#include "people/password_hasher.hpp"
#include "people/role_service.hpp"

namespace gk::notify {
namespace {

using people::Role;

// Carries as it is told to.
class FakeGateway final : public Gateway {
public:
    [[nodiscard]] bool is_on(Carrier) const override {
        return answer.carried != Carried::no_carrier;
    }

    [[nodiscard]] Receipt carry(const Parcel& parcel, Moment) override {
        carried.push_back(parcel.address + " " + parcel.text);
        return answer;
    }

    Receipt answer;
    std::vector<std::string> carried;
};

class Runner : public Office {
protected:
    Runner() {
        std::filesystem::create_directories(keys_);
        ring_ = *people::create_key_ring(keys_);
    }

    ~Runner() override { std::filesystem::remove_all(keys_); }

    RunCounts run(Moment now) {
        return run_once(
            {.database = database(), .gateway = gateway_, .calendar = calendar(), .keys = keys_},
            now);
    }

    std::string post(Timing timing = Timing::at_once) {
        return database().write([&](store::Transaction& transaction) {
            return send(transaction, ring_,
                        {.agency = town_.id,
                         .carrier = Carrier::short_message,
                         .address = "13800000000",
                         .subject = "",
                         .text = "答复已作出",
                         .timing = timing},
                        noon());
        });
    }

    OutgoingSummary summary() {
        return database().read(
            [](store::Snapshot& snapshot) { return load_outgoing(snapshot, {}).items.front(); });
    }

    static Moment later(Moment moment, std::int64_t minutes) {
        return {moment.utc_ms + minutes * 60'000};
    }

    static Moment noon_of(Date date) { return FixedClock(date).now(); }

    FakeGateway gateway_;
    people::KeyRing ring_;
    std::filesystem::path keys_ =
        std::filesystem::temp_directory_path() / ("gongkai_keys_" + new_public_id());
};

GK_ON_BOTH_DATABASES(Runner);

TEST_P(Runner, reminds_once_a_step_however_often_it_runs) {
    give(to_role(Role::clerk), {Date(2026, 5, 14)});
    EXPECT_EQ(run(noon()).reminded, 1);
    EXPECT_EQ(run(later(noon(), 1)).reminded, 0);
    EXPECT_EQ(run(noon_of({2026, 5, 9})).reminded, 0);   // Four days left, the same step.
    EXPECT_EQ(run(noon_of({2026, 5, 11})).reminded, 1);  // Three.
    const auto overdue = run(noon_of({2026, 5, 15}));
    EXPECT_EQ(overdue.reminded, 1);
    EXPECT_EQ(overdue.escalated, 1);
    EXPECT_EQ(run(noon_of({2026, 5, 18})).escalated, 0);
    const auto of_clerk = database().read([&](store::Snapshot& snapshot) {
        return load_messages(snapshot, person(Role::clerk), false, 20, 0);
    });
    EXPECT_EQ(of_clerk.total, 3);
    const auto of_head = database().read([&](store::Snapshot& snapshot) {
        return load_messages(snapshot, person(Role::office_head), false, 20, 0);
    });
    ASSERT_EQ(of_head.total, 1);
    EXPECT_EQ(of_head.messages.front().title, "已逾期1个工作日：检索：水费收缴标准");
}

TEST_P(Runner, carries_messages_to_the_persons_who_want_it_and_have_an_address) {
    people::PasswordHasher hasher{people::HashingLimits{}};
    const people::AccountDesk desk{.database = database(), .hasher = hasher, .keys = keys_};
    const auto operating = people::operator_named("cli:root");
    const auto person_named = [&](const std::string& name, people::Contact contact) {
        const auto account = people::create_account(desk,
                                                    {.login_name = name,
                                                     .display_name = name,
                                                     .agency_code = "xigebi",
                                                     .contact = std::move(contact)},
                                                    operating, noon());
        EXPECT_TRUE(people::grant_role(database(),
                                       {.account_id = account->public_id,
                                        .role = Role::clerk,
                                        .agency_code = "xigebi",
                                        .valid_from = today()},
                                       operating, noon())
                        .has_value());
        return people::Actor{.name = name, .display_name = name, .account = account->id};
    };
    const auto wants_mail = person_named("one", {.email = "one@example.org"});
    const auto has_none = person_named("two", {});
    person_named("three", {.email = "three@example.org"});
    choose_carriers(database(), {Carrier::mail}, wants_mail);
    choose_carriers(database(), {Carrier::mail}, has_none);
    give(to_role(Role::clerk), {Date(2026, 5, 14)});
    const auto first = run(noon());
    EXPECT_EQ(first.reminded, 1);
    EXPECT_EQ(first.carried, 1);
    EXPECT_EQ(first.sent, 1);
    ASSERT_EQ(gateway_.carried.size(), 1U);
    EXPECT_THAT(gateway_.carried.front(), testing::StartsWith("one@example.org 还剩5个工作日"));
    EXPECT_EQ(run(later(noon(), 1)), RunCounts{});
}

TEST_P(Runner, reminds_again_when_the_due_date_has_moved) {
    give(to_role(Role::clerk), {Date(2026, 5, 14)});
    EXPECT_EQ(run(noon()).reminded, 1);
    database().write([&](store::Transaction& transaction) {
        move_due(transaction, object(), "application.search", {Date(2026, 5, 13)});
    });
    EXPECT_EQ(run(noon()).reminded, 1);
}

TEST_P(Runner, reminds_of_more_tasks_than_it_takes_at_once) {
    for (int count = 0; count < 203; ++count) {
        give(to_role(Role::clerk), {today()});
    }
    EXPECT_EQ(run(noon()).reminded, 203);
}

TEST_P(Runner, sends_what_waits_and_then_forgets_whom_it_wrote_to) {
    post();
    EXPECT_EQ(run(noon()).sent, 1);
    EXPECT_EQ(gateway_.carried, std::vector<std::string>{"13800000000 答复已作出"});
    EXPECT_EQ(summary().status, OutgoingStatus::sent);
    EXPECT_EQ(summary().sent_at, noon());
    const auto left = database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query(
            "SELECT COUNT(*) FROM outgoing_messages WHERE address IS NOT NULL OR content IS NOT"
            " NULL");
        EXPECT_TRUE(row.next());
        return row.get<int>(0);
    });
    EXPECT_EQ(left, 0);
    EXPECT_EQ(run(later(noon(), 60)), RunCounts{});
}

TEST_P(Runner, waits_longer_after_each_failure_and_gives_up_visibly) {
    post();
    gateway_.answer = {Carried::not_now, "Timeout was reached"};
    EXPECT_EQ(run(noon()).failed, 1);
    EXPECT_EQ(run(noon()).failed, 0);
    EXPECT_EQ(summary().next_attempt_at, later(noon(), 1));
    Moment now = noon();
    for (int attempt = 1; attempt < 7; ++attempt) {
        EXPECT_EQ(summary().status, OutgoingStatus::waiting);
        now = *summary().next_attempt_at;
        EXPECT_EQ(run(now).failed, 1);
    }
    EXPECT_EQ(summary().status, OutgoingStatus::failed);
    EXPECT_EQ(summary().attempt_count, 7);
    EXPECT_EQ(summary().last_error, "Timeout was reached");
    EXPECT_EQ(run(later(now, 100'000)), RunCounts{});
}

TEST_P(Runner, gives_up_at_once_what_can_never_arrive) {
    post();
    gateway_.answer = {Carried::never, "对方服务回答 422"};
    EXPECT_EQ(run(noon()).failed, 1);
    EXPECT_EQ(summary().status, OutgoingStatus::failed);
}

TEST_P(Runner, passes_over_a_carrier_that_is_off) {
    post();
    gateway_.answer = {Carried::no_carrier, {}};
    EXPECT_EQ(run(noon()).skipped, 1);
    EXPECT_EQ(summary().status, OutgoingStatus::skipped);
}

TEST_P(Runner, waits_for_the_morning_with_what_is_not_urgent) {
    post(Timing::considerate);
    const auto night = later(noon(), 11 * 60);
    EXPECT_EQ(run(night).postponed, 1);
    EXPECT_TRUE(gateway_.carried.empty());
    EXPECT_EQ(summary().next_attempt_at, later(noon_of({2026, 5, 9}), -210));
    EXPECT_EQ(run(noon_of({2026, 5, 9})).sent, 1);
}

TEST_P(Runner, sends_what_waited_for_the_morning_once_the_agency_has_other_hours) {
    post(Timing::considerate);
    const auto night = later(noon(), 11 * 60);
    EXPECT_EQ(run(night).postponed, 1);
    StoredSettings at_any_hour;
    at_any_hour.settings.hours = {
        .from_minute = 0, .until_minute = 24 * 60, .is_working_days_only = false};
    ASSERT_TRUE(change_settings(database(), "xigebi", at_any_hour, person(Role::office_head), night)
                    .has_value());
    EXPECT_EQ(run(night).sent, 1);
}

TEST_P(Runner, counts_by_a_circular_from_the_moment_it_is_loaded) {
    give(to_role(Role::clerk), {Date(2026, 5, 19)});
    EXPECT_EQ(run(noon_of({2026, 5, 12})).reminded, 1);  // Five working days.
    give(to_role(Role::clerk), {Date(2026, 5, 20)});
    const auto administrator = person(Role::system_administrator);
    EXPECT_EQ(run(noon_of({2026, 5, 12})).reminded, 0);  // Six.
    const auto loaded = calendar::load_circular(
        database(), "2026.toml",
        "year = 2026\n[[source]]\ntitle = \"通知\"\n[[holiday]]\nname = \"某节\"\n"
        "off = [2026-05-14]\n",
        administrator, noon());
    ASSERT_TRUE(loaded.has_value());
    ASSERT_TRUE(live_calendar().refresh().has_value());
    EXPECT_EQ(run(noon_of({2026, 5, 12})).reminded, 1);  // Five as well.
}

TEST_P(Runner, shows_what_does_not_open_with_the_keys_that_are_there) {
    post();
    people::save_key_ring(keys_, people::new_key_ring());
    EXPECT_EQ(run(noon()).failed, 1);
    EXPECT_EQ(summary().status, OutgoingStatus::failed);
    EXPECT_FALSE(summary().last_error.empty());
    EXPECT_TRUE(gateway_.carried.empty());
}

}  // namespace
}  // namespace gk::notify
