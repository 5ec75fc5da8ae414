#include "backup/archive.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "backup/archive_file.hpp"
#include "base/hash.hpp"
#include "base/id.hpp"
#include "support/golden.hpp"

namespace gk::backup {
namespace {

namespace fs = std::filesystem;

class Archives : public testing::Test {
protected:
    Archives() { fs::create_directories(folder_ / "in/ab"); }

    ~Archives() override { fs::remove_all(folder_); }

    void put(const std::string& name, std::string_view bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }

    std::string code_of_reading() const {
        ArchiveReader reader(file_);
        for (;;) {
            const auto name = reader.next();
            if (!name) {
                return name.error().first().code;
            }
            if (!*name) {
                return "";
            }
            if (const auto part = reader.digest(); !part) {
                return part.error().first().code;
            }
        }
    }

    fs::path folder_ = fs::temp_directory_path() / ("gongkai_" + new_public_id());
    fs::path file_ = folder_ / "archive";
};

TEST_F(Archives, give_back_what_was_put_in) {
    const std::string large(700'000, 'x');
    put("in/ab/large", large);
    ArchiveWriter writer(file_);
    EXPECT_EQ(writer.add_file("files/ab/large", folder_ / "in/ab/large"),
              (Part{"files/ab/large", 700'000, sha256_hex(large)}));
    EXPECT_EQ(writer.add_file("files/gone", folder_ / "in/gone"), std::nullopt);
    EXPECT_EQ(writer.add_text("note", "some words").sha256, sha256_hex("some words"));
    EXPECT_EQ(writer.add_text("empty", "").byte_count, 0);
    writer.finish();
    EXPECT_EQ(fs::status(file_).permissions(), fs::perms::owner_read | fs::perms::owner_write);

    ArchiveReader reader(file_);
    EXPECT_EQ(**reader.next(), "files/ab/large");
    EXPECT_EQ((*reader.extract(folder_ / "out")).sha256, sha256_hex(large));
    EXPECT_EQ(gk::test::read_file(folder_ / "out"), large);
    EXPECT_EQ(**reader.next(), "note");
    EXPECT_EQ(*reader.read_text(), "some words");
    EXPECT_EQ(**reader.next(), "empty");
    EXPECT_EQ(*reader.next(), std::nullopt);
}

TEST_F(Archives, that_are_cut_anywhere_are_found_out) {
    {
        ArchiveWriter writer(file_);
        std::string text;
        for (int i = 0; i < 20'000; ++i) {
            text += std::to_string(i * 7919);
        }
        writer.add_text("note", text);
        writer.finish();
    }
    EXPECT_EQ(code_of_reading(), "");
    const auto size = fs::file_size(file_);
    for (const auto left : {size - 200, size / 2, std::uintmax_t{100}}) {
        fs::resize_file(file_, left);
        EXPECT_EQ(code_of_reading(), "backup.damaged") << left;
    }
}

TEST_F(Archives, that_are_none_are_found_out) {
    put("archive", "今天的会议纪要。");
    EXPECT_EQ(code_of_reading(), "backup.not_a_backup");
    EXPECT_THROW(ArchiveReader(folder_ / "gone"), Fault);
}

TEST_F(Archives, take_the_data_of_a_folder_and_nothing_beside) {
    put("in/b", "b");
    put("in/ab/a", "a");
    put("in/lock", "");
    put("in/old.before-restore-2026", "old");
    ArchiveWriter writer(file_);
    std::vector<Part> parts;
    add_folder(writer, "keys/", folder_ / "in", parts);
    add_folder(writer, "keys/", folder_ / "none", parts);
    writer.finish();
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].name, "keys/ab/a");
    EXPECT_EQ(parts[1].name, "keys/b");
}

}  // namespace
}  // namespace gk::backup
