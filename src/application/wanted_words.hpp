// How the information sought is called where one line must do: by its title, else by what is
// described, else by its document number. 条例 art. 29 asks for one of them, not for all.
#pragma once

#include <string>

#include "application/case.hpp"

namespace gk::application {

[[nodiscard]] std::string wanted_words(const std::string& title, const std::string& description,
                                       const std::string& document_number);
[[nodiscard]] std::string wanted_words(const Wanted& wanted);

}  // namespace gk::application
