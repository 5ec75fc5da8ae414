// The trail: what was done, when, by whom, to what. It knows ids only: the details name no
// applicant and repeat nothing that an applicant wrote.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"

namespace gk::audit {

// What is told of an act beside who and what: "version" → "3". In the order given.
using Details = std::vector<std::pair<std::string, std::string>>;

// The details as a JSON object of texts.
[[nodiscard]] std::string details_json(const Details& details);

// An act as the one who does it reports it.
struct Act {
    Moment at;
    std::string actor;                   // "cli:root"
    std::string act;                     // "report.publish"
    std::string object_kind;             // "annual_report"
    std::string object_id;               // Its public id, or a name that is one: "0003_audit".
    std::optional<std::int64_t> agency;  // The id of the agency that it concerns.
    Details details;
};

// A row of the trail. Sequence runs from 1 without gap.
struct AuditEntry {
    std::int64_t sequence = 0;
    std::optional<std::int64_t> agency;
    Moment at;
    std::string actor;
    std::string act;
    std::string object_kind;
    std::string object_id;
    std::string details;  // JSON
    std::string hash;     // Hexadecimal.

    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

// Where the chain ends.
struct AuditHead {
    std::int64_t entry_count = 0;
    std::string hash;  // Of the last entry; no_entry_hash where there is none.

    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

// What stands before the first entry.
inline constexpr std::string_view no_entry_hash =
    "0000000000000000000000000000000000000000000000000000000000000000";

// SM3 over the previous hash and every field of the entry but its own hash, as hexadecimal digits.
[[nodiscard]] std::string chained_hash(std::string_view previous_hash, const AuditEntry& entry);

}  // namespace gk::audit
