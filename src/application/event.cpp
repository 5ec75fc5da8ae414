#include "application/event.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::application {

namespace {

using law::enum_table;

template <typename Value>
struct Row {
    Value value;
    std::string_view key;
    std::string_view label;
};

constexpr auto action_rows = enum_table(std::array{
    Row{Action::submit, "submit", "提交申请"},
    Row{Action::register_application, "register_application", "登记申请"},
    Row{Action::amend_registration, "amend_registration", "更正登记"},
    Row{Action::confirm_receipt, "confirm_receipt", "确认收到"},
    Row{Action::change_contact, "change_contact", "变更联系方式"},
    Row{Action::add_material, "add_material", "补充材料"},
    Row{Action::ask_for_correction, "ask_for_correction", "告知补正"},
    Row{Action::receive_correction, "receive_correction", "收到补正"},
    Row{Action::consult, "consult", "征求意见"},
    Row{Action::record_consultation_delivery, "record_consultation_delivery", "登记征求意见书送达"},
    Row{Action::record_opinion, "record_opinion", "登记意见"},
    Row{Action::tell_third_party, "tell_third_party", "告知第三方公开决定"},
    Row{Action::request_extension, "request_extension", "申请延期"},
    Row{Action::consent_to_extension, "consent_to_extension", "同意延期"},
    Row{Action::refuse_extension, "refuse_extension", "不同意延期"},
    Row{Action::notify_extension, "notify_extension", "告知延期"},
    Row{Action::ask_for_reasons, "ask_for_reasons", "要求说明理由"},
    Row{Action::record_reasons, "record_reasons", "登记说明的理由"},
    Row{Action::defer_reply, "defer_reply", "延迟答复"},
    Row{Action::notify_fee, "notify_fee", "通知缴费"},
    Row{Action::record_payment, "record_payment", "登记缴费"},
    Row{Action::give_search_task, "give_search_task", "交办检索"},
    Row{Action::sign_for_task, "sign_for_task", "签收任务"},
    Row{Action::forward_task, "forward_task", "转办任务"},
    Row{Action::return_task, "return_task", "退回任务"},
    Row{Action::record_search, "record_search", "登记检索结果"},
    Row{Action::link_case, "link_case", "关联办件"},
    Row{Action::mark_duplicate, "mark_duplicate", "标为重复申请"},
    Row{Action::split_application, "split_application", "拆分申请"},
    Row{Action::record_referral, "record_referral", "登记主管机关"},
    Row{Action::draft_decision, "draft_decision", "拟定答复"},
    Row{Action::review_decision, "review_decision", "审核通过"},
    Row{Action::send_back_decision, "send_back_decision", "退回修改"},
    Row{Action::sign_decision, "sign_decision", "签发"},
    Row{Action::add_released_file, "add_released_file", "加入公开文件"},
    Row{Action::review_release, "review_release", "公开审查通过"},
    Row{Action::reject_release, "reject_release", "公开审查不通过"},
    Row{Action::reply_on_the_spot, "reply_on_the_spot", "当场答复"},
    Row{Action::record_former_outcome, "record_former_outcome", "登记原有结果"},
    Row{Action::deliver, "deliver", "送达"},
    Row{Action::record_delivery_receipt, "record_delivery_receipt", "登记送达回证"},
    Row{Action::withdraw, "withdraw", "撤回申请"},
    Row{Action::close, "close", "办结"},
    Row{Action::archive, "archive", "归档"},
    Row{Action::reopen, "reopen", "重新办理"},
    Row{Action::cancel_event, "cancel_event", "撤销记录"},
});

constexpr auto opinion_rows = enum_table(std::array{
    Row{Opinion::agrees, "agrees", "同意公开"},
    Row{Opinion::agrees_in_part, "agrees_in_part", "部分同意公开"},
    Row{Opinion::objects, "objects", "不同意公开"},
});

constexpr auto search_rows = enum_table(std::array{
    Row{SearchResult::found, "found", "找到"},
    Row{SearchResult::found_in_part, "found_in_part", "找到一部分"},
    Row{SearchResult::not_found, "not_found", "没有找到"},
});

constexpr auto amendment_rows = enum_table(std::array{
    Row{AmendmentResult::amended, "amended", "予以更正"},
    Row{AmendmentResult::not_amended, "not_amended", "不予更正"},
    Row{AmendmentResult::transferred, "transferred", "转送有权机关"},
    Row{AmendmentResult::told_where, "told_where", "告知向有权机关提出"},
});

constexpr std::string_view applicant_name = "applicant";
constexpr std::string_view for_another = " on behalf of ";

}  // namespace

std::span<const Action> actions() {
    return action_rows.values();
}

std::string_view key(Action action) {
    return action_rows[action].key;
}

std::string_view label(Action action) {
    return action_rows[action].label;
}

std::optional<Action> action_of(std::string_view key) {
    return action_rows.value_of(key);
}

std::span<const Opinion> opinions() {
    return opinion_rows.values();
}

std::string_view key(Opinion opinion) {
    return opinion_rows[opinion].key;
}

std::string_view label(Opinion opinion) {
    return opinion_rows[opinion].label;
}

std::optional<Opinion> opinion_of(std::string_view key) {
    return opinion_rows.value_of(key);
}

std::span<const SearchResult> search_results() {
    return search_rows.values();
}

std::string_view key(SearchResult result) {
    return search_rows[result].key;
}

std::string_view label(SearchResult result) {
    return search_rows[result].label;
}

std::optional<SearchResult> search_result_of(std::string_view key) {
    return search_rows.value_of(key);
}

std::span<const AmendmentResult> amendment_results() {
    return amendment_rows.values();
}

std::string_view key(AmendmentResult result) {
    return amendment_rows[result].key;
}

std::string_view label(AmendmentResult result) {
    return amendment_rows[result].label;
}

std::optional<AmendmentResult> amendment_result_of(std::string_view key) {
    return amendment_rows.value_of(key);
}

people::Actor applicant_actor() {
    return {.name = std::string(applicant_name)};
}

bool is_applicant(const people::Actor& actor) {
    return actor.name == applicant_name && !actor.account && !actor.is_operator;
}

bool is_by(const Event& event, const people::Actor& actor) {
    const std::string_view name = event.actor;
    const auto at = name.find(for_another);
    if (at == std::string_view::npos) {
        return actor.is_or_acts_for(name);
    }
    return actor.is_or_acts_for(name.substr(0, at)) ||
           actor.is_or_acts_for(name.substr(at + for_another.size()));
}

}  // namespace gk::application
