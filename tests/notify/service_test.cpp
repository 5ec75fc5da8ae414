#include "notify/service.hpp"

#include <gmock/gmock.h>

#include "notify/office_fixture.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/task_store.hpp"

namespace gk::notify {
namespace {

using people::Role;
using testing::ElementsAre;

class Tasks : public Office {
protected:
    TaskPage load(TaskFilter filter) {
        const auto last = [&](int days) { return last_due_within(days, today(), calendar()); };
        return database().read([&](store::Snapshot& snapshot) {
            return load_tasks(snapshot, filter,
                              {.today = today(),
                               .last_today = last(0),
                               .last_soon = {{town_.id, last(5)}},
                               .last_soon_elsewhere = last(5)});
        });
    }

    std::vector<std::string> ids(TaskFilter filter) {
        std::vector<std::string> ids;
        for (const auto& task : load(filter).tasks) {
            ids.push_back(task.public_id);
        }
        return ids;
    }
};

GK_ON_BOTH_DATABASES(Tasks);

TEST_P(Tasks, are_found_by_those_they_were_given_to_and_by_nobody_else) {
    const auto of_clerk = give(to_role(Role::clerk));
    const auto of_unit = give(to_unit("economy"));
    const auto clerk = person(Role::clerk);
    const auto officer = person(Role::unit_officer, "economy");
    const auto stranger = person(Role::unit_officer, "society");
    EXPECT_THAT(ids({.actor = &clerk}), ElementsAre(of_clerk));
    EXPECT_THAT(ids({.actor = &officer}), ElementsAre(of_unit));
    EXPECT_THAT(ids({.actor = &stranger}), ElementsAre());
    EXPECT_THAT(ids({.agency = town_.id}), ElementsAre(of_clerk, of_unit));
    EXPECT_THAT(ids({.agency = other_town_.id}), ElementsAre());
}

TEST_P(Tasks, for_one_person_pass_on_to_another_and_those_for_a_role_stay) {
    const Id<people::Account> wang{101};
    const Id<people::Account> li{102};
    const auto of_wang = give(to_account(wang));
    const auto ended = give(to_account(wang));
    give(to_role(Role::clerk));
    database().write([&](store::Transaction& transaction) {
        end_task(transaction, *load_task(transaction, ended), TaskStatus::done, "user:wang",
                 noon());
        EXPECT_EQ(pass_on(transaction, wang, li), 1);
    });
    const people::Actor actor{.name = "user:li", .account = li};
    EXPECT_THAT(ids({.actor = &actor}), ElementsAre(of_wang));
}

TEST_P(Tasks, are_kept_as_they_were_given) {
    const auto id = give(to_account({9}), {Date(2026, 5, 15), Pace::paused});
    const auto page = load({.agency = town_.id});
    ASSERT_EQ(page.total, 1);
    const auto& task = page.tasks.front();
    EXPECT_EQ(task.public_id, id);
    EXPECT_EQ(task.agency_code, "xigebi");
    EXPECT_EQ(task.kind, "application.search");
    EXPECT_EQ(task.object, object());
    EXPECT_EQ(task.to, to_account({9}));
    EXPECT_EQ(task.title, "检索：水费收缴标准");
    EXPECT_EQ(task.due, (DueDate{Date(2026, 5, 15), Pace::paused}));
    EXPECT_EQ(task.status, TaskStatus::open);
    EXPECT_EQ(task.given_by, "user:clerk");
    EXPECT_EQ(task.given_at, noon());
}

TEST_P(Tasks, stand_with_the_most_urgent_first_and_those_that_do_not_run_last) {
    const auto later = give(to_role(Role::clerk), {Date(2026, 6, 1)});
    const auto paused = give(to_role(Role::clerk), {Date(2026, 5, 1), Pace::paused});
    const auto soon = give(to_role(Role::clerk), {Date(2026, 5, 11)});
    const auto without = give(to_role(Role::clerk));
    const auto listed = ids({.agency = town_.id});
    ASSERT_EQ(listed.size(), 4U);
    EXPECT_EQ(listed[0], soon);
    EXPECT_EQ(listed[1], later);
    EXPECT_THAT((std::vector{listed[2], listed[3]}),
                testing::UnorderedElementsAre(paused, without));
}

TEST_P(Tasks, are_filtered_by_the_same_urgency_that_their_light_shows) {
    for (int day = 4; day <= 29; ++day) {
        give(to_role(Role::clerk), {Date(2026, 5, static_cast<unsigned>(day))});
    }
    give(to_role(Role::clerk), {Date(2026, 5, 4), Pace::paused});
    give(to_role(Role::clerk), {std::nullopt, Pace::unstarted});
    give(to_role(Role::clerk));
    std::int64_t total = 0;
    for (const auto urgency : urgencies()) {
        const auto page = load({.agency = town_.id, .urgency = urgency, .limit = 100});
        total += page.total;
        EXPECT_EQ(page.total, static_cast<std::int64_t>(page.tasks.size()));
        for (const auto& task : page.tasks) {
            EXPECT_EQ(signal(task.due, today(), calendar(), {}).urgency, urgency);
        }
    }
    EXPECT_EQ(total, 29);
}

TEST_P(Tasks, end_with_what_they_are_about) {
    give(to_role(Role::clerk));
    give(to_role(Role::clerk), {}, "application.review");
    const auto ended = database().write([&](store::Transaction& transaction) {
        return done(transaction, object(), "application.search", "user:clerk", noon());
    });
    EXPECT_EQ(ended, 1);
    EXPECT_EQ(load({.agency = town_.id}).total, 1);
    const auto cancelled = database().write([&](store::Transaction& transaction) {
        return cancel(transaction, object(), "", "user:clerk", noon());
    });
    EXPECT_EQ(cancelled, 1);
    EXPECT_EQ(load({.agency = town_.id}).total, 0);
    const auto kept = load({.agency = town_.id, .status = TaskStatus::done});
    ASSERT_EQ(kept.total, 1);
    EXPECT_EQ(kept.tasks.front().ended_by, "user:clerk");
    EXPECT_EQ(kept.tasks.front().ended_at, noon());
}

TEST_P(Tasks, move_with_the_due_date_of_what_they_are_about) {
    const auto id = give(to_role(Role::clerk), {Date(2026, 5, 4)});
    const auto moved = database().write([&](store::Transaction& transaction) {
        return move_due(transaction, object(), "application.search",
                        {Date(2026, 6, 4), Pace::paused});
    });
    EXPECT_EQ(moved, 1);
    EXPECT_THAT(ids({.agency = town_.id, .urgency = Urgency::paused}), ElementsAre(id));
}

TEST_P(Tasks, are_undone_with_the_act_that_gave_them) {
    const auto refused = database().write([&](store::Transaction& transaction) -> Result<int> {
        give_task(transaction,
                  {.agency = town_.id,
                   .kind = "application.search",
                   .object = object(),
                   .to = to_role(Role::clerk),
                   .title = "检索",
                   .due = {},
                   .given_by = "user:clerk"},
                  noon());
        return error(ProblemCode{"test.refused", ErrorKind::refused, "不行。"});
    });
    EXPECT_FALSE(refused.has_value());
    EXPECT_EQ(load({.agency = town_.id}).total, 0);
}

TEST_P(Tasks, follow_what_is_wanted_of_a_thing) {
    const auto keep = [&](const std::vector<WantedTask>& wanted) {
        database().write([&](store::Transaction& transaction) {
            keep_tasks(transaction, town_.id, object(), wanted, "user:clerk", noon());
        });
        std::vector<std::string> open;
        for (const auto& task : load({.agency = town_.id}).tasks) {
            open.push_back(task.title + (task.due.due_on ? " " + task.due.due_on->iso() : ""));
        }
        return open;
    };
    const WantedTask review{.kind = "review", .to = to_role(Role::office_head), .title = "审核"};
    const WantedTask first{
        .kind = "search", .to = to_unit("economy"), .title = "检索一", .due = {Date(2026, 5, 11)}};
    WantedTask second = first;
    second.title = "检索二";
    second.due.due_on = Date(2026, 5, 12);
    EXPECT_THAT(keep({first, second}), ElementsAre("检索一 2026-05-11", "检索二 2026-05-12"));
    EXPECT_THAT(keep({first, second}), ElementsAre("检索一 2026-05-11", "检索二 2026-05-12"));
    EXPECT_THAT(keep({first, review}), ElementsAre("检索一 2026-05-11", "审核"));
    auto later = first;
    later.due.due_on = Date(2026, 5, 20);
    EXPECT_THAT(keep({later}), ElementsAre("检索一 2026-05-20"));
    EXPECT_THAT(keep({}), ElementsAre());
    EXPECT_EQ(load({.agency = town_.id, .status = TaskStatus::done}).total, 3);
}

TEST_P(Tasks, for_nobody_are_a_mistake_of_ours) {
    EXPECT_THROW(give({}), Bug);
}

class Messages : public Office {
protected:
    std::string tell(Assignee to, std::string once = {}) {
        return database().write([&](store::Transaction& transaction) {
            return send(transaction,
                        {.agency = town_.id,
                         .kind = "application.reply_signed",
                         .object = object(),
                         .to = to,
                         .title = "答复已签发",
                         .content = "请送达。",
                         .once = once},
                        noon());
        });
    }

