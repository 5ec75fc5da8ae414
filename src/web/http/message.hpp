// What a handler is given and gives back. No Beast, no Asio: those stay inside web/http/*.cpp.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace gk::web {

enum class Method { get, head, post, put, patch, del };

[[nodiscard]] std::string_view key(Method method);

// Header names are compared without regard to case; the order of arrival is kept.
class Headers {
public:
    void add(std::string name, std::string value);
    // Replaces every header of that name.
    void set(std::string_view name, std::string value);
    // The first of that name; empty where there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] std::size_t count(std::string_view name) const;

    [[nodiscard]] bool has(std::string_view name) const { return count(name) > 0; }

    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const {
        return all_;
    }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

// Names and values decoded once; the order of arrival is kept.
using Parameters = std::vector<std::pair<std::string, std::string>>;
[[nodiscard]] std::optional<std::string_view> find(const Parameters& parameters,
                                                   std::string_view name);

struct Request {
    Method method = Method::get;
    std::string path;      // Decoded once, valid UTF-8, no NUL, no "." or ".." segments.
    Parameters query;      // Decoded once, valid UTF-8.
    Parameters arguments;  // What the route's {name} segments matched.
    Headers headers;
    std::string body;
    std::string client_address;  // Behind a trusted proxy: what the proxy says.
    bool is_secure = false;      // TLS at the trusted proxy.
    std::string request_id;

    // What the segment {name} of the route's pattern matched; a Bug where the pattern has none.
    [[nodiscard]] std::string_view argument(std::string_view name) const;
};

struct Response {
    int status = 200;
    Headers headers;
    std::string body;
    // Instead of `body`: bytes that many answers share (a cached page, a static file) ...
    std::shared_ptr<const std::string> shared_body;
    // ... and the part of them that is sent, where it is not all.
    std::optional<std::string_view> shared_part;

    [[nodiscard]] std::string_view bytes() const {
        if (!shared_body) {
            return body;
        }
        return shared_part ? *shared_part : std::string_view(*shared_body);
    }
};

// Answers, or says what is wrong: an error becomes a page or problem JSON by the route's audience.
// A Fault becomes 500 with the number of the request.
using Handler = std::function<Result<Response>(const Request&)>;

}  // namespace gk::web
