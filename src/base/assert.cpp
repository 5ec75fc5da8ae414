#include "base/assert.hpp"

#include <fmt/format.h>

namespace gk {

void throw_bug(const char* condition, std::source_location where) {
    throw Bug(fmt::format("{}:{}: {} does not hold", where.file_name(), where.line(), condition));
}

}  // namespace gk
