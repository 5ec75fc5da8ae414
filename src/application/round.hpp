// Following the events of a case from the first to the last: what each of them leaves behind. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "application/standing.hpp"

namespace gk::application {

struct History {
    law::Submission submission{};    // As the application came in.
    law::ApplicationEvents clock{};  // Of the current round.
    Round round = {};
    std::optional<Conclusion> counted = {};
    std::optional<Conclusion> latest = {};
    // That of the round of `counted`, where another round has begun since.
    std::optional<law::ApplicationEvents> counted_clock = {};
    FeeStanding fee = {};
    bool is_split = false;
};

// `events` without the cancelled ones. Asserts that the first is one that makes a case.
[[nodiscard]] History follow(std::span<const Event* const> events);

}  // namespace gk::application
