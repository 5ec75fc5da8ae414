// The files that the program carries in itself: templates, styles, calendars, migrations. See
// gk_embed() in cmake/gongkai_targets.cmake.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gk {

struct EmbeddedFile {
    const char* path;  // "calendar/2026.toml"; a row with no path ends a table.
    const char* begin;
    const char* end;
};

struct Resource {
    std::string_view path;
    std::string_view bytes;  // A zero byte follows them.
};

// The table that gk_embed() made for one target: `extern const EmbeddedFile gk_NAME_files[];`.
class ResourceTable {
public:
    explicit constexpr ResourceTable(const EmbeddedFile* files) : files_(files) {}

    [[nodiscard]] std::optional<std::string_view> find(std::string_view path) const;
    // In the order of their paths.
    [[nodiscard]] std::vector<Resource> all() const;

private:
    const EmbeddedFile* files_;
};

}  // namespace gk
