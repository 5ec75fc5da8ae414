// What every answer tells the browser not to do.
#pragma once

#include "web/http/message.hpp"

namespace gk::web {

[[nodiscard]] Headers security_headers();

}  // namespace gk::web
