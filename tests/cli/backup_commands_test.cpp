// backup create, backup verify, backup restore: an installation lost and brought back.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"

namespace gk::cli {
namespace {

namespace fs = std::filesystem;
using test::data_in;
using test::gongkai;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class BackupCommands : public test::InDataFolder {
protected:
    BackupCommands() {
        EXPECT_EQ(run({"demo", "--without-year"}).status, 0);
        EXPECT_EQ(run({"keys", "create"}).status, 0);
    }

    std::string file_ = (folder_.path() / "backups/gongkai-20260301-120000.tar.zst").string();
    std::string keys_ = (folder_.path() / "backups/gongkai-keys-20260301-120000.tar.zst").string();
};

TEST_F(BackupCommands, bring_a_lost_installation_back) {
    const auto made = run({"backup", "create"});
    EXPECT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, AllOf(HasSubstr("已备份到 " + file_), HasSubstr("密钥：不在其中。"),
                                HasSubstr("--keys-only")));
    EXPECT_EQ(run({"backup", "create", "--keys-only"}).status, 0);
    const auto verified = run({"backup", "verify", file_});
    EXPECT_EQ(verified.status, 0);
    EXPECT_THAT(verified.out, HasSubstr("备份完好，做于 2026-03-01 12:00"));

    const test::Folder other;
    const auto restored = gongkai({"backup", "restore", file_}, data_in(other));
    EXPECT_EQ(restored.status, 0) << restored.err;
    EXPECT_THAT(restored.out, HasSubstr("已恢复 2026-03-01 12:00 的备份：数据库，"));
    EXPECT_FALSE(fs::exists(other.path() / "keys"));
    EXPECT_THAT(gongkai({"backup", "restore", keys_}, data_in(other)).out,
                HasSubstr("新写入文件0个，密钥1个。"));
    EXPECT_THAT(gongkai({"report", "list"}, data_in(other)).out,
                HasSubstr("2023  xigebi  已公开  2021  "));
    EXPECT_EQ(gongkai({"audit", "verify"}, data_in(other)).status, 0);
}

TEST_F(BackupCommands, take_the_keys_along_on_request) {
    EXPECT_THAT(run({"backup", "create", "--with-keys", "--output", keys_}).out,
                AllOf(HasSubstr("密钥：1个文件。"), HasSubstr("请像保管密钥一样保管"),
                      Not(HasSubstr("--keys-only"))));
}

TEST_F(BackupCommands, replace_what_is_there_only_when_told) {
    ASSERT_EQ(run({"backup", "create"}).status, 0);
    const auto refused = run({"backup", "restore", file_});
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("backup.target_not_empty"));
    EXPECT_EQ(run({"backup", "restore", file_, "--replace"}).status, 0);
}

TEST_F(BackupCommands, end_with_status_2_for_what_is_no_backup) {
    const auto other = (folder_.path() / "other").string();
    std::ofstream(other) << "今天的会议纪要。";
    const auto outcome = run({"backup", "verify", other});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr("backup.not_a_backup"));
}

}  // namespace
}  // namespace gk::cli
