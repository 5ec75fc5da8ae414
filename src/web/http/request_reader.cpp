#include "web/http/request_reader.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "web/http/target.hpp"

namespace gk::web {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::size_t headers_max = 100;
constexpr std::size_t target_bytes_max = 8192;

// A second one of these could be read by the next program instead of the first.
constexpr std::string_view at_most_once[] = {
    "Authorization",
    "Content-Encoding",
    "Content-Length",
    "Content-Range",
    "Content-Type",
    "Expect",
    "Host",
    "If-Range",
    "Origin",
    "Range",
    "Referer",
    "Sec-Fetch-Site",
    "Transfer-Encoding",
    "X-Forwarded-Proto",
};

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

std::variant<Method, Refusal> read_method(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::head:
            return Method::head;
        case http::verb::post:
            return Method::post;
        case http::verb::put:
            return Method::put;
        case http::verb::patch:
            return Method::patch;
        case http::verb::delete_:
            return Method::del;
        case http::verb::options:
        case http::verb::trace:
        case http::verb::connect:
            return Refusal::method_not_allowed;
        default:
            return Refusal::method_unknown;
    }
}

// A name or an address, and perhaps a port: letters, digits and what they are joined with.
bool is_host(std::string_view host) {
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-._:[]").find(c) != std::string_view::npos;
    };
    return !host.empty() && host.size() <= 261 && std::ranges::all_of(host, is_allowed);
}

bool is_length(std::string_view value) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_plain = value == "0" || !value.starts_with('0');
    return !value.empty() && value.size() <= 15 && is_plain && std::ranges::all_of(value, is_digit);
}

bool are_headers_plain(const Headers& headers) {
    const auto& all = headers.all();
    if (all.size() > headers_max) {
        return false;
    }
    const auto comes_again = [&](std::string_view name) { return headers.count(name) > 1; };
    return !std::ranges::any_of(at_most_once, comes_again) &&
           std::ranges::all_of(all, [](const auto& each) { return text::is_utf8(each.second); });
}

// How the body is told from what follows it must have one reading only.
bool is_framing_plain(const Request& request, unsigned version) {
    const bool is_chunked = request.headers.has("Transfer-Encoding");
    const bool has_length = request.headers.has("Content-Length");
    const auto length = request.headers.get("Content-Length");
    if (is_chunked &&
        (version != 11 || has_length || request.headers.get("Transfer-Encoding") != "chunked")) {
        return false;
    }
    if (has_length && !is_length(length)) {
        return false;
    }
    const bool may_have_body = request.method == Method::post || request.method == Method::put ||
                               request.method == Method::patch;
    return may_have_body || (!is_chunked && (!has_length || length == "0"));
}

}  // namespace

struct RequestReader::State {
    using Chunk = std::function<void(std::uint64_t, beast::string_view, beast::error_code&)>;

    http::request_parser<http::string_body> parser;
    Chunk on_chunk = [](std::uint64_t, beast::string_view extension, beast::error_code& failed) {
        if (!extension.empty()) {
            failed = http::error::bad_chunk_extension;
        }
    };
    std::size_t header_count = 0;
    bool expects_continue = false;
};

RequestReader::RequestReader() : state_(std::make_unique<State>()) {
    state_->parser.on_chunk_header(state_->on_chunk);
    state_->parser.eager(true);
}

RequestReader::RequestReader(RequestReader&&) noexcept = default;
RequestReader& RequestReader::operator=(RequestReader&&) noexcept = default;
RequestReader::~RequestReader() = default;

std::optional<Refusal> RequestReader::read_head(std::string_view head, Request& request) {
    auto& parser = state_->parser;
    parser.body_limit(boost::none);
    parser.header_limit(static_cast<std::uint32_t>(head.size()));
    beast::error_code failed;
    const auto taken = parser.put(boost::asio::buffer(head.data(), head.size()), failed);
    if (failed || taken != head.size() || !parser.is_header_done()) {
        return Refusal::malformed;
    }
    const auto& message = parser.get();
    for (const auto& field : message) {
        request.headers.add(std::string(view(field.name_string())),
                            std::string(view(field.value())));
    }
    state_->header_count = request.headers.all().size();
    if (message.target().size() > target_bytes_max) {
        return Refusal::target_too_long;
    }
    auto target = read_target(view(message.target()));
    if ((message.version() != 11 && message.version() != 10) || !target ||
        !are_headers_plain(request.headers) || !is_host(request.headers.get("Host"))) {
        return Refusal::malformed;
    }
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    const auto method = read_method(message.method());
    if (const auto* refusal = std::get_if<Refusal>(&method)) {
        return *refusal;
    }
    request.method = std::get<Method>(method);
    if (!is_framing_plain(request, message.version())) {
        return Refusal::malformed;
    }
    if (const auto expected = request.headers.get("Expect"); !expected.empty()) {
        if (text::lower_ascii(expected) != "100-continue") {
            return Refusal::expectation_failed;
        }
        state_->expects_continue = has_body() && message.version() == 11;
    }
    return std::nullopt;
}

std::optional<Refusal> RequestReader::limit_body(std::size_t bytes_max) {
    const auto length = state_->parser.content_length();
    if (length && *length > bytes_max) {
        return Refusal::body_too_large;
    }
    state_->parser.body_limit(bytes_max);
    return std::nullopt;
}

std::variant<std::size_t, Refusal> RequestReader::read_body(std::string_view bytes) {
    GK_ASSERT(!is_complete());
    // Beast takes it as granted that what follows the size of the last chunk comes at once. A body
    // in chunks never ends with less than this, so that there is more to come.
    constexpr std::string_view last_chunk = "0\r\n\r\n";
    if (state_->parser.chunked() && bytes.size() < last_chunk.size()) {
        return std::size_t{0};
    }
    beast::error_code failed;
    const auto taken = state_->parser.put(boost::asio::buffer(bytes.data(), bytes.size()), failed);
    if (failed == http::error::body_limit) {
        return Refusal::body_too_large;
    }
    if (failed && failed != http::error::need_more) {
        return Refusal::malformed;
    }
    const auto& message = state_->parser.get();
    const auto count = std::distance(message.begin(), message.end());
    if (static_cast<std::size_t>(count) != state_->header_count) {
        return Refusal::malformed;
    }
    return taken;
}

bool RequestReader::is_complete() const {
    return state_->parser.is_done();
}

bool RequestReader::has_body() const {
    const auto length = state_->parser.content_length();
    return state_->parser.chunked() || (length && *length > 0);
}

bool RequestReader::expects_continue() const {
    return state_->expects_continue;
}

bool RequestReader::keeps_alive() const {
    return state_->parser.keep_alive();
}

std::string RequestReader::take_body() {
    GK_ASSERT(is_complete());
    return std::move(state_->parser.get().body());
}

}  // namespace gk::web
