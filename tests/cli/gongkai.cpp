#include "cli/gongkai.hpp"

#include <sstream>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "cli/run.hpp"

namespace gk::cli::test {

Folder::Folder() : path_(std::filesystem::temp_directory_path() / ("gongkai-" + new_public_id())) {
    std::filesystem::create_directories(path_);
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

namespace {

Outcome outcome_of(const std::vector<std::string_view>& words, const Environment& environment,
                   Date today, bool is_terminal) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{.out = out, .err = err, .is_terminal = is_terminal};
    const FixedClock clock(today);
    const auto status = run(
        words, {.clock = clock, .environment = environment, .operator_name = "tester"}, streams);
    return {status, out.str(), err.str()};
}

}  // namespace

Outcome gongkai(const std::vector<std::string_view>& words, const Environment& environment,
                Date today) {
    return outcome_of(words, environment, today, false);
}

Outcome gongkai_at_terminal(const std::vector<std::string_view>& words) {
    return outcome_of(words, {}, {2026, 3, 1}, true);
}

Environment data_in(const Folder& folder) {
    return {{"GONGKAI_DATA_FOLDER", folder.path().string()}};
}

InDataFolder::InDataFolder() {
    EXPECT_EQ(run({"migrate", "up"}).status, 0);
}

Outcome InDataFolder::run(const std::vector<std::string_view>& words) const {
    return gongkai(words, data_in(folder_));
}

}  // namespace gk::cli::test
