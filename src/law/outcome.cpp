#include "law/outcome.hpp"

#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "law/fixed_list.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;
using enum Outcome;

constexpr Citation regulation(int article, int paragraph = 0, int item = 0) {
    return {"regulation-2019", article, paragraph, item};
}

constexpr Citation reply(int item) {
    return regulation(36, 0, item);
}

enum class Duty { must, may };

struct Row {
    Outcome value;
    std::string_view key;
    std::string_view label;
    FixedList<Citation, 2> basis;
    Duty duty;
    std::optional<Exemption> exemption;
    std::optional<LetterKind> letter;
    ApplicationRow row;  // Of the 2021 form.
};

// READING: 0013, the row of each outcome; the form does not say which article belongs to a row.
// READING: 0014, withdrawal is counted in （六）3.其他.
constexpr auto table = enum_table(std::to_array<Row>({
    {already_public,
     "already_public",
     "已经主动公开，告知获取方式、途径",
     {reply(1)},
     Duty::must,
     {},
     LetterKind::granted,
     ApplicationRow::granted},
    {granted,
     "granted",
     "予以公开",
     {reply(2)},
     Duty::must,
     {},
     LetterKind::granted,
     ApplicationRow::granted},
    {granted_in_part,
     "granted_in_part",
     "部分公开",
     {regulation(37)},
     Duty::must,
     {},
     LetterKind::granted_in_part,
     ApplicationRow::granted_in_part},
    {refused_state_secret,
     "refused_state_secret",
     "不予公开：国家秘密",
     {reply(3), regulation(14)},
     Duty::must,
     Exemption::state_secret,
     LetterKind::refused,
     ApplicationRow::refused_state_secret},
    {refused_prohibited_by_law,
     "refused_prohibited_by_law",
     "不予公开：法律、行政法规禁止公开",
     {reply(3), regulation(14)},
     Duty::must,
     Exemption::prohibited_by_law,
     LetterKind::refused,
     ApplicationRow::refused_prohibited_by_law},
    {refused_security_or_stability,
     "refused_security_or_stability",
     "不予公开：危及“三安全一稳定”",
     {reply(3), regulation(14)},
     Duty::must,
     Exemption::security_or_stability,
     LetterKind::refused,
     ApplicationRow::refused_security_or_stability},
    {refused_third_party_rights,
     "refused_third_party_rights",
     "不予公开：保护第三方合法权益",
     {reply(3), regulation(15)},
     Duty::must,
     Exemption::third_party_rights,
     LetterKind::refused,
     ApplicationRow::refused_third_party_rights},
    {refused_internal_affairs,
     "refused_internal_affairs",
     "不予公开：内部事务信息",
     {reply(3), regulation(16, 1)},
     Duty::may,
     Exemption::internal_affairs,
     LetterKind::refused,
     ApplicationRow::refused_internal_affairs},
    {refused_deliberative,
     "refused_deliberative",
     "不予公开：过程性信息",
     {reply(3), regulation(16, 2)},
     Duty::may,
     Exemption::deliberative,
     LetterKind::refused,
     ApplicationRow::refused_deliberative},
    {refused_enforcement_file,
     "refused_enforcement_file",
     "不予公开：行政执法案卷信息",
     {reply(3), regulation(16, 2)},
     Duty::may,
     Exemption::enforcement_file,
     LetterKind::refused,
     ApplicationRow::refused_enforcement_file},
    {registry_inquiry,
     "registry_inquiry",
     "属于行政查询事项，告知依照专门规定办理",
     {reply(7)},
     Duty::must,
     {},
     LetterKind::registry_inquiry,
     ApplicationRow::refused_registry_inquiry},
    {not_found,
     "not_found",
     "经检索该信息不存在",
     {reply(4)},
     Duty::must,
     {},
     LetterKind::not_found,
     ApplicationRow::unable_not_held},
    {held_elsewhere,
     "held_elsewhere",
     "不属于本机关负责公开",
     {reply(5)},
     Duty::must,
     {},
     LetterKind::held_elsewhere,
     ApplicationRow::unable_not_held},
    {needs_creation,
     "needs_creation",
     "没有现成信息，需要加工、分析",
     {regulation(38)},
     Duty::may,
     {},
     LetterKind::needs_creation,
     ApplicationRow::unable_needs_creation},
    {still_unclear,
     "still_unclear",
     "补正后申请内容仍不明确",
     {regulation(30)},
     Duty::must,
     {},
     LetterKind::still_unclear,
     ApplicationRow::unable_still_unclear},
    {petition_or_complaint,
     "petition_or_complaint",
     "以申请形式进行信访、投诉、举报等活动",
     {regulation(39, 1)},
     Duty::must,
     {},
     LetterKind::petition_or_complaint,
     ApplicationRow::not_processed_petition_or_complaint},
    {repeat,
     "repeat",
     "重复申请，不予重复处理",
     {reply(6)},
     Duty::must,
     {},
     LetterKind::repeat,
     ApplicationRow::not_processed_repeat},
    {published_material,
     "published_material",
     "要求提供公开出版物",
     {regulation(39, 2)},
     Duty::may,
     {},
     LetterKind::published_material,
     ApplicationRow::not_processed_published_material},
    {excessive,
     "excessive",
     "无正当理由大量反复申请，不予处理",
     {regulation(35)},
     Duty::must,
     {},
     LetterKind::excessive,
     ApplicationRow::not_processed_excessive},
    {reconfirmation,
     "reconfirmation",
     "要求确认或重新出具已获取信息",
     {},
     Duty::must,
     {},
     LetterKind::reconfirmation,
     ApplicationRow::not_processed_reconfirmation},
    {no_correction,
     "no_correction",
     "无正当理由逾期不补正，不再处理",
     {regulation(30)},
     Duty::must,
     {},
     LetterKind::no_correction,
     ApplicationRow::otherwise_closed_no_correction},
    {fee_unpaid,
     "fee_unpaid",
     "逾期未缴费，不再处理",
     {{"fee-measures-2020", 6}},
     Duty::must,
     {},
     LetterKind::fee_unpaid,
     ApplicationRow::otherwise_closed_fee_unpaid},
    {withdrawn,
     "withdrawn",
     "申请人撤回申请",
     {},
     Duty::must,
     {},
     LetterKind::withdrawal_confirmation,
     ApplicationRow::otherwise_closed_other},
    {closed_otherwise,
     "closed_otherwise",
     "其他",
     {},
     Duty::must,
     {},
     {},
     ApplicationRow::otherwise_closed_other},
}));

