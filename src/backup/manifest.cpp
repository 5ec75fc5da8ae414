#include "backup/manifest.hpp"

#include <algorithm>

#include <boost/json.hpp>

namespace gk::backup {

namespace {

namespace json = boost::json;

constexpr std::string_view format = "gongkai-backup-1";

std::string text(const json::value& value) {
    return std::string(value.as_string());
}

Manifest read(const json::value& value) {
    Manifest manifest{.program = text(value.at("program")),
                      .made_at = {value.at("made_at_ms").as_int64()},
                      .database = std::nullopt,
                      .parts = {}};
    if (const auto& database = value.at("database"); !database.is_null()) {
        manifest.database = {.schema = text(database.at("schema")),
                             .entry_count = database.at("entry_count").as_int64(),
                             .trail_hash = text(database.at("trail_hash"))};
    }
    for (const auto& part : value.at("parts").as_array()) {
        manifest.parts.push_back(
            {text(part.at("name")), part.at("byte_count").as_int64(), text(part.at("sha256"))});
    }
    return manifest;
}

}  // namespace

std::size_t Manifest::count_of(std::string_view prefix) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        parts, [&](const Part& part) { return part.name.starts_with(prefix); }));
}

std::string to_json(const Manifest& manifest) {
    json::array parts;
    for (const auto& part : manifest.parts) {
        parts.push_back(
            {{"name", part.name}, {"byte_count", part.byte_count}, {"sha256", part.sha256}});
    }
    json::value database = nullptr;
    if (manifest.database) {
        database = {{"schema", manifest.database->schema},
                    {"entry_count", manifest.database->entry_count},
                    {"trail_hash", manifest.database->trail_hash}};
    }
    return json::serialize(json::object{{"format", format},
                                        {"program", manifest.program},
                                        {"made_at", manifest.made_at.iso()},
                                        {"made_at_ms", manifest.made_at.utc_ms},
                                        {"database", std::move(database)},
                                        {"parts", std::move(parts)}});
}

std::optional<Manifest> manifest_of(std::string_view text) {
    try {
        const auto value = json::parse(text);
        if (value.at("format").as_string() != format) {
            return std::nullopt;
        }
        return read(value);
    } catch (const std::exception&) {
        // What JSON or a member is not there or of another kind.
        return std::nullopt;
    }
}

}  // namespace gk::backup
