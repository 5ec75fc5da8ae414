#include "web/citizen/case_facts.hpp"

#include <algorithm>

#include "application/case_store.hpp"
#include "letter/desk_store.hpp"
#include "people/service.hpp"

namespace gk::web::citizen {

Result<CaseFacts> load_case_facts(store::Database& database, const people::KeyRing& ring,
                                  const application::CaseView& found) {
    const auto agencies = people::list_agencies(database);
    const auto agency = std::ranges::find(agencies, found.of.agency, &people::Agency::id);
    GK_ASSERT(agency != agencies.end());
    CaseFacts facts{.agency = *agency, .letterhead = {}, .files = {}, .part_numbers = {}};
    GK_TRY(facts.files, own_files(database, ring, found.of));
    database.read([&](store::Snapshot& snapshot) {
        facts.letterhead = letter::load_letterhead(snapshot, agency->id);
        if (found.standing.is_split) {
            facts.part_numbers = application::load_part_numbers(snapshot, found.of);
        }
    });
    const auto parent = std::ranges::find_if(
        agencies, [&](const people::Agency& each) { return agency->parent == each.id; });
    if (facts.letterhead.review_body.empty() && parent != agencies.end()) {
        facts.letterhead.review_body = parent->name;
    }
    return facts;
}

}  // namespace gk::web::citizen
