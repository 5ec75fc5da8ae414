#include "web/form/multipart.hpp"

#include <gtest/gtest.h>

namespace gk::web {
namespace {

constexpr std::string_view type = "multipart/form-data; boundary=----edge";

std::string part(std::string_view head, std::string_view content) {
    return "------edge\r\n" + std::string(head) + "\r\n\r\n" + std::string(content) + "\r\n";
}

std::string closed(const std::string& parts) {
    return parts + "------edge--\r\n";
}

TEST(Multipart, gives_fields_and_files_with_their_bytes) {
    const std::string bytes("a\0\r\n--x\r\n", 9);
    const auto body =
        closed(part("Content-Disposition: form-data; name=\"level\"", "township") +
               part("content-disposition: form-data; name=\"file\"; filename=\"年报.docx\"\r\n"
                    "Content-Type: application/octet-stream",
                    bytes));
    const auto parts = parse_multipart(type, body);
    ASSERT_TRUE(parts.has_value());
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_EQ(find(*parts, "level")->content, "township");
    EXPECT_EQ(find(*parts, "level")->file_name, std::nullopt);
    EXPECT_EQ(find(*parts, "file")->file_name, "年报.docx");
    EXPECT_EQ(find(*parts, "file")->content, bytes);
    EXPECT_EQ(find(*parts, "other"), nullptr);
}

TEST(Multipart, keeps_only_the_last_component_of_a_file_name) {
    for (const auto* name : {"C:\\文件\\a.txt", "../../etc/a.txt", "/a.txt"}) {
        const auto body = closed(part(
            "Content-Disposition: form-data; name=f; filename=\"" + std::string(name) + '"', ""));
        const auto parts = parse_multipart(type, body);
        ASSERT_TRUE(parts.has_value()) << name;
        EXPECT_EQ(parts->front().file_name, "a.txt");
    }
}

TEST(Multipart, takes_an_empty_form) {
    const auto parts = parse_multipart(type, "------edge--\r\n");
    ASSERT_TRUE(parts.has_value());
    EXPECT_TRUE(parts->empty());
}

TEST(Multipart, refuses_what_is_cut_at_any_byte) {
    const auto body = closed(part("Content-Disposition: form-data; name=\"a\"", "12345"));
    for (std::size_t size = 0; size + 4 <= body.size(); ++size) {
        const auto parts = parse_multipart(type, std::string_view(body).substr(0, size));
        ASSERT_FALSE(parts.has_value()) << size;
        EXPECT_EQ(parts.error().first().code, "form.malformed");
    }
}

TEST(Multipart, refuses_other_types_missing_boundaries_and_parts_without_a_name) {
    const auto body = closed(part("Content-Disposition: form-data; name=\"a\"", "1"));
    for (const auto other :
         {"application/x-www-form-urlencoded", "multipart/form-data", "",
          "multipart/form-data; boundary=", "multipart/mixed; boundary=----edge"}) {
        EXPECT_FALSE(parse_multipart(other, body).has_value()) << other;
    }
    for (const auto head : {"Content-Disposition: form-data", "Content-Type: text/plain",
                            "Content-Disposition: attachment; name=\"a\"",
                            "Content-Disposition: form-data; name=\"\"",
                            "Content-Disposition: form-data; name=\"a"}) {
        EXPECT_FALSE(parse_multipart(type, closed(part(head, "1"))).has_value()) << head;
    }
}

TEST(Multipart, refuses_more_parts_than_a_form_has) {
    std::string body;
    for (std::size_t i = 0; i <= form_parts_max; ++i) {
        body += part("Content-Disposition: form-data; name=\"a\"", "1");
    }
    const auto parts = parse_multipart(type, closed(body));
    ASSERT_FALSE(parts.has_value());
    EXPECT_EQ(parts.error().first().code, "form.too_many_parts");
}

}  // namespace
}  // namespace gk::web
