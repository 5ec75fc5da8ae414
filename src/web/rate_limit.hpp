// How often one address may ask for what costs much: some at once, then one each so often.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.hpp"

namespace gk::web {

class RateLimit {
public:
    struct Rule {
        int at_once;
        std::chrono::milliseconds one_each;
    };

    // More addresses are not remembered: the oldest are forgotten first.
    static constexpr std::size_t addresses_max = 10'000;

    explicit RateLimit(Rule rule) : rule_(rule) {}

    // Counts one, or says in how many seconds the next one may come. The addresses of one IPv6
    // network (/64) count as one. Any thread.
    [[nodiscard]] std::optional<int> wait_seconds(std::string_view address, Moment now);

private:
    void make_room(std::int64_t now_ms);

    Rule rule_;
    std::mutex mutex_;
    // When the address has all its asking back.
    std::unordered_map<std::string, std::int64_t> full_at_ms_;
};

}  // namespace gk::web
