// 发文字号 (GB/T 9704-2012, 7.2.5): a pattern of the agency, the year in full, and a number without
// leading zeros. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace gk::letter {

// "西戈壁政公开〔{{年}}〕{{序号}}号"
class NumberPattern {
public:
    // Refuses what has not {{年}} and {{序号}} exactly once each, holds other placeholders, or is
    // longer than 60 characters.
    [[nodiscard]] static Result<NumberPattern> parse(std::string_view given);

    [[nodiscard]] const std::string& text() const { return text_; }

    // The pattern with the year in its place: what one series of numbers shares.
    [[nodiscard]] std::string stem(int year) const;

private:
    explicit NumberPattern(std::string text) : text_(std::move(text)) {}

    std::string text_;
};

// "西戈壁政公开〔2026〕{{序号}}号" and 7 → "西戈壁政公开〔2026〕7号".
[[nodiscard]] std::string numbered(std::string_view stem, int number);

// Where an agency has laid down nothing: its short name, 公开, 〔year〕number号.
[[nodiscard]] std::string default_number_pattern(std::string_view agency_short_name);

}  // namespace gk::letter
