// Reading and checking a report beside libxml2's bare HTML parser on the same bytes, in the same
// run. The design asks for at most 3 times its time, and for 400 reports of 30 KB a second.
//   bench_report [FILE]       an HTML report; default: the one of the tests, grown to 30 KB
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include "base/text.hpp"
#include "document/extract.hpp"
#include "report/check.hpp"
#include "report/check_json.hpp"
#include "report/read.hpp"

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rounds = 9;
constexpr int reports_per_round = 200;

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Cells as office programs write them: a paragraph with a span and its style in each.
std::string grown(std::string html) {
    html =
        gk::text::replace_all(std::move(html), "</td>", "</span><span><o:p></o:p></span></p></td>");
    for (const std::string_view open : {"<td>", "<td colspan=\"3\">", "<td colspan=\"2\">"}) {
        html = gk::text::replace_all(
            std::move(html), open,
            std::string(open) + "<p><span style=\"font-family: 仿宋_GB2312\">");
    }
    return html;
}

// Seconds for one report, the best of the rounds.
template <typename Work>
double seconds_of(Work work) {
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = Clock::now();
        for (int i = 0; i < reports_per_round; ++i) {
            work();
        }
        const std::chrono::duration<double> taken = Clock::now() - begin;
        best = std::min(best, taken.count() / reports_per_round);
    }
    return best;
}

}  // namespace

int main(int count, char** words) {
    const auto html =
        count > 1 ? content(words[1])
                  : grown(content(GONGKAI_SOURCE_DIR "/tests/report/data/liulin-2023.html"));
    const auto bare = seconds_of([&] {
        constexpr int options =
            HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
        auto* document =
            htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", options);
        xmlFreeDoc(document);
    });
    const auto extracted = seconds_of([&] {
        const auto document = gk::document::extract_here(html, "report.html");
        if (!document.has_value()) {
            std::terminate();
        }
    });
    std::size_t bytes = 0;
    const auto checked = seconds_of([&] {
        const auto document = gk::document::extract_here(html, "report.html");
        const auto reading = gk::report::read(*document);
        const auto result = gk::report::check(reading.report, {});
        bytes += gk::report::to_check_json("report.html", reading, result).size();
    });
    fmt::print("report check, HTML of {:.1f} KB ({} bytes of JSON a report)\n",
               static_cast<double>(html.size()) / 1024, bytes / (rounds * reports_per_round));
    fmt::print("  bare parser      {:8.0f} reports/s\n", 1 / bare);
    fmt::print("  blocks and grids {:8.0f} reports/s  {:.2f} times the bare parser\n",
               1 / extracted, extracted / bare);
    fmt::print("  read and checked {:8.0f} reports/s  {:.2f} times the bare parser (at most 3)\n",
               1 / checked, checked / bare);
    return 0;
}
