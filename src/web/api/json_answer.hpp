// Answers of the API: JSON, nothing, or a file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/citation.hpp"
#include "base/clock.hpp"
#include "base/problem.hpp"
#include "web/http/message.hpp"

namespace boost::json {
class array;
class object;
class value;
}  // namespace boost::json

namespace gk::web::api {

[[nodiscard]] Response json_answer(const boost::json::object& body, int status = 200);

// 204.
[[nodiscard]] Response empty_answer();

// Saved by the browser under this name, which may be Chinese; never shown in place.
[[nodiscard]] Response file_answer(std::string bytes, std::string_view media_type,
                                   std::string_view file_name);

// {"items":[…],"total":n,"page":1,"page_size":20}
struct PageOfList {
    std::int64_t total = 0;
    int page = 1;
    int page_size = 20;
};

[[nodiscard]] Response list_answer(boost::json::array items, const PageOfList& page);

// null where there is nothing.
[[nodiscard]] boost::json::value json_of(const std::optional<std::string>& text);
[[nodiscard]] boost::json::value json_of(const std::optional<Date>& date);
[[nodiscard]] boost::json::value json_of(const std::optional<Moment>& moment);

// What may be done with a thing, as schema offered_actions() says it.
struct OfferedAction {
    std::string_view action;
    std::string_view label;
    std::span<const Citation> basis;
    const Error* obstacle = nullptr;  // nullptr: it may be done.
};

[[nodiscard]] boost::json::object json_of(const OfferedAction& offered);

// {"citation":"regulation-2019/33/2","text":"《…条例》第三十三条第二款"}
[[nodiscard]] boost::json::object json_of(const Citation& basis);

}  // namespace gk::web::api
