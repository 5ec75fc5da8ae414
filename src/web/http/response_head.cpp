#include "web/http/response_head.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <iterator>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace gk::web {

namespace {

// IMF-fixdate, in English whatever the locale is.
std::string http_date(std::time_t now) {
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
    static_cast<void>(gmtime_r(&now, &utc));
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                       days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                       months.at(static_cast<std::size_t>(utc.tm_mon)), utc.tm_year + 1900,
                       utc.tm_hour, utc.tm_min, utc.tm_sec);
}

// OPTIMIZATION: the date is written once a second, not once an answer.
std::string_view date_now() {
    thread_local std::time_t written_at = -1;
    thread_local std::string written;
    if (const auto now = std::time(nullptr); now != written_at) {
        written_at = now;
        written = http_date(now);
    }
    return written;
}

bool ends_a_header(char c) {
    return c == '\r' || c == '\n' || c == '\0';
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
    GK_ASSERT(std::ranges::none_of(name, ends_a_header));
    GK_ASSERT(std::ranges::none_of(value, ends_a_header));
    head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

std::string_view reason(int status) {
    switch (status) {
        case 100:
            return "Continue";
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 302:
            return "Found";
        case 303:
            return "See Other";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 413:
            return "Content Too Large";
        case 414:
            return "URI Too Long";
        case 415:
            return "Unsupported Media Type";
        case 416:
            return "Range Not Satisfiable";
        case 417:
            return "Expectation Failed";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 500:
            return "Internal Server Error";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        default:
            return "Status";
    }
}

bool has_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

std::string response_head(const Response& response, const Headers& common, After after) {
    std::string head;
    head.reserve(1024);
    fmt::format_to(std::back_inserter(head), "HTTP/1.1 {} {}\r\nDate: {}\r\nConnection: {}\r\n",
                   response.status, reason(response.status), date_now(),
                   after == After::close ? "close" : "keep-alive");
    if (has_body(response.status)) {
        fmt::format_to(std::back_inserter(head), "Content-Length: {}\r\n", response.bytes().size());
    }
    for (const auto& [name, value] : response.headers.all()) {
        append_header(head, name, value);
    }
    for (const auto& [name, value] : common.all()) {
        if (!response.headers.has(name)) {
            append_header(head, name, value);
        }
    }
    head.append("\r\n");
    return head;
}

}  // namespace gk::web
