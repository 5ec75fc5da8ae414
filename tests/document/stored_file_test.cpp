#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "document/file_service.hpp"
#include "document/reseal_service.hpp"
#include "document/stored_file_store.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::document {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

const people::Actor operating = people::operator_named("cli:root");
constexpr std::int64_t day_ms = 24LL * 60 * 60 * 1000;

class StoredFiles : public gk::test::OnBothDatabases {
protected:
    StoredFiles() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        agency_ = people::register_agency(database(),
                                          {.code = "xigebi",
                                           .name = "沙湾市西戈壁镇人民政府",
                                           .short_name = "西戈壁镇",
                                           .level = law::AgencyLevel::township,
                                           .parent_code = std::nullopt,
                                           .valid_from = std::nullopt,
                                           .valid_to = std::nullopt,
                                           .units = {}},
                                          operating, Moment{1})
                      ->id;
    }

    ~StoredFiles() override { fs::remove_all(folder_); }

    StoredFile store(std::string_view bytes, Sealing sealing) {
        const auto placed = files_.place(bytes, sealing);
        return database().write([&](store::Transaction& transaction) {
            return insert_stored_file(transaction,
                                      {.agency = agency_,
                                       .kind = MediaKind::jpeg,
                                       .given_name = "C:\\照片\\正面.HEIC",
                                       .placed = placed},
                                      Moment{2});
        });
    }

    [[nodiscard]] fs::path path_of(const std::string& address) const {
        return folder_ / "files" / address.substr(0, 2) / address;
    }

    static Moment now() {
        return {std::chrono::duration_cast<std::chrono::milliseconds>(
                    std::chrono::system_clock::now().time_since_epoch())
                    .count()};
    }

    people::KeyRing ring_ = people::new_key_ring();
    fs::path folder_ = fs::temp_directory_path() / ("gongkai-files-" + new_public_id());
    FileStore files_{folder_ / "files", ring_};
    Id<people::Agency> agency_;
};

GK_ON_BOTH_DATABASES(StoredFiles);

TEST_P(StoredFiles, lie_under_the_hash_of_their_bytes) {
    const auto file = store("一张照片", Sealing::open);
    EXPECT_EQ(file.placed.sha256, sha256_hex("一张照片"));
    EXPECT_EQ(file.placed.sm3, to_hex(sm3("一张照片")));
    EXPECT_EQ(file.placed.address, file.placed.sha256);
    EXPECT_EQ(*files_.read(file.placed), "一张照片");
    const auto status = fs::status(path_of(file.placed.address)).permissions();
    EXPECT_EQ(status & (fs::perms::group_all | fs::perms::others_all), fs::perms::none);
    const auto found = database().read(
        [&](store::Snapshot& snapshot) { return load_stored_file(snapshot, file.public_id); });
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->given_name, "正面.jpg");
    EXPECT_EQ(found->placed.byte_count, 12);
    EXPECT_EQ(found->agency, agency_);
}

TEST_P(StoredFiles, of_the_same_bytes_lie_there_once_unless_they_are_sealed) {
    EXPECT_EQ(store("同", Sealing::open).placed.address, store("同", Sealing::open).placed.address);
    const auto one = store("密", Sealing::sealed);
    const auto other = store("密", Sealing::sealed);
    EXPECT_NE(one.placed.address, other.placed.address);
    EXPECT_EQ(one.placed.sha256, other.placed.sha256);
    EXPECT_EQ(*files_.read(one.placed), "密");
}

TEST_P(StoredFiles, that_are_not_there_are_not_found) {
    database().read([](store::Snapshot& snapshot) {
        EXPECT_FALSE(load_stored_file(snapshot, "none").has_value());
        EXPECT_FALSE(load_stored_file(snapshot, "\xFF").has_value());
        EXPECT_FALSE(load_stored_file(snapshot, Id<StoredFile>{77}).has_value());
    });
}

