#include "store/sqlite_functions.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include <sqlite3.h>

#include "base/assert.hpp"
#include "base/result.hpp"

namespace gk::store {

namespace {

std::string_view text_of(sqlite3_value* value) {
    const auto* const text = sqlite3_value_text(value);
    return {std::bit_cast<const char*>(text), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// OPTIMIZATION: the last byte of a Chinese character is one of 64, its first nearly always one of
// six; memmem() fills a table at each call, which costs more than a short text.
std::size_t find_part(std::string_view text, std::string_view part) {
    if (part.empty() || part.size() > text.size()) {
        return part.empty() ? 0 : std::string_view::npos;
    }
    const auto last = part.size() - 1;
    for (auto at = text.find(part[last], last); at != std::string_view::npos;
         at = text.find(part[last], at + 1)) {
        if (std::memcmp(text.data() + at - last, part.data(), last) == 0) {
            return at - last;
        }
    }
    return std::string_view::npos;
}

void strpos(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
    if (sqlite3_value_type(values[0]) == SQLITE_NULL ||
        sqlite3_value_type(values[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const auto text = text_of(values[0]);
    const auto part = text_of(values[1]);
    const auto found = find_part(text, part);
    if (found == std::string_view::npos) {
        sqlite3_result_int64(context, 0);
        return;
    }
    const auto before = text.substr(0, found);
    sqlite3_result_int64(context, std::ranges::count_if(before, begins_character) + 1);
}

}  // namespace

void add_functions(sqlite3* handle) {
    GK_ASSERT(sqlite3_create_function_v2(handle, "strpos", 2,
                                         SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                         nullptr, strpos, nullptr, nullptr, nullptr) == SQLITE_OK);
}

}  // namespace gk::store
