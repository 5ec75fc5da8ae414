// Bytes that are made once and sent many times: plain, br and gzip, each with its ETag.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/compression.hpp"
#include "web/http/message.hpp"

namespace gk::web {

class Representation {
public:
    // Of a 200. Takes its headers over; text is compressed where that saves at least a tenth.
    Representation(Response response, Effort effort);

    // The smallest coding that the client takes; 304 where it has it already; 206 or 416 where it
    // asks for a single range (of the plain bytes).
    [[nodiscard]] Response answer(const Request& request) const;

    [[nodiscard]] std::size_t size() const;

private:
    struct Coded {
        std::string coding;  // Empty for the plain bytes.
        std::string etag;
        std::shared_ptr<const std::string> bytes;
    };

    [[nodiscard]] const Coded& choose(const Request& request) const;
    [[nodiscard]] Response answer_range(const Request& request, std::string_view range,
                                        Response whole) const;

    Headers headers_;
    Coded plain_;
    std::vector<Coded> compressed_;  // The preferred one first.
};

}  // namespace gk::web
