// A form of the citizen's pages as it was sent.
#pragma once

#include <string>
#include <vector>

#include "application/started/form.hpp"
#include "base/result.hpp"
#include "web/http/message.hpp"

namespace gk::web::citizen {

struct SentFile {
    std::string field;
    std::string name;
    std::string bytes;
};

struct SentForm {
    application::started::Fields fields;
    std::vector<SentFile> files;  // Those that were chosen: a field without a file sends none.
};

// Refuses what parse_multipart() does. Of two fields of one name the first counts.
[[nodiscard]] Result<SentForm> read_form(const Request& request);

}  // namespace gk::web::citizen
