// Writing an annual report as docx and as PDF, in one thread, from the figures to the bytes.
// bench/writing runs it beside LibreOffice on the same report.
//   bench_writing FOLDER COUNT   also leaves COUNT copies there as docx and as HTML, to be
//   converted
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <fmt/format.h>

#include "document/extract.hpp"
#include "report/export.hpp"
#include "report/read.hpp"

namespace {

using gk::report::ExportKind;

constexpr double seconds_min = 2;

// How many a second, over at least two seconds after the first, which loads the fonts.
double rate_of(const gk::report::AnnualReport& report, ExportKind kind,
               const gk::report::ExportContext& context) {
    using Clock = std::chrono::steady_clock;
    std::size_t bytes = export_report(report, kind, context).size();
    int count = 0;
    double seconds = 0;
    for (const auto begin = Clock::now(); seconds < seconds_min; ++count) {
        bytes += export_report(report, kind, context).size();
        seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    }
    return bytes > 0 ? count / seconds : 0;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        fmt::print(stderr, "bench_writing FOLDER COUNT\n");
        return 2;
    }
    const auto document =
        gk::document::extract_file(GONGKAI_SOURCE_DIR "/tests/report/data/liulin-2023.html");
    if (!document.has_value()) {
        std::abort();
    }
    const auto report = gk::report::read(*document).report;
    const gk::report::ExportContext context{
        .agency_name = "青石县柳林镇人民政府", .made_at = {0}, .fonts = {}};
    for (const auto kind : {ExportKind::docx, ExportKind::pdf}) {
        fmt::print("{} {:.1f}\n", key(kind), rate_of(report, kind, context));
    }
    const std::filesystem::path folder(words[1]);
    for (const auto kind : {ExportKind::docx, ExportKind::html}) {
        const auto bytes = export_report(report, kind, context);
        for (int i = 0; i < std::atoi(words[2]); ++i) {
            std::ofstream(folder / fmt::format("report-{}.{}", i, key(kind)), std::ios::binary)
                << bytes;
        }
    }
    return 0;
}
