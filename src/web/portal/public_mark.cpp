#include "web/portal/public_mark.hpp"

#include <string_view>

#include "base/assert.hpp"

namespace gk::web::portal {

namespace {

// Each with one row of numbers.
constexpr std::string_view sources[] = {
    "SELECT COUNT(*), CAST(COALESCE(SUM(version), 0) AS bigint), COALESCE(MAX(published_at), 0)"
    " FROM annual_reports WHERE status = 'published'",
    "SELECT COUNT(*), COALESCE(MAX(acted_at), 0), 0 FROM agency_acts",
    "SELECT COUNT(*), CAST(COALESCE(SUM(version), 0) AS bigint), 0 FROM site_identities",
};

}  // namespace

std::string public_mark(store::Database& database) {
    return database.read([](store::Snapshot& snapshot) {
        std::string mark;
        for (const auto source : sources) {
            auto row = snapshot.query(source);
            GK_ASSERT(row.next());
            for (int column = 0; column < 3; ++column) {
                mark += std::to_string(row.get<std::int64_t>(column)) + ";";
            }
        }
        return mark;
    });
}

}  // namespace gk::web::portal
