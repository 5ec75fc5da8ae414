#include "store/value.hpp"

#include <limits>

#include "base/text.hpp"

namespace gk::store {

std::optional<std::int64_t> Parameter::number() const {
    const auto* number = std::get_if<std::int64_t>(&value_);
    return number != nullptr ? std::optional(*number) : std::nullopt;
}

std::optional<std::string_view> Parameter::text() const {
    std::optional<std::string_view> text;
    if (const auto* owned = std::get_if<std::string>(&value_)) {
        text = *owned;
    } else if (const auto* view = std::get_if<std::string_view>(&value_)) {
        text = *view;
    }
    GK_ASSERT(!text || text::is_utf8(*text));
    return text;
}

std::optional<std::span<const std::byte>> Parameter::bytes() const {
    const auto* bytes = std::get_if<std::span<const std::byte>>(&value_);
    return bytes != nullptr ? std::optional(*bytes) : std::nullopt;
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
