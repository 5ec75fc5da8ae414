// Identity: a row number inside the database, and an opaque public id outside.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace gk {

// Id<Agency> and Id<AnnualReport> do not mix.
template <typename Of>
struct Id {
    std::int64_t value = 0;

    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

// 26 characters of Crockford base 32 (130 random bits from the operating system): unguessable,
// says nothing of when or how many. Throws Fault where the system gives no randomness.
[[nodiscard]] std::string new_public_id();

}  // namespace gk
