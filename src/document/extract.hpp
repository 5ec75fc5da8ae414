// Any foreign file → Document. The kind is told from the content; the name of the file only
// decides between Markdown and plain text, which nothing else tells apart.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "document/document.hpp"
#include "document/limits.hpp"

namespace gk::document {

// Reads `bytes` in this process, except a PDF or a very large file, which a sandboxed child reads
// (see child.hpp). Refuses with a problem of errors.hpp; never throws on what the bytes hold.
[[nodiscard]] Result<Document> extract(std::string_view bytes, std::string_view file_name,
                                       const ExtractLimits& limits = {});

// The same with every kind read in the child: for files of people we do not know.
[[nodiscard]] Result<Document> extract_in_child(std::string_view bytes, std::string_view file_name,
                                                const ExtractLimits& limits = {});

// Reads the file first; one above limits.bytes_max is refused before a byte of it is read.
[[nodiscard]] Result<Document> extract_file(const std::filesystem::path& path,
                                            const ExtractLimits& limits = {});

// Reads every kind in this process, PDF too: what the child does, and the fuzzers.
[[nodiscard]] Result<Document> extract_here(std::string_view bytes, std::string_view file_name,
                                            const ExtractLimits& limits = {});

}  // namespace gk::document
