#include "base/yuan.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"

namespace gk {

std::string yuan_text(std::int64_t fen) {
    GK_ASSERT(fen >= 0);
    const auto rest = fen % fen_of_yuan;
    return rest == 0 ? fmt::format("{}", fen / fen_of_yuan)
                     : fmt::format("{}.{:02}", fen / fen_of_yuan, rest);
}

}  // namespace gk
