// The bytes of a connection as the server reads them: head, body, again. The first byte says in
// how large pieces they arrive; the pieces may not change what is read.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "web/http/head_scan.hpp"
#include "web/http/request_reader.hpp"
#include "web/http/target.hpp"

namespace {

using namespace gk::web;

constexpr std::size_t body_bytes_max = 64;

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

// What every handler relies on.
void require_sound(const Request& request) {
    require(request.path.starts_with('/') && gk::text::is_utf8(request.path));
    for (const auto segment : gk::text::split(request.path, '/')) {
        require(segment != "." && segment != "..");
    }
    for (const auto& [name, value] : request.query) {
        require(gk::text::is_utf8(name) && gk::text::is_utf8(value));
    }
    for (const auto& [name, value] : request.headers.all()) {
        require(!name.empty() && gk::text::is_utf8(value));
        require(value.find_first_of("\r\n") == std::string::npos);
    }
    require(request.headers.count("Host") == 1);
    require(request.headers.count("Content-Length") + request.headers.count("Transfer-Encoding") <=
            1);
    const auto again = read_target(encode_path(request.path));
    require(again && again->path == request.path);
}

// One line for each request that the bytes hold, and for the refusal that ends them.
std::vector<std::string> read(std::string_view bytes, std::size_t piece) {
    std::vector<std::string> read;
    while (!bytes.empty()) {
        HeadScan scan;
        auto state = HeadScan::State::incomplete;
        for (std::size_t end = 0; end < bytes.size() && state == HeadScan::State::incomplete;) {
            end = std::min(end + piece, bytes.size());
            state = scan.look(bytes.substr(0, end));
        }
        if (state != HeadScan::State::complete) {
            read.emplace_back(state == HeadScan::State::malformed ? "malformed" : "incomplete");
            return read;
        }
        Request request;
        RequestReader reader;
        auto refusal = reader.read_head(bytes.substr(0, scan.size()), request);
        bytes.remove_prefix(scan.size());
        if (!refusal) {
            require_sound(request);
            refusal = reader.limit_body(body_bytes_max);
        }
        std::size_t end = 0;
        while (!refusal && !reader.is_complete()) {
            if (end == bytes.size()) {
                read.emplace_back("incomplete");
                return read;
            }
            end = std::min(end + piece, bytes.size());
            const auto taken = reader.read_body(bytes.substr(0, end));
            if (const auto* why = std::get_if<Refusal>(&taken)) {
                refusal = *why;
            } else {
                require(std::get<std::size_t>(taken) <= end);
                bytes.remove_prefix(std::get<std::size_t>(taken));
                end -= std::get<std::size_t>(taken);
            }
        }
        if (refusal) {
            read.push_back(std::to_string(status(*refusal)));
            return read;
        }
        const auto body = reader.take_body();
        require(body.size() <= body_bytes_max);
        read.push_back(request.path + "\n" + body);
    }
    return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read(bytes, bytes.size());
    const auto in_pieces = read(bytes, std::size_t{data[0]} % 7 + 1);
    // The body's limit may be met before or after its fault is seen; what was read is the same.
    require(whole.size() == in_pieces.size());
    require(std::equal(whole.begin(), whole.end() - (whole.empty() ? 0 : 1), in_pieces.begin()));
    return 0;
}
