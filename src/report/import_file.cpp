#include "report/import_file.hpp"

#include <utility>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "document/extract.hpp"
#include "report/errors.hpp"
#include "report/read.hpp"

namespace gk::report {

namespace {

// One line for a paragraph, and one for a cell of a table.
struct AddText {
    std::string& text;

    void operator()(const document::Paragraph& paragraph) const { text += paragraph.text + '\n'; }

    void operator()(const document::Grid& grid) const {
        for (const auto& cell : grid.cells) {
            text += '\t' + cell.text + '\n';
        }
    }
};

std::string text_of(const document::Document& document) {
    std::string text;
    for (const auto& block : document.blocks) {
        std::visit(AddText{text}, block);
    }
    return text;
}

std::string_view without_folder(std::string_view name) {
    return name.substr(name.find_last_of('/') + 1);
}

// Names of files are bytes; those that are no text are kept readable.
std::string readable_name(std::string_view name) {
    return text::encode(text::decode(without_folder(name)));
}

Result<FileToImport> file_of(const document::Document& document, std::string_view bytes,
                             const std::string& readable) {
    auto reading = read(document);
    if (reading.status == ReadStatus::not_a_report) {
        return error(file_is_no_report, readable).at("file");
    }
    return FileToImport{.file = {.name = readable,
                                 .sha256 = sha256_hex(bytes),
                                 .text = text_of(document),
                                 .report = std::move(reading.report)},
                        .remarks = std::move(reading.remarks)};
}

}  // namespace

Result<FileToImport> read_for_import(std::string_view bytes, std::string_view name) {
    const auto readable = readable_name(name);
    GK_TRY(const auto document, document::extract(bytes, readable));
    return file_of(document, bytes, readable);
}

Result<FileToImport> read_upload_for_import(std::string_view bytes, std::string_view name) {
    const auto readable = readable_name(name);
    GK_TRY(const auto document,
           document::extract_in_child(
               bytes, readable,
               {.bytes_max = upload_bytes_max, .child_seconds_max = upload_seconds_max}));
    return file_of(document, bytes, readable);
}

}  // namespace gk::report
