// The one difference in the SQL that every statement has.
#pragma once

#include <string>
#include <string_view>

namespace gk::store {

struct Numbered {
    std::string sql;
    int count = 0;
};

// Every `?` outside of quotes and comments as $1, $2, …
[[nodiscard]] Numbered number_placeholders(std::string_view sql);

}  // namespace gk::store
