#include "web/office/stored_file_json.hpp"

#include <boost/json/object.hpp>

namespace gk::web::office {

namespace {

namespace json = boost::json;

constexpr std::int64_t file_bytes_max = 10LL << 20U;

}  // namespace

json::object stored_file_json(const document::StoredFile& stored) {
    const auto kind = key(stored.kind);
    return {{"id", stored.public_id},
            {"name", stored.given_name},
            {"kind", json::string(kind.data(), kind.size())},
            {"byte_count", stored.placed.byte_count}};
}

std::vector<api::Field> stored_file_fields() {
    return {{"id", "标识", api::text()},
            {"name", "文件名", api::text()},
            {"kind", "格式", api::choice("MediaKind", document::media_kinds())},
            {"byte_count", "字节数", api::number()}};
}

api::Schema upload_schema(std::string_view name) {
    return api::object(std::string(name), {{"file", "文件", api::file(file_bytes_max)}});
}

SentFile sent_file(const api::Call& call) {
    const auto* part = find(call.files, "file");
    return {.bytes = part->content,
            .name = part->file_name ? *part->file_name : std::string_view()};
}

}  // namespace gk::web::office
