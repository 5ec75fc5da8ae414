// The whole of the command line: words in, exit status out.
#pragma once

#include <span>
#include <string_view>

#include "cli/command.hpp"
#include "cli/context.hpp"

namespace gk::cli {

// `words` are the arguments after the program's name. Every Error, Fault and Bug ends here as a
// message and an exit status; nothing is thrown.
[[nodiscard]] int run(std::span<const std::string_view> words, Surroundings surroundings,
                      Streams& streams);

// run() with the process's own arguments, clock, environment and terminal.
[[nodiscard]] int run_process(int count, char** words);

}  // namespace gk::cli
