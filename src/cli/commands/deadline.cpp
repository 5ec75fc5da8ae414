// deadline: from what happened to the day by which the reply is due.
#include "law/deadline.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "cli/calendar_option.hpp"
#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/errors.hpp"
#include "cli/values.hpp"
#include "law/citation_text.hpp"

namespace gk::cli {

namespace {

// KIND,SENT,RETURNED[,DELIVERED]; an empty date is none.
std::optional<law::Consultation> consultation_of(ProblemList& problems, std::string_view typed) {
    constexpr std::string_view name = "--consult";
    auto parts = text::split(typed, ',');
    const auto kind = law::consulted_of(parts[0]);
    if (parts.size() < 2 || parts.size() > 4 || !kind) {
        problems.add(error(not_a_consultation, typed).at(name));
        return std::nullopt;
    }
    parts.resize(4);
    const auto date_at = [&](std::size_t index) {
        return parts[index].empty() ? std::nullopt : problems.take(date_of(parts[index], name));
    };
    return law::Consultation{.consulted = *kind,
                             .sent_on = problems.take(date_of(parts[1], name)).value_or(Date()),
                             .delivered_on = date_at(3),
                             .returned_on = date_at(2)};
}

// Reads the options one after another and keeps every problem.
class EventReader {
public:
    explicit EventReader(const Arguments& arguments) : arguments_(arguments) {}

    Result<law::ApplicationEvents> read() {
        law::ApplicationEvents events{
            .submission = {.channel = *law::channel_of(*arguments_.one("--channel")),
                           .submitted_on = date("--submitted").value_or(Date()),
                           .signed_on = date("--signed"),
                           .confirmed_on = date("--confirmed")}};
        const law::Correction correction{date("--correction-sent"), date("--correction-received")};
        if (correction.asked_on || correction.received_on) {
            events.corrections.push_back(correction);
        }
        for (const auto& each : arguments_.all("--consult")) {
            if (const auto consultation = consultation_of(problems_, each)) {
                events.consultations.push_back(*consultation);
            }
        }
        const law::FeePayment fee{date("--fee-notified"), date("--fee-paid")};
        if (fee.notified_on || fee.paid_on) {
            events.fee = fee;
        }
        // What is typed as an extension has been consented to and told to the applicant.
        constexpr int days_max = 9999;
        if (const auto days = problems_.take(number_of(arguments_, "--extend", 0, days_max))
                                  .value_or(std::nullopt)) {
            events.extension = law::Extension{*days, law::Done::yes, law::Done::yes};
        }
        if (!problems_.empty()) {
            return std::move(problems_).error();
        }
        return events;
    }

private:
    std::optional<Date> date(std::string_view name) {
        return problems_.take(date_of(arguments_, name)).value_or(std::nullopt);
    }

