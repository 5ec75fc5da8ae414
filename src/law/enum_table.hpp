// A table with one row for every value of an enumeration, in its order: the order is checked when
// the program is compiled, so that a look-up is an index and a new value cannot be forgotten
// beside an old one.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gk::law {

// A Row has a `value`, the enumerator it stands for.
template <typename Row, std::size_t count>
class EnumTable {
public:
    using Value = decltype(Row::value);

    explicit constexpr EnumTable(std::array<Row, count> rows) : rows_(rows) {
        for (std::size_t index = 0; index < count; ++index) {
            values_[index] = rows[index].value;
        }
    }

    [[nodiscard]] constexpr const Row& operator[](Value value) const {
        return rows_[static_cast<std::size_t>(value)];
    }

    [[nodiscard]] constexpr std::span<const Row> rows() const { return rows_; }

    [[nodiscard]] constexpr std::span<const Value> values() const { return values_; }

    // The value whose row has this `key`.
    [[nodiscard]] std::optional<Value> value_of(std::string_view key) const {
        for (const Row& row : rows_) {
            if (row.key == key) {
                return row.value;
            }
        }
        return std::nullopt;
    }

private:
    std::array<Row, count> rows_;
    std::array<Value, count> values_{};
};

// The row of a table that only names.
template <typename Value>
struct Label {
    Value value;
    std::string_view label;
};

// Does not compile where the rows are not in the order of the enumeration.
template <typename Row, std::size_t count>
[[nodiscard]] consteval EnumTable<Row, count> enum_table(std::array<Row, count> rows) {
    for (std::size_t index = 0; index < count; ++index) {
        if (static_cast<std::size_t>(rows[index].value) != index) {
            throw "the rows are not in the order of the enumeration";
        }
    }
    return EnumTable<Row, count>(rows);
}

}  // namespace gk::law
