#include "base/text.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace gk::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code_point;
    std::size_t size;  // Bytes taken; 0 where the bytes are ill-formed.
};

// RFC 3629: the shortest form only, no surrogates, nothing above U+10FFFF.
Decoded decode_one(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first < 0x80) {
        return {first, 1};
    }
    std::size_t size = 2;
    if (first >= 0xE0) {
        size = first >= 0xF0 ? 4 : 3;
    }
    if (first < 0xC2 || first > 0xF4 || bytes.size() < size) {
        return {replacement, 0};
    }
    char32_t code_point = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(bytes[i]);
        if ((next & 0xC0U) != 0x80U) {
            return {replacement, 0};
        }
        code_point = (code_point << 6U) | (next & 0x3FU);
    }
    constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < smallest[size] || code_point > 0x10FFFF || is_surrogate) {
        return {replacement, 0};
    }
    return {code_point, size};
}

// Insertions, deletions, changes and swaps of neighbours, each counted as one.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before;
    std::vector<std::size_t> above;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before = std::exchange(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const auto changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto [code_point, size] = decode_one(bytes);
        if (size == 0 || code_point == 0) {
            return false;
        }
        bytes.remove_prefix(size);
    }
    return true;
}

std::u32string decode(std::string_view utf8) {
    std::u32string code_points;
    code_points.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto [code_point, size] = decode_one(utf8);
        code_points += code_point;
        utf8.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return code_points;
}

char32_t take(std::string_view& utf8) {
    const auto [code_point, size] = decode_one(utf8);
    utf8.remove_prefix(std::max<std::size_t>(size, 1));
    return code_point;
}

void append(std::string& utf8, char32_t code_point) {
    const auto tail = [&](unsigned shift) {
        utf8 += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU));
    };
    if (code_point < 0x80) {
        utf8 += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        utf8 += static_cast<char>(0xC0U | (code_point >> 6U));
        tail(0);
    } else if (code_point < 0x10000) {
        utf8 += static_cast<char>(0xE0U | (code_point >> 12U));
        tail(6);
        tail(0);
    } else {
        utf8 += static_cast<char>(0xF0U | (code_point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string encode(std::u32string_view code_points) {
    std::string utf8;
    utf8.reserve(code_points.size() * 3);
    for (const auto code_point : code_points) {
        append(utf8, code_point);
    }
    return utf8;
}

bool is_space(char32_t code_point) {
    switch (code_point) {
        case U'\t':
        case U'\n':
        case U'\v':
        case U'\f':
        case U'\r':
        case U' ':
        case 0x00A0:
        case 0x2028:
        case 0x2029:
        case 0x202F:
        case 0x205F:
        case 0x3000:
        case 0xFEFF:
            return true;
        default:
            return code_point >= 0x2000 && code_point <= 0x200D;
    }
}

std::string_view trim(std::string_view utf8) {
    std::size_t begin = 0;
    std::optional<std::size_t> first;
    std::size_t last = 0;
    while (begin < utf8.size()) {
        const auto [code_point, size] = decode_one(utf8.substr(begin));
        const auto step = std::max<std::size_t>(size, 1);
        if (!is_space(code_point)) {
            first = first.value_or(begin);
            last = begin + step;
        }
        begin += step;
    }
    return first ? utf8.substr(*first, last - *first) : std::string_view{};
}

std::string to_half_width(std::string_view utf8) {
    auto code_points = decode(utf8);
    for (auto& each : code_points) {
        if (each >= 0xFF01 && each <= 0xFF5E) {
            each -= 0xFEE0;
        } else if (each == 0x3000) {
            each = U' ';
        }
    }
    return encode(code_points);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string joined;
    for (const auto& part : parts) {
        if (&part != parts.data()) {
            joined += separator;
        }
        joined += part;
    }
    return joined;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
    std::string_view best;
    auto best_distance = std::max<std::size_t>(typed.size() / 3, 1) + 1;
    for (const auto candidate : candidates) {
        const auto distance = edit_distance(typed, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

}  // namespace gk::text
