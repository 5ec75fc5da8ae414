// Table 三 of the annual report: its rows, with the labels of 国办公开办函〔2021〕30号.
#include "law/by_format.hpp"
#include "law/enum_table.hpp"
#include "law/report_format.hpp"

namespace gk::law {

namespace {

using enum ApplicationRow;

struct Row {
    ApplicationRow value;
    std::string_view key;
    std::string_view group;
    std::string_view label;
};

constexpr std::string_view refused = "（三）不予公开";
constexpr std::string_view unable = "（四）无法提供";
constexpr std::string_view not_processed = "（五）不予处理";
constexpr std::string_view otherwise = "（六）其他处理";

constexpr auto table = enum_table(std::to_array<Row>({
    {newly_received, "newly_received", "", "一、本年新收政府信息公开申请数量"},
    {carried_in, "carried_in", "", "二、上年结转政府信息公开申请数量"},
    {granted, "granted", "", "（一）予以公开"},
    {granted_in_part, "granted_in_part", "",
     "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"},
    {refused_state_secret, "refused.state_secret", refused, "1.属于国家秘密"},
    {refused_prohibited_by_law, "refused.prohibited_by_law", refused, "2.其他法律行政法规禁止公开"},
    {refused_security_or_stability, "refused.security_or_stability", refused,
     "3.危及“三安全一稳定”"},
    {refused_third_party_rights, "refused.third_party_rights", refused, "4.保护第三方合法权益"},
    {refused_internal_affairs, "refused.internal_affairs", refused, "5.属于三类内部事务信息"},
    {refused_deliberative, "refused.deliberative", refused, "6.属于四类过程性信息"},
    {refused_enforcement_file, "refused.enforcement_file", refused, "7.属于行政执法案卷"},
    {refused_registry_inquiry, "refused.registry_inquiry", refused, "8.属于行政查询事项"},
    {unable_not_held, "unable_to_provide.not_held", unable, "1.本机关不掌握相关政府信息"},
    {unable_needs_creation, "unable_to_provide.needs_creation", unable,
     "2.没有现成信息需要另行制作"},
    {unable_still_unclear, "unable_to_provide.still_unclear", unable, "3.补正后申请内容仍不明确"},
    {not_processed_petition_or_complaint, "not_processed.petition_or_complaint", not_processed,
     "1.信访举报投诉类申请"},
    {not_processed_repeat, "not_processed.repeat", not_processed, "2.重复申请"},
    {not_processed_published_material, "not_processed.published_material", not_processed,
     "3.要求提供公开出版物"},
    {not_processed_excessive, "not_processed.excessive", not_processed, "4.无正当理由大量反复申请"},
    {not_processed_reconfirmation, "not_processed.reconfirmation", not_processed,
     "5.要求行政机关确认或重新出具已获取信息"},
    {otherwise_closed, "otherwise_closed", "", otherwise},
    {otherwise_closed_no_correction, "otherwise_closed.no_correction", otherwise,
     "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {otherwise_closed_fee_unpaid, "otherwise_closed.fee_unpaid", otherwise,
     "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {otherwise_closed_other, "otherwise_closed.other", otherwise, "3.其他"},
    {outcomes_total, "outcomes_total", "", "（七）总计"},
    {carried_out, "carried_out", "", "四、结转下年度继续办理"},
}));

// The 2021 form prints every row but the one row of （六）; the 2019 form prints that one and not
// the three below it.

template <std::size_t count, typename Predicate>
consteval std::array<ApplicationRow, count> rows_where(Predicate is_printed) {
    std::array<ApplicationRow, count> printed{};
    std::size_t size = 0;
    for (const auto row : table.values()) {
        if (is_printed(row)) {
            printed[size++] = row;
        }
    }
    return printed;
}

constexpr auto rows_2021 = rows_where<application_row_count - 1>(
    [](ApplicationRow row) { return row != otherwise_closed; });
constexpr auto rows_2019 = rows_where<application_row_count - 3>(
    [](ApplicationRow row) { return row <= otherwise_closed || row >= outcomes_total; });

// 本年新收 and 上年结转 stand before the outcomes, 总计 and 结转下年度 after them.
constexpr std::size_t before_outcomes = 2;
constexpr std::size_t after_outcomes = 2;

constexpr ByFormat<std::span<const ApplicationRow>> rows{rows_2019, rows_2021};

}  // namespace

std::string_view key(ApplicationRow row) {
    return table[row].key;
}

std::string_view label(ApplicationRow row) {
    return table[row].label;
}

std::string_view group_label(ApplicationRow row) {
    return table[row].group;
}

std::span<const ApplicationRow> application_rows(ReportFormat format) {
    return rows[format];
}

std::span<const ApplicationRow> outcome_rows(ReportFormat format) {
    const auto all = rows[format];
    return all.subspan(before_outcomes, all.size() - before_outcomes - after_outcomes);
}

}  // namespace gk::law
