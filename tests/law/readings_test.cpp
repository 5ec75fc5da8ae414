// Our readings of the law: the list of the rulebook, the notes and the code name the same ones.
#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/reading.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::law {
namespace {

const auto source_folder = gk::test::source_folder();

std::set<std::string> numbers_of_readings() {
    std::set<std::string> numbers;
    for (const auto& reading : readings()) {
        EXPECT_TRUE(numbers.emplace(reading.number).second) << reading.number;
    }
    return numbers;
}

TEST(Readings, have_each_a_note_and_every_note_is_listed) {
    std::set<std::string> notes;
    for (const auto& file : std::filesystem::directory_iterator(source_folder / "docs/readings")) {
        const auto name = file.path().filename().string();
        EXPECT_TRUE(notes.insert(name.substr(0, 4)).second) << name;
        EXPECT_TRUE(test::read_file(file.path()).starts_with("# " + name.substr(0, 4) + ": "))
            << name;
    }
    EXPECT_EQ(notes, numbers_of_readings());
}

TEST(Readings, that_the_code_names_are_listed) {
    static const std::regex named(R"re((?:READING:|reading =) "?(\d{4}))re");
    std::set<std::string> met;
    for (const auto& file : std::filesystem::recursive_directory_iterator(source_folder / "src")) {
        if (!file.is_regular_file()) {
            continue;
        }
        const auto bytes = test::read_file(file.path());
        for (std::sregex_iterator each(bytes.begin(), bytes.end(), named), end; each != end;
             ++each) {
            met.insert((*each)[1]);
        }
    }
    EXPECT_THAT(numbers_of_readings(), testing::IsSupersetOf(met));
}

}  // namespace
}  // namespace gk::law
