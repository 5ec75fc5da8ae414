// gzip and brotli of whole texts.
#pragma once

#include <string>
#include <string_view>

namespace gk::web {

// once: while somebody waits for the page. thorough: for files of the program, at its start.
enum class Effort { once, thorough };

[[nodiscard]] std::string gzip(std::string_view bytes, Effort effort);
[[nodiscard]] std::string brotli(std::string_view bytes, Effort effort);

}  // namespace gk::web
