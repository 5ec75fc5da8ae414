// The people of the demonstration town: an account for each role, all fictional.
#pragma once

#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "people/account_desk.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::cli::demo {

// The login names of its accounts, and those of one agency.
[[nodiscard]] std::vector<std::string> demo_login_names(
    std::optional<std::string_view> agency = std::nullopt);

// Makes the accounts that are not there yet, and says which there are and with what password.
[[nodiscard]] Result<void> load_people(const people::AccountDesk& desk, const people::Actor& actor,
                                       Moment now, std::ostream& out);

// The same people as they act, by login name: the key of the role; of the officers beside the first
// with the unit behind it.
using Cast = std::map<std::string, people::Actor, std::less<>>;
[[nodiscard]] Result<Cast> cast_of(store::Database& database, const people::Actor& actor, Date day);

}  // namespace gk::cli::demo
