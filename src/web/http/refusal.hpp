// Why the server turns a request away before any handler has seen it.
#pragma once

namespace gk::web {

enum class Refusal {
    malformed,           // 400
    method_not_allowed,  // 405: OPTIONS, TRACE, CONNECT are nowhere allowed
    body_too_large,      // 413
    target_too_long,     // 414
    expectation_failed,  // 417
    head_too_large,      // 431
    method_unknown,      // 501
    busy,                // 503: every worker has its queue full, or too many connections
};

[[nodiscard]] constexpr int status(Refusal refusal) {
    switch (refusal) {
        case Refusal::malformed:
            return 400;
        case Refusal::method_not_allowed:
            return 405;
        case Refusal::body_too_large:
            return 413;
        case Refusal::target_too_long:
            return 414;
        case Refusal::expectation_failed:
            return 417;
        case Refusal::head_too_large:
            return 431;
        case Refusal::method_unknown:
            return 501;
        case Refusal::busy:
            return 503;
    }
    return 500;
}

}  // namespace gk::web
