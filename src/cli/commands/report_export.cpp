// report export: a kept report as a file to take away.
#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>

#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/commands/report_reference.hpp"
#include "cli/errors.hpp"
#include "cli/print_error.hpp"
#include "people/service.hpp"
#include "report/export.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view to_standard_output = "-";

struct Exported {
    std::string bytes;
    std::string file_name;
    std::vector<std::string> substituted_fonts;
};

Result<Exported> export_kept(const Arguments& arguments, Context& context) {
    GK_TRY(const auto reference, report_reference(arguments));
    GK_TRY(const auto* config, context.config());
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto agency, people::find_agency(*database, reference.agency_code));
    GK_TRY(const auto stored, report::find_report(*database, reference, actor_of(context)));
    const auto kind = *report::export_kind_of(arguments.one("--as").value_or("docx"));
    const report::ExportContext export_context{.agency_name = agency.name,
                                               .made_at = context.clock().now(),
                                               .fonts = {config->values.fonts.folder.string()}};
    Exported exported;
    exported.bytes = report::export_report(stored.report, kind, export_context);
    exported.file_name = fmt::format("{}-{}.{}", agency.code, reference.report_year, key(kind));
    if (kind == report::ExportKind::pdf) {
        exported.substituted_fonts = document::substituted_fonts(export_context.fonts);
    }
    return exported;
}

Exit report_export(const Arguments& arguments, Context& context, Streams& streams) {
    const auto exported = export_kept(arguments, context);
    if (!exported) {
        return fail(exported.error(), streams);
    }
    for (const auto& font : exported->substituted_fonts) {
        streams.err << fmt::format("提示：本机没有公文字体，{}。\n", font);
    }
    const auto path = arguments.one("--output").value_or(exported->file_name);
    if (path == to_standard_output) {
        streams.out << exported->bytes;
        return Exit::ok;
    }
    std::ofstream file(path, std::ios::binary);
    file << exported->bytes;
    file.close();
    if (!file) {
        return fail(error(file_not_written, path), streams);
    }
    streams.out << fmt::format("已写入 {}（{}字节）。\n", path, exported->bytes.size());
    return Exit::ok;
}

// "docx", "pdf" …
std::span<const std::string_view> kind_keys() {
    static const auto keys = [] {
        std::array<std::string_view, report::export_kinds.size()> all;
        std::ranges::transform(report::export_kinds, all.begin(),
                               [](report::ExportKind kind) { return key(kind); });
        return all;
    }();
    return keys;
}

std::span<const Option> options() {
    static const Option all[] = {
        report_agency_option,
        report_year_option,
        {.name = "--as",
         .takes = Takes::one,
         .value_name = "KIND",
         .help = "文件的种类；不写为 docx。",
         .choices = kind_keys()},
        {.name = "--output",
         .takes = Takes::one,
         .value_name = "FILE",
         .help = "写到哪个文件；不写为“代码-年度.种类”，写“-”为标准输出。"}};
    return all;
}

}  // namespace

std::span<const Command> report_export_commands() {
    static const Command all[] = {
        {.name = "report export",
         .summary = "把年度报告导出为文件",
         .description = "docx 和 PDF 按 GB/T 9704 排版；JSON 和 XML 的结构见 docs/schema/。",
         .positionals = {},
         .options = options(),
         .permission = people::Permission::operate,
         .run = report_export},
    };
    return all;
}

}  // namespace gk::cli
