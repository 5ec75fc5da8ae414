#include "remedy/open_matters_service.hpp"

#include "application/case_query_store.hpp"
#include "remedy/store.hpp"

namespace gk::remedy {

people::OpenMatters count_open_matters(store::Snapshot& snapshot, Id<people::Agency> agency) {
    return {.applications = application::count_open_cases(snapshot, agency),
            .remedies = count_open_remedies(snapshot, agency)};
}

}  // namespace gk::remedy
