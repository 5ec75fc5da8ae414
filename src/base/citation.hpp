// A citation: instrument, article, paragraph, item. Every rule, decision and refusal carries one.
#pragma once

#include <string_view>

namespace gk {

// `instrument` is the key of an instrument in law/instrument.hpp, for example "regulation-2019".
// 0 means that the citation does not go so deep. The views point at constants of the program.
struct Citation {
    std::string_view instrument;
    int article = 0;
    int paragraph = 0;
    int item = 0;

    [[nodiscard]] constexpr bool empty() const { return instrument.empty(); }

    friend constexpr bool operator==(const Citation&, const Citation&) = default;
};

}  // namespace gk
