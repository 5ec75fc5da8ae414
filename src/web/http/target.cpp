#include "web/http/target.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace gk::web {

namespace {

constexpr std::size_t parameters_max = 100;

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool is_printable_ascii(char c) {
    return c > ' ' && c < '\x7f';
}

enum class Plus { stays, is_space };

// Well-formed UTF-8 without NUL, or empty.
std::optional<std::string> decode_once(std::string_view encoded, Plus plus) {
    std::string decoded;
    decoded.reserve(encoded.size());
    for (std::size_t i = 0; i < encoded.size(); ++i) {
        if (encoded[i] == '+' && plus == Plus::is_space) {
            decoded += ' ';
        } else if (encoded[i] != '%') {
            decoded += encoded[i];
        } else {
            const bool is_whole = i + 2 < encoded.size();
            const int high = is_whole ? hex_value(encoded[i + 1]) : -1;
            const int low = is_whole ? hex_value(encoded[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (!text::is_utf8(decoded)) {
        return std::nullopt;
    }
    return decoded;
}

// C0, DEL and C1 (U+0080 to U+009F: in UTF-8 the bytes C2 80 to C2 9F).
bool has_control(std::string_view utf8) {
    unsigned char before = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f || (before == 0xC2 && byte < 0xA0)) {
            return true;
        }
        before = byte;
    }
    return false;
}

std::optional<std::string> read_path(std::string_view encoded) {
    auto path = decode_once(encoded, Plus::stays);
    if (!path || has_control(*path) || path->find('\\') != std::string::npos ||
        std::ranges::count(*path, '/') != std::ranges::count(encoded, '/')) {
        return std::nullopt;
    }
    for (const auto segment : text::split(*path, '/')) {
        if (segment == "." || segment == "..") {
            return std::nullopt;
        }
    }
    return path;
}

std::optional<Parameters> read_query(std::string_view encoded) {
    Parameters parameters;
    for (const auto pair : text::split(encoded, '&')) {
        if (pair.empty()) {
            continue;
        }
        const auto equals = pair.find('=');
        auto name = decode_once(pair.substr(0, equals), Plus::is_space);
        auto value = equals == std::string_view::npos
                         ? std::optional<std::string>("")
                         : decode_once(pair.substr(equals + 1), Plus::is_space);
        if (!name || !value || parameters.size() == parameters_max) {
            return std::nullopt;
        }
        parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return parameters;
}

std::string encode(std::string_view text, std::string_view kept) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter || (c >= '0' && c <= '9') || kept.find(c) != std::string_view::npos) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += digits[byte / 16];
            encoded += digits[byte % 16];
        }
    }
    return encoded;
}

}  // namespace

std::optional<Target> read_target(std::string_view target) {
    if (!target.starts_with('/') || !std::ranges::all_of(target, is_printable_ascii) ||
        target.find('#') != std::string_view::npos) {
        return std::nullopt;
    }
    const auto question = target.find('?');
    auto path = read_path(target.substr(0, question));
    auto query = question == std::string_view::npos ? std::optional<Parameters>(Parameters())
                                                    : read_query(target.substr(question + 1));
    if (!path || !query) {
        return std::nullopt;
    }
    return Target{std::move(*path), std::move(*query)};
}

std::string encode_path(std::string_view path) {
    return encode(path, "-._~/");
}

std::string encode_query_value(std::string_view value) {
    return encode(value, "-._~");
}

}  // namespace gk::web
