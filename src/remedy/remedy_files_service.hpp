// The papers of a remedy: what the reconsideration body or the court sent, what the agency handed
// in. Taken in as clean copies before the act that names them, listed, read. They name who applied
// or sued.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/file_store.hpp"
#include "document/stored_file.hpp"
#include "remedy/service.hpp"

namespace gk::remedy {

struct SentPaper {
    std::string_view bytes;
    std::string_view name;  // As it was called where it came from.
};

// A copy without metadata, to be named by an act on this remedy; what no act names is deleted after
// a month (retention/retention_service.hpp). Refuses who may not handle it, and as
// document::clean_file() does.
[[nodiscard]] Result<document::StoredFile> keep_paper(const Desk& desk,
                                                      const document::FileStore& files,
                                                      std::string_view remedy_id,
                                                      const SentPaper& sent,
                                                      const people::Actor& actor, Moment now);

// The same for a remedy that is about to be registered in the agency: its registration names it.
[[nodiscard]] Result<document::StoredFile> keep_new_paper(const Desk& desk,
                                                          const document::FileStore& files,
                                                          Id<people::Agency> agency,
                                                          const SentPaper& sent,
                                                          const people::Actor& actor, Moment now);

// Refuses, at the field, a file that was not sent in for this remedy, or for one to be
// registered.
[[nodiscard]] Result<void> check_entry_files(store::Snapshot& snapshot, const RemedyCase& of,
                                             const Entry& entry);

// A paper and the act with which it came.
struct Paper {
    document::StoredFile stored;
    int act_number = 0;
    RemedyAction action = RemedyAction::add_document;
    Date on;
};

// In the order of the acts; what was deleted is left out. Refuses as find_remedy() does.
[[nodiscard]] Result<std::vector<Paper>> list_papers(const Desk& desk, std::string_view remedy_id,
                                                     const people::Actor& actor);

// One of them. Refuses who may not see applicants; the view stands in the trail.
[[nodiscard]] Result<document::StoredFile> open_paper(const Desk& desk, std::string_view remedy_id,
                                                      std::string_view file,
                                                      const people::Actor& actor, Moment now);

}  // namespace gk::remedy
