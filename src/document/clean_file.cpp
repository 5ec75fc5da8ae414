#include "document/clean_file.hpp"

#include <algorithm>
#include <array>

#include "document/child.hpp"
#include "document/clean_parts.hpp"
#include "document/errors.hpp"
#include "document/sniff.hpp"
#include "law/enum_table.hpp"

namespace gk::document {

namespace {

using namespace std::string_view_literals;

struct Row {
    MediaKind value;
    std::string_view key;
    std::string_view label;
    std::string_view media_type;
    std::string_view extension;
};

constexpr auto table = law::enum_table(std::array<Row, 4>{{
    {MediaKind::jpeg, "jpeg", "JPEG图片", "image/jpeg", ".jpg"},
    {MediaKind::png, "png", "PNG图片", "image/png", ".png"},
    {MediaKind::pdf, "pdf", "PDF文件", "application/pdf", ".pdf"},
    {MediaKind::docx, "docx", "docx文档",
     "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
}});

// The brands of HEIF files with HEVC pictures in them.
bool is_heic(std::string_view bytes) {
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp"sv) {
        return false;
    }
    const auto brand = bytes.substr(8, 4);
    constexpr std::array known = {"heic"sv, "heix"sv, "heim"sv, "heis"sv, "mif1"sv, "msf1"sv};
    return std::ranges::find(known, brand) != known.end();
}

// What else people send, in words.
std::string_view other_kind(std::string_view bytes) {
    const auto container = sniff_container(bytes);
    if (!container) {
        const auto& code = container.error().first().code;
        return code == old_office.code ? "旧版Office文件（doc、xls、wps）" : "别的格式的文件";
    }
    // What is sniffed as text is whatever has no mark of its own.
    if (bytes.find('\0') == std::string_view::npos) {
        return "文本或网页";
    }
    return bytes.starts_with("MZ"sv) ? "程序文件" : "别的格式的文件";
}

Result<void> check_size(std::string_view bytes, const CleanLimits& limits) {
    if (bytes.empty()) {
        return error(file_empty);
    }
    if (bytes.size() > limits.bytes_max) {
        return error(upload_too_large, limits.bytes_max >> 20U);
    }
    return {};
}

}  // namespace

std::span<const MediaKind> media_kinds() {
    return table.values();
}

std::string_view key(MediaKind kind) {
    return table[kind].key;
}

std::string_view label(MediaKind kind) {
    return table[kind].label;
}

std::optional<MediaKind> media_kind_of(std::string_view key) {
    return table.value_of(key);
}

std::string_view media_type(MediaKind kind) {
    return table[kind].media_type;
}

std::string_view extension(MediaKind kind) {
    return table[kind].extension;
}

std::optional<SentKind> sent_kind(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) {
        return SentKind::jpeg;
    }
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) {
        return SentKind::png;
    }
    if (is_heic(bytes)) {
        return SentKind::heic;
    }
    const auto container = sniff_container(bytes);
    if (!container || *container == Container::text) {
        return std::nullopt;
    }
    return *container == Container::pdf ? SentKind::pdf : SentKind::docx;
}

Result<CleanFile> clean_here(std::string_view bytes, const CleanLimits& limits) {
    GK_CHECK(check_size(bytes, limits));
    const auto kind = sent_kind(bytes);
    if (!kind) {
        return error(upload_kind, other_kind(bytes));
    }
    switch (*kind) {
        case SentKind::jpeg: {
            GK_TRY(auto clean, clean_jpeg(bytes, limits));
            return CleanFile{MediaKind::jpeg, std::move(clean)};
        }
        case SentKind::png: {
            GK_TRY(auto clean, clean_png(bytes, limits));
            return CleanFile{MediaKind::png, std::move(clean)};
        }
        case SentKind::heic: {
            GK_TRY(auto clean, jpeg_of_heic(bytes, limits));
            return CleanFile{MediaKind::jpeg, std::move(clean)};
        }
        case SentKind::pdf: {
            GK_TRY(auto clean, clean_pdf(bytes, limits));
            return CleanFile{MediaKind::pdf, std::move(clean)};
        }
        case SentKind::docx: {
            GK_TRY(auto clean, clean_docx(bytes, limits));
            return CleanFile{MediaKind::docx, std::move(clean)};
        }
    }
    throw_bug("a kind that is sent", std::source_location::current());
}

Result<CleanFile> clean_file(std::string_view bytes, const CleanLimits& limits) {
    GK_CHECK(check_size(bytes, limits));
    return clean_in_child(bytes, limits);
}

}  // namespace gk::document
