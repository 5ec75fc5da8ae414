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

Outcome gongkai(const std::vector<std::string_view>& words, const Environment& environment,
                Date today) {
    std::ostringstream out;
    std::ostringstream err;
    Streams streams{.out = out, .err = err};
    const FixedClock clock(today);
    const auto status = run(
        words, {.clock = clock, .environment = environment, .operator_name = "tester"}, streams);
    return {status, out.str(), err.str()};
}

Environment data_in(const Folder& folder) {
    return {{"GONGKAI_DATA_FOLDER", folder.path().string()}};
}

}  // namespace gk::cli::test
