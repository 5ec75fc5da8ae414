#include "base/resource.hpp"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk {

extern const EmbeddedFile test_base_files[];

namespace {

const ResourceTable resources(test_base_files);

TEST(Resource, carries_the_exact_bytes_of_a_file) {
    const auto path = gk::test::source_folder() / "tests/base/embedded/b.txt";
    EXPECT_EQ(resources.find("test_base/b.txt"), test::read_file(path));
    EXPECT_EQ(resources.find("test_base/folder/a.txt"), "甲\n");
    EXPECT_EQ(resources.find("test_base/empty.txt"), "");
}

TEST(Resource, a_zero_byte_follows) {
    const auto bytes = *resources.find("test_base/b.txt");
    EXPECT_EQ(bytes.data()[bytes.size()], '\0');
}

TEST(Resource, a_name_that_is_not_there_is_nothing) {
    EXPECT_EQ(resources.find("test_base/c.txt"), std::nullopt);
    EXPECT_EQ(resources.find(""), std::nullopt);
}

TEST(Resource, all_come_in_the_order_of_their_paths) {
    std::vector<std::string> paths;
    for (const auto& resource : resources.all()) {
        paths.emplace_back(resource.path);
    }
    EXPECT_THAT(paths, testing::ElementsAre("test_base/b.txt", "test_base/empty.txt",
                                            "test_base/folder/a.txt"));
}

}  // namespace
}  // namespace gk
