#include "law/deadline_trace.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace gk::law::trace {

namespace {

std::string day(Date date) {
    return fmt::format("{}（{}）", date.chinese(), date.weekday_chinese());
}

// "放假：10月1日、10月2日" of the days of one kind that the calendar names in (after, upto].
std::string listed(std::string_view heading, DayKind kind, Date after, Date upto,
                   const WorkingCalendar& calendar) {
    std::vector<std::string> names;
    for (const auto& each : calendar.days()) {
        if (each.kind == kind && after < each.date && each.date <= upto) {
            names.push_back(fmt::format("{}月{}日", each.date.month(), each.date.day()));
        }
    }
    return names.empty() ? std::string() : fmt::format("{}{}。", heading, fmt::join(names, "、"));
}

std::string delivery(const Consulting& consulting) {
    const auto& consultation = consulting.consultation;
    if (!consulting.due) {
        return {};
    }
    const auto delivered = consultation.delivered_on
                               ? fmt::format("{}送达", consultation.delivered_on->chinese())
                               : std::string("没有送达日期，按发出之日计算");
    return fmt::format("{}，提出意见的期限至{}；", delivered, day(consulting.due->date));
}

std::string opinion(const Consulting& consulting) {
    const auto& returned_on = consulting.consultation.returned_on;
    return returned_on ? fmt::format("{}收到意见。", returned_on->chinese())
                       : std::string("尚未收到意见。");
}

// The time ends with the period for the opinion, not with an opinion.
std::string lapse(const Consulting& consulting) {
    const auto& [consultation, due, excluded] = consulting;
    const bool has_lapsed = due && excluded.upto == due->date &&
                            consultation.returned_on.value_or(due->date.next()) > due->date;
    return has_lapsed ? fmt::format("{}。", silence_text(consultation.consulted)) : std::string();
}

std::string exclusion(const ExcludedTime& excluded) {
    return excluded.upto <= excluded.after
               ? std::string("没有不计入期限的时间。")
               : fmt::format("{}至{}的工作日不计入期限。", excluded.after.next().chinese(),
                             excluded.upto.chinese());
}

}  // namespace

TraceStep awaiting_confirmation(const Submission& submission) {
    return {.step = Step::receipt,
            .dates = {submission.submitted_on},
            .text = fmt::format("提交方式：{}；申请人于{}提交，尚未与申请人确认。双方确认之日为收到"
                                "申请之日，答复期限从确认以后起算。",
                                label(submission.channel), submission.submitted_on.chinese()),
            .basis = receipt_basis(submission.channel),
            .reading = "0004"};
}

TraceStep receipt(Channel channel, ReceiptBy by, Date received_on, const Citation& basis) {
    // In the order of ReceiptBy.
    constexpr std::array<std::string_view, 3> acts = {"申请人于{}提交", "本机关于{}签收",
                                                      "双方于{}确认"};
    const auto act =
        fmt::format(fmt::runtime(acts.at(static_cast<std::size_t>(by))), day(received_on));
    return {.step = Step::receipt,
            .dates = {received_on},
            .text = fmt::format("提交方式：{}；{}，该日为收到申请之日。", label(channel), act),
            .basis = basis,
            .reading = {}};
}

TraceStep rest_day_receipt(Date received_on, Date moved_to) {
    return {
        .step = Step::rest_day_receipt,
        .dates = {received_on, moved_to},
        .text = fmt::format("{}不是工作日，按本机关的设置，期限从其后第一个工作日{}的次日起算。",
                            day(received_on), day(moved_to)),
        .basis = {},
        .reading = "0003"};
}

TraceStep correction_asked(Date asked_on, Date notice_due_on) {
    return {.step = Step::correction_asked,
            .dates = {asked_on, notice_due_on},
            .text = fmt::format("{}一次性告知申请人补正；本机关应当告知的最后一日为{}{}。",
                                asked_on.chinese(), day(notice_due_on),
                                asked_on > notice_due_on ? "，已逾期" : ""),
            .basis = correction_basis,
            .reading = "0006"};
}

