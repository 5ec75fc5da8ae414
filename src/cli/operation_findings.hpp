// What doctor finds, and those of its checks that are about keeping the installation: backups, who
// may read the data, the encrypted way to the visitor.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

namespace gk::store {
class Database;
}

namespace gk::cli {

enum class FindingState { fine, attention, broken };

// 正常, 注意, 有误
[[nodiscard]] std::string_view label(FindingState state);

struct Finding {
    FindingState state;
    std::string_view subject;
    std::string text;
    std::string hint = {};
};

using Findings = std::vector<Finding>;

// When the last backup was made, as the trail says.
void look_at_backups(store::Database& database, Moment now, Findings& findings);

// When the passing of days and changes of the calendar were last dealt with. The schema must be
// that of this program.
void look_at_daily_rounds(store::Database& database, Moment now, Findings& findings);

// Whether other users of the machine may look into the data folder and its keys.
void look_at_modes(const std::filesystem::path& data, Findings& findings);

// Opens the site from outside: its certificate, its age limit for HSTS (RFC 6797), and whether
// plain HTTP leads there (not asked where the address names a port).
void look_at_url(const std::string& url, const std::optional<std::string>& ca_file,
                 Findings& findings);

}  // namespace gk::cli
