#include "document/extract.hpp"

#include <fstream>
#include <string>

#include "document/charset.hpp"
#include "document/child.hpp"
#include "document/docx.hpp"
#include "document/errors.hpp"
#include "document/html.hpp"
#include "document/office_package.hpp"
#include "document/pdf_reader.hpp"
#include "document/sniff.hpp"
#include "document/text_file.hpp"
#include "document/xlsx.hpp"
#include "document/xml_part.hpp"

namespace gk::document {

namespace {

Result<void> check_size(std::uint64_t size, const ExtractLimits& limits) {
    if (size > limits.bytes_max) {
        return error(file_too_large, limits.bytes_max >> 20U);
    }
    if (size == 0) {
        return error(file_empty);
    }
    return {};
}

Result<Document> extract_text(std::string_view bytes, std::string_view file_name,
                              const ExtractLimits& limits) {
    GK_TRY(const auto utf8, decode_text(bytes, html_charset(bytes)));
    GK_TRY(const auto kind, sniff_text(utf8, file_name));
    switch (kind) {
        case FileKind::html:
            return extract_html(utf8, limits);
        case FileKind::markdown:
            return extract_markdown(utf8, limits);
        case FileKind::plain_text:
            return extract_plain_text(utf8, limits);
        case FileKind::docx:
        case FileKind::xlsx:
        case FileKind::pdf:
            break;
    }
    return error(unknown_kind);
}

// XML can hold bytes that are no text, and references to them.
Result<Document> with_clean_text(Result<Document> document) {
    if (!document.has_value()) {
        return document;
    }
    document->title = clean_text(document->title);
    for (auto& block : document->blocks) {
        if (auto* grid = std::get_if<Grid>(&block)) {
            for (auto& cell : grid->cells) {
                cell.text = clean_text(cell.text);
            }
        } else {
            auto& paragraph = std::get<Paragraph>(block);
            paragraph.text = clean_text(paragraph.text);
        }
    }
    return document;
}

Result<Document> extract_package(std::string_view bytes, const ExtractLimits& limits) {
    GK_TRY(auto package, OfficePackage::open(bytes, limits));
    GK_TRY(const auto parts, relationships_of(package, ""));
    const auto main_part = part_of_type(parts, "officeDocument", "");
    if (package.has("word/document.xml") || main_part.starts_with("word/")) {
        return with_clean_text(extract_docx(package, limits));
    }
    if (package.has("xl/workbook.xml") || main_part.starts_with("xl/")) {
        return with_clean_text(extract_xlsx(package, limits));
    }
    if (package.has("OFD.xml")) {
        return error(unsupported_kind, "OFD文件");
    }
    if (package.has("content.xml")) {
        return error(unsupported_kind, "OpenDocument文件");
    }
    return error(unsupported_kind, "压缩包");
}

}  // namespace

std::string_view key(FileKind kind) {
    switch (kind) {
        case FileKind::html:
            return "html";
        case FileKind::docx:
            return "docx";
        case FileKind::pdf:
            return "pdf";
        case FileKind::markdown:
            return "markdown";
        case FileKind::plain_text:
            return "plain_text";
        case FileKind::xlsx:
            return "xlsx";
    }
    return {};
}

Result<Document> extract_here(std::string_view bytes, std::string_view file_name,
                              const ExtractLimits& limits) {
    GK_CHECK(check_size(bytes.size(), limits));
    GK_TRY(const auto container, sniff_container(bytes));
    switch (container) {
        case Container::text:
            return extract_text(bytes, file_name, limits);
        case Container::zip:
            return extract_package(bytes, limits);
        case Container::pdf:
            return extract_pdf(bytes, limits);
    }
    return error(unknown_kind);
}

Result<Document> extract(std::string_view bytes, std::string_view file_name,
                         const ExtractLimits& limits) {
    GK_CHECK(check_size(bytes.size(), limits));
    GK_TRY(const auto container, sniff_container(bytes));
    if (container == Container::pdf || bytes.size() > limits.bytes_here_max) {
        return read_in_child(bytes, file_name, limits);
    }
    return extract_here(bytes, file_name, limits);
}

Result<Document> extract_in_child(std::string_view bytes, std::string_view file_name,
                                  const ExtractLimits& limits) {
    GK_CHECK(check_size(bytes.size(), limits));
    return read_in_child(bytes, file_name, limits);
}

Result<Document> extract_file(const std::filesystem::path& path, const ExtractLimits& limits) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream file(path, std::ios::binary);
    if (failed || !file) {
        return error(file_unreadable, path.string());
    }
    GK_CHECK(check_size(size, limits));
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return extract(bytes, path.filename().string(), limits);
}

}  // namespace gk::document
