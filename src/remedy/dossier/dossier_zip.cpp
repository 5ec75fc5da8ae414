#include <fmt/format.h>

#include "base/hash.hpp"
#include "document/table_sheet.hpp"
#include "document/zip_writer.hpp"
#include "remedy/dossier/dossier_files.hpp"

namespace gk::remedy::dossier {

namespace {

std::string index_of(const Dossier& dossier, const std::vector<std::string>& names) {
    document::TableSheet sheet("卷内目录", {{"序号", 6},
                                            {"材料名称", 44},
                                            {"日期", 12},
                                            {"原文件名", 30},
                                            {"文件名", 50},
                                            {"字节数", 12},
                                            {"SHA-256", 66},
                                            {"SM3", 66}});
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& file = dossier.files[i];
        const document::SheetCell cells[] = {
            static_cast<std::int64_t>(i + 1),
            file.title,
            file.on,
            file.given_name,
            file.bytes.empty() ? std::string("已按保存期限删除") : names[i],
            static_cast<std::int64_t>(file.bytes.size()),
            file.sha256,
            file.sm3};
        sheet.add_row(cells);
    }
    return sheet.finish();
}

}  // namespace

std::string dossier_zip(const Dossier& dossier, const document::PdfFonts& fonts) {
    const auto names = file_names(dossier);
    std::vector<document::ZipPart> parts = {
        {"卷内目录.xlsx", index_of(dossier, names)},
        {"申请表.pdf", document::write_pdf(form_page(dossier), fonts)},
        {"办理过程.pdf", document::write_pdf(course_pages(dossier), fonts)}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!dossier.files[i].bytes.empty()) {
            parts.push_back({names[i], dossier.files[i].bytes});
        }
    }
    std::string sums;
    for (const auto& part : parts) {
        sums += fmt::format("{}  {}\n", sha256_hex(part.bytes), part.path);
    }
    parts.push_back({"SHA256SUMS", std::move(sums)});
    return document::zip(parts);
}

}  // namespace gk::remedy::dossier
