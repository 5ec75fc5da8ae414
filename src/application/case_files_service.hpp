// The files of a case: taken in as clean copies before the act that names them, listed, read.
// What came with the application itself shows who the applicant is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "application/case_file_store.hpp"
#include "application/desk_service.hpp"
#include "document/file_store.hpp"
#include "people/actor.hpp"

namespace gk::application {

struct SentCaseFile {
    std::string_view bytes;
    std::string_view name;  // As it was called where it came from.
};

// A copy without metadata, to be named by an act on this case; what no act names is deleted after a
// month (retention/retention_service.hpp). Refuses who has no such act to do, and as
// document::clean_file() does.
[[nodiscard]] Result<document::StoredFile> keep_case_file(const Desk& desk,
                                                          const document::FileStore& files,
                                                          std::string_view case_id,
                                                          const SentCaseFile& sent,
                                                          const people::Actor& actor, Moment now);

// The same for an application that is about to be registered in the agency.
[[nodiscard]] Result<document::StoredFile> keep_new_case_file(
    const Desk& desk, const document::FileStore& files, Id<people::Agency> agency,
    const SentCaseFile& sent, const people::Actor& actor, Moment now);

// Refuses, at the field, a file that is not there, is of another agency, or belongs to another case
// or remedy or was sent in for it.
[[nodiscard]] Result<void> check_entry_files(store::Snapshot& snapshot, const Case& of,
                                             const Entry& entry);

// Whether the file came with the application: proof of identity, the letter itself.
[[nodiscard]] bool shows_applicant(const Case& of, const CaseFile& file);

// Those of a case that the actor may read; a unit that only searches sees what came of searches.
[[nodiscard]] Result<std::vector<CaseFile>> list_case_files(const Desk& desk,
                                                            std::string_view case_id,
                                                            const people::Actor& actor);

// One of them. What shows the applicant needs the permission to see applicants and stands in the
// trail as their view does.
[[nodiscard]] Result<document::StoredFile> open_case_file(const Desk& desk,
                                                          std::string_view case_id,
                                                          std::string_view file,
                                                          const people::Actor& actor, Moment now);

}  // namespace gk::application