TEST_P(StoredFiles, that_were_damaged_or_lost_are_found_by_the_check) {
    const auto damaged = store("甲", Sealing::open).placed;
    const auto lost = store("乙", Sealing::sealed).placed;
    const auto sound = store("丙", Sealing::sealed).placed;
    std::ofstream(path_of(damaged.address), std::ios::app) << "x";
    fs::remove(path_of(lost.address));
    const auto check = check_files(database(), files_, now());
    EXPECT_EQ(check.file_count, 3);
    EXPECT_THAT(check.damaged, ElementsAre(damaged.address));
    EXPECT_THAT(check.missing, ElementsAre(lost.address));
    EXPECT_THROW((void)files_.read(damaged), Fault);
    EXPECT_THROW((void)files_.read(lost), Fault);
    EXPECT_TRUE(files_.read(sound).has_value());
    // What was damaged is mended by the same bytes.
    EXPECT_EQ(files_.place("甲", Sealing::open).address, damaged.address);
    EXPECT_EQ(*files_.read(damaged), "甲");
}

TEST_P(StoredFiles, that_nothing_names_are_collected_after_a_day) {
    const auto kept = store("有主", Sealing::open).placed;
    const auto orphan = files_.place("无主", Sealing::open);
    const auto given_up = store("删去的", Sealing::open);
    database().write(
        [&](store::Transaction& transaction) { delete_stored_file(transaction, given_up.id); });
    EXPECT_THAT(check_files(database(), files_, now()).orphans, IsEmpty());
    const Moment tomorrow{now().utc_ms + day_ms + 1000};
    EXPECT_EQ(check_files(database(), files_, tomorrow).orphans.size(), 2U);
    const auto collected = collect_orphans(database(), files_, operating, tomorrow);
    ASSERT_TRUE(collected.has_value());
    EXPECT_EQ(collected->file_count, 2);
    EXPECT_EQ(collected->byte_count, 6 + 9);
    EXPECT_EQ(files_.state(orphan.address), FileStore::State::missing);
    EXPECT_EQ(files_.state(kept.address), FileStore::State::fine);
}

TEST_P(StoredFiles, are_collected_by_the_operator_alone) {
    EXPECT_EQ(collect_orphans(database(), files_, people::everyone(), now()).error().first().code,
              "people.operator_only");
}

TEST(PlainFileName, is_the_last_part_with_the_extension_of_what_the_file_is) {
    EXPECT_EQ(plain_file_name("/tmp/../身份证 正面.png.exe", MediaKind::jpeg),
              "身份证 正面.png.jpg");
    EXPECT_EQ(plain_file_name("a\r\nb\x7F\u202Egpj.pdf", MediaKind::pdf), "abgpj.pdf");
    EXPECT_EQ(plain_file_name("", MediaKind::docx), "文件.docx");
    EXPECT_EQ(plain_file_name("..", MediaKind::png), "..png");
    EXPECT_EQ(plain_file_name(std::string(500, 'a'), MediaKind::png).size(), 124U);
}

TEST_P(StoredFiles, are_sealed_again_with_a_new_key_and_leave_nothing_of_the_old_one) {
    const auto sealed = store("照片", Sealing::sealed);
    const auto damaged = store("另一张", Sealing::sealed);
    const auto open = store("公开的文件", Sealing::open);
    std::ofstream(path_of(damaged.placed.address), std::ios::app) << "x";
    EXPECT_EQ(files_.key_number(sealed.placed.address), 1);
    EXPECT_EQ(files_.key_number(open.placed.address), 0);
    const auto newer = people::with_new_keys(ring_);
    const auto done = reseal_files(database(), files_.folder(), newer);
    EXPECT_EQ(done.resealed_count, 1);
    EXPECT_EQ(done.unreadable_count, 1);
    const auto moved = database().read(
        [&](store::Snapshot& snapshot) { return *load_stored_file(snapshot, sealed.public_id); });
    EXPECT_NE(moved.placed.address, sealed.placed.address);
    EXPECT_EQ(moved.placed.sha256, sealed.placed.sha256);
    const FileStore with_newer(files_.folder(), newer);
    EXPECT_EQ(with_newer.key_number(moved.placed.address), 2);
    EXPECT_EQ(*with_newer.read(moved.placed), "照片");
    EXPECT_FALSE(fs::exists(path_of(sealed.placed.address)));
    EXPECT_TRUE(fs::exists(path_of(open.placed.address)));
    EXPECT_EQ(reseal_files(database(), files_.folder(), newer).resealed_count, 0);
}

}  // namespace
}  // namespace gk::document
