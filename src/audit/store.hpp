// The tables audit_entries and audit_head.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/chain.hpp"
#include "audit/entry.hpp"
#include "base/list_part.hpp"
#include "store/transaction.hpp"

namespace gk::audit {

// Writes the act at the end of the chain, in the transaction that does it: undone, it leaves no
// gap. Two transactions that append wait for each other or, on PostgreSQL, are run again, so do it
// last. Asserts that all texts are UTF-8 without NUL.
AuditEntry append(store::Transaction& transaction, const Act& act);

[[nodiscard]] AuditHead load_head(store::Snapshot& snapshot);

// Of one object, the oldest first.
[[nodiscard]] std::vector<AuditEntry> load_entries_of(store::Snapshot& snapshot,
                                                      std::string_view object_kind,
                                                      std::string_view object_id);

// What the viewer of the trail asks for; nothing set: everything.
struct EntryFilter {
    std::optional<std::int64_t> agency = {};
    std::string actor = {};  // A part of the name.
    std::string act = {};    // The act; with a dot at its end all that begin so: "report."
    std::string object_kind = {};
    std::string object_id = {};
    std::optional<Moment> from = {};
    std::optional<Moment> before = {};
};

// By sequence.
[[nodiscard]] Listed<AuditEntry> list_entries(store::Snapshot& snapshot, const EntryFilter& filter,
                                              const ListPart& part);

// Hands every entry to the check, by sequence, without holding them all.
void read_all(store::Snapshot& snapshot, ChainCheck& check);

}  // namespace gk::audit
