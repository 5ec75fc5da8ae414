#include "web/representation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/number.hpp"
#include "base/text.hpp"

namespace gk::web {

namespace {

constexpr std::size_t etag_digits = 32;

bool is_compressible(std::string_view content_type) {
    constexpr std::array kinds = {"text/", "application/json", "application/xml", "image/svg+xml",
                                  "application/problem+json"};
    return std::ranges::any_of(kinds,
                               [&](const char* kind) { return content_type.starts_with(kind); });
}

// One element of a list such as Accept-Encoding: "gzip;q=0" → gzip, false.
struct Offer {
    std::string_view coding;
    bool is_accepted;
};

Offer offer_of(std::string_view element) {
    const auto parts = text::split(element, ';');
    bool is_accepted = true;
    for (const auto part : std::span(parts).subspan(1)) {
        const auto weight = text::trim(part);
        const bool is_weight = weight.starts_with("q=") || weight.starts_with("Q=");
        is_accepted &= !is_weight || weight.find_first_of("123456789") != std::string_view::npos;
    }
    return {text::trim(parts.front()), is_accepted};
}

bool accepts(const Request& request, std::string_view coding) {
    bool is_accepted = false;
    for (const auto element : text::split(request.headers.get("Accept-Encoding"), ',')) {
        const auto offer = offer_of(element);
        if (text::lower_ascii(offer.coding) == coding) {
            return offer.is_accepted;
        }
        is_accepted |= offer.coding == "*" && offer.is_accepted;
    }
    return is_accepted;
}

// The weak comparison of RFC 9110 8.8.3.2.
bool has_already(std::string_view if_none_match, std::string_view etag) {
    if (text::trim(if_none_match) == "*") {
        return true;
    }
    return std::ranges::any_of(text::split(if_none_match, ','), [&](std::string_view each) {
        auto known = text::trim(each);
        if (known.starts_with("W/")) {
            known.remove_prefix(2);
        }
        return known == etag;
    });
}

struct Range {
    std::size_t first;
    std::size_t last;
};

enum class Wanted { whole, part, nothing_there };

// RFC 9110 14: what cannot be read, or asks for several parts, is answered with the whole.
Wanted read_range(std::string_view range, std::size_t size, Range& part) {
    constexpr std::string_view unit = "bytes=";
    const auto dash = range.find('-');
    if (!range.starts_with(unit) || dash == std::string_view::npos) {
        return Wanted::whole;
    }
    const auto from = range.substr(unit.size(), dash - unit.size());
    const auto to = range.substr(dash + 1);
    const auto first = text::whole_number<std::size_t>(from);
    const auto last = text::whole_number<std::size_t>(to);
    if ((!from.empty() && !first) || (!to.empty() && !last) || (from.empty() && to.empty()) ||
        (first && last && *last < *first)) {
        return Wanted::whole;
    }
    if (first ? *first >= size : *last == 0 || size == 0) {
        return Wanted::nothing_there;
    }
    part.first = first ? *first : size - std::min(*last, size);
    part.last = first && last ? std::min(*last, size - 1) : size - 1;
    return Wanted::part;
}

}  // namespace

Representation::Representation(Response response, Effort effort)
    : headers_(std::move(response.headers)) {
    GK_ASSERT(response.status == 200);
    plain_.bytes = response.shared_body
                       ? response.shared_body
                       : std::make_shared<const std::string>(std::move(response.body));
    const auto digest = sha256_hex(*plain_.bytes).substr(0, etag_digits);
    plain_.etag = "\"" + digest + "\"";
    if (!is_compressible(headers_.get("Content-Type"))) {
        return;
    }
    std::pair<std::string, std::string> codings[] = {{"br", brotli(*plain_.bytes, effort)},
                                                     {"gzip", gzip(*plain_.bytes, effort)}};
    for (auto& [coding, bytes] : codings) {
        if (bytes.size() * 10 <= plain_.bytes->size() * 9) {
            compressed_.push_back({.coding = coding,
                                   .etag = fmt::format("\"{}-{}\"", digest, coding),
                                   .bytes = std::make_shared<const std::string>(std::move(bytes))});
        }
    }
    if (!compressed_.empty()) {
        headers_.set("Vary", "Accept-Encoding");
    }
}

std::size_t Representation::size() const {
    std::size_t size = plain_.bytes->size();
    for (const auto& coded : compressed_) {
        size += coded.bytes->size();
    }
    return size;
}

const Representation::Coded& Representation::choose(const Request& request) const {
    for (const auto& coded : compressed_) {
        if (accepts(request, coded.coding)) {
            return coded;
        }
    }
    return plain_;
}

Response Representation::answer(const Request& request) const {
    const auto range = request.method == Method::get ? request.headers.get("Range") : "";
    const auto& coded = range.empty() ? choose(request) : plain_;
    Response response;
    response.headers = headers_;
    response.headers.add("ETag", coded.etag);
    if (has_already(request.headers.get("If-None-Match"), coded.etag)) {
        response.status = 304;
        return response;
    }
    response.headers.add("Accept-Ranges", "bytes");
    if (!coded.coding.empty()) {
        response.headers.add("Content-Encoding", coded.coding);
    }
    response.shared_body = coded.bytes;
    return range.empty() ? response : answer_range(request, range, std::move(response));
}

Response Representation::answer_range(const Request& request, std::string_view range,
                                      Response whole) const {
    const auto if_range = request.headers.get("If-Range");
    if (!if_range.empty() && if_range != plain_.etag) {
        return whole;
    }
    const auto size = plain_.bytes->size();
    Range part{};
    switch (read_range(range, size, part)) {
        case Wanted::whole:
            break;
        case Wanted::nothing_there:
            whole.status = 416;
            whole.headers.add("Content-Range", fmt::format("bytes */{}", size));
            whole.shared_body = nullptr;
            break;
        case Wanted::part:
            whole.status = 206;
            whole.headers.add("Content-Range",
                              fmt::format("bytes {}-{}/{}", part.first, part.last, size));
            whole.shared_part =
                std::string_view(*plain_.bytes).substr(part.first, part.last - part.first + 1);
            break;
    }
    return whole;
}

}  // namespace gk::web
