#include "cli/values.hpp"

#include <gtest/gtest.h>

namespace gk::cli {
namespace {

Arguments with(std::string_view name, std::string value) {
    Arguments arguments;
    arguments.add(name, std::move(value));
    return arguments;
}

TEST(Values, a_date_that_was_not_given_is_nothing) {
    EXPECT_EQ(*date_of(Arguments(), "--today"), std::nullopt);
    EXPECT_EQ(*date_of(with("--today", "2026-02-10"), "--today"), Date(2026, 2, 10));
}

TEST(Values, a_wrong_date_is_refused_with_the_name_of_its_option) {
    const auto error = date_of(with("--today", "2026-2-10"), "--today").error();
    EXPECT_EQ(error.first().code, "cli.not_a_date");
    EXPECT_EQ(error.first().field, "--today");
    EXPECT_EQ(error.first().message, "“--today”应当是日期，现写的是“2026-2-10”。");
}

TEST(Values, a_number_must_lie_within_its_range) {
    EXPECT_EQ(*number_of(Arguments(), "--extend", 1, 20), std::nullopt);
    EXPECT_EQ(*number_of(with("--extend", "20"), "--extend", 1, 20), 20);
    for (const auto* wrong : {"0", "21", "", "5天", "99999999999", "1.5"}) {
        EXPECT_EQ(number_of(with("--extend", wrong), "--extend", 1, 20).error().first().code,
                  "cli.not_a_number")
            << wrong;
    }
}

}  // namespace
}  // namespace gk::cli
