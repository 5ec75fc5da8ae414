#include "web/http/request_reader.hpp"

#include <gtest/gtest.h>

namespace gk::web {

namespace {

// What is read of a body whose bytes come one by one, or nothing where it is refused.
std::optional<std::string> read_byte_by_byte(std::string_view body) {
    RequestReader reader;
    Request request;
    constexpr std::string_view head =
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    if (reader.read_head(head, request) || reader.limit_body(100)) {
        return std::nullopt;
    }
    for (std::size_t end = 1; end <= body.size() && !reader.is_complete(); ++end) {
        const auto taken = reader.read_body(body.substr(0, end));
        if (std::holds_alternative<Refusal>(taken)) {
            return std::nullopt;
        }
        body.remove_prefix(std::get<std::size_t>(taken));
        end -= std::get<std::size_t>(taken);
    }
    return reader.is_complete() ? std::optional(reader.take_body()) : std::nullopt;
}

}  // namespace

// The parser below asserts that the end of the last chunk comes in one piece with it.
TEST(RequestReader, reads_a_last_chunk_that_comes_byte_by_byte) {
    EXPECT_EQ(read_byte_by_byte("0\r\n\r\n"), "");
    EXPECT_EQ(read_byte_by_byte("1\r\na\r\n0\r\n\r\n"), "a");
    EXPECT_EQ(read_byte_by_byte("000\r\n\r\n"), "");
}

TEST(RequestReader, refuses_a_broken_chunk_that_comes_byte_by_byte) {
    EXPECT_EQ(read_byte_by_byte("0\r\nHost: b\r\n\r\n"), std::nullopt);
    EXPECT_EQ(read_byte_by_byte("1;a=b\r\nx\r\n0\r\n\r\n"), std::nullopt);
    EXPECT_EQ(read_byte_by_byte("x\r\n\r\n0\r\n\r\n"), std::nullopt);
}

}  // namespace gk::web
