#include "web/office/stored_file_json.hpp"

#include <boost/json/object.hpp>

namespace gk::web::office {

namespace {

namespace json = boost::json;

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

api::ApiRoute upload_row(api::ApiRoute row, std::string_view thing) {
    const std::string name(thing);
    row.body = api::object(name + "Upload", {{"file", "文件", api::file(upload_file_bytes_max)}});
    row.body_kind = api::BodyKind::form;
    row.answer = api::object("Stored" + name, stored_file_fields());
    row.status = 201;
    row.body_bytes_max = upload_body_bytes_max;
    return row;
}

SentFile sent_file(const api::Call& call) {
    const auto* part = find(call.files, "file");
    return {.bytes = part->content,
            .name = part->file_name ? *part->file_name : std::string_view()};
}

}  // namespace gk::web::office
