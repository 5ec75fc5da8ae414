// Days by which somebody outside the office is to act in a case, and that pass without an act where
// nobody does: a correction, a payment, reasons, an opinion. What their passing means is for the
// office to decide on or, of an opinion, laid down by the regulation. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/standing.hpp"
#include "base/citation.hpp"

namespace gk::application {

enum class Awaited : std::uint8_t {
    correction,  // Art. 30.
    payment,     // Art. 42, 办法 art. 6.
    reasons,     // Art. 35.
    opinion,     // Arts 32, 34.
};
[[nodiscard]] std::span<const Awaited> awaited_kinds();
[[nodiscard]] std::string_view key(Awaited awaited);
[[nodiscard]] std::string_view label(Awaited awaited);

struct AwaitedDay {
    Awaited awaited = Awaited::correction;
    Date last_day;
    // Of the act that asked for it.
    int event_number = 0;
    std::optional<law::Consulted> consulted = {};

    friend bool operator==(const AwaitedDay&, const AwaitedDay&) = default;
};

// What the case still waits for, or has waited for in vain, in the order of the enumerators.
[[nodiscard]] std::vector<AwaitedDay> awaited_days(const Standing& standing);

[[nodiscard]] bool has_passed(const AwaitedDay& day, Date today);

// What the office is told once it has passed: 补正期限已过, and what follows by which article.
struct PassedWords {
    std::string title;
    std::string content;
};

[[nodiscard]] PassedWords passed_words(const AwaitedDay& day);

// The first day on which one of them has newly passed; nothing where none is to come. From then on
// the case stands otherwise without an act.
[[nodiscard]] std::optional<Date> next_passing(const Standing& standing);

}  // namespace gk::application
