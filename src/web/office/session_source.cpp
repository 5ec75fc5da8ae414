#include "web/office/session_source.hpp"

#include <utility>

#include "people/errors.hpp"
#include "people/session_service.hpp"

namespace gk::web::office {

api::SessionSource session_source(store::Database& database) {
    return [&database](std::string_view token, Moment now) -> Result<api::Session> {
        GK_TRY(auto found, people::actor_of_session(database, token, now));
        if (found.state != people::SessionState::full) {
            return error(people::session_incomplete, people::label(found.state));
        }
        return api::Session{.actor = std::move(found.actor),
                            .id = std::move(found.session_id),
                            .csrf_token = std::move(found.csrf_token)};
    };
}

}  // namespace gk::web::office
