// Whether the entries of the trail are those that were written: pure, one pass, any length.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/entry.hpp"

namespace gk::audit {

// What is wrong at one place of the trail.
enum class BreachKind {
    changed,             // The hash does not fit the entry and the one before.
    missing,             // Entries were removed before this one.
    unreadable,          // A field holds something that was never written there.
    tail_differs,        // The last entries were removed, or some were added by another way.
    checkpoint_differs,  // The entry is not the one that the checkpoint saw.
};

// "changed" …: the word in JSON.
[[nodiscard]] std::string_view key(BreachKind kind);
// What it means, in Chinese.
[[nodiscard]] std::string_view description(BreachKind kind);

struct Breach {
    std::int64_t sequence = 0;
    BreachKind kind = BreachKind::changed;

    friend bool operator==(const Breach&, const Breach&) = default;
};

struct AuditVerification {
    std::int64_t entry_count = 0;  // Those that were read.
    AuditHead head;
    std::int64_t breach_count = 0;
    std::vector<Breach> breaches;  // The first hundred, in the order of the trail.

    [[nodiscard]] bool is_intact() const { return breach_count == 0; }
};

// What someone noted of the trail at an earlier time.
struct Milestone {
    std::int64_t sequence = 0;
    std::string hash;
};

// Takes the entries by ascending sequence, then the head.
class ChainCheck {
public:
    explicit ChainCheck(std::vector<Milestone> milestones = {});

    void take(const AuditEntry& entry);
    // An entry that is there and cannot be read.
    void take_unreadable(std::int64_t sequence);
    [[nodiscard]] AuditVerification finish(const AuditHead& head);

private:
    void add(std::int64_t sequence, BreachKind kind);
    void follow(std::int64_t sequence);
    void hold_against_milestones(std::int64_t sequence, std::string_view hash);

    AuditVerification found_;
    std::vector<Milestone> milestones_;  // Those not reached yet.
    std::int64_t last_ = 0;
    std::string hash_{no_entry_hash};
    bool is_hash_known_ = true;
};

// The whole check of rows in memory.
[[nodiscard]] AuditVerification check_chain(std::span<const AuditEntry> entries,
                                            const AuditHead& head);

}  // namespace gk::audit
