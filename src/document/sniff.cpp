#include "document/sniff.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "document/errors.hpp"
#include "document/text_file.hpp"

namespace gk::document {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::string_view bytes;
    std::string_view name;
};

constexpr std::array unsupported = std::to_array<Signature>({
    {"\x89PNG"sv, "PNG图片"},
    {"\xFF\xD8\xFF"sv, "JPEG图片"},
    {"GIF8"sv, "GIF图片"},
    {"II*\0"sv, "TIFF图片"},
    {"MM\0*"sv, "TIFF图片"},
    {R"({\rtf)", "RTF文件"},
    {"Rar!\x1A"sv, "RAR压缩包"},
    {"7z\xBC\xAF\x27\x1C"sv, "7z压缩包"},
    {"\x1F\x8B"sv, "gzip压缩包"},
});

// The names of streams in an OLE file are UTF-16.
bool has_stream(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != bytes.npos;
}

Error ole_problem(std::string_view bytes) {
    if (has_stream(bytes, "EncryptedPackage")) {
        return error(encrypted);
    }
    if (has_stream(bytes, "WordDocument")) {
        return error(old_office, "Word（doc、wps）", "docx");
    }
    if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) {
        return error(old_office, "Excel（xls、et）", "xlsx");
    }
    return error(unknown_kind);
}

bool has_tag(std::string_view lower, std::string_view name) {
    for (auto at = lower.find(name); at != lower.npos; at = lower.find(name, at + 1)) {
        const auto after = at + name.size();
        if (after < lower.size() && " \t\r\n>/"sv.find(lower[after]) != lower.npos) {
            return true;
        }
    }
    return false;
}

bool has_html_tag(std::string_view lower) {
    constexpr std::array names = {"<!doctype html"sv, "<html"sv, "<body"sv, "<table"sv,
                                  "<div"sv,           "<p"sv,    "<td"sv,   "<br"sv};
    return std::ranges::any_of(names, [&](std::string_view name) { return has_tag(lower, name); });
}

}  // namespace

Result<Container> sniff_container(std::string_view bytes) {
    if (bytes.substr(0, 1024).find("%PDF-") != bytes.npos) {
        return Container::pdf;
    }
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv)) {
        return Container::zip;
    }
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
        return ole_problem(bytes);
    }
    for (const auto& signature : unsupported) {
        if (bytes.starts_with(signature.bytes)) {
            return error(unsupported_kind, signature.name);
        }
    }
    return Container::text;
}

Result<FileKind> sniff_text(std::string_view utf8, std::string_view file_name) {
    const auto start = text::trim(utf8);
    const auto lower = text::lower_ascii(start.substr(0, 64 << 10));
    if (lower.starts_with("mime-version:") ||
        lower.find("\ncontent-type: multipart/related") != lower.npos) {
        return error(unsupported_kind, "网页归档文件（mht）");
    }
    if (lower.starts_with('<')) {
        if (has_html_tag(lower)) {
            return FileKind::html;
        }
        if (lower.starts_with("<?xml")) {
            return error(unsupported_kind, "XML文件");
        }
    }
    const auto name = text::lower_ascii(file_name);
    if (name.ends_with(".md") || name.ends_with(".markdown")) {
        return FileKind::markdown;
    }
    // Text before the first tag, or a page without a <html>.
    if (has_tag(lower, "<html") || has_tag(lower, "<body") || has_tag(lower, "<table")) {
        return FileKind::html;
    }
    if (!name.ends_with(".txt")) {
        const auto lines = lines_of(start);
        if (std::ranges::any_of(lines, is_pipe_table_rule)) {
            return FileKind::markdown;
        }
    }
    return FileKind::plain_text;
}

}  // namespace gk::document
