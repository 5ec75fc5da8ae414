// A client that sends exactly the bytes it is told to: what no HTTP library would do.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gk::web::testing {

struct RawResponse {
    int status = 0;
    std::multimap<std::string, std::string> headers;  // Names in lower case.
    std::string body;

    // The first of that name; empty where there is none.
    [[nodiscard]] std::string header(const std::string& lower_name) const;
};

// Every call fails the test after 30 seconds of silence.
class RawClient {
public:
    explicit RawClient(std::uint16_t port);
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    RawClient(RawClient&& other) noexcept;
    ~RawClient();

    // false where the server has closed.
    bool send(std::string_view bytes);
    // No more will be sent.
    void finish();
    // Empty where the server closes before a whole answer.
    std::optional<RawResponse> receive(bool has_body = true);
    // Everything up to the server's closing (or reset).
    std::string receive_all();
    // Closed by the server with nothing left to read.
    bool is_closed();

    [[nodiscard]] int socket() const { return socket_; }

private:
    bool fill();

    int socket_;
    std::string buffer_;
};

// "GET /path" with the Host header that is needed.
[[nodiscard]] std::string get(std::string_view target, std::string_view more_headers = "");

}  // namespace gk::web::testing
