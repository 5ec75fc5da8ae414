#include "law/letter_kind.hpp"

#include "law/enum_table.hpp"
#include "law/fixed_list.hpp"

namespace gk::law {

namespace {

using enum LetterKind;
using enum LetterAddressee;
using enum LetterRole;
using enum LetterDuty;

using Bases = FixedList<Citation, 4>;
using Statements = FixedList<std::string_view, 6>;

constexpr auto addressees = enum_table(std::to_array<Label<LetterAddressee>>({
    {applicant, "申请人"},
    {third_party, "第三方"},
    {joint_agency, "共同制作机关"},
}));

constexpr auto roles = enum_table(std::to_array<Label<LetterRole>>({
    {procedural, "程序性文书"},
    {final_answer, "答复"},
    {confirmation, "确认"},
    {separate, "另行办理的事项"},
}));

constexpr Citation regulation(int article, int paragraph = 0, int item = 0) {
    return {"regulation-2019", article, paragraph, item};
}

constexpr Citation fee_measures{"fee-measures-2020", 6};

struct Row {
    LetterKind value;
    std::string_view key;
    std::string_view label;
    LetterAddressee addressee;
    LetterRole role;
    LetterDuty duty;
    Bases basis;
    Statements must_state;
};

// READING: 0012, the letters as a set and their names.
constexpr auto table = enum_table(std::to_array<Row>({
    {acknowledgement,
     "acknowledgement",
     "接收回执",
     applicant,
     procedural,
     customary,
     {regulation(31)},
     {"收到申请的时间（按提交渠道确定）"}},
    {correction_notice,
     "correction_notice",
     "补正告知书",
     applicant,
     procedural,
     prescribed,
     {regulation(30)},
     {"需要补正的事项", "需要补正的理由", "合理的补正期限", "逾期不补正的后果"}},
    {reasons_request,
     "reasons_request",
     "说明理由告知书",
     applicant,
     procedural,
     customary,
     {regulation(35)},
     {"申请的数量、频次明显超过合理范围", "说明理由的期限"}},
    {extension_notice,
     "extension_notice",
     "延期答复告知书",
     applicant,
     procedural,
     prescribed,
     {regulation(33, 2)},
     {"延长后的答复期限"}},
    {third_party_consultation,
     "third_party_consultation",
     "征求意见书（第三方）",
     third_party,
     procedural,
     prescribed,
     {regulation(32)},
     {"征求意见的内容", "收到征求意见书之日起15个工作日内提出意见",
      "逾期未提出意见的，由行政机关依照条例的规定决定是否公开"}},
    {consultation_notice,
     "consultation_notice",
     "征求意见告知书（申请人）",
     applicant,
     procedural,
     customary,
     {regulation(33, 3)},
     {"征求第三方和其他机关意见所需时间不计算在答复期限内"}},
    {joint_agency_consultation,
     "joint_agency_consultation",
     "征求意见书（共同制作机关）",
     joint_agency,
     procedural,
     customary,
     {regulation(34)},
     {"征求意见的内容", "收到征求意见书之日起15个工作日内提出意见",
      "逾期未提出意见的视为同意公开"}},
    {third_party_notice,
     "third_party_notice",
     "告知书（第三方）",
     third_party,
     procedural,
     prescribed,
     {regulation(32)},
     {"决定公开的政府信息内容", "决定公开的理由"}},
    {fee_notice,
     "fee_notice",
     "收费通知书",
     applicant,
     procedural,
     prescribed,
     {regulation(42), fee_measures},
     {"收费依据", "收费标准", "收费数额", "缴纳方式", "收到通知次日起20个工作日内缴纳",
      "逾期未缴纳的，视为放弃申请，不再处理"}},
    {granted,
     "granted",
     "予以公开",
     applicant,
     final_answer,
     prescribed,
     {regulation(36, 0, 1), regulation(36, 0, 2)},
     {"获取该政府信息的方式、途径（和时间），或者附上该政府信息"}},
    {granted_in_part,
     "granted_in_part",
     "部分公开",
     applicant,
     final_answer,
     prescribed,
     {regulation(37)},
     {"提供可以公开的内容", "不予公开的部分", "不予公开部分的理由和所依据的条款"}},
    {refused,
     "refused",
     "不予公开",
     applicant,
     final_answer,
     prescribed,
     {regulation(36, 0, 3), regulation(14), regulation(15), regulation(16)},
     {"认定的事实", "所依据的条、款", "不予公开的理由", "应当先申请行政复议"}},
    {registry_inquiry,
     "registry_inquiry",
     "行政查询事项",
     applicant,
     final_answer,
     prescribed,
     {regulation(36, 0, 7)},
     {"有特别规定的法律、行政法规及其获取办法"}},
    {not_found,
     "not_found",
     "信息不存在",
     applicant,
     final_answer,
     prescribed,
     {regulation(36, 0, 4)},
     {"已经检索、该政府信息不存在"}},
    {held_elsewhere,
     "held_elsewhere",
     "非本机关",
     applicant,
     final_answer,
     prescribed,
     {regulation(36, 0, 5)},
     {"不属于本机关负责公开的理由", "能够确定负责公开的机关的，其名称、联系方式"}},
    {needs_creation,
     "needs_creation",
     "无需/无法制作",
     applicant,
     final_answer,
     prescribed,
     {regulation(38)},
     {"该信息需要加工、分析，不是已制作或者获取的政府信息"}},
    {still_unclear,
     "still_unclear",
     "补正后仍不明确",
     applicant,
     final_answer,
     prescribed,
     {regulation(30)},
     {"补正后申请内容仍不明确的原因"}},
    {repeat,
     "repeat",
     "重复申请",
     applicant,
     final_answer,
     prescribed,
     {regulation(36, 0, 6)},
     {"此前答复的文号或者日期", "不予重复处理"}},
    {petition_or_complaint,
     "petition_or_complaint",
     "信访、投诉、举报",
     applicant,
     final_answer,
     prescribed,
     {regulation(39, 1)},
     {"不作为政府信息公开申请处理", "可以告知相应的提出渠道"}},
    {published_material,
     "published_material",
     "公开出版物",
     applicant,
     final_answer,
     prescribed,
     {regulation(39, 2)},
     {"获取的途径"}},
    {excessive,
     "excessive",
     "大量申请不予处理",
     applicant,
     final_answer,
     prescribed,
     {regulation(35)},
     {"申请理由不合理、不予处理"}},
    {no_correction,
     "no_correction",
     "逾期不补正",
     applicant,
     final_answer,
     customary,
     {regulation(30)},
     {"逾期未补正、不再处理该申请", "不再处理的日期"}},
    {fee_unpaid,
     "fee_unpaid",
     "逾期未缴费",
     applicant,
     final_answer,
     customary,
     {fee_measures},
     {"逾期未缴纳费用、不再处理该申请", "不再处理的日期"}},
    {reconfirmation,
     "reconfirmation",
     "要求确认或重新出具",
     applicant,
     final_answer,
     customary,
     {},
     {"不予处理", "此前已提供的信息和时间", "再次获取的途径"}},
    {deferral_notice,
     "deferral_notice",
     "延迟答复（合理期限）",
     applicant,
     procedural,
     prescribed,
     {regulation(35)},
     {"申请理由合理", "延迟答复的合理期限"}},
    {withdrawal_confirmation,
     "withdrawal_confirmation",
     "申请人撤回",
     applicant,
     confirmation,
     customary,
     {},
     {"确认申请人撤回申请", "撤回的日期"}},
    {record_amendment,
     "record_amendment",
     "更正",
     applicant,
     separate,
     prescribed,
     {regulation(41)},
     {"予以更正，或者已转送有权更正的机关，或者申请人应当向哪个机关提出"}},
}));

}  // namespace

std::span<const LetterKind> letter_kinds() {
    return table.values();
}

std::string_view key(LetterKind kind) {
    return table[kind].key;
}

std::optional<LetterKind> letter_kind_of(std::string_view key) {
    return table.value_of(key);
}

std::string_view label(LetterKind kind) {
    return table[kind].label;
}

LetterAddressee addressee(LetterKind kind) {
    return table[kind].addressee;
}

std::string_view label(LetterAddressee addressee) {
    return addressees[addressee].label;
}

LetterRole role(LetterKind kind) {
    return table[kind].role;
}

std::string_view label(LetterRole role) {
    return roles[role].label;
}

LetterDuty duty(LetterKind kind) {
    return table[kind].duty;
}

std::span<const Citation> basis(LetterKind kind) {
    return table[kind].basis.all();
}

std::span<const std::string_view> must_state(LetterKind kind) {
    return table[kind].must_state.all();
}

}  // namespace gk::law
