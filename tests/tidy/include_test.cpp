// Who may include whom: the order of the design, and light headers.
#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/folders.hpp"
#include "tidy/source.hpp"

namespace gk::tidy {
namespace {

using testing::IsEmpty;
using testing::Not;

// A folder may include only folders of a lower level. `law` stands outside of this order.
const std::map<std::string, int, std::less<>> levels = {
    {"store", 1},       {"audit", 2},  {"people", 3},    {"calendar", 4}, {"document", 5},
    {"search", 5},      {"notify", 5}, {"secrecy", 6},   {"letter", 6},   {"publication", 7},
    {"application", 7}, {"remedy", 8}, {"retention", 9}, {"report", 9},   {"inspection", 10},
    {"backup", 10},     {"web", 11},   {"cli", 12}};

bool may_include(const std::string& from, const std::string& to) {
    if (from == to || to == "base") {
        return true;
    }
    if (from == "base" || from == "law") {
        return false;
    }
    if (to == "law") {
        return from != "store";
    }
    // The command line starts the server: that one arrow between the two is meant.
    return levels.contains(from) && levels.contains(to) && levels.at(from) > levels.at(to);
}

std::string first_folder(const std::string& include) {
    return include.substr(0, include.find('/'));
}

// A header of the standard library (<vector>, <cstdio>), or fmt, which stands for <format>.
bool is_standard(const std::string& include) {
    return include.find_first_of("./") == std::string::npos || include.starts_with("fmt/");
}

TEST(Includes, are_written_from_the_source_folder) {
    std::vector<std::string> wrong;
    for (const auto& file : program_code()) {
        for (const auto& include : includes(file)) {
            const auto target = gk::test::source_folder() / "src" / include.path;
            if (include.is_quoted && !std::filesystem::exists(target)) {
                wrong.push_back(file.path + " includes \"" + include.path + "\"");
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

// So a header that does not compile alone fails at once; one without a source is compiled by the
// build of these tests.
TEST(Includes, of_a_source_begin_with_its_own_header) {
    std::set<std::string, std::less<>> headers;
    for (const auto& file : program_code()) {
        if (file.is_header()) {
            headers.insert(file.path);
        }
    }
    std::vector<std::string> wrong;
    for (const auto& file : program_code()) {
        const auto own = file.name().replace_extension(".hpp").string();
        const auto all = includes(file);
        if (headers.contains(own) && !file.is_header() &&
            (all.empty() || "src/" + all.front().path != own)) {
            wrong.push_back(file.path);
        }
    }
    EXPECT_THAT(headers, Not(IsEmpty()));
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Includes, of_a_header_count_once) {
    std::vector<std::string> wrong;
    for (const auto& file : our_code()) {
        if (file.is_header() && std::ranges::count(file.lines(), "#pragma once") != 1) {
            wrong.push_back(file.path);
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Includes, follow_the_order_of_the_design) {
    std::vector<std::string> wrong;
    for (const auto& file : program_code()) {
        for (const auto& include : includes(file)) {
            if (include.is_quoted && !file.folder().empty() &&
                !may_include(file.folder(), first_folder(include.path))) {
                wrong.push_back(file.path + " may not include \"" + include.path + "\"");
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Includes, of_the_law_are_base_and_the_standard_library_alone) {
    std::vector<std::string> wrong;
    for (const auto& file : program_code()) {
        for (const auto& include : includes(file)) {
            const bool is_clock = include.path == "base/clock.hpp";
            if (file.folder() == "law" &&
                (is_clock || (!include.is_quoted && !is_standard(include.path)))) {
                wrong.push_back(file.path + " may not include " + include.path);
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

// The headers that bring in a library's header, themselves or through another of ours.
std::set<std::string, std::less<>> heavy_headers() {
    std::set<std::string, std::less<>> heavy;
    for (std::size_t before = 1; before != heavy.size();) {
        before = heavy.size();
        for (const auto& file : program_code()) {
            const auto all = includes(file);
            if (file.is_header() && std::ranges::any_of(all, [&](const Include& each) {
                    return each.is_quoted ? heavy.contains("src/" + each.path)
                                          : !is_standard(each.path);
                })) {
                heavy.insert(file.path);
            }
        }
    }
    return heavy;
}

TEST(Includes, of_a_header_that_needs_a_library_stay_inside_its_folder) {
    const auto heavy = heavy_headers();
    std::vector<std::string> wrong;
    for (const auto& file : our_code()) {
        for (const auto& include : includes(file)) {
            const auto target = "src/" + include.path;
            if (heavy.contains(target) &&
                file.name().parent_path() != std::filesystem::path(target).parent_path()) {
                wrong.push_back(file.path + " may not include \"" + include.path + "\"");
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Includes, of_the_store_stand_in_store_and_service_files_alone) {
    const std::set<std::string, std::less<>> exempt = {"store", "web", "cli"};
    std::vector<std::string> wrong;
    for (const auto& file : program_code()) {
        const auto stem = file.name().stem().string();
        const bool may =
            exempt.contains(file.folder()) || stem.ends_with("store") || stem.ends_with("service");
        for (const auto& include : includes(file)) {
            if (!may && include.is_quoted && first_folder(include.path) == "store") {
                wrong.push_back(file.path + " may not include \"" + include.path + "\"");
            }
        }
    }
    EXPECT_THAT(wrong, IsEmpty());
}

TEST(Includes, every_folder_of_the_program_has_its_place_in_the_order) {
    for (const auto& file : program_code()) {
        const auto folder = file.folder();
        EXPECT_TRUE(folder.empty() || folder == "base" || folder == "law" ||
                    levels.contains(folder))
            << file.path;
    }
}

}  // namespace
}  // namespace gk::tidy
