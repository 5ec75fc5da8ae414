// The bytes of one request to a Request. No socket and no clock: what arrives is handed in.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>

#include "web/http/message.hpp"
#include "web/http/refusal.hpp"

namespace gk::web {

class RequestReader {
public:
    RequestReader();
    RequestReader(RequestReader&&) noexcept;
    RequestReader& operator=(RequestReader&&) noexcept;
    ~RequestReader();

    // `head`: what HeadScan found complete. Fills `request` as far as a head goes. Refused besides
    // what HeadScan and read_target refuse: any version but HTTP/1.0 and 1.1; Host missing, twice
    // or not a host; Transfer-Encoding other than exactly "chunked", with HTTP/1.0 or beside
    // Content-Length; Content-Length that is not digits or comes twice; another header twice
    // that may be there once; a body with GET, HEAD or DELETE; a value that is not UTF-8; more
    // than 100 headers; an expectation other than 100-continue.
    [[nodiscard]] std::optional<Refusal> read_head(std::string_view head, Request& request);

    // After the head: how large the body may be. Refuses a declared length above it.
    [[nodiscard]] std::optional<Refusal> limit_body(std::size_t bytes_max);

    // Takes as many of the bytes as it can and says how many; chunk extensions and trailers are
    // refused.
    [[nodiscard]] std::variant<std::size_t, Refusal> read_body(std::string_view bytes);

    [[nodiscard]] bool is_complete() const;
    [[nodiscard]] bool has_body() const;
    [[nodiscard]] bool expects_continue() const;
    // The client lets the connection be used again.
    [[nodiscard]] bool keeps_alive() const;

    [[nodiscard]] std::string take_body();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace gk::web
