// A short list inside a constant row of a table: articles of a letter, the things it must state.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>

namespace gk::law {

// Does not compile with more than `max` values.
template <typename T, std::size_t max>
class FixedList {
public:
    consteval FixedList() = default;

    consteval FixedList(std::initializer_list<T> values) : size_(values.size()) {
        std::size_t index = 0;
        for (const T& value : values) {
            values_.at(index++) = value;
        }
    }

    [[nodiscard]] constexpr std::span<const T> all() const { return {values_.data(), size_}; }

private:
    std::array<T, max> values_{};
    std::size_t size_ = 0;
};

}  // namespace gk::law
