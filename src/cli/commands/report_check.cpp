// report check: reads reports in whatever form they come and says which figures do not agree.
#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "cli/command_groups.hpp"
#include "cli/print_error.hpp"
#include "cli/values.hpp"
#include "report/check_files.hpp"
#include "report/check_json.hpp"
#include "report/check_table.hpp"

namespace gk::cli {

namespace {

using report::CheckedFile;
using report::Relation;
using report::RelationState;
using report::Verdict;

std::size_t count(const std::vector<Relation>& relations, RelationState state) {
    return static_cast<std::size_t>(std::ranges::count(relations, state, &Relation::state));
}

void print_heading(const CheckedFile& checked, std::ostream& out) {
    const auto& report = checked.reading.report;
    out << fmt::format(
        "{}\n  {} {} 年度报告，{}\n", checked.file, report.agency.value_or("（文中没有写明机关）"),
        report.report_year ? fmt::format("{}", *report.report_year) : std::string("（年度不明）"),
        report.format ? fmt::format("{}年格式", law::key(*report.format))
                      : std::string("没有法定表格"));
    if (report.is_truncated) {
        out << "  文本不完整：只核对文中有的部分。\n";
    }
}

void print_failure(const Relation& relation, std::ostream& out) {
    out << fmt::format(
        "  {}：{}\n      {}{}\n", relation.severity == report::Severity::error ? "不符" : "提示",
        relation.text, relation.code, relation.place.empty() ? "" : "，" + relation.place);
    if (!relation.hint.empty()) {
        out << fmt::format("      {}\n", relation.hint);
    }
}

void print_words(const CheckedFile& checked, std::ostream& out) {
    if (checked.error) {
        out << fmt::format("{}\n  没有读出：{}\n", checked.file, checked.error->first().message);
        if (!checked.error->first().hint.empty()) {
            out << fmt::format("  办法：{}\n", checked.error->first().hint);
        }
        return;
    }
    if (verdict(checked) == Verdict::unreadable) {
        out << fmt::format(
            "{}\n  不是政府信息公开年度报告：没有找到法定表格，也没有找到报告的标题和"
            "各部分。\n",
            checked.file);
        return;
    }
    print_heading(checked, out);
    const auto& relations = checked.result.relations;
    out << fmt::format("  勾稽关系：{}条相符，{}条不符，{}条不能核对（空白或不在文中）。\n",
                       count(relations, RelationState::holds),
                       count(relations, RelationState::fails),
                       count(relations, RelationState::not_assessable));
    for (const auto* list : {&checked.result.relations, &checked.result.more_relations}) {
        for (const auto& relation : *list) {
            if (relation.state == RelationState::fails) {
                print_failure(relation, out);
            }
        }
    }
    for (const auto* list : {&checked.reading.remarks, &checked.result.remarks}) {
        for (const auto& remark : *list) {
            out << fmt::format("  提示：{}{}\n", remark.text,
                               remark.place.empty() ? "" : "（" + remark.place + "）");
        }
    }
}

// Columns that text takes at a terminal: two for Han characters and their punctuation.
std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        width += text::take(text) < 0x1100 ? 1 : 2;
    }
    return width;
}

std::string padded(std::string_view text, std::size_t width) {
    const auto own = width_of(text);
    return std::string(text) + std::string(own < width ? width - own : 0, ' ');
}

void print_summary(const std::vector<CheckedFile>& checked, std::ostream& out) {
    std::array<std::size_t, 3> verdicts{};
    std::size_t width = 0;
    for (const auto& file : checked) {
        width = std::max(width, width_of(file.file));
    }
    out << "\n汇总\n";
    for (const auto& file : checked) {
        const auto result = verdict(file);
        ++verdicts[static_cast<std::size_t>(result)];
        const auto failed = count(file.result.relations, RelationState::fails) +
                            count(file.result.more_relations, RelationState::fails);
        out << fmt::format("  {}  {}{}\n", padded(file.file, width), label(result),
                           failed > 0 ? fmt::format("，{}条", failed) : "");
    }
    out << fmt::format("共{}份：没有不符{}份，有不符{}份，没有读出{}份。\n", checked.size(),
                       verdicts[0], verdicts[1], verdicts[2]);
}

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

void write_tables(const Arguments& arguments, const std::vector<CheckedFile>& checked) {
    if (const auto path = arguments.one("--csv")) {
        std::ofstream file(*path, std::ios::binary);
        file << report::check_table_csv(checked);
        if (!file.flush()) {
            throw Fault("cannot be written: " + *path);
        }
    }
    if (const auto path = arguments.one("--xlsx")) {
        report::write_check_table_xlsx(checked, *path);
    }
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
    Progress progress(files.files.size(), streams);
    const auto checked = check_files(files, [&](std::size_t done) { progress.show(done); });
    if (!checked.has_value()) {
        return fail(checked.error(), streams);
    }
    const bool is_json = arguments.has("--json");
    for (const auto& file : *checked) {
        if (!is_json) {
            print_words(file, streams.out);
        } else if (file.error) {
            streams.out << report::to_unreadable_json(file.file, *file.error) << '\n';
        } else {
            streams.out << report::to_check_json(file.file, file.reading, file.result) << '\n';
        }
    }
    if (!is_json && checked->size() > 1) {
        print_summary(*checked, streams.out);
    }
    write_tables(arguments, *checked);
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
                        "关系，并列出不符之处。\n\n退出状态：0 能核对的关系都相符；1 有关系不符；"
                        "2 没有读出或者不是年度报告。多份报告取最大的一个。",
         .positionals = files_argument,
         .options = options(),
         .permission = people::Permission::everyone,
         .run = report_check},
    };
    return all;
}

}  // namespace gk::cli
