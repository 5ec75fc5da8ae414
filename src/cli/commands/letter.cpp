// letter preview, letter list: the letters as the program has them, filled with a case that is
// nobody's.
#include <fstream>
#include <ostream>

#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/errors.hpp"
#include "cli/print_error.hpp"
#include "document/official_document.hpp"
#include "letter/errors.hpp"
#include "letter/sample.hpp"

namespace gk::cli {

namespace {

Exit letter_list(const Arguments& /*arguments*/, Context& /*context*/, Streams& streams) {
    for (const auto kind : law::letter_kinds()) {
        streams.out << fmt::format("{:<26} {}（{}）\n", law::key(kind), law::label(kind),
                                   law::label(law::addressee(kind)));
    }
    return Exit::ok;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) {
        return error(file_not_written, path);
    }
    return {};
}

// Returns the lines to print.
Result<std::string> preview(const Arguments& arguments, Context& context) {
    const auto name = arguments.one("KIND").value_or("");
    const auto kind = law::letter_kind_of(name);
    if (!kind) {
        return error(letter::kind_unknown, name);
    }
    const auto layout = letter::letter_layout_of(arguments.one("--layout").value_or("plain"));
    const auto text = letter::sample_letter(*kind);
    const auto marks = letter::sample_marks(*layout);
    const auto document = letter::official_document(text, marks);
    std::string said;
    if (const auto path = arguments.one("--pdf")) {
        GK_TRY(const auto* config, context.config());
        const document::PdfFonts fonts{config->values.fonts.folder.string()};
        GK_CHECK(write_file(*path, document::write_pdf(document, fonts)));
        said += fmt::format("已写入 {}。\n", *path);
    }
    if (const auto path = arguments.one("--docx")) {
        GK_CHECK(write_file(*path, document::write_docx(document)));
        said += fmt::format("已写入 {}。\n", *path);
    }
    return said.empty() ? letter::plain_text(text, marks) : said;
}

Exit letter_preview(const Arguments& arguments, Context& context, Streams& streams) {
    const auto said = preview(arguments, context);
    if (!said) {
        return fail(said.error(), streams);
    }
    streams.out << *said;
    return Exit::ok;
}

constexpr std::string_view layouts[] = {"plain", "letterhead"};

constexpr Positional kind_argument[] = {
    {.name = "KIND", .takes = Takes::one, .help = "文书种类，例如 correction_notice。"}};

constexpr Option preview_options[] = {
    {.name = "--pdf", .takes = Takes::one, .value_name = "FILE", .help = "写成PDF文件。"},
    {.name = "--docx", .takes = Takes::one, .value_name = "FILE", .help = "写成docx文件。"},
    {.name = "--layout",
     .takes = Takes::one,
     .value_name = "LAYOUT",
     .help = "版式：plain 一般格式（不写时），letterhead 信函格式。",
     .choices = layouts}};

constexpr Command rows[] = {
    {.name = "letter list",
     .summary = "列出文书的种类",
     .description = "每行一种：名称、中文名、主送对象。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::everyone,
     .run = letter_list},
    {.name = "letter preview",
     .summary = "用虚构的办件预览一种文书",
     .description = "不写 --pdf 和 --docx 时打印文字。印章位置留空：印章由机关加盖，程序不生成。",
     .positionals = kind_argument,
     .options = preview_options,
     .permission = people::Permission::everyone,
     .run = letter_preview},
};

}  // namespace

std::span<const Command> letter_commands() {
    return rows;
}

}  // namespace gk::cli
