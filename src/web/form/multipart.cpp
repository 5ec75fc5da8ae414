#include "web/form/multipart.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "web/form/errors.hpp"

namespace gk::web {

namespace {

constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046, 5.1.1
constexpr std::size_t part_head_bytes_max = 4096;

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    return text::lower_ascii(text.substr(0, start.size())) == start;
}

// The value of `name` in "form-data; name=\"a\"; filename=\"b\"", quoted or bare. Browsers write
// a quotation mark in a name as %22, so that the next one always ends the value.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
    auto semicolon = header.find(';');
    while (semicolon != std::string_view::npos) {
        auto rest = text::trim(header.substr(semicolon + 1));
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        const auto found = text::lower_ascii(text::trim(rest.substr(0, equals)));
        rest.remove_prefix(equals + 1);
        const bool is_quoted = rest.starts_with('"');
        const auto begin = is_quoted ? std::size_t{1} : std::size_t{0};
        const auto end = rest.find(is_quoted ? '"' : ';', begin);
        if (is_quoted && end == std::string_view::npos) {
            return std::nullopt;
        }
        if (found == name) {
            return std::string(rest.substr(begin, end - begin));
        }
        header = end == std::string_view::npos ? std::string_view{} : rest.substr(end);
        semicolon = header.find(';');
    }
    return std::nullopt;
}

std::optional<std::string> boundary_of(std::string_view content_type) {
    if (!starts_with_ignoring_case(content_type, "multipart/form-data")) {
        return std::nullopt;
    }
    auto boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > boundary_bytes_max) {
        return std::nullopt;
    }
    return boundary;
}

std::string last_component(const std::string& path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

// The head of one part: its content-disposition is all that counts.
std::optional<FormPart> part_of(std::string_view head) {
    constexpr std::string_view disposition = "content-disposition:";
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        const auto line = head.substr(0, end);
        head = end == std::string_view::npos ? std::string_view{} : head.substr(end + 2);
        if (!starts_with_ignoring_case(line, disposition)) {
            continue;
        }
        const auto value = text::trim(line.substr(disposition.size()));
        auto name = parameter(value, "name");
        auto file_name = parameter(value, "filename");
        const bool is_text = name && !name->empty() && text::is_utf8(*name) &&
                             (!file_name || text::is_utf8(*file_name));
        if (!is_text || !starts_with_ignoring_case(value, "form-data")) {
            return std::nullopt;
        }
        if (file_name) {
            file_name = last_component(*file_name);
        }
        return FormPart{std::move(*name), std::move(file_name), {}};
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<FormPart>> parse_multipart(std::string_view content_type,
                                              std::string_view body) {
    const auto boundary = boundary_of(content_type);
    if (!boundary) {
        return error(errors::form_malformed);
    }
    const auto first = "--" + *boundary;
    const auto next = "\r\n" + first;
    if (!body.starts_with(first)) {
        return error(errors::form_malformed);
    }
    body.remove_prefix(first.size());
    std::vector<FormPart> parts;
    while (!body.starts_with("--")) {
        const auto head_end = body.substr(0, part_head_bytes_max).find("\r\n\r\n");
        const auto part_end = body.find(next);
        if (!body.starts_with("\r\n") || head_end == std::string_view::npos ||
            part_end == std::string_view::npos || part_end < head_end) {
            return error(errors::form_malformed);
        }
        auto part = part_of(body.substr(2, std::max<std::size_t>(head_end, 2) - 2));
        if (!part) {
            return error(errors::form_malformed);
        }
        if (parts.size() == form_parts_max) {
            return error(errors::form_too_many_parts, form_parts_max);
        }
        const auto begin = head_end + 4;
        if (part_end < begin) {
            return error(errors::form_malformed);
        }
        part->content = body.substr(begin, part_end - begin);
        parts.push_back(std::move(*part));
        body.remove_prefix(part_end + next.size());
    }
    return parts;
}

const FormPart* find(const std::vector<FormPart>& parts, std::string_view name) {
    const auto found = std::ranges::find(parts, name, &FormPart::name);
    return found == parts.end() ? nullptr : &*found;
}

}  // namespace gk::web
