// A site of a few fixed answers, so that the server can be looked at alone.
#pragma once

#include <atomic>
#include <latch>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "web/http/server.hpp"

namespace gk::web::testing {

inline Response text_response(int status, std::string body) {
    Response response;
    response.status = status;
    response.headers.set("Content-Type", "text/plain; charset=utf-8");
    response.body = std::move(body);
    return response;
}

// GET /now is answered at once, GET /work on a worker, GET /hold on a worker once `let_go` is
// counted down, GET /large with 8 MB; POST /echo takes 1000 bytes and answers them,
// POST /upload 200,000 and answers how many there were.
class TestSite final : public Site {
public:
    Admission admit(Request& head) override {
        if (head.path == "/now") {
            return {.answer = text_response(200, "now"), .run = {}, .body_bytes_max = 0};
        }
        if (head.path == "/large") {
            return {.answer = text_response(200, std::string(large_bytes, 'x')),
                    .run = {},
                    .body_bytes_max = 0};
        }
        if (head.path == "/work") {
            return {.answer = {},
                    .run = [](const Request&) { return text_response(200, "work"); },
                    .body_bytes_max = 0};
        }
        if (head.path == "/hold") {
            return {.answer = {},
                    .run = [this](const Request&) { return hold(); },
                    .body_bytes_max = 0};
        }
        if (head.path == "/echo" && head.method == Method::post) {
            return {.answer = {},
                    .run = [](const Request& request) { return text_response(200, request.body); },
                    .body_bytes_max = 1000};
        }
        if (head.path == "/upload" && head.method == Method::post) {
            return {.answer = {},
                    .run =
                        [](const Request& request) {
                            return text_response(200, std::to_string(request.body.size()));
                        },
                    .body_bytes_max = 200'000};
        }
        if (head.path == "/who") {
            return {.answer = text_response(200, fmt::format("{} {}", head.client_address,
                                                             head.is_secure ? "https" : "http")),
                    .run = {},
                    .body_bytes_max = 0};
        }
        return {.answer = text_response(404, "none"), .run = {}, .body_bytes_max = 0};
    }

    Response refuse(Refusal refusal, const Request&) override {
        return text_response(status(refusal), "refused");
    }

    Response fail(const Request&, std::string_view) override {
        return text_response(500, "failed");
    }

    void answered(const AccessRecord& record) override {
        const std::scoped_lock lock(mutex);
        lines.push_back(
            fmt::format("{} {} {} {}", record.method, record.path, record.status, record.bytes));
    }

    static constexpr std::size_t large_bytes = 8'000'000;
    std::latch let_go{1};
    std::latch is_held{1};
    std::mutex mutex;
    std::vector<std::string> lines;

private:
    Response hold() {
        is_held.count_down();
        let_go.wait();
        return text_response(200, "held");
    }
};

}  // namespace gk::web::testing
