// Who did something, as people read it: "user:li on behalf of user:wang" → "李某代王某". The names
// are those that the accounts have now: an act keeps whose it is, not what that person was called.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "store/database.hpp"
#include "web/api/schema.hpp"

namespace boost::json {
class object;  // NOLINT(readability-identifier-naming)
}

namespace gk::web::office {

class ActorNames {
public:
    // Of all these names in acts and in the trail, with one question to the database.
    ActorNames(store::Database& database, std::span<const std::string> trail_names);

    // In words; as it is where no account has it.
    [[nodiscard]] std::string of(std::string_view trail_name) const;

private:
    [[nodiscard]] std::string of_one(std::string_view trail_name) const;

    std::map<std::string, std::string, std::less<>> display_names_;  // By login name.
};

// Beside each field of the answer that holds such a name ("actor", "given_by" …), however deep it
// lies, sets one that says it in words: "actor_name".
void add_actor_names(boost::json::object& answer, store::Database& database);

// That field, as the schema says it.
[[nodiscard]] api::Field actor_name_field(std::string_view of = "actor",
                                          std::string_view label = "办理人姓名");

}  // namespace gk::web::office
