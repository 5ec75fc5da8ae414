#include "people/live_key_ring.hpp"

#include <gtest/gtest.h>

#include "base/id.hpp"

namespace gk::people {
namespace {

namespace fs = std::filesystem;

class LiveKeyRings : public testing::Test {
protected:
    LiveKeyRings() : ring_(*create_key_ring(keys_)) {}

    ~LiveKeyRings() override { fs::remove_all(keys_); }

    std::string code_of_current() {
        const auto current = live_.current();
        return current ? "" : current.error().first().code;
    }

    fs::path keys_ = fs::temp_directory_path() / ("gongkai_" + new_public_id());
    KeyRing ring_;
    LiveKeyRing live_{keys_};
};

TEST_F(LiveKeyRings, are_read_once_while_nothing_changes) {
    const auto first = *live_.current();
    EXPECT_EQ(*first, ring_);
    EXPECT_EQ(*live_.current(), first);
}

TEST_F(LiveKeyRings, have_the_new_key_from_the_next_use_on) {
    const auto before = *live_.current();
    save_key_ring(keys_, with_new_keys(ring_));
    EXPECT_EQ((*live_.current())->seal_key().number, 2);
    EXPECT_EQ(before->seal_key().number, 1);
}

TEST_F(LiveKeyRings, are_refused_while_the_file_is_and_serve_again_after) {
    EXPECT_EQ(code_of_current(), "");
    fs::permissions(key_ring_file(keys_), fs::perms::group_read, fs::perm_options::add);
    EXPECT_EQ(code_of_current(), "people.keys_exposed");
    EXPECT_EQ(code_of_current(), "people.keys_exposed");
    fs::remove(key_ring_file(keys_));
    EXPECT_EQ(code_of_current(), "people.keys_missing");
    save_key_ring(keys_, ring_);
    EXPECT_EQ(code_of_current(), "");
}

}  // namespace
}  // namespace gk::people
