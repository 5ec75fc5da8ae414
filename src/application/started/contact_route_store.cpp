#include "application/started/contact_route_store.hpp"

namespace gk::application::started {

void keep_contact_route(store::Transaction& transaction, std::string_view application,
                        std::string_view route) {
    transaction.execute(
        "INSERT INTO contact_routes (application, route) VALUES (?, ?)"
        " ON CONFLICT (application) DO UPDATE SET route = excluded.route",
        application, route);
}

std::string load_contact_route(store::Snapshot& snapshot, std::string_view application) {
    auto row =
        snapshot.query("SELECT route FROM contact_routes WHERE application = ?", application);
    return row.next() ? row.get<std::string>(0) : std::string();
}

}  // namespace gk::application::started
