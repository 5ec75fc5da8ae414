// Reads or cleans a foreign file in a child process that can do nothing else: this program itself,
// started anew, so that neither the memory nor the open files of the parent are within its reach.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.hpp"
#include "document/clean_file.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

// The first statement of main() in every program that reads documents:
//   if (const auto status = document::run_as_child(argc, argv)) { return *status; }
// Does the work and returns the exit status where this process was started as the child; otherwise
// only notes that this program can be one.
[[nodiscard]] std::optional<int> run_as_child(int argc, const char* const* argv);

// Starts the child and waits for its answer. A child that crashes, is killed or takes more than the
// limits is the problem document.reader_stopped. Throws Bug in a program whose main() did not call
// run_as_child(), Fault where no process can be started.
[[nodiscard]] Result<Document> read_in_child(std::string_view bytes, std::string_view file_name,
                                             const ExtractLimits& limits);

// The same work for a file to be cleaned; what stops the child is document.cleaner_stopped.
[[nodiscard]] Result<CleanFile> clean_in_child(std::string_view bytes, const CleanLimits& limits);

}  // namespace gk::document
