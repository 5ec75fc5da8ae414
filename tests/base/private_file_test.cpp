#include "base/private_file.hpp"

#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "base/id.hpp"

namespace gk {
namespace {

namespace fs = std::filesystem;

class PrivateFiles : public testing::Test {
protected:
    ~PrivateFiles() override { fs::remove_all(folder_.parent_path()); }

    fs::path folder_ = fs::temp_directory_path() / ("gongkai_" + new_public_id()) / "keys";
    fs::path file_ = folder_ / "secret";
};

TEST_F(PrivateFiles, are_for_their_owner_alone) {
    EXPECT_EQ(read_private_file(file_).state, PrivateFileState::missing);
    write_private_file(file_, "first");
    write_private_file(file_, "second");
    const auto found = read_private_file(file_);
    EXPECT_EQ(found.state, PrivateFileState::fine);
    EXPECT_EQ(found.bytes, "second");
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(folder_).permissions(), fs::perms::owner_all);
    EXPECT_EQ(fs::status(folder_.parent_path()).permissions(), fs::perms::owner_all);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(PrivateFiles, are_not_read_where_others_may) {
    write_private_file(file_, "secret");
    for (const auto exposed :
         {fs::perms::others_read, fs::perms::group_read, fs::perms::group_write}) {
        fs::permissions(file_, fs::perms::owner_read | exposed);
        const auto found = read_private_file(file_);
        EXPECT_EQ(found.state, PrivateFileState::exposed);
        EXPECT_EQ(found.bytes, "");
    }
}

TEST_F(PrivateFiles, are_made_once) {
    EXPECT_TRUE(create_private_file(file_, "first"));
    EXPECT_FALSE(create_private_file(file_, "second"));
    EXPECT_EQ(read_private_file(file_).bytes, "first");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(PrivateFiles, that_cannot_be_written_or_read_are_a_fault) {
    fs::create_directories(file_);
    fs::permissions(file_, fs::perms::owner_all);
    EXPECT_THROW(static_cast<void>(read_private_file(file_)), Fault);
    EXPECT_THROW(write_private_file(file_, "x"), Fault);
    write_private_file(folder_ / "file", "x");
    EXPECT_THROW(write_private_file(folder_ / "file" / "below", "x"), Fault);
    EXPECT_THROW(static_cast<void>(read_private_file(folder_ / "file" / "below")), Fault);
}

TEST_F(PrivateFiles, their_folder_is_locked_for_one_at_a_time) {
    write_private_file(file_, "x");
    {
        const FolderLock first(folder_);
        EXPECT_TRUE(first.is_held());
        EXPECT_FALSE(FolderLock(folder_).is_held());
    }
    EXPECT_TRUE(FolderLock(folder_).is_held());
    EXPECT_THROW(FolderLock(folder_ / "none"), Fault);
}

}  // namespace
}  // namespace gk
