// report check: reads reports in whatever form they come and says which figures do not agree.
#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "cli/command_groups.hpp"
#include "cli/commands/report_check_words.hpp"
#include "cli/errors.hpp"
#include "cli/print_error.hpp"
#include "cli/values.hpp"
#include "report/check_files.hpp"
#include "report/check_json.hpp"
#include "report/check_table.hpp"
#include "report/errors.hpp"

namespace gk::cli {

namespace {

using report::CheckedFile;
using report::Verdict;

// One line, drawn over itself, until the last file is done.
class Progress {
public:
    Progress(std::size_t total, Streams& streams) : total_(total), streams_(streams) {}

    void show(std::size_t done) {
        if (!streams_.is_terminal || total_ < 2) {
            return;
        }
        constexpr std::size_t cells = 30;
        const auto filled = done * cells / total_;
        streams_.err << fmt::format("\r[{}{}] {}/{}", std::string(filled, '#'),
                                    std::string(cells - filled, '.'), done, total_)
                     << (done == total_ ? "\n" : "") << std::flush;
    }

private:
    std::size_t total_;
    Streams& streams_;
};

Result<void> write_tables(const Arguments& arguments, const std::vector<CheckedFile>& checked) {
    if (const auto path = arguments.one("--csv")) {
        std::ofstream file(*path, std::ios::binary);
        file << report::check_table_csv(checked);
        if (!file.flush()) {
            return error(file_not_written, *path);
        }
    }
    if (const auto path = arguments.one("--xlsx")) {
        if (!std::ofstream(*path, std::ios::binary)) {
            return error(file_not_written, *path);
        }
        report::write_check_table_xlsx(checked, *path);
    }
    return {};
}

Exit exit_of(const std::vector<CheckedFile>& checked) {
    auto worst = checked.empty() ? Verdict::unreadable : Verdict::holds;
    for (const auto& file : checked) {
        worst = std::max(worst, verdict(file));
    }
    switch (worst) {
        case Verdict::holds:
            return Exit::ok;
        case Verdict::fails:
            return Exit::failed;
        case Verdict::unreadable:
            return Exit::unusable;
    }
    GK_ASSERT(!"a verdict");
    return Exit::unusable;
}

Exit report_check(const Arguments& arguments, Context& /*context*/, Streams& streams) {
    constexpr int jobs_max = 256;
    const auto jobs = number_of(arguments, "--jobs", 1, jobs_max);
    if (!jobs.has_value()) {
        return fail(jobs.error(), streams);
    }
    report::FilesToCheck files{.files = report::report_files(arguments.all("FILE")),
                               .previous = arguments.one("--previous"),
                               .level = std::nullopt,
                               .jobs = jobs->value_or(0)};
    if (const auto level = arguments.one("--agency-kind")) {
        files.level = law::agency_level_of(*level);
    }
    if (files.files.empty()) {
        return fail(error(report::no_report_files), streams);
    }
    Progress progress(files.files.size(), streams);
    const auto checked = check_files(files, [&](std::size_t done) { progress.show(done); });
    if (!checked.has_value()) {
        return fail(checked.error(), streams);
    }
    const bool is_json = arguments.has("--json");
    for (const auto& file : *checked) {
        if (!is_json) {
            print_check(file, checked->size() == 1 ? Detail::every_cell : Detail::findings,
                        streams.out);
        } else if (file.error) {
            streams.out << report::to_unreadable_json(file.file, *file.error) << '\n';
        } else {
            streams.out << report::to_check_json(file.file, file.reading, file.result) << '\n';
        }
    }
    if (!is_json && checked->size() > 1) {
        print_check_summary(*checked, streams.out);
    }
    if (const auto written = write_tables(arguments, *checked); !written.has_value()) {
        return fail(written.error(), streams);
    }
    return exit_of(*checked);
}

constexpr Positional files_argument[] = {
    {.name = "FILE",
     .takes = Takes::many,
     .help = "报告文件或文件夹；可以是网页、docx、PDF、Markdown、纯文本、xlsx。"},
};

std::span<const std::string_view> level_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> result;
        for (const auto level : law::agency_levels()) {
            result.push_back(law::key(level));
        }
        return result;
    }();
    return keys;
}

std::span<const Option> options() {
    static const Option all[] = {
        {.name = "--json",
         .takes = Takes::nothing,
         .value_name = {},
         .help = "每份报告输出一行 JSON。"},
        {.name = "--previous",
         .takes = Takes::one,
         .value_name = "FILE",
         .help = "上一年度的报告：核对跨年度的关系，比较文字是否雷同。"},
        {.name = "--agency-kind",
         .takes = Takes::one,
         .value_name = "LEVEL",
         .help = "机关的层级：没有规章制定权的，“规章”一行应当为0。",
         .choices = level_keys()},
        {.name = "--xlsx",
         .takes = Takes::one,
         .value_name = "OUT",
         .help = "把结果另存为 xlsx：每份报告一行，每个发现一行。"},
        {.name = "--csv",
         .takes = Takes::one,
         .value_name = "OUT",
         .help = "把结果另存为 CSV：每份报告一行，每个发现一行。"},
        {.name = "--jobs",
         .takes = Takes::one,
         .value_name = "N",
         .help = "同时检查的份数；不写时与处理器的个数相同。"},
    };
    return all;
}

}  // namespace

std::span<const Command> report_check_commands() {
    static const Command all[] = {
        {.name = "report check",
         .summary = "检查年度报告的数字是否相符",
         .description = "按表格中的文字认出法定的三张表，不论版式和格式，读出每个数字，核对各项勾稽"
                        "关系。只检查一份时列出每个数字和每项关系；多份时列出不符之处和汇总。\n\n退"
                        "出状态：0 能核对的关系都相符；1 有关系不符；"
                        "2 没有读出或者不是年度报告。多份报告取最大的一个。",
         .positionals = files_argument,
         .options = options(),
         .permission = people::Permission::everyone,
         .run = report_check},
    };
    return all;
}

}  // namespace gk::cli