    const Arguments& arguments_;
    ProblemList problems_;
};

constexpr std::string_view rest_day_names[] = {"stays", "moves"};
// In the order of law::ReceiptBy.
constexpr std::string_view receipt_names[] = {"submission", "signature", "confirmation"};

// What the office has set otherwise; the table of options allows the names above alone.
law::ReceiptRules rules_of(const Arguments& arguments) {
    law::ReceiptRules rules;
    if (arguments.one("--rest-day") == rest_day_names[1]) {
        rules.rest_day = law::RestDayReceipt::moves;
    }
    if (const auto typed = arguments.one("--receipt-by")) {
        const auto index = std::ranges::find(receipt_names, *typed) - std::begin(receipt_names);
        rules.by.fill(static_cast<law::ReceiptBy>(index));
    }
    return rules;
}

boost::json::value json_value(const std::optional<Date>& date) {
    return date ? boost::json::value(date->iso()) : nullptr;
}

boost::json::value json_value(const law::TraceStep& step) {
    boost::json::array dates;
    for (const auto each : step.dates) {
        dates.emplace_back(each.iso());
    }
    return {{"step", law::key(step.step)},
            {"dates", std::move(dates)},
            {"text", step.text},
            {"basis", cli::json_value(step.basis)},
            {"reading", step.reading}};
}

boost::json::value json_value(const law::Deadline& deadline) {
    boost::json::array trace;
    for (const auto& each : deadline.trace) {
        trace.push_back(json_value(each));
    }
    return {{"state", law::key(deadline.state)},
            {"received_on", json_value(deadline.received_on)},
            {"clock_starts_on", json_value(deadline.clock_starts_on)},
            {"reply_due_on", json_value(deadline.reply_due_on)},
            {"payment_due_on", json_value(deadline.payment_due_on)},
            {"provisional", deadline.is_provisional},
            {"trace", std::move(trace)}};
}

void print_date(std::string_view heading, const std::optional<Date>& date, std::ostream& out) {
    if (date) {
        out << fmt::format("{}：{}（{}）\n", heading, date->chinese(), date->weekday_chinese());
    }
}

void print_words(const law::Deadline& deadline, std::ostream& out) {
    out << fmt::format("状态：{}\n", law::label(deadline.state));
    print_date("收到申请之日", deadline.received_on, out);
    print_date("重新起算之日", deadline.clock_starts_on, out);
    print_date("缴费期限", deadline.payment_due_on, out);
    print_date(deadline.is_provisional ? "答复期限（暂定）" : "答复期限", deadline.reply_due_on,
               out);
    out << "计算过程：\n";
    int number = 0;
    for (const auto& step : deadline.trace) {
        out << fmt::format("{:>3}. {}\n", ++number, step.text);
        if (!step.basis.empty()) {
            out << fmt::format("     依据：{}\n", law::citation_text(step.basis));
        }
        if (!step.reading.empty()) {
            out << fmt::format("     理解：docs/readings/{}\n", step.reading);
        }
    }
}

Exit run_deadline(const Arguments& arguments, Context& context, Streams& streams) {
    ProblemList problems;
    const auto events = problems.take(EventReader(arguments).read());
    const auto today = problems.take(date_of(arguments, "--today")).value_or(std::nullopt);
    const auto calendar = problems.take(calendar_of(arguments, context));
    if (!problems.empty()) {
        return fail(std::move(problems).error(), arguments, streams);
    }
    const auto deadline = law::reply_deadline(
        *events, *calendar, today.value_or(context.clock().today()), rules_of(arguments));
    if (!deadline) {
        return fail(deadline.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        print_json(json_value(*deadline), streams.out);
    } else {
        print_words(*deadline, streams.out);
    }
    return Exit::ok;
}

constexpr std::string_view channel_names[] = {"counter", "registered", "ordinary", "internet",
                                              "fax"};

constexpr Option date_option(std::string_view name, std::string_view help) {
    return {.name = name, .takes = Takes::one, .value_name = "DATE", .help = help};
}

constexpr Option options[] = {
    {.name = "--channel",
     .takes = Takes::one,
     .value_name = "CHANNEL",
     .help = "提交方式：当面、需签收的邮寄、平常信函、互联网渠道、传真。",
     .choices = channel_names,
     .is_required = true},
    {.name = "--submitted",
     .takes = Takes::one,
     .value_name = "DATE",
     .help = "申请人提交的日期。",
     .is_required = true},
    date_option("--signed", "本机关签收邮件的日期。"),
    date_option("--confirmed", "与申请人双方确认的日期。"),
    date_option("--correction-sent", "告知申请人补正的日期。"),
    date_option("--correction-received", "收到补正的申请的日期。"),
    {.name = "--consult",
     .takes = Takes::many,
     .value_name = "KIND,SENT,RETURNED[,DELIVERED]",
     .help = "征求意见：third-party（第三方）、joint-agency（共同制作机关）或 agency（其他机关），"
             "发出、收到意见、送达的日期；没有的日期留空。"},
    date_option("--fee-notified", "申请人收到收费通知的日期。"),
    date_option("--fee-paid", "申请人完成缴费的日期。"),
    {.name = "--extend",
     .takes = Takes::one,
     .value_name = "DAYS",
     .help = "已经工作机构负责人同意并告知申请人的延长工作日数。"},
    date_option("--today", "算到哪一天；不写时为今天。只影响状态和尚未收到的意见。"),
    {.name = "--rest-day",
     .takes = Takes::one,
     .value_name = "RULE",
     .help = "收到之日是休息日时：stays 不顺延（默认），moves 顺延到下一个工作日。",
     .choices = rest_day_names},
    {.name = "--receipt-by",
     .takes = Takes::one,
     .value_name = "RULE",
     .help = "本机关对这种提交方式另有规定时，以哪一日为收到之日：提交、签收或双方确认；不写时依照"
             "《条例》第三十一条。",
     .choices = receipt_names},
    calendar_option,
    json_option,
};

constexpr Command rows[] = {
    {.name = "deadline",
     .summary = "由已经发生的事计算答复期限，并列出每一步",
     .description =
         "按《政府信息公开条例》第三十条至第三十五条和《政府信息公开信息处理费管理办法》计算。"
         "日期写成 2026-02-10。\n\n"
         "JSON 的键：state、received_on、clock_starts_on、reply_due_on、payment_due_on、"
         "provisional、trace。有问题时退出状态为2，问题写到标准错误；带 --json 时写成 JSON。",
     .positionals = {},
     .options = options,
     .permission = people::Permission::everyone,
     .run = run_deadline},
};

}  // namespace

std::span<const Command> deadline_commands() {
    return rows;
}

}  // namespace gk::cli
