#include "web/office/case_schema.hpp"

#include <utility>

#include "application/event.hpp"
#include "application/standing.hpp"
#include "base/assert.hpp"
#include "law/consultation.hpp"
#include "law/outcome.hpp"
#include "law/receipt.hpp"
#include "notify/light.hpp"

namespace gk::web::office {

namespace {

using api::Field;
using api::Need;
using api::Schema;

constexpr std::int64_t article_chars_max = 500;

Schema outcome_schema() {
    // Under the regulation that every case here is handled by.
    const auto outcomes = law::outcomes_on(Date::first_of(2020));
    GK_ASSERT(outcomes.has_value());
    return api::choice("Outcome", *outcomes);
}

Schema fee_scale_schema() {
    return api::choice_of("FeeScale", {{"per_application", "按件计收"}, {"per_page", "按量计收"}});
}

Schema basis_schema() {
    return api::list(api::object(
        "LegalBasis", {{"citation", "依据", api::text()}, {"text", "依据的条文", api::text()}}));
}

std::vector<Field> clock_fields() {
    const auto day = api::object(
        "ClockDay",
        {{"date", "日期", api::date()},
         {"kind", "怎样计算",
          api::choice_of("ClockDayKind", {{"used", "已用"}, {"off", "不计入"}, {"left", "剩余"}})},
         {"is_today", "今天", api::flag()}});
    const auto step =
        api::object("ClockStep", {{"text", "怎样算出来的", api::long_text()},
                                  {"dates", "日期", api::list(api::date())},
                                  {"basis", "依据", api::text_or_empty(article_chars_max)},
                                  {"reading", "计算口径", api::text_or_empty()}});
    return {{"state", "计时状态", api::text()},
            {"label", "计时状态的名称", api::text()},
            {"is_provisional", "暂定", api::flag()},
            {"used", "已用工作日", api::number()},
            {"left", "剩余工作日", api::number()},
            {"weeks", "各周的工作日", api::list(api::list(day))},
            {"trace", "计算过程", api::list(step)}};
}

Schema event_schema() {
    return api::object("CaseEvent", {{"number", "序号", api::number(1)},
                                     {"action", "办理", api::text()},
                                     {"label", "办理名称", api::text()},
                                     {"on", "日期", api::date()},
                                     {"at", "时间", api::moment()},
                                     {"actor", "办理人", api::text()},
                                     {"is_cancelled", "已撤销", api::flag()},
                                     {"entry", "内容", entry_schema()}});
}

Schema task_schema() {
    return api::object("CaseTask",
                       {{"event_number", "记录", api::number(1)},
                        {"unit", "承办单位", api::text()},
                        {"text", "检索要求", api::long_text_or_empty()},
                        {"due_on", "反馈期限", api::date(), Need::optional},
                        {"state", "状态", api::choice("TaskState", application::task_states())}});
}

Schema action_schema() {
    const auto field = api::object("ActionField", {{"field", "填写项", api::text()},
                                                   {"label", "名称", api::text()},
                                                   {"is_required", "必填", api::flag()}});
    const auto obstacle = api::object("Obstacle", {{"code", "问题代码", api::text()},
                                                   {"message", "原因", api::text(2'000)},
                                                   {"basis", "依据", basis_schema()},
                                                   {"hint", "办法", api::text_or_empty(2'000)}});
    return api::object("CaseAction", {{"action", "操作", api::text()},
                                      {"label", "操作名称", api::text()},
                                      {"is_allowed", "现在可以办理", api::flag()},
                                      {"basis", "依据", basis_schema()},
                                      {"obstacle", "不能办理的原因", obstacle, Need::optional},
                                      {"fields", "填写项", api::list(field)}});
}

Schema related_schema() {
    return api::object("RelatedCase",
                       {{"id", "标识", api::text()},
                        {"number", "编号", api::text()},
                        {"title", "名称", api::text()},
                        {"state", "办理阶段", api::choice("CaseState", application::case_states())},
                        {"submitted_on", "提交日期", api::date()},
                        {"likeness_percent", "相近程度", api::number(0, 100)}});
}

}  // namespace

Schema entry_schema() {
    using enum Need;
    return api::object(
        "CaseEntry",
        {{"on", "日期", api::date(), optional},
         {"text", "说明", api::long_text(), optional},
         {"evidence", "凭据", api::text(), optional},
         {"files", "附件", api::list(api::text()), optional},
         {"event_number", "记录", api::number(1), optional},
         {"channel", "提交方式", api::choice("Channel", law::channels()), optional},
         {"signed_on", "签收日期", api::date(), optional},
         {"confirmed_on", "双方确认日期", api::date(), optional},
         {"due_on", "期限", api::date(), optional},
         {"working_days", "工作日", api::number(1), optional},
         {"consulted", "征求对象", api::choice("Consulted", law::consulted_kinds()), optional},
         {"opinion", "意见", api::choice("Opinion", application::opinions()), optional},
         {"party", "名称", api::text(), optional},
         {"unit", "承办单位", api::text(), optional},
         {"reference", "文书或编号", api::text(), optional},
         {"search_result", "检索结果", api::choice("SearchResult", application::search_results()),
          optional},
         {"outcome", "办理结果", outcome_schema(), optional},
         {"amendment_result", "更正的处理",
          api::choice("AmendmentResult", application::amendment_results()), optional},
         {"withheld", "不予公开的部分和依据", api::long_text(), optional},
         {"fee_scale", "计收方式", fee_scale_schema(), optional},
         {"fee_units", "件数或者页数", api::number(1), optional},
         {"amount_fen", "金额（分）", api::number(), optional},
         {"parts", "拆分成的各件", api::list(api::text(2'000)), optional},
         {"route", "送达方式", api::choice("AnswerRoute", application::answer_routes()),
          optional}});
}

Schema case_act_schema() {
    return api::object("CaseAct", {api::version_field(), {"entry", "内容", entry_schema()}});
}

Schema case_done_schema() {
    return api::object(
        "CaseDone", {{"version", "版本", api::number()},
                     {"event_number", "记录", api::number()},
                     {"state", "办理阶段", api::choice("CaseState", application::case_states())}});
}

Schema case_detail_schema() {
    using namespace application;
    return api::object(
        "CaseDetail",
        {{"id", "标识", api::text()},
         {"agency", "机关", api::text()},
         {"number", "编号", api::text()},
         {"version", "版本", api::number()},
         {"kind", "种类", api::choice("CaseKind", case_kinds())},
         {"title", "名称", api::text()},
         {"document_number", "文号", api::text_or_empty()},
         {"description", "内容描述", api::long_text_or_empty()},
         {"form", "提供方式", api::choice("AnswerForm", answer_forms())},
         {"route", "获取途径", api::choice("AnswerRoute", answer_routes())},
         {"applicant", "申请人", api::text()},
         {"applicant_kind", "申请人类别", api::choice("ApplicantKind", applicant_kinds())},
         {"part_of", "拆分自", api::text(), Need::optional},
         {"state", "办理阶段", api::choice("CaseState", case_states())},
         {"urgency", "期限状态", api::choice("Urgency", notify::urgencies())},
         {"urgency_icon", "期限状态的图标", api::text()},
         {"urgency_text", "剩余时间", api::text_or_empty()},
         {"submitted_on", "提交日期", api::date()},
         {"received_on", "收到日期", api::date(), Need::optional},
         {"reply_due_on", "最迟答复日期", api::date(), Need::optional},
         {"outcome", "办理结果", outcome_schema(), Need::optional},
         {"concluded_on", "办结日期", api::date(), Need::optional},
         {"clock", "期限", api::object("CaseClock", clock_fields()), Need::optional},
         {"events", "办理经过", api::list(event_schema())},
         {"tasks", "检索任务", api::list(task_schema())},
         {"actions", "可以办理的事项", api::list(action_schema())}});
}

Schema case_applicant_schema() {
    return api::object(
        "CaseApplicant",
        {{"kind", "申请人类别", api::choice("ApplicantKind", application::applicant_kinds())},
         {"name", "姓名或者名称", api::text()},
         {"identity_kind", "证件种类", api::choice("IdentityKind", application::identity_kinds())},
         {"identity_number", "证件号码", api::text_or_empty()},
         {"contact_person", "联系人", api::text_or_empty()},
         {"phone", "联系电话", api::text_or_empty()},
         {"email", "电子邮箱", api::text_or_empty()},
         {"address", "通信地址", api::text_or_empty()},
         {"postal_code", "邮政编码", api::text_or_empty()},
         {"representative", "代理人", api::text(), Need::optional}});
}

Schema related_cases_schema() {
    return api::object("RelatedCases",
                       {{"count_in_month", "同一申请人本月件数", api::number()},
                        {"same_applicant", "同一申请人", api::list(related_schema())},
                        {"similar", "内容相近", api::list(related_schema())}});
}

Schema case_receipt_schema() {
    return api::object("CaseReceipt", {{"id", "标识", api::text()},
                                       {"number", "编号", api::text()},
                                       {"query_code", "查询码", api::text_or_empty()}});
}

Schema new_case_schema() {
    using namespace application;
    using enum Need;
    return api::object(
        "NewCase",
        {{"submission_key", "提交标识", api::text(64)},
         {"kind", "种类", api::choice("CaseKind", case_kinds())},
         {"applicant_kind", "申请人类别", api::choice("ApplicantKind", applicant_kinds())},
         {"name", "姓名或者名称", api::text()},
         {"identity_kind", "证件种类", api::choice("IdentityKind", identity_kinds())},
         {"identity_number", "证件号码", api::text()},
         {"contact_person", "联系人", api::text(), optional},
         {"phone", "联系电话", api::text(), optional},
         {"email", "电子邮箱", api::text(), optional},
         {"address", "通信地址", api::text(), optional},
         {"postal_code", "邮政编码", api::text(), optional},
         {"representative_name", "代理人姓名", api::text(), optional},
         {"representative_identity_number", "代理人证件号码", api::text(), optional},
         {"representative_phone", "代理人电话", api::text(), optional},
         {"title", "所需信息的名称", api::text()},
         {"document_number", "文号", api::text(), optional},
         {"description", "内容描述", api::long_text()},
         {"form", "提供方式", api::choice("AnswerForm", answer_forms())},
         {"route", "获取途径", api::choice("AnswerRoute", answer_routes())},
         {"channel", "提交方式", api::choice("Channel", law::channels())},
         {"on", "提交日期", api::date()},
         {"signed_on", "签收日期", api::date(), optional},
         {"confirmed_on", "双方确认日期", api::date(), optional},
         {"evidence", "凭据", api::text(), optional},
         {"text", "登记说明", api::long_text(), optional}});
}

}  // namespace gk::web::office