    MessagePage load(const people::Actor& actor, bool is_unread_only = false) {
        return database().read([&](store::Snapshot& snapshot) {
            return load_messages(snapshot, actor, is_unread_only, 20, 0);
        });
    }

    int read(const people::Actor& actor, std::optional<std::string_view> id) {
        return database().write([&](store::Transaction& transaction) {
            return mark_read(transaction, actor, id, noon());
        });
    }
};

GK_ON_BOTH_DATABASES(Messages);

TEST_P(Messages, are_read_by_each_person_for_themselves) {
    tell(to_role(Role::clerk));
    const auto second = tell(to_role(Role::clerk));
    auto one = person(Role::clerk);
    auto two = one;
    two.account = Id<people::Account>{77};
    EXPECT_EQ(read(one, second), 1);
    EXPECT_EQ(read(one, second), 0);
    EXPECT_EQ(load(one).unread, 1);
    EXPECT_EQ(load(one).total, 2);
    EXPECT_EQ(load(one).messages.front().public_id, second);
    EXPECT_EQ(load(one).messages.front().read_at, noon());
    EXPECT_EQ(load(one, true).messages.size(), 1U);
    EXPECT_EQ(load(two).unread, 2);
    EXPECT_EQ(read(two, std::nullopt), 2);
    EXPECT_EQ(load(two).unread, 0);
    EXPECT_EQ(load(person(Role::signatory)).total, 0);
    EXPECT_EQ(read(person(Role::signatory), second), 0);
}

TEST_P(Messages, with_the_same_mark_are_sent_once) {
    EXPECT_FALSE(tell(to_role(Role::clerk), "reminder:1").empty());
    EXPECT_TRUE(tell(to_role(Role::clerk), "reminder:1").empty());
    EXPECT_EQ(load(person(Role::clerk)).total, 1);
}

class Outgoing : public Office {
protected:
    std::string post(std::string once = {}) {
        return database().write([&](store::Transaction& transaction) {
            return send(transaction, ring_,
                        {.agency = town_.id,
                         .carrier = Carrier::mail,
                         .address = "jia@example.org",
                         .subject = "申请已收到",
                         .text = "您的申请已收到。",
                         .timing = Timing::at_once,
                         .object = object(),
                         .once = once},
                        noon());
        });
    }

