// The target of a request: path and query, decoded once. Anything that two programs could read in
// two ways is refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/http/message.hpp"

namespace gk::web {

struct Target {
    std::string path;
    Parameters query;
};

// Empty for a target that is not in origin form ("/…"), has a byte that is not printable ASCII, a
// '#' or a bad percent-encoding; whose path, decoded, has a control character, '\', a '/' that
// was encoded, or a segment "." or ".."; whose path or query, decoded, is not UTF-8 or has NUL;
// or whose query has more than 100 parameters. '+' in the query is a space.
[[nodiscard]] std::optional<Target> read_target(std::string_view target);

// The other direction, for links and redirects: what is not unreserved is percent-encoded; the
// '/' of a path stays.
[[nodiscard]] std::string encode_path(std::string_view path);
[[nodiscard]] std::string encode_query_value(std::string_view value);

}  // namespace gk::web
