// Who carries a message out of the house: mail by SMTP, short messages and WeChat by a webhook of
// the operator's. Off until it is configured.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "notify/outgoing.hpp"

namespace gk::notify {

// What the operator writes into the configuration for it: "mail_url 和 mail_from".
[[nodiscard]] std::string_view keys_needed(Carrier carrier);

class Gateway {
public:
    Gateway() = default;
    Gateway(const Gateway&) = delete;
    Gateway& operator=(const Gateway&) = delete;
    virtual ~Gateway() = default;

    [[nodiscard]] virtual bool is_on(Carrier carrier) const = 0;
    // Blocks for at most half a minute.
    [[nodiscard]] virtual Receipt carry(const Parcel& parcel, Moment now) = 0;
};

struct GatewayOptions {
    std::string mail_url = {};  // "smtp://mail.example.org:587", "smtps://…"; empty: no mail.
    std::string mail_from = {};
    std::string mail_user = {};       // Empty: without signing in.
    std::string mail_password = {};   // With one, the connection must be encrypted.
    std::string webhook_url = {};     // "https://…"; empty: no short messages.
    std::string webhook_secret = {};  // Signs what is posted.
};

// By libcurl.
[[nodiscard]] std::unique_ptr<Gateway> make_gateway(GatewayOptions options);

}  // namespace gk::notify
