#include "law/rulebook.hpp"

#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace gk::law {
namespace {

TEST(Rulebook, prints_all_rules_of_law) {
    test::expect_golden("tests/golden/rulebook.md", rulebook());
}

}  // namespace
}  // namespace gk::law
