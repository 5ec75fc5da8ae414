// Who did something, as people read it: "user:li on behalf of user:wang" → "李某代王某".
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace gk::web::office {

class ActorNames {
public:
    explicit ActorNames(store::Database& database) : database_(database) {}

    // The name in acts and in the trail, in words; as it is where no account has it.
    [[nodiscard]] std::string of(std::string_view trail_name);

private:
    [[nodiscard]] std::string of_one(std::string_view trail_name);

    store::Database& database_;
    std::map<std::string, std::string, std::less<>> known_;  // Of those that were asked for before.
};

}  // namespace gk::web::office
