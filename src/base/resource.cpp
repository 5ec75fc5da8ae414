#include "base/resource.hpp"

#include <algorithm>

namespace gk {

std::optional<std::string_view> ResourceTable::find(std::string_view path) const {
    for (const auto* file = files_; file->path != nullptr; ++file) {
        if (path == file->path) {
            return std::string_view(file->begin, static_cast<std::size_t>(file->end - file->begin));
        }
    }
    return std::nullopt;
}

std::vector<Resource> ResourceTable::all() const {
    std::vector<Resource> resources;
    for (const auto* file = files_; file->path != nullptr; ++file) {
        resources.push_back(
            {file->path, {file->begin, static_cast<std::size_t>(file->end - file->begin)}});
    }
    std::ranges::sort(resources, {}, &Resource::path);
    return resources;
}

}  // namespace gk
