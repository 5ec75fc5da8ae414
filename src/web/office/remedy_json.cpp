#include "web/office/remedy_json.hpp"

#include <algorithm>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Need;
using api::Schema;

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

// A key, or null.
template <typename Value>
json::value word_of(const std::optional<Value>& value) {
    return value ? json::value(word(key(*value))) : json::value(nullptr);
}

template <typename Value>
json::value number_of(const std::optional<Value>& value) {
    return value ? json::value(*value) : json::value(nullptr);
}

json::array texts(const std::vector<std::string>& values) {
    json::array array;
    for (const auto& value : values) {
        array.push_back(json::value(value));
    }
    return array;
}

Schema entry_schema() {
    return api::object(
        "RemedyEntry",
        {{"on", "日期", api::date(), Need::optional},
         {"text", "说明", api::long_text_or_empty(), Need::optional},
         {"reference", "文书号", api::text_or_empty(), Need::optional},
         {"files", "材料", api::list(api::text()), Need::optional},
         {"is_simplified", "适用简易程序", api::flag(), Need::optional},
         {"days", "延长的天数", api::number(0, 1'000), Need::optional},
         {"due_on", "限定的日期", api::date(), Need::optional},
         {"decision", "复议决定",
          api::choice("ReconsiderationDecision", law::reconsideration_decisions()), Need::optional},
         {"ruling", "裁判结果", api::choice("LitigationRuling", law::litigation_rulings()),
          Need::optional},
         {"counted", "计入年度报告", api::choice("CountedAs", remedy::counted_as_values()),
          Need::optional},
         {"counted_reason", "这样计的理由", api::long_text_or_empty(), Need::optional},
         {"act_number", "记录", api::number(1, 100'000), Need::optional}});
}

json::object entry_json(const remedy::Entry& entry) {
    json::object object{{"on", api::json_of(entry.on)},
                        {"text", entry.text},
                        {"reference", entry.reference},
                        {"files", texts(entry.files)},
                        {"is_simplified", number_of(entry.is_simplified)},
                        {"days", number_of(entry.days)},
                        {"due_on", api::json_of(entry.due_on)},
                        {"counted", word_of(entry.counted)},
                        {"counted_reason", entry.counted_reason},
                        {"act_number", number_of(entry.act_number)}};
    object["decision"] =
        entry.decision ? json::value(word(law::key(*entry.decision))) : json::value(nullptr);
    object["ruling"] =
        entry.ruling ? json::value(word(law::key(*entry.ruling))) : json::value(nullptr);
    return object;
}

Schema act_item_schema() {
    return api::object("RemedyActItem", {{"number", "序号", api::number(1)},
                                         {"action", "操作", api::text()},
                                         {"label", "操作名称", api::text()},
                                         {"actor", "办理人", api::text_or_empty(500)},
                                         actor_name_field(),
                                         {"at", "时间", api::moment()},
                                         {"on", "日期", api::date()},
                                         {"stands", "有效", api::flag()},
                                         {"entry", "内容", entry_schema()}});
}

json::array acts_json(const remedy::RemedyCase& of) {
    const auto standing = remedy::standing_acts(of.acts);
    json::array acts;
    for (const auto& act : of.acts) {
        const bool stands = std::ranges::find(standing, &act) != standing.end();
        acts.push_back(json::object{{"number", act.number},
                                    {"action", word(key(act.action))},
                                    {"label", word(label(act.action))},
                                    {"actor", act.actor},
                                    {"at", act.at.iso()},
                                    {"on", act.on().iso()},
                                    {"stands", stands},
                                    {"entry", entry_json(act.entry)}});
    }
    return acts;
}

Schema clock_schema() {
    return api::object("RemedyClock", {{"label", "期限", api::text()},
                                       {"length", "长度", api::text()},
                                       {"from", "起算", api::date()},
                                       {"due_on", "届满", api::date()},
                                       {"is_provisional", "暂定", api::flag()},
                                       {"is_ours", "本机关的期限", api::flag()},
                                       {"met_on", "完成日期", api::date(), Need::optional},
                                       {"light", "灯", api::text()},
                                       {"icon", "图标", api::text()},
                                       {"urgency_label", "期限状态的名称", api::text()},
                                       {"left", "剩余时间", api::text()},
                                       {"basis", "依据", api::anything()}});
}

json::object clock_json(const remedy::Clock& clock, const notify::Signal& signal) {
    const auto length = law::remedy_clock(clock.clock, clock.from);
    // What somebody else has to do is awaited, and no state of ours.
    const bool is_lit = clock.is_ours || signal.urgency != notify::Urgency::in_time;
    return {
        {"label", word(law::label(clock.clock))},
        {"length", law::text(length->value)},
        {"from", clock.from.iso()},
        {"due_on", clock.due_on.iso()},
        {"is_provisional", clock.is_provisional},
        {"is_ours", clock.is_ours},
        {"met_on", api::json_of(clock.met_on)},
        {"light", word(key(signal.light))},
        {"icon", word(is_lit ? icon(signal) : "info")},
        {"urgency_label", is_lit ? word(label(signal.urgency)) : json::string_view(signal.text)},
        {"left", signal.text},
        {"basis", api::json_of(clock.basis)}};
}

json::array clocks_json(const remedy::RemedyView& view) {
    GK_ASSERT(view.clocks.size() == view.clock_signals.size());
    json::array listed;
    for (std::size_t i = 0; i < view.clocks.size(); ++i) {
        listed.push_back(clock_json(view.clocks[i], view.clock_signals[i]));
    }
    return listed;
}

Schema fields_schema() {
    return api::list(api::object("RemedyActionField", {{"action", "操作", api::text()},
                                                       {"field", "填写项", api::text()},
                                                       {"label", "名称", api::text()},
                                                       {"is_required", "必填", api::flag()}}));
}

json::array actions_json(const remedy::RemedyView& view) {
    json::array offered;
    for (const auto& [action, obstacle] : view.actions) {
        const auto basis = remedy::basis(action, view.of.group);
        const auto count = basis.empty() ? std::size_t{0} : std::size_t{1};
        offered.push_back(
            api::json_of(api::OfferedAction{.action = key(action),
                                            .label = label(action),
                                            .basis = {&basis, count},
                                            .obstacle = obstacle ? &*obstacle : nullptr}));
    }
    return offered;
}

json::array fields_json(const remedy::RemedyView& view) {
    json::array fields;
    for (const auto& each : view.actions) {
        for (const auto& use : remedy::action_fields(each.action)) {
            fields.push_back(json::object{{"action", word(key(each.action))},
                                          {"field", word(use.name)},
                                          {"label", word(use.label)},
                                          {"is_required", use.is_required}});
        }
    }
    return fields;
}

void add_signal(json::object& object, const notify::Signal& signal) {
    object["urgency"] = word(key(signal.urgency));
    object["urgency_label"] = word(label(signal.urgency));
    object["icon"] = word(icon(signal));
    object["left"] = signal.text;
}

std::vector<api::Field> head_fields() {
    return {{"id", "标识", api::text()},
            {"agency", "机关", api::text()},
            {"version", "版本", api::number()},
            {"group", "种类", remedy_group_schema()},
            {"group_label", "种类名称", api::text()},
            {"title", "案由", api::text()},
            {"body_name", "复议机关、法院", api::text()},
            {"body_number", "案号", api::text_or_empty()},
            {"claimant", "申请人或者原告", api::text_or_empty()},
            {"application", "所涉申请", api::text(), Need::optional},
            {"stage", "阶段", api::choice("RemedyStage", remedy::remedy_stages())},
            {"stage_label", "阶段名称", api::text()},
            {"opened_on", "受理、立案日期", api::date()},
            {"owed_by", "本机关期限", api::date(), Need::optional},
            {"urgency", "期限状态", api::choice("Urgency", notify::urgencies())},
            {"urgency_label", "期限状态的名称", api::text()},
            {"icon", "图标", api::text()},
            {"left", "剩余时间", api::text()},
            {"concluded_on", "审结日期", api::date(), Need::optional},
            {"counted", "计入年度报告", api::choice("CountedAs", remedy::counted_as_values()),
             Need::optional}};
}

}  // namespace

Schema remedy_group_schema() {
    std::vector<api::Choice> choices;
    for (const auto group : law::remedy_groups()) {
        choices.push_back({std::string(law::key(group)), std::string(law::label(group))});
    }
    return api::choice_of("RemedyGroup", std::move(choices));
}

Schema remedy_result_schema() {
    std::vector<api::Choice> choices;
    for (const auto result : law::remedy_results()) {
        choices.push_back({std::string(law::key(result)), std::string(law::label(result))});
    }
    return api::choice_of("RemedyResult", std::move(choices));
}

std::optional<law::RemedyResult> remedy_result_of(std::string_view result_key) {
    const auto results = law::remedy_results();
    const auto found = std::ranges::find(results, result_key,
                                         [](law::RemedyResult result) { return law::key(result); });
    return found == results.end() ? std::nullopt : std::optional(*found);
}

Schema remedy_item_schema() {
    return api::object("Remedy", head_fields());
}

Schema remedy_detail_schema() {
    auto fields = head_fields();
    fields.push_back({"preceding", "起诉以前的复议", api::text(), Need::optional});
    fields.push_back({"subject", "不服的行为", api::text()});
    fields.push_back({"subject_label", "不服的行为的名称", api::text()});
    fields.push_back({"acts", "办理记录", api::list(act_item_schema())});
    fields.push_back({"clocks", "期限", api::list(clock_schema())});
    fields.push_back({"actions", "可以办理的事项", api::offered_actions()});
    fields.push_back({"action_fields", "各事项的填写项", fields_schema()});
    return api::object("RemedyDetail", std::move(fields));
}

Schema new_remedy_schema() {
    std::vector<api::Choice> subjects;
    for (const auto subject : law::remedy_subjects()) {
        subjects.push_back({std::string(remedy::key(subject)), std::string(law::label(subject))});
    }
    return api::object(
        "NewRemedy",
        {{"group", "种类", remedy_group_schema()},
         {"application", "所涉申请的标识或者编号", api::text(), Need::optional},
         {"preceding", "起诉以前的复议", api::text(), Need::optional},
         {"title", "案由", api::text_or_empty(1'000)},
         {"body_name", "复议机关、法院", api::text_or_empty(1'000)},
         {"body_number", "案号", api::text_or_empty(1'000), Need::optional},
         {"subject", "不服的行为", api::choice_of("RemedySubject", std::move(subjects))},
         {"claimant_name", "申请人或者原告", api::text_or_empty(1'000), Need::optional},
         {"on", "受理、立案日期", api::date(), Need::optional},
         {"text", "说明", api::long_text_or_empty(), Need::optional},
         {"files", "申请书、起诉状和其他材料", api::list(api::text(), 50), Need::optional}});
}

Schema remedy_act_schema() {
    return api::object("RemedyAct", {api::version_field(), {"entry", "内容", entry_schema()}});
}

Schema remedy_done_schema() {
    return api::object("RemedyDone",
                       {{"id", "标识", api::text()},
                        {"version", "版本", api::number()},
                        {"stage", "阶段", api::choice("RemedyStage", remedy::remedy_stages())}});
}

json::object remedy_item_json(const remedy::RemedySummary& summary) {
    json::object item{{"id", summary.public_id},
                      {"agency", summary.agency_code},
                      {"version", summary.version},
                      {"group", word(law::key(summary.group))},
                      {"group_label", word(law::label(summary.group))},
                      {"title", summary.title},
                      {"body_name", summary.body_name},
                      {"body_number", summary.body_number},
                      {"claimant", summary.masked_name},
                      {"application", api::json_of(summary.application_id)},
                      {"stage", word(key(summary.stage))},
                      {"stage_label", word(label(summary.stage))},
                      {"opened_on", summary.opened_on.iso()},
                      {"owed_by", api::json_of(summary.owed.due_on)},
                      {"concluded_on", api::json_of(summary.concluded_on)},
                      {"counted", word_of(summary.counted)}};
    add_signal(item, summary.signal);
    return item;
}

json::object remedy_detail_json(const remedy::RemedyView& view) {
    const auto& of = view.of;
    const auto& conclusion = view.standing.conclusion;
    json::object detail{
        {"id", of.public_id},
        {"agency", of.agency_code},
        {"version", of.version},
        {"group", word(law::key(of.group))},
        {"group_label", word(law::label(of.group))},
        {"title", of.title},
        {"body_name", of.body_name},
        {"body_number", of.body_number},
        {"claimant", of.masked_name},
        {"application", api::json_of(of.application_id)},
        {"preceding", api::json_of(of.preceding_id)},
        {"subject", word(remedy::key(of.subject))},
        {"subject_label", word(law::label(of.subject))},
        {"stage", word(key(view.standing.stage))},
        {"stage_label", word(label(view.standing.stage))},
        {"opened_on", view.standing.opened_on.iso()},
        {"owed_by", api::json_of(view.standing.owed_by)},
        {"concluded_on", conclusion ? json::value(conclusion->on.iso()) : json::value(nullptr)},
        {"counted", conclusion ? json::value(word(key(remedy::counted_as(conclusion->result))))
                               : json::value(nullptr)},
        {"acts", acts_json(of)},
        {"clocks", clocks_json(view)},
        {"actions", actions_json(view)},
        {"action_fields", fields_json(view)}};
    add_signal(detail, view.signal);
    return detail;
}

remedy::Entry remedy_entry_of(const api::Fields& fields) {
    remedy::Entry entry;
    entry.on = fields.date_if("on");
    entry.text = fields.text_if("text").value_or("");
    entry.reference = fields.text_if("reference").value_or("");
    entry.files = fields.has("files") ? fields.texts("files") : std::vector<std::string>();
    entry.is_simplified = fields.flag_if("is_simplified");
    entry.due_on = fields.date_if("due_on");
    entry.decision = fields.choice_if("decision", law::reconsideration_decision_of);
    entry.ruling = fields.choice_if("ruling", law::litigation_ruling_of);
    entry.counted = fields.choice_if("counted", remedy::counted_as_of);
    entry.counted_reason = fields.text_if("counted_reason").value_or("");
    if (const auto days = fields.number_if("days")) {
        entry.days = static_cast<int>(*days);
    }
    if (const auto number = fields.number_if("act_number")) {
        entry.act_number = static_cast<int>(*number);
    }
    return entry;
}

}  // namespace gk::web::office
