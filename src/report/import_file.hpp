// A file of any kind as it is imported: its figures, its words, its digest.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/remark.hpp"
#include "report/service.hpp"

namespace gk::report {

struct FileToImport {
    ImportedFile file;
    std::vector<Remark> remarks;  // What could not be read for certain.
};

// `name` may have a folder before it. Refuses what document::extract() refuses, and what is no
// annual report.
[[nodiscard]] Result<FileToImport> read_for_import(std::string_view bytes, std::string_view name);

inline constexpr std::size_t upload_bytes_max = 10U << 20U;
inline constexpr int upload_seconds_max = 10;

// The same for a file that came over HTTP: every kind is read in the sandboxed child.
[[nodiscard]] Result<FileToImport> read_upload_for_import(std::string_view bytes,
                                                          std::string_view name);

}  // namespace gk::report
