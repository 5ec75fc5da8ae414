#include "web/content_type.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace gk::web {

std::string_view content_type(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types = {{
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".txt", "text/plain; charset=utf-8"},
    }};
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) {
            return type;
        }
    }
    throw Bug(fmt::format("no content type is known for the file {}", name));
}

}  // namespace gk::web
