#include <filesystem>
#include <fstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"
#include "store/database.hpp"
#include "support/golden.hpp"

namespace gk::cli {
namespace {

namespace fs = std::filesystem;
using test::gongkai;
using testing::AllOf;
using testing::HasSubstr;

// A data folder with the demonstration town in it.
class AuditCommands : public test::InDataFolder {
protected:
    AuditCommands() { EXPECT_EQ(run({"demo", "--without-year"}).status, 0); }

    void tamper(std::string_view sql) {
        store::Database::open({.address = (folder_.path() / "gongkai.db").string()})
            ->write([&](store::Transaction& transaction) {
                transaction.run_script("DROP TRIGGER audit_entries_stand");
                transaction.run_script(sql);
            });
    }

    std::string checkpoint_ = (folder_.path() / "checkpoint.json").string();
    fs::path keys_ = folder_.path() / "keys";
};

TEST_F(AuditCommands, find_the_trail_of_the_demonstration_intact) {
    const auto words = run({"audit", "verify"});
    EXPECT_EQ(words.status, 0);
    EXPECT_THAT(words.out, HasSubstr("审计记录完好，共"));
    const auto json = boost::json::parse(run({"audit", "verify", "--json"}).out).as_object();
    EXPECT_EQ(json.at("is_intact"), true);
    EXPECT_EQ(json.at("entry_count"), json.at("head").at("entry_count"));
    EXPECT_GE(json.at("entry_count").as_int64(), 9);
    EXPECT_TRUE(json.at("breaches").as_array().empty());
}

TEST_F(AuditCommands, tell_where_the_trail_was_changed) {
    tamper("UPDATE audit_entries SET actor = 'cli:other' WHERE sequence = 4");
    const auto words = run({"audit", "verify"});
    EXPECT_EQ(words.status, 1);
    EXPECT_THAT(words.out,
                AllOf(HasSubstr("有1处不符"), HasSubstr("第4条：内容或次序与写入时不一致。")));
    const auto json = boost::json::parse(run({"audit", "verify", "--json"}).out).as_object();
    EXPECT_EQ(json.at("is_intact"), false);
    EXPECT_EQ(json.at("breaches").at(0).at("sequence"), 4);
    EXPECT_EQ(json.at("breaches").at(0).at("kind"), "changed");
}

TEST_F(AuditCommands, do_not_list_more_breaches_than_one_can_read) {
    tamper(
        "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 300)"
        " INSERT INTO audit_entries SELECT i, NULL, 0, '', '', '', '', '', '' FROM n");
    EXPECT_THAT(run({"audit", "verify"}).out, HasSubstr("其余各处从略"));
}

TEST_F(AuditCommands, hold_the_trail_against_a_checkpoint) {
    const auto made = run({"audit", "checkpoint", "--output", checkpoint_});
    EXPECT_EQ(made.status, 0);
    EXPECT_THAT(made.out, AllOf(HasSubstr("已导出检查点"), HasSubstr("签名公钥指纹：")));
    EXPECT_EQ(run({"audit", "verify", "--checkpoint", checkpoint_}).status, 0);
    const auto again = run({"audit", "checkpoint", "--output", checkpoint_});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.err, HasSubstr("cli.output_exists"));
    std::ofstream(checkpoint_) << "{}";
    EXPECT_THAT(run({"audit", "verify", "--checkpoint", checkpoint_}).err,
                HasSubstr("audit.not_a_checkpoint"));
    fs::remove(checkpoint_);
    EXPECT_THAT(run({"audit", "verify", "--checkpoint", checkpoint_}).err,
                HasSubstr("document.file_unreadable"));
}

TEST_F(AuditCommands, create_and_rotate_the_keys) {
    EXPECT_THAT(run({"keys", "rotate"}).err, HasSubstr("people.keys_missing"));
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("注意  个人信息密钥：没有"));
    const auto made = run({"keys", "create"});
    EXPECT_EQ(made.status, 0);
    EXPECT_THAT(made.out, HasSubstr("已建立个人信息密钥"));
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("正常  个人信息密钥：现用第1号。"));
    EXPECT_THAT(run({"keys", "create"}).err, HasSubstr("people.keys_exist"));
    EXPECT_THAT(run({"keys", "rotate"}).out,
                HasSubstr("现用第2号密钥，本次重新加密0条记录、0个文件。"));
    EXPECT_EQ(run({"audit", "verify"}).status, 0);
}

TEST_F(AuditCommands, the_doctor_says_that_keys_are_exposed_damaged_or_half_rotated) {
    EXPECT_EQ(run({"keys", "create"}).status, 0);
    EXPECT_EQ(run({"audit", "checkpoint", "--output", checkpoint_}).status, 0);
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("正常  审计签名密钥：只有所有者可读。"));
    const auto ring = keys_ / "personal-data.keys";
    const auto text = gk::test::read_file(ring);
    std::ofstream(ring) << text.substr(0, text.rfind("end")) << "rotating\nend\n";
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("注意  个人信息密钥：更换没有完成"));
    std::ofstream(ring, std::ios::app) << "half a line";
    EXPECT_THAT(run({"doctor"}).out, HasSubstr("有误  个人信息密钥"));
    for (const auto& file : {ring, keys_ / "audit-signing.pem"}) {
        fs::permissions(file, fs::perms::others_read, fs::perm_options::add);
    }
    const auto outcome = run({"doctor"});
    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("有误  个人信息密钥"), HasSubstr("chmod 600"),
                                   HasSubstr("有误  审计签名密钥")));
}

}  // namespace
}  // namespace gk::cli
