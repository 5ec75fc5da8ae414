#include "document/office_builder.hpp"

#include <fmt/format.h>

namespace gk::document::test {

namespace {

constexpr std::string_view relationships = "<Relationships>{}</Relationships>";
constexpr std::string_view relationship =
    R"(<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
    R"(relationships/{1}" Target="{2}"/>)";

ZipPart main_part_is(std::string_view path) {
    return {"_rels/.rels",
            fmt::format(relationships, fmt::format(relationship, "rId1", "officeDocument", path))};
}

}  // namespace

std::string docx(std::string_view body, std::vector<ZipPart> parts) {
    parts.push_back(main_part_is("word/document.xml"));
    parts.push_back({"word/document.xml",
                     fmt::format(R"(<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>)"
                                 "{}</w:body></w:document>",
                                 body)});
    parts.push_back(
        {"word/_rels/document.xml.rels",
         fmt::format(relationships,
                     fmt::format(relationship, "rId1", "styles", "styles.xml") +
                         fmt::format(relationship, "rId2", "numbering", "numbering.xml"))});
    return zip(parts);
}

std::string xlsx(std::string_view sheet, std::string_view shared_strings) {
    std::vector<ZipPart> parts = {
        main_part_is("/xl/workbook.xml"),
        {"xl/workbook.xml",
         R"(<workbook xmlns:r="urn:r"><sheets><sheet name="年报" sheetId="1" r:id="rId1"/>)"
         R"(<sheet name="隐藏" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         fmt::format(relationships,
                     fmt::format(relationship, "rId1", "worksheet", "worksheets/sheet1.xml") +
                         fmt::format(relationship, "rId2", "worksheet", "worksheets/sheet2.xml"))},
        {"xl/worksheets/sheet1.xml", fmt::format("<worksheet>{}</worksheet>", sheet)},
        {"xl/worksheets/sheet2.xml",
         "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>"}};
    if (!shared_strings.empty()) {
        parts.push_back({"xl/sharedStrings.xml", fmt::format("<sst>{}</sst>", shared_strings)});
    }
    return zip(parts);
}

std::string paragraph(std::string_view text, std::string_view properties) {
    return fmt::format("<w:p><w:pPr>{}</w:pPr><w:r><w:t>{}</w:t></w:r></w:p>", properties, text);
}

std::string table_cell(std::string_view text, std::string_view properties) {
    return fmt::format("<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>", properties, paragraph(text));
}

}  // namespace gk::document::test
