// A file that was sent in from the workbench, as JSON, and how it is taken from a form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "document/clean_file.hpp"
#include "document/stored_file.hpp"
#include "web/api/api_route.hpp"
#include "web/api/schema.hpp"

namespace gk::web::office {

// The largest file of a case, a letter or a template, and the form around it.
inline constexpr std::size_t upload_file_bytes_max = document::CleanLimits{}.bytes_max;
inline constexpr std::size_t upload_body_bytes_max = upload_file_bytes_max + (1U << 20U);

[[nodiscard]] boost::json::object stored_file_json(const document::StoredFile& stored);
[[nodiscard]] std::vector<api::Field> stored_file_fields();

// The row of a route that takes a form with one file and answers with how it is kept; `thing` names
// the schemas: "CaseFile".
[[nodiscard]] api::ApiRoute upload_row(api::ApiRoute row, std::string_view thing);

struct SentFile {
    std::string_view bytes;
    std::string_view name;
};

// Of a call of such a route.
[[nodiscard]] SentFile sent_file(const api::Call& call);

}  // namespace gk::web::office
