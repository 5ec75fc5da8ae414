#include "web/citizen/sent_form.hpp"

#include "web/form/multipart.hpp"

namespace gk::web::citizen {

Result<SentForm> read_form(const Request& request) {
    GK_TRY(const auto parts, parse_multipart(request.headers.get("Content-Type"), request.body));
    SentForm sent;
    for (const auto& part : parts) {
        if (!part.file_name) {
            sent.fields.emplace(part.name, part.content);
        } else if (!part.file_name->empty() || !part.content.empty()) {
            sent.files.push_back({part.name, *part.file_name, std::string(part.content)});
        }
    }
    return sent;
}

}  // namespace gk::web::citizen
