// Runs the command line inside the test, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "base/date.hpp"
#include "cli/config_load.hpp"

namespace gk::cli::test {

struct Outcome {
    int status;
    std::string out;
    std::string err;
};

// An empty folder that goes away with the object.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// On this day, with these environment variables and no others.
[[nodiscard]] Outcome gongkai(const std::vector<std::string_view>& words,
                              const Environment& environment = {}, Date today = {2026, 3, 1});

// The same before someone who watches.
[[nodiscard]] Outcome gongkai_at_terminal(const std::vector<std::string_view>& words);

// The environment of a program whose data lie in the folder.
[[nodiscard]] Environment data_in(const Folder& folder);

// A data folder of its own for each test, with the database in it.
class InDataFolder : public testing::Test {
protected:
    InDataFolder();

    [[nodiscard]] Outcome run(const std::vector<std::string_view>& words) const;

    Folder folder_;
};

}  // namespace gk::cli::test
