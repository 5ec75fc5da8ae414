#include "audit/chain.hpp"

#include <utility>

#include "base/assert.hpp"

namespace gk::audit {

namespace {

constexpr std::size_t breaches_max = 100;

}  // namespace

std::string_view key(BreachKind kind) {
    switch (kind) {
        case BreachKind::changed:
            return "changed";
        case BreachKind::missing:
            return "missing";
        case BreachKind::unreadable:
            return "unreadable";
        case BreachKind::tail_differs:
            return "tail_differs";
        case BreachKind::checkpoint_differs:
            return "checkpoint_differs";
    }
    GK_ASSERT(!"a kind of breach");
    return {};
}

std::string_view description(BreachKind kind) {
    switch (kind) {
        case BreachKind::changed:
            return "内容或次序与写入时不一致";
        case BreachKind::missing:
            return "这一条之前有记录被删除";
        case BreachKind::unreadable:
            return "内容已损坏，无法读出";
        case BreachKind::tail_differs:
            return "末尾的记录与登记的条数或摘要不符，可能被截去或者添加";
        case BreachKind::checkpoint_differs:
            return "与检查点当时的记录不同";
    }
    GK_ASSERT(!"a kind of breach");
    return {};
}

ChainCheck::ChainCheck(std::vector<Milestone> milestones) : milestones_(std::move(milestones)) {
    hold_against_milestones(0, no_entry_hash);
}

void ChainCheck::add(std::int64_t sequence, BreachKind kind) {
    ++found_.breach_count;
    if (found_.breaches.size() < breaches_max) {
        found_.breaches.push_back({sequence, kind});
    }
}

// Counts an entry and looks whether it is the next.
void ChainCheck::follow(std::int64_t sequence) {
    ++found_.entry_count;
    if (sequence != last_ + 1) {
        add(sequence, BreachKind::missing);
    }
    last_ = sequence;
}

void ChainCheck::hold_against_milestones(std::int64_t sequence, std::string_view hash) {
    std::erase_if(milestones_, [&](const Milestone& milestone) {
        if (milestone.sequence != sequence) {
            return false;
        }
        if (milestone.hash != hash) {
            add(sequence, BreachKind::checkpoint_differs);
        }
        return true;
    });
}

void ChainCheck::take(const AuditEntry& entry) {
    follow(entry.sequence);
    // Each is held against the hash that the one before carries, so that one changed entry is told
    // once and not for all that follow.
    if (is_hash_known_ && chained_hash(hash_, entry) != entry.hash) {
        add(entry.sequence, BreachKind::changed);
    }
    hash_ = entry.hash;
    is_hash_known_ = true;
    hold_against_milestones(entry.sequence, entry.hash);
}

void ChainCheck::take_unreadable(std::int64_t sequence) {
    follow(sequence);
    add(sequence, BreachKind::unreadable);
    is_hash_known_ = false;
}

AuditVerification ChainCheck::finish(const AuditHead& head) {
    found_.head = head;
    const bool is_hash_other = is_hash_known_ && hash_ != head.hash;
    if (last_ != head.entry_count || found_.entry_count != head.entry_count || is_hash_other) {
        add(head.entry_count, BreachKind::tail_differs);
    }
    for (const auto& milestone : std::exchange(milestones_, {})) {
        add(milestone.sequence, BreachKind::checkpoint_differs);
    }
    return std::move(found_);
}

AuditVerification check_chain(std::span<const AuditEntry> entries, const AuditHead& head) {
    ChainCheck check;
    for (const auto& entry : entries) {
        check.take(entry);
    }
    return check.finish(head);
}

}  // namespace gk::audit
