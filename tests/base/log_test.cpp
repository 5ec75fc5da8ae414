#include "base/log.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gk {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::IsEmpty;

class Log : public testing::Test {
protected:
    std::vector<std::string> lines_;
    log::Redirection redirection_{[this](std::string_view line) { lines_.emplace_back(line); }};
};

TEST_F(Log, writes_one_json_object_a_line_whatever_the_values_hold) {
    log::write(log::Level::warning, "tried",
               {{"text", "a\"b\\\n\x01 中"}, {"count", 42}, {"is_done", true}, {"bytes", "\xff!"}});
    EXPECT_THAT(lines_, ElementsAre(EndsWith(
                            "\"level\":\"warning\",\"event\":\"tried\",\"text\":\"a\\\"b\\\\\\n"
                            "\\u0001 中\",\"count\":42,\"is_done\":true,\"bytes\":\"\xEF\xBF\xBD!"
                            "\"}")));
}

TEST_F(Log, drops_what_is_below_its_level) {
    log::write(log::Level::debug, "detail", {});
    EXPECT_THAT(lines_, IsEmpty());
    log::set_level(log::Level::debug);
    log::write(log::Level::debug, "detail", {});
    log::set_level(log::Level::info);
    EXPECT_EQ(lines_.size(), 1U);
}

}  // namespace
}  // namespace gk
