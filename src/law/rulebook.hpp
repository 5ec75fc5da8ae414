// All rules of src/law/ as one text for a lawyer to check: Chinese, Markdown. Generated from the
// tables that the program runs on, so it cannot say anything else than what is computed.
#pragma once

#include <string>

namespace gk::law {

[[nodiscard]] std::string rulebook();

}  // namespace gk::law
