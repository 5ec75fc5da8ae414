#include "application/action_table.hpp"

#include <array>

#include "application/conditions.hpp"
#include "law/enum_table.hpp"

namespace gk::application {

namespace {

using enum CaseState;
using people::Permission;

constexpr std::optional<Permission> alone = std::nullopt;
constexpr bool office_only = false;
constexpr bool applicant_too = true;
constexpr bool always = false;
constexpr bool with_period = true;  // Only where a reply period runs.

constexpr States unconfirmed = bit(awaiting_confirmation);
constexpr States working = bit(awaiting_examination) | bit(consulting) | bit(in_progress);
constexpr States waiting = bit(awaiting_correction) | bit(awaiting_payment);
constexpr States deciding = bit(in_review) | bit(awaiting_signature) | bit(awaiting_delivery);
constexpr States received = working | waiting | deciding;
constexpr States open = unconfirmed | received;
constexpr States over = bit(awaiting_closing) | bit(closed);

constexpr Citation art(int article, int paragraph = 0, int item = 0) {
    return {"regulation-2019", article, paragraph, item};
}

constexpr Citation no_article{};

// The fields of the actions. `on` is the legal date; left out, it is today.
constexpr FieldUse registration[] = {{"channel", "提交方式", true},
                                     {"on", "提交日期", true},
                                     {"signed_on", "签收日期"},
                                     {"confirmed_on", "双方确认日期"},
                                     {"evidence", "凭据"},
                                     {"files", "附件"},
                                     {"text", "说明"}};
constexpr FieldUse amendment[] = {{"channel", "提交方式", true}, {"on", "提交日期", true},
                                  {"signed_on", "签收日期"},     {"confirmed_on", "双方确认日期"},
                                  {"text", "更正的原因", true},  {"evidence", "凭据"}};
constexpr FieldUse confirmation[] = {{"on", "双方确认日期"}, {"evidence", "确认方式和经过", true}};
constexpr FieldUse remark[] = {{"text", "说明"}};
constexpr FieldUse material[] = {{"text", "说明"}, {"files", "材料"}};
constexpr FieldUse correction[] = {{"on", "告知日期"},
                                   {"text", "需要补正的事项和理由", true},
                                   {"due_on", "补正期限", true},
                                   {"reference", "文书"}};
constexpr FieldUse corrected[] = {
    {"on", "收到补正的日期"}, {"text", "补正的内容", true}, {"files", "附件"}};
constexpr FieldUse consultation[] = {{"consulted", "征求对象", true},
                                     {"party", "名称", true},
                                     {"contact", "地址、电话"},
                                     {"on", "发出日期"},
                                     {"text", "征求意见的内容", true},
                                     {"due_on", "希望答复的日期"},
                                     {"reference", "文书"}};
constexpr FieldUse consultation_delivery[] = {
    {"event_number", "征求意见", true}, {"on", "送达日期"}, {"evidence", "送达凭据", true}};
constexpr FieldUse opinion[] = {{"event_number", "征求意见", true},
                                {"on", "收到意见的日期"},
                                {"opinion", "意见", true},
                                {"text", "理由"},
                                {"files", "附件"}};
constexpr FieldUse third_party[] = {{"event_number", "征求意见", true},
                                    {"on", "告知日期"},
                                    {"text", "决定公开的内容和理由", true},
                                    {"reference", "文书"}};
constexpr FieldUse extension[] = {{"working_days", "延长的工作日", true}, {"text", "理由", true}};
constexpr FieldUse refusal[] = {{"text", "理由", true}};
constexpr FieldUse notice[] = {{"on", "告知日期"}, {"evidence", "凭据"}, {"reference", "文书"}};
constexpr FieldUse reasons_request[] = {{"on", "告知日期"},
                                        {"text", "要求说明的事项", true},
                                        {"due_on", "说明理由的期限", true},
                                        {"reference", "文书"}};
constexpr FieldUse reasons[] = {
    {"on", "收到的日期"}, {"text", "说明的理由", true}, {"files", "附件"}};
constexpr FieldUse deferral[] = {
    {"on", "告知日期"}, {"due_on", "延迟到", true}, {"text", "理由", true}, {"reference", "文书"}};
constexpr FieldUse fee[] = {{"on", "申请人收到通知的日期"},         {"fee_scale", "计收方式", true},
                            {"fee_units", "件数或者页数", true},    {"amount_fen", "金额", true},
                            {"text", "依据、标准和缴纳方式", true}, {"reference", "文书"}};
constexpr FieldUse payment[] = {{"on", "缴费日期"}, {"evidence", "缴费凭据", true}};
constexpr FieldUse task[] = {
    {"unit", "承办单位", true}, {"text", "检索要求", true}, {"due_on", "反馈期限", true}};
constexpr FieldUse task_receipt[] = {{"event_number", "任务", true}};
constexpr FieldUse task_forward[] = {
    {"event_number", "任务", true}, {"unit", "转给的单位", true}, {"text", "说明"}};
constexpr FieldUse task_return[] = {{"event_number", "任务", true}, {"text", "退回的理由", true}};
constexpr FieldUse search[] = {{"event_number", "任务"},
                               {"search_result", "检索结果", true},
                               {"text", "检索的范围、方式和情况", true},
                               {"files", "附件"}};
constexpr FieldUse link[] = {{"reference", "另一件的申请编号", true}, {"text", "说明"}};
constexpr FieldUse duplicate[] = {{"reference", "先前答复的申请编号", true}, {"text", "说明"}};
constexpr FieldUse split[] = {{"parts", "拆分成的各件", true}, {"text", "拆分的理由", true}};
constexpr FieldUse referral[] = {
    {"party", "主管机关", true}, {"evidence", "联系方式"}, {"text", "理由", true}};
constexpr FieldUse draft[] = {{"outcome", "办理结果"},
                              {"amendment_result", "更正的处理"},
                              {"text", "答复的内容和理由", true},
                              {"withheld", "不予公开的部分和依据"},
                              {"reference", "文书"}};
constexpr FieldUse approval[] = {{"text", "意见"}};
constexpr FieldUse released[] = {{"files", "公开的文件", true}, {"withheld", "遮盖的内容和依据"}};
constexpr FieldUse delivery[] = {{"on", "送达日期", true},
                                 {"route", "送达方式", true},
                                 {"evidence", "邮寄单号或者凭据"},
                                 {"reference", "文书"}};
constexpr FieldUse on_the_spot[] = {
    {"outcome", "办理结果", true}, {"text", "答复的内容", true}, {"route", "提供方式"}};
constexpr FieldUse former_outcome[] = {{"on", "答复日期", true},
                                       {"outcome", "办理结果", true},
                                       {"text", "答复的内容", true},
                                       {"reference", "答复文号"}};
constexpr FieldUse delivery_receipt[] = {
    {"on", "签收日期"}, {"evidence", "回证", true}, {"files", "附件"}};
constexpr FieldUse withdrawal[] = {
    {"on", "撤回日期"}, {"text", "撤回的原因"}, {"evidence", "凭据"}, {"files", "附件"}};
constexpr FieldUse closing[] = {{"on", "办结日期"}, {"text", "说明"}};
constexpr FieldUse reopening[] = {{"on", "重新办理之日"},
                                  {"text", "原因", true},
                                  {"reference", "复议决定、裁判文书"},
                                  {"due_on", "限定的答复日期"}};
constexpr FieldUse cancelling[] = {{"event_number", "记录", true}, {"text", "撤销的原因", true}};

using Row = ActionRow;
using enum Permission;

constexpr auto rows = law::enum_table(std::array{
    // No act on a case that is there: they make one.
    Row{Action::submit, everyone, alone, applicant_too, always, 0, art(29), nullptr, registration},
    Row{Action::register_application, case_register, alone, office_only, always, 0, art(31),
        nullptr, registration},
    Row{Action::amend_registration, case_register, alone, office_only, always, open, art(31),
        nullptr, amendment},
    Row{Action::confirm_receipt, case_handle, alone, office_only, always, unconfirmed,
        art(31, 0, 3), nullptr, confirmation},
    Row{Action::change_contact, case_register, alone, applicant_too, always, open | over, art(29),
        nullptr, remark},
    Row{Action::add_material, case_register, alone, applicant_too, always, open, art(29), nullptr,
        material},
    Row{Action::ask_for_correction, case_handle, alone, office_only, always, working, art(30),
        condition::correction_not_asked, correction},
    Row{Action::receive_correction, case_handle, alone, applicant_too, always,
        bit(awaiting_correction), art(30), nullptr, corrected},
    Row{Action::consult, case_handle, alone, office_only, always, working, art(32), nullptr,
        consultation},
    Row{Action::record_consultation_delivery, case_handle, alone, office_only, always, received,
        art(32), condition::consultation_undelivered, consultation_delivery},
    Row{Action::record_opinion, case_handle, alone, office_only, always, received, art(33, 3),
        condition::opinion_awaited, opinion},
    Row{Action::tell_third_party, case_handle, alone, office_only, always, deciding, art(32),
        condition::third_party_to_tell, third_party},
    Row{Action::request_extension, case_handle, alone, office_only, with_period,
        working | bit(in_review) | bit(awaiting_signature), art(33, 2),
        condition::extension_possible, extension},
    Row{Action::consent_to_extension, extension_consent, alone, office_only, with_period, received,
        art(33, 2), condition::extension_to_decide, approval},
    Row{Action::refuse_extension, extension_consent, alone, office_only, with_period, received,
        art(33, 2), condition::extension_to_decide, refusal},
    Row{Action::notify_extension, case_handle, alone, office_only, with_period, received,
        art(33, 2), condition::extension_to_notify, notice},
    Row{Action::ask_for_reasons, case_handle, alone, office_only, with_period, working, art(35),
        condition::reasons_not_asked, reasons_request},
    Row{Action::record_reasons, case_handle, alone, applicant_too, with_period, received, art(35),
        condition::reasons_awaited, reasons},
    Row{Action::defer_reply, case_handle, alone, office_only, with_period, working, art(35),
        condition::deferral_possible, deferral},
    Row{Action::notify_fee, case_handle, alone, office_only, with_period, working, art(42),
        condition::fee_not_notified, fee},
    Row{Action::record_payment, case_handle, alone, office_only, with_period, bit(awaiting_payment),
        Citation{"fee-measures-2020", 6}, nullptr, payment},
    Row{Action::give_search_task, case_handle, alone, office_only, always, working, art(36, 0, 4),
        nullptr, task},
    Row{Action::sign_for_task, case_search, alone, office_only, always, received, no_article,
        condition::task_to_sign_for, task_receipt},
    Row{Action::forward_task, case_search, alone, office_only, always, received, no_article,
        condition::task_open, task_forward},
    Row{Action::return_task, case_search, alone, office_only, always, received, no_article,
        condition::task_open, task_return},
    Row{Action::record_search, case_search, case_handle, office_only, always, received,
        art(36, 0, 4), condition::search_possible, search},
    Row{Action::link_case, case_handle, alone, office_only, always, open | over, no_article,
        nullptr, link},
    Row{Action::mark_duplicate, case_handle, alone, office_only, with_period, working,
        art(36, 0, 6), condition::not_duplicate, duplicate},
    Row{Action::split_application, case_handle, alone, office_only, with_period, working,
        Citation{"fee-measures-2020", 4}, condition::not_split, split},
    Row{Action::record_referral, case_handle, alone, office_only, always, working, art(36, 0, 5),
        nullptr, referral},
    Row{Action::draft_decision, case_handle, alone, office_only, always, working | waiting, art(36),
        nullptr, draft},
    Row{Action::review_decision, case_review, alone, office_only, always, bit(in_review), art(45),
        condition::not_own_draft, approval},
    Row{Action::send_back_decision, case_review, case_sign, office_only, always,
        bit(in_review) | bit(awaiting_signature), art(45), condition::not_own_draft, refusal},
    Row{Action::sign_decision, case_sign, alone, office_only, always, bit(awaiting_signature),
        art(45), condition::not_own_draft, approval},
    Row{Action::add_released_file, case_handle, alone, office_only, always, working | deciding,
        art(37), nullptr, released},
    Row{Action::review_release, Permission::release_review, alone, office_only, always, deciding,
        art(17), condition::release_to_review, approval},
    Row{Action::reject_release, Permission::release_review, alone, office_only, always, deciding,
        art(17), condition::release_to_review, refusal},
    Row{Action::reply_on_the_spot, case_handle, alone, office_only, always,
        bit(awaiting_examination) | bit(in_progress), art(33, 1), nullptr, on_the_spot},
    Row{Action::record_former_outcome, case_register, alone, office_only, always, 0, art(45),
        nullptr, former_outcome},
    Row{Action::deliver, case_handle, alone, office_only, always, bit(awaiting_delivery), art(36),
        condition::ready_to_deliver, delivery},
    Row{Action::record_delivery_receipt, case_handle, alone, office_only, always, over, no_article,
        condition::answer_delivered, delivery_receipt},
    Row{Action::withdraw, case_handle, alone, applicant_too, always, open, no_article, nullptr,
        withdrawal},
    Row{Action::close, case_handle, alone, office_only, always,
        bit(awaiting_closing) | bit(awaiting_delivery), art(45), condition::ready_to_close,
        closing},
    Row{Action::archive, case_handle, alone, office_only, always, bit(closed), art(45), nullptr,
        remark},
    Row{Action::reopen, case_handle, alone, office_only, always, over | bit(archived), no_article,
        condition::was_received, reopening},
    Row{Action::cancel_event, case_handle, alone, office_only, always, open | over, no_article,
        nullptr, cancelling},
});

}  // namespace

const ActionRow& row_of(Action action) {
    return rows[action];
}

}  // namespace gk::application
