// workday add, workday is, fee applications, fee pages: single questions to the rules of law.
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/problem_list.hpp"
#include "cli/calendar_option.hpp"
#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/values.hpp"
#include "law/citation_text.hpp"
#include "law/processing_fee.hpp"
#include "law/working_calendar.hpp"

namespace gk::cli {

namespace {

std::string in_words(Date date) {
    return fmt::format("{}（{}）", date.chinese(), date.weekday_chinese());
}

std::string_view provisional_note(bool is_provisional) {
    return is_provisional ? "有关年份的放假安排尚未载入，按周一至周五推算，结果是暂定的。\n" : "";
}

// A required argument: present, because the table says so, or its problem.
template <typename T>
std::optional<T> needed(ProblemList& problems, Result<std::optional<T>> value) {
    return problems.take(std::move(value)).value_or(std::nullopt);
}

Exit run_workday_add(const Arguments& arguments, Context& context, Streams& streams) {
    ProblemList problems;
    const auto from = needed(problems, date_of(arguments, "DATE"));
    const auto count =
        needed(problems, number_of(arguments, "COUNT", 0, law::WorkingCalendar::working_days_max));
    const auto calendar = problems.take(calendar_of(arguments, context));
    if (!problems.empty()) {
        return fail(std::move(problems).error(), arguments, streams);
    }
    const auto due = calendar->add_working_days(*from, *count);
    if (!due) {
        return fail(due.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        print_json({{"date", due->date.iso()}, {"provisional", due->is_provisional}}, streams.out);
    } else {
        streams.out << fmt::format("{}之后的第{}个工作日是{}。\n{}", in_words(*from), *count,
                                   in_words(due->date), provisional_note(due->is_provisional));
    }
    return Exit::ok;
}

// 春节调休上班; 春节放假; 周末; 工作日 needs no reason.
std::string reason(const law::WorkingCalendar& calendar, Date date) {
    if (const auto* listed = calendar.listed(date)) {
        return fmt::format("（{}{}）", listed->name,
                           listed->kind == law::DayKind::off ? "放假" : "调休上班");
    }
    return date.is_weekend() ? "（周末）" : "";
}

Exit run_workday_is(const Arguments& arguments, Context& context, Streams& streams) {
    ProblemList problems;
    const auto date = needed(problems, date_of(arguments, "DATE"));
    const auto calendar = problems.take(calendar_of(arguments, context));
    if (!problems.empty()) {
        return fail(std::move(problems).error(), arguments, streams);
    }
    const bool is_workday = calendar->is_working_day(*date);
    const bool is_provisional = !calendar->covers(date->year());
    if (arguments.has(json_option.name)) {
        const auto* listed = calendar->listed(*date);
        print_json({{"date", date->iso()},
                    {"is_workday", is_workday},
                    {"provisional", is_provisional},
                    {"holiday", listed == nullptr ? "" : listed->name}},
                   streams.out);
    } else {
        streams.out << fmt::format("{}{}工作日{}。\n{}", in_words(*date),
                                   is_workday ? "是" : "不是", reason(*calendar, *date),
                                   provisional_note(is_provisional));
    }
    return Exit::ok;
}

void print_fee(const law::ProcessingFee& fee, int units, std::string_view unit, std::ostream& out) {
    out << fmt::format("{}{}，信息处理费{}元。\n", units, unit, fee.yuan);
    for (const auto& line : fee.lines) {
        out << fmt::format("  第{}至{}{}：每{}{}元，{}元\n", line.first, line.last, unit, unit,
                           line.rate_yuan, line.amount_yuan);
    }
    out << fmt::format("  依据：{}\n", law::citation_text(fee.basis));
}

Exit run_fee(law::FeeScale scale, std::string_view unit, const Arguments& arguments,
             Context& context, Streams& streams) {
    ProblemList problems;
    const auto units = needed(problems, number_of(arguments, "COUNT", 0, law::fee_units_max));
    const auto applied_on = needed(problems, date_of(arguments, "--applied"));
    if (!problems.empty()) {
        return fail(std::move(problems).error(), arguments, streams);
    }
    const auto fee =
        law::processing_fee(scale, *units, applied_on.value_or(context.clock().today()));
    if (!fee) {
        return fail(fee.error(), arguments, streams);
    }
    if (!arguments.has(json_option.name)) {
        print_fee(*fee, *units, unit, streams.out);
        return Exit::ok;
    }
    boost::json::array lines;
    for (const auto& line : fee->lines) {
        lines.push_back({{"first", line.first},
                         {"last", line.last},
                         {"rate_yuan", line.rate_yuan},
                         {"amount_yuan", line.amount_yuan}});
    }
    print_json({{"yuan", fee->yuan}, {"lines", lines}, {"basis", json_value(fee->basis)}},
               streams.out);
    return Exit::ok;
}

Exit run_fee_applications(const Arguments& arguments, Context& context, Streams& streams) {
    return run_fee(law::FeeScale::per_application, "件", arguments, context, streams);
}

Exit run_fee_pages(const Arguments& arguments, Context& context, Streams& streams) {
    return run_fee(law::FeeScale::per_page, "页", arguments, context, streams);
}

constexpr Positional date_positional{
    .name = "DATE", .takes = Takes::one, .help = "日期，写成 2026-02-10。"};
constexpr Positional add_positionals[] = {
    date_positional,
    {.name = "COUNT", .takes = Takes::one, .help = "工作日数；起始日期当日不计。"}};
constexpr Positional is_positionals[] = {date_positional};
constexpr Positional fee_positionals[] = {{.name = "COUNT",
                                           .takes = Takes::one,
                                           .help = "同一申请人一个自然月内的申请件数，或者一件"
                                                   "申请的页数。"}};

constexpr Option workday_options[] = {calendar_option, json_option};
constexpr Option fee_options[] = {{.name = "--applied",
                                   .takes = Takes::one,
                                   .value_name = "DATE",
                                   .help = "申请的日期，决定适用哪一时期的标准；不写时为今天。"},
                                  json_option};

constexpr Command row(std::string_view name, std::string_view summary,
                      std::span<const Positional> positionals, std::span<const Option> options,
                      Exit (*run)(const Arguments&, Context&, Streams&)) {
    return {.name = name,
            .summary = summary,
            .description = {},
            .positionals = positionals,
            .options = options,
            .permission = people::Permission::everyone,
            .run = run};
}

constexpr Command rows[] = {
    row("workday add", "数若干个工作日以后是哪一天", add_positionals, workday_options,
        run_workday_add),
    row("workday is", "某一天是不是工作日", is_positionals, workday_options, run_workday_is),
    row("fee applications", "按件计收的信息处理费", fee_positionals, fee_options,
        run_fee_applications),
    row("fee pages", "按量计收的信息处理费", fee_positionals, fee_options, run_fee_pages),
};

}  // namespace

std::span<const Command> workday_commands() {
    return rows;
}

}  // namespace gk::cli
