#include "store/placeholders.hpp"

namespace gk::store {

namespace {

// The end of what starts at `begin` with `opening` and ends with `closing`.
std::size_t end_of(std::string_view sql, std::size_t begin, std::size_t opening,
                   std::string_view closing) {
    const auto at = sql.find(closing, begin + opening);
    return at == std::string_view::npos ? sql.size() : at + closing.size();
}

std::size_t end_of_block_comment(std::string_view sql, std::size_t begin) {
    int depth = 0;
    for (auto at = begin; at < sql.size();) {
        if (sql.substr(at, 2) == "/*") {
            ++depth;
            at += 2;
        } else if (sql.substr(at, 2) == "*/") {
            at += 2;
            if (--depth == 0) {
                return at;
            }
        } else {
            ++at;
        }
    }
    return sql.size();
}

// The end of a quoted text or a comment that starts at `begin`, else `begin`. A doubled quote
// starts the next text at once, so that it needs no rule of its own.
std::size_t end_of_verbatim(std::string_view sql, std::size_t begin) {
    const auto here = sql.substr(begin);
    if (here.starts_with('\'')) {
        return end_of(sql, begin, 1, "'");
    }
    if (here.starts_with('"')) {
        return end_of(sql, begin, 1, "\"");
    }
    if (here.starts_with("--")) {
        return end_of(sql, begin, 2, "\n");
    }
    if (here.starts_with("/*")) {
        return end_of_block_comment(sql, begin);
    }
    return begin;
}

}  // namespace

Numbered number_placeholders(std::string_view sql) {
    Numbered numbered;
    for (std::size_t at = 0; at < sql.size();) {
        const auto end = end_of_verbatim(sql, at);
        if (end > at) {
            numbered.sql += sql.substr(at, end - at);
            at = end;
        } else if (sql[at] == '?') {
            numbered.sql += '$';
            numbered.sql += std::to_string(++numbered.count);
            ++at;
        } else {
            numbered.sql += sql[at++];
        }
    }
    return numbered;
}

}  // namespace gk::store
