// A message of plain text as mail: RFC 5322 headers, MIME, UTF-8. Pure.
#pragma once

#include <string>
#include <string_view>

#include "notify/outgoing.hpp"

namespace gk::notify {

// One @, nothing that could end a header or a command.
[[nodiscard]] bool is_mail_address(std::string_view address);

// Headers and body with CR LF. Asserts that both addresses are some.
[[nodiscard]] std::string mail_text(const Parcel& parcel, std::string_view from, Moment now);

}  // namespace gk::notify
