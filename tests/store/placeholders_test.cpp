#include "store/placeholders.hpp"

#include <gtest/gtest.h>

namespace gk::store {
namespace {

std::string sql_of(std::string_view sql) {
    return number_placeholders(sql).sql;
}

TEST(Placeholders, are_numbered_in_their_order) {
    EXPECT_EQ(sql_of("INSERT INTO t (a, b) VALUES (?, ?)"), "INSERT INTO t (a, b) VALUES ($1, $2)");
    EXPECT_EQ(sql_of("SELECT 1"), "SELECT 1");
    EXPECT_EQ(number_placeholders("SELECT ?, '?', ?").count, 2);
}

TEST(Placeholders, in_text_and_names_stay) {
    EXPECT_EQ(sql_of("SELECT '?', ? , 'it''s ?', \"a?\"\"?\", ?"),
              "SELECT '?', $1 , 'it''s ?', \"a?\"\"?\", $2");
}

TEST(Placeholders, in_comments_stay) {
    EXPECT_EQ(sql_of("SELECT ? -- why?\n, ? /* a? /* b? */ c? */, ?"),
              "SELECT $1 -- why?\n, $2 /* a? /* b? */ c? */, $3");
}

TEST(Placeholders, after_an_unfinished_quote_are_left_alone) {
    EXPECT_EQ(sql_of("SELECT 'a ?"), "SELECT 'a ?");
    EXPECT_EQ(sql_of("SELECT ? -- ?"), "SELECT $1 -- ?");
    EXPECT_EQ(sql_of("SELECT ? /* ?"), "SELECT $1 /* ?");
}

}  // namespace
}  // namespace gk::store
