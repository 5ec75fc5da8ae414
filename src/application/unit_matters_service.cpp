#include "application/unit_matters_service.hpp"

#include "application/case_query_store.hpp"
#include "notify/task_store.hpp"

namespace gk::application {

people::UnitMatters count_unit_matters(store::Snapshot& snapshot, Id<people::Agency> agency,
                                       std::string_view unit) {
    return {.search_tasks = count_open_search_tasks(snapshot, agency, unit),
            .tasks = notify::count_open_hand_tasks(snapshot, agency, unit)};
}

}  // namespace gk::application
