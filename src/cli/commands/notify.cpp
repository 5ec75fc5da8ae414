// notify run, notify status, notify test: reminders, mail and short messages by hand.
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/context.hpp"
#include "cli/errors.hpp"
#include "cli/notify_parts.hpp"
#include "cli/print_error.hpp"
#include "notify/task_service.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view mail_option = "--mail";
constexpr std::string_view sms_option = "--short-message";
constexpr std::string_view wechat_option = "--wechat";
constexpr int failures_shown_max = 20;

Exit run_round(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto parts = notify_parts(context);
    if (!parts) {
        return fail(parts.error(), streams);
    }
    const auto counts = notify::run_once(parts->runner, context.clock().now());
    streams.out << fmt::format(
        "提醒{}条，上报{}条；发出{}条，等到可以发送的时段{}条，没有发成{}条，渠道未开通{}条。\n",
        counts.reminded, counts.escalated, counts.sent, counts.postponed, counts.failed,
        counts.skipped);
    return counts.failed == 0 ? Exit::ok : Exit::failed;
}

struct Status {
    notify::OutgoingCounts counts;
    std::vector<notify::OutgoingSummary> failures;
};

Result<Status> status_of(Context& context) {
    GK_TRY(auto* database, context.database());
    return database->read([](store::Snapshot& snapshot) {
        return Status{notify::count_outgoing(snapshot),
                      notify::load_outgoing(snapshot, {.status = notify::OutgoingStatus::failed,
                                                       .limit = failures_shown_max})
                          .items};
    });
}

void print_as_json(const Status& status, std::ostream& out) {
    boost::json::array failures;
    for (const auto& failure : status.failures) {
        failures.push_back({{"id", failure.public_id},
                            {"agency", failure.agency_code},
                            {"carrier", notify::key(failure.carrier)},
                            {"attempt_count", failure.attempt_count},
                            {"created_at", failure.created_at.iso()},
                            {"error", failure.last_error}});
    }
    print_json({{"waiting", status.counts.waiting},
                {"sent", status.counts.sent},
                {"failed", status.counts.failed},
                {"skipped", status.counts.skipped},
                {"failures", std::move(failures)}},
               out);
}

void print_in_words(const Status& status, const NotifyConfig& config, std::ostream& out) {
    const auto gateway = gateway_of(config);
    for (const auto carrier : notify::carriers()) {
        out << fmt::format("{}：{}\n", label(carrier),
                           gateway->is_on(carrier) ? "已开通" : "未开通");
    }
    out << fmt::format("待发送{}条，已发送{}条，发送失败{}条，渠道未开通{}条。\n",
                       status.counts.waiting, status.counts.sent, status.counts.failed,
                       status.counts.skipped);
    for (const auto& failure : status.failures) {
        out << fmt::format("  {}  {}  {}  试了{}次：{}\n", failure.public_id,
                           failure.created_at.minutes(), label(failure.carrier),
                           failure.attempt_count, failure.last_error);
    }
    if (!status.failures.empty()) {
        out << "改好原因后，用“gongkai notify retry 编号”重发。\n";
    }
}

Exit run_status(const Arguments& arguments, Context& context, Streams& streams) {
    const auto config = context.config();
    const auto status = status_of(context);
    if (!status) {
        return fail(status.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        print_as_json(*status, streams.out);
    } else {
        print_in_words(*status, (*config)->values.notify, streams.out);
    }
    return status->counts.failed == 0 ? Exit::ok : Exit::failed;
}

Result<void> retry(const std::string& id, Context& context) {
    GK_TRY(auto* database, context.database());
    return notify::send_again(*database, id, people::operator_named(context.actor()),
                              context.clock().now());
}

Exit run_retry(const Arguments& arguments, Context& context, Streams& streams) {
    const auto done = retry(*arguments.one("ID"), context);
    if (!done) {
        return fail(done.error(), streams);
    }
    streams.out << "已排队重发。\n";
    return Exit::ok;
}

Result<void> test(const Arguments& arguments, Context& context) {
    GK_TRY(const auto* config, context.config());
    const auto gateway = gateway_of(config->values.notify);

    const struct {
        std::string_view option;
        notify::Carrier carrier;
    } choices[] = {{mail_option, notify::Carrier::mail},
                   {sms_option, notify::Carrier::short_message},
                   {wechat_option, notify::Carrier::wechat}};

    bool is_any = false;
    for (const auto& choice : choices) {
        if (const auto address = arguments.one(choice.option)) {
            is_any = true;
            GK_CHECK(notify::send_test(*gateway, choice.carrier, *address, context.clock().now()));
        }
    }
    if (!is_any) {
        return error(notify_test_nobody);
    }
    return {};
}

Exit run_test(const Arguments& arguments, Context& context, Streams& streams) {
    const auto sent = test(arguments, context);
    if (!sent) {
        return fail(sent.error(), streams);
    }
    streams.out << "已交给对方服务，请查看是否收到。\n";
    return Exit::ok;
}

constexpr Option status_options[] = {json_option};

constexpr Positional retry_positionals[] = {
    {.name = "ID", .takes = Takes::one, .help = "“gongkai notify status”列出的编号。"},
};

constexpr Option test_options[] = {
    {.name = mail_option,
     .takes = Takes::one,
     .value_name = "ADDRESS",
     .help = "向这个邮箱发一封测试邮件。"},
    {.name = sms_option,
     .takes = Takes::one,
     .value_name = "NUMBER",
     .help = "向这个手机号发一条测试短信。"},
    {.name = wechat_option,
     .takes = Takes::one,
     .value_name = "ID",
     .help = "向这个微信收件人发一条测试消息。"},
};

constexpr Command rows[] = {
    {.name = "notify run",
     .summary = "检查到期提醒，发送等候的邮件和短信",
     .description = "做一轮后退出。serve 运行时会定时自动做；多台机器同时运行也不会重复发送。"
                    "有没发成的，退出状态为 1。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_round},
    {.name = "notify status",
     .summary = "查看邮件、短信的发送情况和失败原因",
     .description = "列出各状态的条数和最近发送失败的记录，不显示收件人和内容。有失败的，"
                    "退出状态为 1。",
     .positionals = {},
     .options = status_options,
     .permission = people::Permission::operate,
     .run = run_status},
    {.name = "notify retry",
     .summary = "重发一条发送失败的邮件或短信",
     .description = "放回等候的队列，由下一轮发送。",
     .positionals = retry_positionals,
     .options = {},
     .permission = people::Permission::operate,
     .run = run_retry},
    {.name = "notify test",
     .summary = "立即发一条测试消息，核对配置",
     .description = "不经过队列，直接交给配置的邮件服务器或代发服务，并显示结果。",
     .positionals = {},
     .options = test_options,
     .permission = people::Permission::operate,
     .run = run_test},
};

}  // namespace

std::span<const Command> notify_commands() {
    return rows;
}

}  // namespace gk::cli
