#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/gongkai.hpp"
#include "notify/service.hpp"
#include "people/service.hpp"
#include "store/database.hpp"

namespace gk::cli {
namespace {

using test::data_in;
using test::gongkai;
using testing::HasSubstr;

class NotifyCommands : public testing::Test {
protected:
    NotifyCommands() {
        EXPECT_EQ(run({"migrate", "up"}).status, 0);
        EXPECT_EQ(run({"keys", "create"}).status, 0);
        EXPECT_EQ(run({"demo", "--without-year"}).status, 0);
    }

    test::Outcome run(const std::vector<std::string_view>& words, Environment more = {}) {
        auto environment = data_in(folder_);
        environment.insert(more.begin(), more.end());
        return gongkai(words, environment);
    }

    // A short message whose carrier is a server that is not there.
    std::string post() {
        const auto database =
            store::Database::open({.address = (folder_.path() / "gongkai.db").string()});
        const auto ring = people::load_key_ring(folder_.path() / "keys");
        const auto agency = people::find_agency(*database, "xigebi");
        return database->write([&](store::Transaction& transaction) {
            return notify::send(transaction, *ring,
                                {.agency = agency->id,
                                 .carrier = notify::Carrier::short_message,
                                 .address = "13800000000",
                                 .subject = "",
                                 .text = "测试",
                                 .timing = notify::Timing::at_once},
                                Moment{1});
        });
    }

    test::Folder folder_;
    const Environment gone_ = {{"GONGKAI_NOTIFY_WEBHOOK_URL", "http://127.0.0.1:1/"}};
};

TEST_F(NotifyCommands, say_that_nothing_is_configured_and_nothing_waits) {
    const auto status = run({"notify", "status"});
    EXPECT_EQ(status.status, 0);
    EXPECT_THAT(status.out, HasSubstr("电子邮件：未开通"));
    EXPECT_THAT(status.out, HasSubstr("发送失败0条"));
    EXPECT_THAT(run({"notify", "run"}).out, HasSubstr("发出0条"));
}

TEST_F(NotifyCommands, pass_over_what_no_carrier_takes) {
    post();
    const auto round = run({"notify", "run"});
    EXPECT_EQ(round.status, 0);
    EXPECT_THAT(round.out, HasSubstr("渠道未开通1条"));
}

TEST_F(NotifyCommands, show_what_failed_without_saying_to_whom) {
    const auto id = post();
    EXPECT_EQ(run({"notify", "run"}, gone_).status, 1);
    const auto shown = run({"notify", "status", "--json"});
    EXPECT_THAT(shown.out, HasSubstr(R"("waiting":1)"));
    EXPECT_THAT(shown.out, testing::Not(HasSubstr("138")));
    EXPECT_THAT(run({"notify", "retry", id}).err, HasSubstr("没有发送失败"));
    EXPECT_THAT(run({"notify", "retry", "01NONE"}).err, HasSubstr("没有找到"));
}

TEST_F(NotifyCommands, test_what_is_configured) {
    // cli.notify_test_nobody
    EXPECT_THAT(run({"notify", "test"}).err, HasSubstr("没有写明测试消息发给谁"));
    EXPECT_THAT(run({"notify", "test", "--mail", "jia@example.org"}).err,
                HasSubstr("没有配置电子邮件"));
    EXPECT_THAT(run({"notify", "test", "--wechat", "13800000000"}, gone_).err,
                HasSubstr("没有发出去"));
}

}  // namespace
}  // namespace gk::cli
