#include "people/key_ring.hpp"

#include <gtest/gtest.h>

#include "base/assert.hpp"
#include "base/id.hpp"
#include "base/private_file.hpp"

namespace gk::people {
namespace {

namespace fs = std::filesystem;

class KeyRings : public testing::Test {
protected:
    ~KeyRings() override { fs::remove_all(keys_); }

    std::string code_of_load() {
        const auto loaded = load_key_ring(keys_);
        return loaded ? "" : loaded.error().first().code;
    }

    fs::path keys_ = fs::temp_directory_path() / ("gongkai_" + new_public_id());
    fs::path file_ = key_ring_file(keys_);
};

TEST_F(KeyRings, are_created_once_for_their_owner_alone) {
    EXPECT_EQ(code_of_load(), "people.keys_missing");
    const auto made = create_key_ring(keys_);
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(*load_key_ring(keys_), *made);
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const auto again = create_key_ring(keys_);
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().first().code, "people.keys_exist");
    EXPECT_EQ(*load_key_ring(keys_), *made);
}

TEST_F(KeyRings, that_others_may_read_are_refused) {
    ASSERT_TRUE(create_key_ring(keys_).has_value());
    fs::permissions(file_, fs::perms::others_read, fs::perm_options::add);
    EXPECT_EQ(code_of_load(), "people.keys_exposed");
}

TEST_F(KeyRings, keep_their_old_keys_when_they_get_new_ones) {
    const auto ring = new_key_ring();
    const auto newer = with_new_keys(ring);
    EXPECT_TRUE(newer.is_rotating);
    EXPECT_EQ(newer.seal_key().number, 2);
    EXPECT_EQ(newer.index_key().number, 2);
    EXPECT_EQ(*newer.find_seal_key(1), ring.seal_key());
    EXPECT_EQ(newer.find_seal_key(3), nullptr);
    EXPECT_EQ(parse_key_ring(key_ring_text(newer)), newer);
    EXPECT_NE(newer.seal_key().bytes, ring.seal_key().bytes);
    EXPECT_NE(newer.seal_key().bytes, newer.index_key().bytes);
    EXPECT_THROW(static_cast<void>(KeyRing().index_key()), Bug);
}

TEST_F(KeyRings, cut_short_at_any_place_are_damaged) {
    const auto text = key_ring_text(with_new_keys(new_key_ring()));
    for (std::size_t size = 0; size < text.size(); ++size) {
        EXPECT_FALSE(parse_key_ring(text.substr(0, size)).has_value()) << size;
    }
    write_private_file(file_, text.substr(0, text.size() / 2));
    EXPECT_EQ(code_of_load(), "people.keys_damaged");
}

TEST_F(KeyRings, with_a_line_that_is_none_are_damaged) {
    const std::string head = "gongkai-keys-1\n";
    const std::string key(64, 'a');
    const auto whole = head + "seal 1 " + key + "\nindex 1 " + key + "\n";
    ASSERT_TRUE(parse_key_ring(whole + "end\n").has_value());
    for (const auto& text :
         {std::string(), head, head + "seal 1 " + key + "\n", head + "index 1 " + key + "\n",
          whole + "seal 3 " + key + "\n", whole + "seal 2 abc\n", whole + "seal 2 xx\n",
          whole + "other 2 " + key + "\n", whole + "seal 2\n", whole + "\n",
          "gongkai-keys-2\n" + whole.substr(head.size())}) {
        EXPECT_FALSE(parse_key_ring(text + "end\n").has_value()) << text;
    }
}

}  // namespace
}  // namespace gk::people