    std::vector<ClaimedRow> claim(Moment now) {
        return database().write([&](store::Transaction& transaction) {
            return claim_outgoing(transaction, now, {now.utc_ms + 60'000}, 10);
        });
    }

    people::KeyRing ring_ = people::new_key_ring();
};

GK_ON_BOTH_DATABASES(Outgoing);

TEST_P(Outgoing, waits_sealed_and_opens_for_whoever_holds_the_key) {
    const auto id = post();
    const auto rows = claim(noon());
    ASSERT_EQ(rows.size(), 1U);
    const auto parcel = open_parcel(ring_, rows.front());
    ASSERT_TRUE(parcel.has_value());
    EXPECT_EQ(parcel->public_id, id);
    EXPECT_EQ(parcel->address, "jia@example.org");
    EXPECT_EQ(parcel->subject, "申请已收到");
    EXPECT_EQ(parcel->text, "您的申请已收到。");
    EXPECT_FALSE(open_parcel(people::new_key_ring(), rows.front()).has_value());
    const std::string_view stored(reinterpret_cast<const char*>(rows.front().address.data()),
                                  rows.front().address.size());
    EXPECT_EQ(stored.find("jia"), std::string_view::npos);
}

TEST_P(Outgoing, is_taken_by_one_process_at_a_time_and_again_when_that_one_died) {
    post();
    EXPECT_EQ(claim(noon()).size(), 1U);
    EXPECT_EQ(claim(noon()).size(), 0U);
    EXPECT_EQ(claim({noon().utc_ms + 60'000}).size(), 1U);
}

TEST_P(Outgoing, with_the_same_mark_is_sent_once) {
    EXPECT_FALSE(post("receipt:1").empty());
    EXPECT_TRUE(post("receipt:1").empty());
    EXPECT_EQ(claim(noon()).size(), 1U);
}

}  // namespace
}  // namespace gk::notify
