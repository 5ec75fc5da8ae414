// A file that was sent in from the workbench, as JSON, and how it is taken from a form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "document/stored_file.hpp"
#include "web/api/api_route.hpp"
#include "web/api/schema.hpp"

namespace gk::web::office {

// The form that brings a file takes this many bytes with what is around it.
inline constexpr std::size_t upload_bytes_max = 11U << 20U;

[[nodiscard]] boost::json::object stored_file_json(const document::StoredFile& stored);
[[nodiscard]] std::vector<api::Field> stored_file_fields();

// A form with one file.
[[nodiscard]] api::Schema upload_schema(std::string_view name);

struct SentFile {
    std::string_view bytes;
    std::string_view name;
};

// Of a call whose body has upload_schema().
[[nodiscard]] SentFile sent_file(const api::Call& call);

}  // namespace gk::web::office
