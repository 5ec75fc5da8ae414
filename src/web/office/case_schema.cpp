#include "application/action_group.hpp"
#include "application/day_band.hpp"
#include "application/entry_fields.hpp"
#include "law/fee_scale.hpp"
#include "law/remedy_notice.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/case_json.hpp"

namespace gk::web::office {

namespace {

using api::choice;
using api::date;
using api::Field;
using api::flag;
using api::list;
using api::long_text_or_empty;
using api::moment;
using api::Need;
using api::number;
using api::object;
using api::Schema;
using api::text;
using api::text_or_empty;

constexpr std::int64_t long_chars_max = 20'000;
constexpr std::int64_t entry_chars_max = 4'000;
constexpr std::int64_t events_max = 10'000;

// The schema of a field of an entry by its type.
struct SchemaOf {
    std::string_view name;

    Schema operator()(const std::optional<Date>&) const { return date(); }

    Schema operator()(const std::string&) const {
        const bool is_long = name == "text" || name == "withheld";
        return is_long ? long_text_or_empty(entry_chars_max) : text_or_empty();
    }

    Schema operator()(const std::vector<std::string>&) const {
        return list(name == "parts" ? api::long_text(entry_chars_max) : text());
    }

    Schema operator()(const std::optional<int>&) const { return number(); }

    Schema operator()(const std::optional<std::int64_t>&) const { return number(); }

    Schema operator()(const std::optional<law::Channel>&) const {
        return choice("Channel", law::channels());
    }

    Schema operator()(const std::optional<law::Consulted>&) const {
        return choice("Consulted", law::consulted_kinds());
    }

    Schema operator()(const std::optional<application::Opinion>&) const {
        return choice("Opinion", application::opinions());
    }

    Schema operator()(const std::optional<application::SearchResult>&) const {
        return choice("SearchResult", application::search_results());
    }

    Schema operator()(const std::optional<application::AmendmentResult>&) const {
        return choice("AmendmentResult", application::amendment_results());
    }

    Schema operator()(const std::optional<application::AnswerRoute>&) const {
        return choice("AnswerRoute", application::answer_routes());
    }

    Schema operator()(const std::optional<law::FeeScale>&) const {
        return choice("FeeScale", law::fee_scales());
    }

