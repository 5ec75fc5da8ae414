// An Entry as a JSON object: as it is stored and as it comes over HTTP. A field that says nothing
// is left out.
#pragma once

#include <string>
#include <string_view>

#include "application/event.hpp"
#include "base/result.hpp"

namespace gk::application {

[[nodiscard]] std::string entry_json(const Entry& entry);

// Refuses what is no JSON object, members that no entry has, and values that a member cannot have,
// all at once.
[[nodiscard]] Result<Entry> parse_entry(std::string_view text);

}  // namespace gk::application
