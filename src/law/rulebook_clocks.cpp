// The chapters of the rulebook on periods, receipt, consultation and fees.
#include <fmt/format.h>

#include "law/consultation.hpp"
#include "law/correction.hpp"
#include "law/enum_table.hpp"
#include "law/fee_payment.hpp"
#include "law/instrument.hpp"
#include "law/processing_fee.hpp"
#include "law/publication_period.hpp"
#include "law/receipt.hpp"
#include "law/remedy_period.hpp"
#include "law/reply_period.hpp"
#include "law/rulebook_parts.hpp"

namespace gk::law::rulebook_parts {

namespace {

struct WorkingPeriod {
    std::string_view label;
    Result<Ruled<int>> (*on)(Date);
};

constexpr WorkingPeriod working_periods[] = {
    {"答复（自收到申请之日起）", reply_working_days},
    {"延长答复，最长", extension_working_days_max},
    {"告知补正（自收到申请之日起，只一次）", correction_notice_working_days},
    {"缴纳信息处理费（自收到收费通知次日起）", payment_working_days},
    {"主动公开（自信息形成或者变更之日起）", publication_working_days},
};

// Every value that the rule has had, found by asking on each day that an instrument takes effect.
void add_dated_rows(Table& table, const WorkingPeriod& period) {
    for (const auto& instrument : instruments()) {
        const Date from{std::chrono::sys_days(instrument.effective_on)};
        const auto value = period.on(from);
        if (value.has_value() && value->basis.instrument == instrument.key) {
            table.row({std::string(period.label), from.iso(),
                       fmt::format("{}个工作日", value->value), citation(value->basis),
                       std::string(instrument.document_number)});
        }
    }
}

constexpr auto receipt_days = enum_table(std::to_array<Label<ReceiptBy>>({
    {ReceiptBy::submission, "提交之日"},
    {ReceiptBy::signature, "行政机关签收之日"},
    {ReceiptBy::confirmation, "与申请人确认之日"},
}));

std::string bands(FeeScale scale, int units, std::string_view unit) {
    Table table({"从", "至", "标准", "依据"});
    const auto fee = *processing_fee(scale, units, newest_rules_on());
    for (const auto& line : fee.lines) {
        table.row({fmt::format("{}{}", line.first, unit), fmt::format("{}{}", line.last, unit),
                   fmt::format("{}元/{}", line.rate_yuan, unit), citation(fee.basis)});
    }
    return table.text();
}

}  // namespace

std::string periods_chapter() {
    Table table({"期限", "自", "长度", "依据", "文号"});
    for (const auto& period : working_periods) {
        add_dated_rows(table, period);
    }
    Table natural({"期限", "长度", "依据"});
    for (const auto period : remedy_periods()) {
        const auto length = *remedy_period(period, newest_rules_on());
        natural.row({std::string(label(period)), text(length.value), citation(length.basis)});
    }
    return "## "
           "期限\n\n收到申请（或者其他起算事件）当日不计。2008年5月1日至2019年5月14日收到的申请，"
           "只计算答复期限和延期。\n\n" +
           table.text() + "\n救济期限按自然日、月、年计算：\n\n" + natural.text();
}

std::string receipt_chapter() {
    Table table({"提交方式", "收到申请之日", "依据"});
    for (const auto channel : channels()) {
        table.row({std::string(label(channel)),
                   std::string(receipt_days[ReceiptRules{}.of(channel)].label),
                   citation(receipt_basis(channel))});
    }
    return "## 收到申请之日\n\n" + table.text();
}

std::string consultation_chapter() {
    Table table({"征求意见的对象", "提出意见的期限", "逾期的后果", "依据"});
    for (const auto consulted : consulted_kinds()) {
        const auto days = *opinion_working_days(consulted, newest_rules_on());
        table.row({std::string(label(consulted)),
                   days ? fmt::format("收到征求意见书之日起{}个工作日", *days) : "没有规定",
                   std::string(silence_text(consulted)), citation(consultation_basis(consulted))});
    }
    return "## 征求意见\n\n征求意见所需时间不计入答复期限（条例第三十三条第三款）。\n\n" +
           table.text();
}

std::string fees_chapter() {
    // Enough to reach two of the bands that go on without end.
    constexpr int applications = 60;
    constexpr int pages = 300;
    return "## 信息处理费\n\n一件申请只按一种标准计收；每一档的标准只适用于该档之内的部分。\n\n"
           "按件计收（同一申请人一个自然月内累计；61件以上每10件为一档，每档提高100元/件）：\n\n" +
           bands(FeeScale::per_application, applications, "件") +
           "\n按量计收（单件申请的页数；201页以上同一标准）：\n\n" +
           bands(FeeScale::per_page, pages, "页");
}

}  // namespace gk::law::rulebook_parts
