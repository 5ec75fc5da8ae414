// A short piece of text (a label, a heading) as it is compared: half width, without spaces,
// punctuation and the marks of footnotes, its number taken apart. Printed reports differ in all of
// these.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace gk::report {

// （一） is in_brackets, 一、 a chapter, 1. 1、 (1) ① are arabic.
enum class NumberKind : std::uint8_t { none, chapter, in_brackets, arabic };

struct LabelNumber {
    NumberKind kind = NumberKind::none;
    int value = 0;

    friend bool operator==(const LabelNumber&, const LabelNumber&) = default;
};

class FoldedText {
public:
    static constexpr std::size_t size_max = 64;

    // Text of more than size_max code points is_too_long(), and its body is empty.
    [[nodiscard]] static FoldedText of(std::string_view utf8);

    // Letters, digits and Han characters after the number; 其它 as 其他.
    [[nodiscard]] std::u16string_view body() const { return {body_.data(), size_}; }

    // The body up to the first bracket after it began: 采购总金额 of 采购总金额(万元). The whole
    // body where there is none.
    [[nodiscard]] std::u16string_view before_bracket() const {
        return {body_.data(), bracket_ > 0 ? bracket_ : size_};
    }

    [[nodiscard]] LabelNumber number() const { return number_; }

    [[nodiscard]] bool is_too_long() const { return is_too_long_; }

    [[nodiscard]] bool has_digit() const { return has_digit_; }

    // The label that goes on in the next cell or line: （三） + 不予公开. It is too long where
    // both together are; only to be asked where may_join() says so.
    [[nodiscard]] FoldedText joined(const FoldedText& next) const;

    // A piece with a number of its own begins a label.
    [[nodiscard]] bool may_join(const FoldedText& next) const {
        return next.number_.kind == NumberKind::none ||
               (size_ == 0 && number_.kind == NumberKind::none);
    }

    // What stands behind the first letters of the body, without its number: 属于国家秘密 of
    // 不予公开1.属于国家秘密.
    [[nodiscard]] FoldedText behind(std::size_t letters) const;

private:
    void add(char16_t letter);

    std::array<char16_t, size_max> body_;  // NOLINT: filled up to size_ only.
    std::uint8_t size_ = 0;
    std::uint8_t bracket_ = 0;
    LabelNumber number_;
    bool is_too_long_ = false;
    bool has_digit_ = false;
};

}  // namespace gk::report
