// A file of any kind as it is imported: its figures, its words, its digest.
#pragma once

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

}  // namespace gk::report
