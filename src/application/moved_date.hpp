// The dates of an open case that follow the working calendar, and which of them are others under
// another calendar. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/standing.hpp"

namespace gk::application {

enum class CaseDate : std::uint8_t { reply, payment, opinion };
[[nodiscard]] std::span<const CaseDate> case_dates();
[[nodiscard]] std::string_view key(CaseDate date);
[[nodiscard]] std::string_view label(CaseDate date);

// A date that is another now.
struct MovedDate {
    std::string public_id;
    std::string number;
    Id<people::Agency> agency;
    CaseState state = CaseState::awaiting_confirmation;
    CaseDate date = CaseDate::reply;
    std::optional<Date> before;
    std::optional<Date> after;
};

// `before` and `after`: the same case on the same day under either calendar. None where the case is
// concluded.
[[nodiscard]] std::vector<MovedDate> moved_dates(const Case& of, const Standing& before,
                                                 const Standing& after);

// Where only the last day for the reply is known from before: no more than that. None while an
// opinion is awaited, for then the day goes on with the waiting.
[[nodiscard]] std::vector<MovedDate> moved_reply(const Case& of, std::optional<Date> before,
                                                 const Standing& after);

}  // namespace gk::application
