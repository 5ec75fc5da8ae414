#include "web/static_files.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "web/content_type.hpp"
#include "web/errors.hpp"

namespace gk::web {

namespace {

constexpr std::size_t hash_digits = 12;

Response file(std::string_view name, std::string_view bytes, std::string_view cache_control) {
    Response response;
    response.headers.set("Content-Type", std::string(content_type(name)));
    response.headers.set("Cache-Control", std::string(cache_control));
    response.body = bytes;
    return response;
}

}  // namespace

void StaticFiles::add(std::string_view name, const ResourceTable& table, std::string_view folder) {
    for (const auto& [path, bytes] : table.all()) {
        if (!path.starts_with(folder)) {
            continue;
        }
        const auto file_name = path.substr(folder.size());
        const auto dot = file_name.rfind('.');
        GK_ASSERT(dot != std::string_view::npos && file_name.find('/') == std::string_view::npos);
        const auto plain = fmt::format("/static/{}/{}", name, file_name);
        const auto hashed =
            fmt::format("/static/{}/{}.{}{}", name, file_name.substr(0, dot),
                        sha256_hex(bytes).substr(0, hash_digits), file_name.substr(dot));
        files_[plain] = std::make_shared<const Representation>(file(file_name, bytes, "no-cache"),
                                                               Effort::thorough);
        files_[hashed] = std::make_shared<const Representation>(
            file(file_name, bytes, "public, max-age=31536000, immutable"), Effort::thorough);
        hashed_[plain] = hashed;
    }
}

std::string StaticFiles::hashed(std::string_view plain_address) const {
    const auto found = hashed_.find(plain_address);
    GK_ASSERT(found != hashed_.end());
    return found->second;
}

std::string StaticFiles::with_hashed_addresses(std::string text) const {
    for (const auto& [plain, hashed] : hashed_) {
        text = text::replace_all(std::move(text), plain, hashed);
    }
    return text;
}

std::vector<Route> StaticFiles::routes() const {
    const auto serve = [files = files_](const Request& request) -> Result<Response> {
        const auto found = files.find(request.path);
        if (found == files.end()) {
            return error(not_found);
        }
        return found->second->answer(request);
    };
    return {{.method = Method::get,
             .pattern = "/static/{folder}/{file}",
             .permission = people::Permission::everyone,
             .audience = Audience::page,
             .limits = {},
             .handler = serve,
             .runs = Runs::on_io_thread}};
}

}  // namespace gk::web