    Schema operator()(const std::optional<law::Outcome>&) const { return outcome_choice(); }
};

std::string_view label_of(std::string_view field) {
    using application::Action;
    // The field is called as by the action that says most with it.
    for (const auto action :
         {Action::draft_decision, Action::notify_fee, Action::give_search_task, Action::consult,
          Action::register_application, Action::record_search, Action::record_opinion,
          Action::request_extension, Action::deliver, Action::split_application}) {
        for (const auto& use : application::action_fields(action)) {
            if (use.field == field) {
                return use.label;
            }
        }
    }
    return field;
}

Schema trace_schema() {
    return list(object("ClockStep", {{"step", "步骤", text()},
                                     {"text", "怎样算出来的", text(long_chars_max)},
                                     {"dates", "日期", list(date())},
                                     {"basis", "依据", text_or_empty()},
                                     {"reading", "计算口径", text_or_empty()}}));
}

Schema day_schema() {
    return object("ClockDay",
                  {{"date", "日期", date()},
                   {"kind", "怎样计算", choice("ClockDayKind", application::day_marks())},
                   {"number", "第几个工作日", number(0)},
                   {"name", "节日", text_or_empty()},
                   {"is_today", "今天", flag()},
                   {"is_due", "最后一日", flag()}});
}

Schema clock_schema() {
    return object("CaseClock", {{"state", "计时状态", text()},
                                {"label", "计时状态的名称", text()},
                                {"is_provisional", "暂定", flag()},
                                {"clock_starts_on", "起算日", date(), Need::optional},
                                {"payment_due_on", "缴费期限", date(), Need::optional},
                                {"used", "已用工作日", number()},
                                {"left", "剩余工作日", number()},
                                {"weeks", "各周的工作日", list(list(day_schema()))},
                                {"trace", "计算过程", trace_schema()}});
}

Schema event_schema() {
    const auto line = object("EventLine", {{"field", "字段", text()},
                                           {"label", "名称", text()},
                                           {"text", "内容", long_text_or_empty()}});
    return list(object("CaseEvent", {{"number", "序号", number(1)},
                                     {"action", "办理", text()},
                                     {"label", "办理名称", text()},
                                     {"on", "日期", date()},
                                     {"at", "时间", moment()},
                                     {"actor", "办理人", text_or_empty(500)},
                                     actor_name_field(),
                                     {"is_cancelled", "已撤销", flag()},
                                     {"entry", "内容", entry_schema()},
                                     {"lines", "逐项内容", list(line)}}),
                events_max);
}

Schema consultation_schema() {
    return list(
        object("CaseConsultation",
               {{"event_number", "记录", number(1)},
                {"party", "征求对象", text_or_empty()},
                {"consulted", "对象类别", choice("Consulted", law::consulted_kinds())},
                {"sent_on", "发出", date()},
                {"delivered_on", "送达", date(), Need::optional},
                {"returned_on", "返回", date(), Need::optional},
                {"opinion_due_on", "期限", date(), Need::optional},
                {"opinion", "意见", choice("Opinion", application::opinions()), Need::optional},
                {"silence", "逾期的后果", text_or_empty()},
                {"is_open", "等待意见", flag()}}));
}

Schema task_schema() {
    return list(
        object("CaseTask", {{"event_number", "记录", number(1)},
                            {"unit", "承办单位", text()},
                            {"unit_name", "承办单位名称", text()},
                            {"text", "检索要求", long_text_or_empty()},
                            {"due_on", "反馈期限", date(), Need::optional},
                            {"state", "状态", choice("TaskState", application::task_states())}}));
}

Schema answer_schema() {
    const auto bases =
        list(object("AnswerBasis", {{"citation", "依据", text()}, {"text", "依据的条文", text()}}));
    return object("CaseAnswer", {{"outcome", "办理结果", outcome_choice()},
                                 {"letter", "文书", text(), Need::optional},
                                 {"letter_label", "文书名称", text_or_empty()},
                                 {"remedy_notice", "救济告知", text()},
                                 {"remedy_notice_label", "救济告知的内容", text()},
                                 {"report_row", "年度报告的行", text()},
                                 {"report_row_label", "年度报告的行的名称", text()},
                                 {"basis", "依据", bases},
                                 {"is_discretionary", "可以裁量", flag()},
                                 {"discloses", "需要公开审查", flag()},
                                 {"text", "答复内容", long_text_or_empty()}});
}

Schema action_schema() {
    auto offered = *api::offered_actions().item;
    auto fields = *offered.fields;
    const auto use = object(
        "ActionField",
        {{"field", "填写项", text()}, {"label", "名称", text()}, {"is_required", "必填", flag()}});
    fields.push_back({"fields", "填写项", list(use)});
    fields.push_back({"group", "类别", choice("ActionGroup", application::action_groups())});
    fields.push_back({"records", "可以接着办理的记录", list(number(1)), Need::optional});
    fields.push_back({"next_rank", "通常的下一步，第几位", number(1), Need::optional});
    return list(object("CaseAction", std::move(fields)));
}

std::vector<Field> with_urgency(std::vector<Field> fields) {
    for (auto& field : urgency_fields()) {
        fields.push_back(std::move(field));
    }
    return fields;
}

}  // namespace

Schema outcome_choice() {
    std::vector<api::Choice> choices;
    const auto outcomes = law::outcomes_on(Date(2019, 5, 15));
    for (const auto outcome : *outcomes) {
        choices.push_back({std::string(law::key(outcome)), std::string(law::label(outcome))});
    }
    return api::choice_of("Outcome", std::move(choices));
}

std::vector<Field> urgency_fields() {
    return {{"urgency", "期限状态", choice("Urgency", notify::urgencies())},
            {"urgency_icon", "期限状态的图标", text()},
            {"urgency_text", "剩余时间", text_or_empty()}};
}

Schema entry_schema() {
    std::vector<Field> fields;
    const application::Entry entry;
    application::visit_fields(entry, [&](std::string_view name, const auto& value) {
        fields.push_back({std::string(name), std::string(label_of(name)), SchemaOf{name}(value),
                          Need::optional});
    });
    return object("CaseEntry", std::move(fields));
}

Schema case_schema() {
    return object(
        "CaseDetail",
        with_urgency({{"id", "标识", text()},
                      {"agency", "机关", text()},
                      {"agency_name", "机关名称", text()},
                      {"number", "申请编号", text()},
                      {"version", "版本", number()},
                      {"kind", "种类", choice("CaseKind", application::case_kinds())},
                      {"title", "申请内容", text_or_empty()},
                      {"document_number", "文号", text_or_empty()},
                      {"description", "内容描述", long_text_or_empty()},
                      {"form", "提供方式", choice("AnswerForm", application::answer_forms())},
                      {"route", "获取途径", choice("AnswerRoute", application::answer_routes())},
                      {"accepts_other", "接受其他方式", flag()},
                      {"applicant", "申请人", text_or_empty()},
                      {"applicant_kind", "申请人类别",
                       choice("ApplicantKind", application::applicant_kinds())},
                      {"may_view_applicant", "可以查看申请人", flag()},
                      {"part_of", "拆分自", text(), Need::optional},
                      {"channel", "提交方式", choice("Channel", law::channels())},
                      {"state", "办理阶段", choice("CaseState", application::case_states())},
                      {"submitted_on", "提交日期", date()},
                      {"received_on", "收到日期", date(), Need::optional},
                      {"reply_due_on", "最迟答复日期", date(), Need::optional},
                      {"outcome", "办理结果", outcome_choice(), Need::optional},
                      {"concluded_on", "办结日期", date(), Need::optional},
                      {"timeliness", "答复是否按期",
                       choice("Timeliness", application::timeliness_values()), Need::optional},
                      {"clock", "期限", clock_schema(), Need::optional},
                      {"passed", "已经过去的期限",
                       list(object("PassedDay", {{"title", "哪一个期限", text()},
                                                 {"content", "怎么办", text()}}))},
                      {"answer", "答复", answer_schema(), Need::optional},
                      {"is_release_cleared", "公开审查已通过", flag()},
                      {"consultations", "征求意见", consultation_schema()},
                      {"events", "办理经过", event_schema()},
                      {"tasks", "检索任务", task_schema()},
                      {"actions", "可以办理的事项", action_schema()}}));
}

Schema applicant_schema() {
    const auto representative =
        object("CaseRepresentative", {{"name", "姓名", text_or_empty()},
                                      {"identity_number", "证件号码", text_or_empty()},
                                      {"phone", "电话", text_or_empty()}});
    return object(
        "CaseApplicant",
        {{"kind", "申请人类别", choice("ApplicantKind", application::applicant_kinds())},
         {"name", "姓名或者名称", text_or_empty()},
         {"identity_kind", "证件种类", choice("IdentityKind", application::identity_kinds())},
         {"identity_document", "证件名称", text_or_empty()},
         {"identity_number", "证件号码", text_or_empty()},
         {"contact_person", "联系人", text_or_empty()},
         {"contact_route", "告知途径", choice("ContactRoute", application::contact_routes())},
         {"phone", "联系电话", text_or_empty()},
         {"email", "电子邮箱", text_or_empty()},
         {"address", "通信地址", text_or_empty()},
         {"postal_code", "邮政编码", text_or_empty()},
         {"representative", "代理人", representative, Need::optional}});
}

Schema related_case_schema() {
    return object("RelatedCase",
                  {{"id", "标识", text()},
                   {"number", "申请编号", text()},
                   {"title", "申请内容", text_or_empty()},
                   {"state", "办理阶段", choice("CaseState", application::case_states())},
                   {"submitted_on", "提交日期", date()},
                   {"outcome", "办理结果", outcome_choice(), Need::optional},
                   {"likeness_percent", "相近程度", number(0, 100)}});
}

Schema case_line_schema() {
    return object(
        "CaseLine",
        with_urgency({{"id", "标识", text()},
                      {"number", "申请编号", text()},
                      {"agency", "机关", text()},
                      {"kind", "种类", choice("CaseKind", application::case_kinds())},
                      {"title", "申请内容", long_text_or_empty()},
                      {"applicant", "申请人", text_or_empty()},
                      {"applicant_kind", "申请人类别",
                       choice("ApplicantKind", application::applicant_kinds())},
                      {"channel", "提交方式", choice("Channel", law::channels())},
                      {"state", "办理阶段", choice("CaseState", application::case_states())},
                      {"submitted_on", "提交日期", date()},
                      {"received_on", "收到日期", date(), Need::optional},
                      {"reply_due_on", "最迟答复日期", date(), Need::optional},
                      {"is_provisional", "暂定", flag()},
                      {"outcome", "办理结果", outcome_choice(), Need::optional},
                      {"concluded_on", "办结日期", date(), Need::optional},
                      {"version", "版本", number()}}));
}

}  // namespace gk::web::office
