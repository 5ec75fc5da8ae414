// Result<T>: a value or an Error, with the names of std::expected (which g++ 12 lacks in C++20).
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "base/assert.hpp"
#include "base/problem.hpp"

namespace gk {

template <typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: converts

    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: converts

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }

    explicit operator bool() const { return has_value(); }

    T& operator*() & {
        GK_ASSERT(has_value());
        return *std::get_if<0>(&state_);
    }

    const T& operator*() const& {
        GK_ASSERT(has_value());
        return *std::get_if<0>(&state_);
    }

    T&& operator*() && {
        GK_ASSERT(has_value());
        return std::move(*std::get_if<0>(&state_));
    }

    T* operator->() { return &**this; }

    const T* operator->() const { return &**this; }

    [[nodiscard]] const Error& error() const& {
        GK_ASSERT(!has_value());
        return *std::get_if<1>(&state_);
    }

    [[nodiscard]] Error error() && {
        GK_ASSERT(!has_value());
        return std::move(*std::get_if<1>(&state_));
    }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;

    Result(Error error) : error_(std::move(error)) {}  // NOLINT: converts

    [[nodiscard]] bool has_value() const { return !error_.has_value(); }

    explicit operator bool() const { return has_value(); }

    void operator*() const { GK_ASSERT(has_value()); }

    [[nodiscard]] const Error& error() const& {
        GK_ASSERT(!has_value());
        return *error_;
    }

    [[nodiscard]] Error error() && {
        GK_ASSERT(!has_value());
        return std::move(*error_);
    }

private:
    std::optional<Error> error_;
};

}  // namespace gk

#define GK_TRY_JOIN_(a, b) a##b
#define GK_TRY_NAME_(a, b) GK_TRY_JOIN_(a, b)

// GK_TRY(auto due, reply_due_on(…)); declares `due` or returns the error to the caller.
#define GK_TRY(declaration, ...)                                      \
    auto GK_TRY_NAME_(gk_result_, __LINE__) = (__VA_ARGS__);          \
    if (!GK_TRY_NAME_(gk_result_, __LINE__).has_value()) {            \
        return std::move(GK_TRY_NAME_(gk_result_, __LINE__)).error(); \
    }                                                                 \
    declaration = *std::move(GK_TRY_NAME_(gk_result_, __LINE__))

// GK_CHECK(permit(…)); returns the error of a Result<void> to the caller.
#define GK_CHECK(...)                                                   \
    do {                                                                \
        if (auto gk_checked = (__VA_ARGS__); !gk_checked.has_value()) { \
            return std::move(gk_checked).error();                       \
        }                                                               \
    } while (false)
