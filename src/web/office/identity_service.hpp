// Signing in through the identity service of a province (OpenID Connect: authorization code with
// PKCE, RFC 7636). Off until it is configured.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"

namespace gk::web::office {

struct IdentityOptions {
    std::string issuer = {};  // "https://id.example.cn"; empty: off.
    std::string client_id = {};
    std::string client_secret = {};
    std::string return_url = {};  // Of our row, as the service has it registered.
};

// What is kept in the browser while its user is at the identity service.
struct IdentityAttempt {
    std::string state;
    std::string nonce;
    std::string verifier;
};

class IdentityService {
public:
    IdentityService() = default;
    IdentityService(const IdentityService&) = delete;
    IdentityService& operator=(const IdentityService&) = delete;
    virtual ~IdentityService() = default;

    // Where the browser is sent. Asks the service once for its addresses; refuses
    // identity_unreachable.
    [[nodiscard]] virtual Result<std::string> address_for(const IdentityAttempt& attempt) = 0;

    // Who it is, for the code that the browser brought back. Refuses identity_unreachable, and
    // identity_refused where the answer is not for us, not for this attempt, or too old.
    [[nodiscard]] virtual Result<std::string> subject_for(std::string_view code,
                                                          const IdentityAttempt& attempt,
                                                          Moment now) = 0;
};

// By libcurl; the answer is believed because it comes from the service itself over TLS (OpenID
// Connect Core, 3.1.3.7, item 6). Plain http is taken for loopback alone.
[[nodiscard]] std::unique_ptr<IdentityService> make_identity_service(IdentityOptions options);

[[nodiscard]] IdentityAttempt new_identity_attempt();

}  // namespace gk::web::office
