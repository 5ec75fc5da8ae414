#include "application/started/limit_store.hpp"

#include <gtest/gtest.h>

#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::application::started {
namespace {

using std::chrono::minutes;

constexpr LimitRule rule{.at_once = 3, .one_each = minutes(2)};
constexpr Moment start{1'700'000'000'000};

Moment after(std::chrono::milliseconds time) {
    return {start.utc_ms + time.count()};
}

class AskingLimit : public test::OnBothDatabases {
protected:
    AskingLimit() { EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value()); }

    std::optional<int> ask(std::string_view whom, Moment now) {
        const auto subject = limit_subject(ring_, "guess", whom);
        return database().write([&](store::Transaction& transaction) {
            return wait_seconds(transaction, rule, subject, now);
        });
    }

    people::KeyRing ring_ = people::new_key_ring();
};

GK_ON_BOTH_DATABASES(AskingLimit);

TEST_P(AskingLimit, lets_some_come_at_once_and_then_says_how_long_to_wait) {
    for (int i = 0; i < rule.at_once; ++i) {
        EXPECT_FALSE(ask("192.0.2.1", start)) << i;
    }
    EXPECT_EQ(ask("192.0.2.1", start), 120);
    EXPECT_EQ(ask("192.0.2.1", after(minutes(1))), 60);
    EXPECT_FALSE(ask("192.0.2.1", after(minutes(2))));
    EXPECT_TRUE(ask("192.0.2.1", after(minutes(2))));
    EXPECT_FALSE(ask("192.0.2.2", start)) << "another is not held back";
}

TEST_P(AskingLimit, survives_a_restart) {
    for (int i = 0; i < rule.at_once; ++i) {
        EXPECT_FALSE(ask("192.0.2.1", start));
    }
    reopen();
    EXPECT_EQ(ask("192.0.2.1", start), 120);
}

TEST_P(AskingLimit, takes_one_ipv6_network_for_one) {
    for (const auto* address : {"2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3"}) {
        EXPECT_FALSE(ask(address, start));
    }
    EXPECT_TRUE(ask("2001:db8::4", start));
    EXPECT_FALSE(ask("2001:db8:0:1::1", start));
}

TEST_P(AskingLimit, does_not_lock_anybody_out_when_the_clock_is_set_back) {
    for (int i = 0; i < rule.at_once; ++i) {
        EXPECT_FALSE(ask("192.0.2.1", after(minutes(100'000))));
    }
    EXPECT_FALSE(ask("192.0.2.1", after(minutes(2))).value_or(0) > 120);
}

TEST_P(AskingLimit, keeps_no_address) {
    EXPECT_EQ(limit_subject(ring_, "guess", "192.0.2.1").find("192.0.2.1"), std::string::npos);
    EXPECT_NE(limit_subject(ring_, "guess", "192.0.2.1"),
              limit_subject(people::new_key_ring(), "guess", "192.0.2.1"));
    EXPECT_NE(limit_subject(ring_, "guess", "192.0.2.1"),
              limit_subject(ring_, "start", "192.0.2.1"));
}

TEST_P(AskingLimit, is_looked_at_without_being_counted_and_forgotten_once_past) {
    const auto subject = limit_subject(ring_, "guess", "192.0.2.1");
    for (int i = 0; i < rule.at_once; ++i) {
        EXPECT_FALSE(ask("192.0.2.1", start));
    }
    const auto look = [&](Moment now) {
        return database().read(
            [&](store::Snapshot& snapshot) { return look_at_limit(snapshot, rule, subject, now); });
    };
    EXPECT_EQ(look(start), 120);
    EXPECT_EQ(look(start), 120);
    const auto removed = [&](Moment now) {
        return database().write(
            [&](store::Transaction& transaction) { return delete_past_limits(transaction, now); });
    };
    EXPECT_EQ(removed(start), 0);
    EXPECT_EQ(removed(after(minutes(6))), 1);
    EXPECT_FALSE(look(start));
}

}  // namespace
}  // namespace gk::application::started
