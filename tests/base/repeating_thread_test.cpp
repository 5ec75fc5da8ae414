#include "base/repeating_thread.hpp"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/log.hpp"

namespace gk {
namespace {

using namespace std::chrono_literals;

TEST(RepeatingThread, goes_on_round_after_round_until_it_goes) {
    std::atomic<int> rounds = 0;
    {
        const RepeatingThread thread("counting", [&] { ++rounds; }, 0ms);
        while (rounds < 3) {
            std::this_thread::yield();
        }
    }
    const int made = rounds;
    EXPECT_GE(made, 3);
    EXPECT_EQ(rounds, made);
}

TEST(RepeatingThread, logs_a_round_that_fails_and_makes_the_next) {
    std::mutex mutex;
    std::vector<std::string> lines;
    std::atomic<int> rounds = 0;
    const log::Redirection redirection([&](std::string_view line) {
        const std::lock_guard lock(mutex);
        lines.emplace_back(line);
    });
    {
        const RepeatingThread thread(
            "counting",
            [&] {
                if (++rounds == 1) {
                    throw std::runtime_error("no disk");
                }
            },
            0ms);
        while (rounds < 2) {
            std::this_thread::yield();
        }
    }
    const std::lock_guard lock(mutex);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_THAT(lines[0], testing::HasSubstr("\"counting_failed\""));
    EXPECT_THAT(lines[0], testing::HasSubstr("no disk"));
}

TEST(RepeatingThread, stops_at_once_while_it_waits_for_the_next_round) {
    std::atomic<int> rounds = 0;
    {
        const RepeatingThread thread("counting", [&] { ++rounds; }, 24h);
        while (rounds == 0) {
            std::this_thread::yield();
        }
    }
    EXPECT_EQ(rounds, 1);
}

}  // namespace
}  // namespace gk
