// agency settings: what an agency lays down for itself, shown or changed.
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "application/receipt_settings_service.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/errors.hpp"
#include "cli/print_error.hpp"
#include "cli/values.hpp"
#include "notify/task_service.hpp"
#include "report/report_settings_service.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view soon_option = "--soon-from";
constexpr std::string_view red_option = "--red-from";
constexpr std::string_view remind_option = "--remind-at";
constexpr std::string_view escalate_option = "--escalate-after";
constexpr std::string_view escalate_to_option = "--escalate-to";
constexpr std::string_view from_option = "--sends-from";
constexpr std::string_view until_option = "--sends-until";
constexpr std::string_view days_option = "--sends-on";
constexpr std::string_view rest_day_option = "--rest-day";
constexpr std::string_view remedies_option = "--remedies";

constexpr std::string_view day_words[] = {"working-days", "every-day"};
constexpr std::string_view receipt_words[] = {"confirmation", "submission"};
constexpr std::string_view rest_day_words[] = {"stays", "moves"};
constexpr std::string_view remedies_words[] = {"all-of-year", "filed-in-year"};

constexpr int days_max = 60;

// "--internet"
std::string option_of(law::Channel channel) {
    return "--" + std::string(law::key(channel));
}

// ---- changes

Result<void> take_number(const Arguments& arguments, std::string_view option, int& into) {
    GK_TRY(const auto number, number_of(arguments, option, 0, days_max));
    into = number.value_or(into);
    return {};
}

Result<void> take_time(const Arguments& arguments, std::string_view option, int& into) {
    if (const auto time = arguments.one(option)) {
        const auto minute = notify::minute_of_day(*time);
        if (!minute) {
            return error(not_a_time, option, *time).at(option);
        }
        into = *minute;
    }
    return {};
}

Result<void> take_reminders(const Arguments& arguments, std::vector<int>& into) {
    const auto listed = arguments.one(remind_option);
    if (!listed) {
        return {};
    }
    into.clear();
    for (const auto part : text::split(*listed, ',')) {
        const auto days = text::whole_number<int>(part);
        if (!days) {
            return error(not_a_number, remind_option, part, 0, days_max).at(remind_option);
        }
        into.push_back(*days);
    }
    return {};
}

Result<notify::Settings> changed(notify::Settings settings, const Arguments& arguments) {
    GK_CHECK(take_number(arguments, soon_option, settings.lights.soon_from));
    GK_CHECK(take_number(arguments, red_option, settings.lights.red_from));
    GK_CHECK(take_reminders(arguments, settings.remind_at));
    GK_CHECK(take_number(arguments, escalate_option, settings.escalate_after));
    if (const auto role = arguments.one(escalate_to_option)) {
        settings.escalate_to = people::role_of(*role).value();
    }
    GK_CHECK(take_time(arguments, from_option, settings.hours.from_minute));
    GK_CHECK(take_time(arguments, until_option, settings.hours.until_minute));
    if (const auto days = arguments.one(days_option)) {
        settings.hours.is_working_days_only = *days == day_words[0];
    }
    return settings;
}

law::ReceiptRules changed(law::ReceiptRules rules, const Arguments& arguments) {
    for (const auto channel : law::channels_to_confirm()) {
        if (const auto day = arguments.one(option_of(channel))) {
            rules.lay_down(channel, law::receipt_by_of(*day).value());
        }
    }
    if (const auto rest_day = arguments.one(rest_day_option)) {
        rules.rest_day = law::rest_day_receipt_of(*rest_day).value();
    }
    return rules;
}

report::RemedyScope changed(report::RemedyScope scope, const Arguments& arguments) {
    const auto word = arguments.one(remedies_option);
    if (!word) {
        return scope;
    }
    return *word == remedies_words[0] ? report::RemedyScope::all_of_year
                                      : report::RemedyScope::filed_in_year;
}

// ---- all of it

struct AgencySettings {
    notify::StoredSettings notify;
    application::ReceiptSettings receipt;
    report::ReportSettings report;
};

Result<AgencySettings> find(store::Database& database, const std::string& code) {
    AgencySettings found;
    GK_TRY(found.notify, notify::find_settings(database, code));
    GK_TRY(found.receipt, application::find_receipt_settings(database, code));
    GK_TRY(found.report, report::find_report_settings(database, code));
    return found;
}

// What is the same stays as it is, with its version.
Result<AgencySettings> change(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    const auto code = arguments.one("CODE").value_or("");
    GK_TRY(const auto before, find(*database, code));
    auto after = before;
    GK_TRY(after.notify.settings, changed(before.notify.settings, arguments));
    after.receipt.rules = changed(before.receipt.rules, arguments);
    after.report.remedies = changed(before.report.remedies, arguments);
    const auto actor = people::operator_named(context.actor());
    const auto now = context.clock().now();
    if (after.notify.settings != before.notify.settings) {
        GK_CHECK(notify::change_settings(*database, code, after.notify, actor, now));
    }
    if (after.receipt.rules != before.receipt.rules) {
        GK_CHECK(application::change_receipt_settings(*database, code, after.receipt, actor, now));
    }
    if (after.report.remedies != before.report.remedies) {
        GK_CHECK(report::change_report_settings(*database, code, after.report, actor, now));
    }
    return find(*database, code);
}

