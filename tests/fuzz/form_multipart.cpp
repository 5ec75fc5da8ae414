// Forms with files. The first line of the input is the Content-Type, the rest is the body.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "web/form/multipart.hpp"

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

bool is_within(std::string_view part, std::string_view whole) {
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto end = input.find('\n');
    const auto type = input.substr(0, end);
    const auto body = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
    const auto parts = gk::web::parse_multipart(type, body);
    if (!parts) {
        require(!parts.error().first().message.empty());
        return 0;
    }
    require(parts->size() <= gk::web::form_parts_max);
    for (const auto& part : *parts) {
        require(!part.name.empty());
        require(is_within(part.content, body));
        require(!part.file_name || part.file_name->find_first_of("/\\") == std::string_view::npos);
        require(gk::web::find(*parts, part.name) != nullptr);
    }
    return 0;
}
