// The values that go into a statement and come out of it: integers, text, bytes, NULL. Dates are
// text YYYY-MM-DD, moments are milliseconds, decimals are millionths; there are no floats.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/assert.hpp"
#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/id.hpp"

namespace gk::store {

using Blob = std::vector<std::byte>;

// One value for one `?`. It does not own text or bytes: make it where the statement is run.
// Plain members, no std::variant, and a call for std::optional: g++ 12, when it sees through them,
// wrongly takes the value of an empty one for used.
class Parameter {
public:
    Parameter(std::nullopt_t) {}  // NOLINT: converts

    Parameter(std::int64_t number) : kind_(Kind::number), number_(number) {}  // NOLINT: converts

    Parameter(int number) : Parameter(std::int64_t{number}) {}  // NOLINT: converts

    Parameter(bool flag) : Parameter(std::int64_t{flag ? 1 : 0}) {}  // NOLINT: converts

    Parameter(std::string_view text) : kind_(Kind::text), text_(text) {}  // NOLINT: converts

    Parameter(const std::string& text) : Parameter(std::string_view(text)) {}  // NOLINT: converts

    Parameter(const char* text) : Parameter(std::string_view(text)) {}  // NOLINT: converts

    Parameter(std::span<const std::byte> bytes) : kind_(Kind::bytes), bytes_(bytes) {}  // NOLINT

    Parameter(const Blob& bytes) : Parameter(std::span<const std::byte>(bytes)) {}  // NOLINT

    Parameter(Date date);  // NOLINT: converts

    Parameter(Moment moment) : Parameter(moment.utc_ms) {}  // NOLINT: converts

    Parameter(Decimal decimal) : Parameter(decimal.micro()) {}  // NOLINT: converts

    template <typename Of>
    Parameter(Id<Of> id) : Parameter(id.value) {}  // NOLINT: converts

    template <typename T>
    [[gnu::noinline]] Parameter(const std::optional<T>& value) {  // NOLINT: converts
        if (value) {
            *this = Parameter(*value);
        }
    }

    [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }

    [[nodiscard]] std::optional<std::int64_t> number() const;
    // Asserts that the text is well-formed UTF-8 without NUL.
    [[nodiscard]] std::optional<std::string_view> text() const;
    [[nodiscard]] std::optional<std::span<const std::byte>> bytes() const;

private:
    enum class Kind { null, number, text, bytes, date };

    Kind kind_ = Kind::null;
    std::int64_t number_ = 0;
    std::string_view text_;
    std::span<const std::byte> bytes_;
    std::array<char, 10> date_{};  // YYYY-MM-DD
};

// The rows of one statement, as a driver gives them. A wrong type or a NULL where none was asked
// for is a Bug.
class Cursor {
public:
    Cursor() = default;
    Cursor(const Cursor&) = delete;
    Cursor& operator=(const Cursor&) = delete;
    virtual ~Cursor() = default;

    [[nodiscard]] virtual bool next() = 0;
    [[nodiscard]] virtual int column_count() const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t number(int column) const = 0;
    [[nodiscard]] virtual std::string text(int column) const = 0;
    [[nodiscard]] virtual Blob bytes(int column) const = 0;
};

// How a column becomes a T: one specialisation for each type there is.
template <typename T>
struct ColumnOf;

template <>
struct ColumnOf<std::int64_t> {
    static std::int64_t get(const Cursor& row, int column) { return row.number(column); }
};

template <>
struct ColumnOf<int> {
    // Asserts that the number fits.
    static int get(const Cursor& row, int column);
};

template <>
struct ColumnOf<bool> {
    static bool get(const Cursor& row, int column) { return row.number(column) != 0; }
};

template <>
struct ColumnOf<std::string> {
    static std::string get(const Cursor& row, int column) { return row.text(column); }
};

template <>
struct ColumnOf<Blob> {
    static Blob get(const Cursor& row, int column) { return row.bytes(column); }
};

template <>
struct ColumnOf<Date> {
    static Date get(const Cursor& row, int column);
};

template <>
struct ColumnOf<Moment> {
    static Moment get(const Cursor& row, int column) { return {row.number(column)}; }
};

template <>
struct ColumnOf<Decimal> {
    static Decimal get(const Cursor& row, int column) {
        return Decimal::of_micro(row.number(column));
    }
};

template <typename Of>
struct ColumnOf<Id<Of>> {
    static Id<Of> get(const Cursor& row, int column) { return {row.number(column)}; }
};

template <typename T>
struct ColumnOf<std::optional<T>> {
    static std::optional<T> get(const Cursor& row, int column) {
        return row.is_null(column) ? std::nullopt : std::optional<T>(ColumnOf<T>::get(row, column));
    }
};

}  // namespace gk::store