void print(const AgencySettings& found, std::ostream& out) {
    const auto& settings = found.notify.settings;
    out << fmt::format("期限提示：剩{}个工作日起黄灯，剩{}个工作日起红灯。\n",
                       settings.lights.soon_from, settings.lights.red_from);
    out << (settings.remind_at.empty() ? "到期提醒：不提醒。\n"
                                       : fmt::format("到期提醒：剩{}个工作日时各一次。\n",
                                                     fmt::join(settings.remind_at, "、")));
    out << fmt::format("逾期上报：逾期{}个工作日报{}。\n", settings.escalate_after,
                       people::label(settings.escalate_to));
    out << fmt::format("邮件和短信：{}{}至{}发送。\n",
                       settings.hours.is_working_days_only ? "工作日" : "每天",
                       notify::time_of_day(settings.hours.from_minute),
                       notify::time_of_day(settings.hours.until_minute));
    const auto& rules = found.receipt.rules;
    for (const auto channel : law::channels_to_confirm()) {
        out << fmt::format("{}：以{}为收到之日。\n", law::label(channel),
                           law::label(rules.of(channel)));
    }
    out << fmt::format("休息日收到的：{}。\n", law::label(rules.rest_day));
    out << fmt::format("年度报告表四：{}。\n", label(found.report.remedies));
}

Exit run_settings(const Arguments& arguments, Context& context, Streams& streams) {
    const auto found = change(arguments, context);
    if (!found) {
        return fail(found.error(), streams);
    }
    print(*found, streams.out);
    return Exit::ok;
}

std::span<const std::string_view> office_role_keys() {
    static const auto keys = [] {
        std::vector<std::string_view> all;
        for (const auto role : people::roles()) {
            if (!people::is_administrator(role)) {
                all.push_back(people::key(role));
            }
        }
        return all;
    }();
    return keys;
}

Option one(std::string_view name, std::string_view value_name, std::string_view help,
           std::span<const std::string_view> choices = {}) {
    return {.name = name,
            .takes = Takes::one,
            .value_name = value_name,
            .help = help,
            .choices = choices};
}

std::span<const Option> settings_options() {
    static const Option all[] = {
        one(soon_option, "DAYS", "剩余这些工作日起亮黄灯。"),
        one(red_option, "DAYS", "剩余这些工作日起亮红灯；0 是最后一天。"),
        one(remind_option, "DAYS", "剩余这些工作日时各提醒一次，从多到少，例如 5,3,1,0。"),
        one(escalate_option, "DAYS", "逾期这些工作日后上报；0 是最后一天就报。"),
        one(escalate_to_option, "ROLE", "上报给哪个角色。", office_role_keys()),
        one(from_option, "TIME", "邮件和短信从几点起发送，例如 08:30。"),
        one(until_option, "TIME", "邮件和短信到几点为止发送，例如 20:00。"),
        one(days_option, "WHEN", "邮件和短信只在工作日发送，还是每天。", day_words),
        one("--ordinary", "DAY", "平常信函以双方确认之日还是提交之日为收到之日。", receipt_words),
        one("--internet", "DAY", "互联网渠道以双方确认之日还是提交之日为收到之日。", receipt_words),
        one("--fax", "DAY", "传真以双方确认之日还是提交之日为收到之日。", receipt_words),
        one(rest_day_option, "WHICH",
            "休息日收到的：stays 当日视为收到；moves 视为下一个工作日收到。", rest_day_words),
        one(remedies_option, "WHICH",
            "年度报告表四计哪些案件：all-of-year 包括以前年度受理的；filed-in-year 只计本年。",
            remedies_words)};
    return all;
}

constexpr Positional code_positional[] = {
    {.name = "CODE", .takes = Takes::one, .help = "机关的代码，见“gongkai agency list”。"}};

}  // namespace

std::span<const Command> agency_settings_commands() {
    static const Command rows[] = {
        {.name = "agency settings",
         .summary = "查看或者修改机关自己的设置",
         .description = "期限提示、到期提醒、发送时段、收到日期的确定方法和年度报告的计数方法。"
                        "不写选项只查看；写了的就修改，其余不变，审计记录中有痕迹。",
         .positionals = code_positional,
         .options = settings_options(),
         .permission = people::Permission::operate,
         .run = run_settings},
    };
    return rows;
}

}  // namespace gk::cli
