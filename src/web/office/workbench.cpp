#include "web/office/workbench.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "web/content_type.hpp"
#include "web/errors.hpp"
#include "web/office/errors.hpp"
#include "web/representation.hpp"

namespace gk {

extern const EmbeddedFile gk_web_office_files[];

}  // namespace gk

namespace gk::web::office {

namespace {

constexpr std::string_view folder = "web_office/";
constexpr std::string_view page_name = "index.html";
constexpr std::string_view kept_folder = "assets/";

// Element Plus places what floats by style attributes; the pages of a letter are pictures that came
// in an answer of the API.
constexpr std::string_view security_policy =
    "default-src 'self'; img-src 'self' blob:; style-src-attr 'unsafe-inline'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

class File {
public:
    explicit File(const Resource& resource)
        : name_(resource.path.substr(folder.size())), bytes_(resource.bytes) {}

    [[nodiscard]] Response answer(const Request& request) {
        std::call_once(once_, [this] {
            const bool is_kept = name_.starts_with(kept_folder);
            Response response;
            response.headers.set("Content-Type", std::string(content_type(name_)));
            response.headers.set("Cache-Control",
                                 is_kept ? "public, max-age=31536000, immutable" : "no-cache");
            response.headers.set("Content-Security-Policy", std::string(security_policy));
            response.body = bytes_;
            made_ = std::make_unique<const Representation>(std::move(response), Effort::thorough);
        });
        return made_->answer(request);
    }

private:
    std::string_view name_;
    std::string_view bytes_;
    std::once_flag once_;
    std::unique_ptr<const Representation> made_;
};

using Files = std::map<std::string, std::unique_ptr<File>, std::less<>>;

// A path of the page itself, not of a file that is not there: files stand in two folders only, and
// deeper paths of the page may have a dot (the cell of a report).
bool is_of_page(std::string_view path) {
    const bool is_deep = path.find('/') != std::string_view::npos;
    return is_deep ? !path.starts_with(kept_folder) : path.find('.') == std::string_view::npos;
}

Result<Response> answer(const Files& files, const Request& request) {
    const auto path = request.argument("path");
    if (const auto found = files.find(path); found != files.end()) {
        return found->second->answer(request);
    }
    const auto page = files.find(page_name);
    if (page == files.end()) {
        return error(workbench_missing);
    }
    if (!is_of_page(path)) {
        return error(not_found);
    }
    return page->second->answer(request);
}

Result<Response> to_slash(const Request& /*request*/) {
    constexpr int moved_permanently = 301;
    Response response;
    response.status = moved_permanently;
    response.headers.set("Location", "/office/");
    return response;
}

Route row(std::string pattern, Handler handler) {
    return {.method = Method::get,
            .pattern = std::move(pattern),
            .permission = people::Permission::everyone,
            .audience = Audience::page,
            .limits = {},
            .handler = std::move(handler)};
}

}  // namespace

const ResourceTable& workbench_files() {
    static const ResourceTable table(gk_web_office_files);
    return table;
}

std::vector<Route> workbench_routes(const ResourceTable& files) {
    const auto kept = std::make_shared<Files>();
    for (const auto& resource : files.all()) {
        kept->emplace(resource.path.substr(folder.size()), std::make_unique<File>(resource));
    }
    return {row("/office", to_slash), row("/office/{*path}", [kept](const Request& request) {
                return answer(*kept, request);
            })};
}

}  // namespace gk::web::office