// 条例(2019)第56条：自2019年5月15日起施行。
constexpr InForce<std::span<const Outcome>> in_force[] = {
    {2019y / 5 / 15, table.values(), regulation(36)},
};

}  // namespace

Result<std::span<const Outcome>> outcomes_on(Date received_on) {
    GK_TRY(const auto row, in_force_on(in_force, received_on));
    return row.value;
}

std::string_view key(Outcome outcome) {
    return table[outcome].key;
}

std::string_view label(Outcome outcome) {
    return table[outcome].label;
}

std::optional<Outcome> outcome_of(std::string_view key) {
    return table.value_of(key);
}

std::span<const Citation> basis(Outcome outcome) {
    return table[outcome].basis.all();
}

std::optional<Exemption> exemption(Outcome outcome) {
    return table[outcome].exemption;
}

bool is_discretionary(Outcome outcome) {
    return table[outcome].duty == Duty::may;
}

std::optional<LetterKind> letter(Outcome outcome) {
    return table[outcome].letter;
}

ApplicationRow report_row(Outcome outcome, ReportFormat format) {
    const auto row = table[outcome].row;
    const bool is_other = group_label(row) == label(ApplicationRow::otherwise_closed);
    return is_other && format == ReportFormat::trial_2019 ? ApplicationRow::otherwise_closed : row;
}

Outcome outcome_under(Exemption exemption, Severability severability) {
    // 第三十七条：……能够作区分处理的，行政机关应当向申请人提供可以公开的政府信息内容，并对不予公开
    // 的内容说明理由。
    if (severability == Severability::severable) {
        return granted_in_part;
    }
    switch (exemption) {
        case Exemption::state_secret:
            return refused_state_secret;
        case Exemption::prohibited_by_law:
            return refused_prohibited_by_law;
        case Exemption::security_or_stability:
            return refused_security_or_stability;
        case Exemption::third_party_rights:
            return refused_third_party_rights;
        case Exemption::internal_affairs:
            return refused_internal_affairs;
        case Exemption::deliberative:
            return refused_deliberative;
        case Exemption::enforcement_file:
            return refused_enforcement_file;
    }
    throw_bug("an exemption", std::source_location::current());
}

}  // namespace gk::law
