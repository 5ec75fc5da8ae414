// Our readings of the law where its text is silent, in one sentence each. The reasons stand in
// docs/readings/, in the note of the same number; a test holds the two together.
#pragma once

#include <span>
#include <string_view>

namespace gk::law {

struct Reading {
    std::string_view number;    // "0013"
    std::string_view question;  // Chinese.
    std::string_view adopted;
};

// In the order of their numbers.
[[nodiscard]] std::span<const Reading> readings();

}  // namespace gk::law
