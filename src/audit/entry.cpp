#include "audit/entry.hpp"

#include <boost/json.hpp>

#include "base/hash.hpp"
#include "base/hex.hpp"

namespace gk::audit {

std::string details_json(const Details& details) {
    boost::json::object object;
    for (const auto& [name, value] : details) {
        object.emplace(name, value);
    }
    return boost::json::serialize(object);
}

std::string chained_hash(std::string_view previous_hash, const AuditEntry& entry) {
    std::string bytes = "gongkai-audit-1";
    append_field(bytes, previous_hash);
    append_field(bytes, std::to_string(entry.sequence));
    append_field(bytes, entry.agency ? std::to_string(*entry.agency) : "");
    append_field(bytes, std::to_string(entry.at.utc_ms));
    append_field(bytes, entry.actor);
    append_field(bytes, entry.act);
    append_field(bytes, entry.object_kind);
    append_field(bytes, entry.object_id);
    append_field(bytes, entry.details);
    return to_hex(sm3(bytes));
}

}  // namespace gk::audit
