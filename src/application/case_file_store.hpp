// The table case_files: which stored files belong to which act of a case.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "application/standing.hpp"
#include "document/stored_file.hpp"
#include "store/transaction.hpp"

namespace gk::application {

// A file and the act with which it came; a file that came with several is there for each.
struct CaseFile {
    document::StoredFile stored;
    int event_number = 0;
    bool shows_identity = false;  // Proves who applies or who may act for it.
};

// In the order of the acts.
[[nodiscard]] std::vector<CaseFile> load_case_files(store::Snapshot& snapshot, const Case& of);

// These came with the application as such proof.
void mark_identity_files(store::Transaction& transaction, const Case& of,
                         const std::vector<std::string>& files);

// Whether the file belongs to another case than this one.
[[nodiscard]] bool is_of_another_case(store::Snapshot& snapshot, const Case& of,
                                      std::string_view file);

}  // namespace gk::application
