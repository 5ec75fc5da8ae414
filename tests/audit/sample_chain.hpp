// A trail in memory for tests.
#pragma once

#include <string>
#include <vector>

#include "audit/chain.hpp"

namespace gk::audit::test {

struct Chain {
    std::vector<AuditEntry> entries;
    AuditHead head{.entry_count = 0, .hash = std::string(no_entry_hash)};
};

[[nodiscard]] inline Act sample_act(int number) {
    return {.at = {1'700'000'000'000 + number},
            .actor = "cli:root",
            .act = "report.publish",
            .object_kind = "annual_report",
            .object_id = "report" + std::to_string(number),
            .agency = number % 3 == 0 ? std::nullopt : std::optional<std::int64_t>(number % 3),
            .details = {{"version", std::to_string(number)}, {"status", "published"}}};
}

[[nodiscard]] inline Chain sample_chain(int count) {
    Chain chain;
    for (int number = 1; number <= count; ++number) {
        const auto act = sample_act(number);
        AuditEntry entry{.sequence = number,
                         .agency = act.agency,
                         .at = act.at,
                         .actor = act.actor,
                         .act = act.act,
                         .object_kind = act.object_kind,
                         .object_id = act.object_id,
                         .details = details_json(act.details),
                         .hash = {}};
        entry.hash = chained_hash(chain.head.hash, entry);
        chain.head = {.entry_count = number, .hash = entry.hash};
        chain.entries.push_back(std::move(entry));
    }
    return chain;
}

}  // namespace gk::audit::test
