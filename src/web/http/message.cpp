#include "web/http/message.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace gk::web {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

}  // namespace

std::string_view key(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::put:
            return "PUT";
        case Method::patch:
            return "PATCH";
        case Method::del:
            return "DELETE";
    }
    GK_ASSERT(!"a method");
    return {};
}

void Headers::add(std::string name, std::string value) {
    all_.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string_view name, std::string value) {
    std::erase_if(all_, [&](const auto& each) { return is_same_name(each.first, name); });
    all_.emplace_back(name, std::move(value));
}

std::string_view Headers::get(std::string_view name) const {
    for (const auto& [each, value] : all_) {
        if (is_same_name(each, name)) {
            return value;
        }
    }
    return {};
}

std::size_t Headers::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        all_, [&](const auto& each) { return is_same_name(each.first, name); }));
}

std::optional<std::string_view> find(const Parameters& parameters, std::string_view name) {
    for (const auto& [each, value] : parameters) {
        if (each == name) {
            return value;
        }
    }
    return std::nullopt;
}

std::string_view Request::argument(std::string_view name) const {
    const auto found = find(arguments, name);
    GK_ASSERT(found.has_value());
    return *found;
}

}  // namespace gk::web