TraceStep correction_received(Date received_on) {
    return {.step = Step::correction_received,
            .dates = {received_on},
            .text = fmt::format("{}收到补正的申请，答复期限自该日重新计算。", day(received_on)),
            .basis = correction_basis,
            .reading = {}};
}

TraceStep fee_notified(Date notified_on, Date payment_due_on) {
    return {
        .step = Step::fee_notified,
        .dates = {notified_on, payment_due_on},
        .text = fmt::format("申请人于{}收到收费通知，应当在{}前（含当日）缴费；逾期未缴纳的，视为"
                            "放弃申请，不再处理。",
                            notified_on.chinese(), day(payment_due_on)),
        .basis = fee_payment_basis,
        .reading = "0007"};
}

TraceStep fee_paid(Date paid_on, Date payment_due_on) {
    return {.step = Step::fee_paid,
            .dates = {paid_on},
            .text = fmt::format("申请人于{}完成缴费{}，处理期限从次日起重新计算。", day(paid_on),
                                paid_on > payment_due_on ? "（已过缴费期限）" : ""),
            .basis = fee_payment_basis,
            .reading = "0007"};
}

TraceStep reply_period(const Ruled<int>& working_days, Date start) {
    return {.step = Step::reply_period,
            .dates = {start.next()},
            .text = fmt::format("答复期限为{}个工作日，{}当日不计，从次日起算。",
                                working_days.value, start.chinese()),
            .basis = working_days.basis,
            .reading = "0005"};
}

TraceStep extension(int working_days, int total, const Citation& basis) {
    return {
        .step = Step::extension,
        .dates = {},
        .text = fmt::format("经政府信息公开工作机构负责人同意并告知申请人，延长{}个工作日，合计{}个"
                            "工作日。",
                            working_days, total),
        .basis = basis,
        .reading = "0008"};
}

TraceStep consultation(const Consulting& consulting) {
    const auto& consultation = consulting.consultation;
    return {
        .step = Step::consultation,
        .dates = {consultation.sent_on, consulting.excluded.upto},
        .text = fmt::format("征求{}意见：{}发出；{}{}{}{}", label(consultation.consulted),
                            consultation.sent_on.chinese(), delivery(consulting),
                            opinion(consulting), lapse(consulting), exclusion(consulting.excluded)),
        .basis = consultation_basis(consultation.consulted),
        .reading = "0001"};
}

TraceStep excluded_time(std::vector<Date> days) {
    auto text =
        fmt::format("征求意见所需时间中，有{}个工作日不计入期限；重叠的只扣除一次。", days.size());
    return {.step = Step::excluded_time,
            .dates = std::move(days),
            .text = std::move(text),
            .basis = {"regulation-2019", 33, 3},
            .reading = "0001"};
}

TraceStep reply_due(Date start, int count, Date due_on, const WorkingCalendar& calendar) {
    return {
        .step = Step::reply_due,
        .dates = {due_on},
        .text = fmt::format("从{}起，第{}个计入期限的工作日为{}，应当在该日前（含当日）答复。{}{}",
                            start.next().chinese(), count, day(due_on),
                            listed("其间放假：", DayKind::off, start, due_on, calendar),
                            listed("其间调休上班：", DayKind::work, start, due_on, calendar)),
        .basis = {},
        .reading = "0005"};
}

TraceStep deferral(const Deferral& deferral, Date due_on) {
    return {.step = Step::deferral,
            .dates = {deferral.notified_on, due_on},
            .text = fmt::format("申请理由合理，但无法在规定期限内答复，{}告知申请人延迟至{}答复。",
                                deferral.notified_on.chinese(), day(due_on)),
            .basis = deferral_basis,
            .reading = {}};
}

TraceStep provisional(std::vector<int> years) {
    return {
        .step = Step::provisional,
        .dates = {},
        .text = fmt::format("{}年的放假安排尚未载入，其间按周一至周五推算，日期是暂定的；载入以后须"
                            "重新计算。",
                            fmt::join(years, "年、")),
        .basis = {},
        .reading = "0009"};
}

}  // namespace gk::law::trace
