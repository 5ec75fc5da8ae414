#include "store/value.hpp"

#include <algorithm>
#include <limits>

#include "base/text.hpp"

namespace gk::store {

Parameter::Parameter(Date date) : kind_(Kind::date) {
    const auto text = date.iso();
    GK_ASSERT(text.size() == date_.size());
    std::ranges::copy(text, date_.begin());
}

std::optional<std::int64_t> Parameter::number() const {
    return kind_ == Kind::number ? std::optional(number_) : std::nullopt;
}

std::optional<std::string_view> Parameter::text() const {
    if (kind_ == Kind::date) {
        return std::string_view(date_.data(), date_.size());
    }
    if (kind_ != Kind::text) {
        return std::nullopt;
    }
    GK_ASSERT(text::is_utf8(text_));
    return text_;
}

std::optional<std::span<const std::byte>> Parameter::bytes() const {
    return kind_ == Kind::bytes ? std::optional(bytes_) : std::nullopt;
}

int ColumnOf<int>::get(const Cursor& row, int column) {
    const auto number = row.number(column);
    GK_ASSERT(number >= std::numeric_limits<int>::min() &&
              number <= std::numeric_limits<int>::max());
    return static_cast<int>(number);
}

Date ColumnOf<Date>::get(const Cursor& row, int column) {
    const auto date = Date::parse(row.text(column));
    GK_ASSERT(date.has_value());
    return *date;
}

}  // namespace gk::store
