#include "document/charset.hpp"

#include <gtest/gtest.h>

namespace gk::document {
namespace {

using namespace std::string_view_literals;

constexpr auto gbk_rules = "\xB9\xE6\xD5\xC2\xA3\xBA"sv;  // 规章：

std::string decoded(std::string_view bytes, std::string_view label = {}) {
    const auto text = decode_text(bytes, label);
    return text.has_value() ? *text : "PROBLEM " + text.error().first().code;
}

TEST(Charset, utf8_is_read_with_and_without_a_byte_order_mark) {
    EXPECT_EQ(decoded("规章 3"), "规章 3");
    EXPECT_EQ(decoded("\xEF\xBB\xBF规章 3"), "规章 3");
    EXPECT_EQ(decoded(""), "");
}

TEST(Charset, utf16_is_read_by_its_byte_order_mark) {
    EXPECT_EQ(decoded("\xFF\xFE\xC4\x89\xE0\x7A\x31\x00"sv), "规章1");
    EXPECT_EQ(decoded("\xFE\xFF\x89\xC4\x7A\xE0\x00\x31"sv), "规章1");
}

TEST(Charset, what_is_no_utf8_is_read_as_gb18030) {
    EXPECT_EQ(decoded(gbk_rules), "规章：");
    EXPECT_EQ(decoded(gbk_rules, "gb2312"), "规章：");
    EXPECT_EQ(decoded("\x84\x31\x95\x33\xB9\xE6\xD5\xC2"), "规章");
    // Four bytes: beyond GBK.
    EXPECT_EQ(decoded("\xB9\xE6\x95\x32\x82\x36"), "规𠀀");
}

TEST(Charset, a_label_does_not_overrule_text_that_is_utf8) {
    EXPECT_EQ(decoded("行政许可", "gb2312"), "行政许可");
}

TEST(Charset, a_wrong_utf8_label_does_not_overrule_text_that_is_gbk) {
    EXPECT_EQ(decoded(gbk_rules, "utf-8"), "规章：");
}

TEST(Charset, a_big5_label_is_followed) {
    EXPECT_EQ(decoded("\xB3\x57\xB3\xB9", "big5"), "規章");
}

TEST(Charset, a_text_cut_within_a_character_is_read_up_to_it) {
    EXPECT_EQ(decoded("规章\xE8\xA7"), "规章");
    EXPECT_EQ(decoded("\xB9\xE6\xD5\xC2\xA3"), "规章");
}

TEST(Charset, a_rare_ill_formed_byte_is_replaced) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "公开";
    }
    EXPECT_EQ(decoded(text + "\xFF" + text), text + "\uFFFD" + text);
}

TEST(Charset, nul_and_control_characters_are_left_out) {
    EXPECT_EQ(decoded("规\x07章\x7F\n\t\xC2\x85"
                      "3\r\n4\f5"),
              "规章\n\t3\r\n4\n5");
    std::string text(400, 'a');
    text[200] = '\0';
    EXPECT_EQ(decoded(text), std::string(399, 'a'));
}

TEST(Charset, characters_that_cannot_be_seen_are_left_out) {
    EXPECT_EQ(decoded("1\u200B2\u00AD3\u20604\u202E5\u180E6\u200F7\uFEFF8"), "12345678");
    EXPECT_EQ(decoded("“三”—规·章"), "“三”—规·章");
}

TEST(Charset, what_reads_as_garbage_in_every_encoding_is_refused) {
    std::string noise;
    for (int i = 0; i < 300; ++i) {
        noise += static_cast<char>(0x80 + (i * 7 + i / 3) % 0x80);
        noise += static_cast<char>(0x01 + i % 0x1F);
    }
    EXPECT_EQ(decoded(noise), "PROBLEM document.charset_undecodable");
}

TEST(Charset, bytes_full_of_zeros_are_no_text) {
    EXPECT_EQ(decoded(std::string(64, '\0')), "PROBLEM document.unknown_kind");
}

TEST(Charset, the_charset_of_a_page_is_found_in_either_kind_of_meta) {
    EXPECT_EQ(html_charset(R"(<meta charset="GB2312">)"), "gb2312");
    EXPECT_EQ(html_charset("<META http-equiv=Content-Type content='text/html; charset=gbk'/>"),
              "gbk");
    EXPECT_EQ(html_charset("<meta name=a><meta charset = utf-8 />"), "utf-8");
    EXPECT_EQ(html_charset("<meta name=a> charset=gbk"), "");
    EXPECT_EQ(html_charset("<meta charset"), "");
}

}  // namespace
}  // namespace gk::document
