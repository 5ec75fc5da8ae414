#include "remedy/flow.hpp"

#include <array>

#include "base/text.hpp"
#include "law/enum_table.hpp"
#include "people/permission.hpp"
#include "remedy/errors.hpp"

namespace gk::remedy {

namespace {

using enum RemedyStage;

using Stages = std::uint32_t;

constexpr Stages bit(RemedyStage stage) {
    return Stages{1} << static_cast<unsigned>(stage);
}

constexpr Stages examining = bit(awaiting_reply) | bit(in_examination);
constexpr Stages undecided = bit(registered) | examining | bit(suspended);
constexpr Stages open = undecided | bit(decided) | bit(on_appeal) | bit(awaiting_performance);

// In which kind of case the action is there.
enum class Kind { both, reconsideration, litigation };

constexpr Citation of_reconsideration(int article, int paragraph = 0) {
    return {"reconsideration-law-2023", article, paragraph};
}

constexpr Citation of_litigation(int article, int paragraph = 0) {
    return {"litigation-law-2017", article, paragraph};
}

constexpr FieldUse registration[] = {
    {"on", "受理或者立案日期", true}, {"text", "说明"}, {"files", "申请书、起诉状和其他材料"}};
constexpr FieldUse copy[] = {{"on", "收到副本的日期", true},
                             {"is_simplified", "适用简易程序"},
                             {"reference", "文书号"},
                             {"files", "副本"},
                             {"text", "说明"}};
constexpr FieldUse reply[] = {
    {"on", "提交日期", true}, {"reference", "文书号"}, {"files", "答复书、证据"}, {"text", "说明"}};
constexpr FieldUse hearing[] = {{"on", "日期", true}, {"text", "经过", true}, {"files", "笔录"}};
constexpr FieldUse event[] = {
    {"on", "日期", true}, {"text", "原因", true}, {"reference", "文书号"}, {"files", "文书"}};
constexpr FieldUse resumption[] = {
    {"on", "日期", true}, {"text", "说明"}, {"reference", "文书号"}, {"files", "文书"}};
constexpr FieldUse extension[] = {{"on", "通知日期", true},
                                  {"days", "延长的天数", true},
                                  {"reference", "文书号"},
                                  {"files", "文书"},
                                  {"text", "原因"}};
constexpr FieldUse decision[] = {{"on", "收到决定或者裁判的日期", true},
                                 {"decision", "复议决定"},
                                 {"ruling", "裁判结果"},
                                 {"counted", "计入年度报告"},
                                 {"counted_reason", "这样计的理由"},
                                 {"reference", "文书号"},
                                 {"files", "决定书、裁判文书"},
                                 {"text", "要点"}};
constexpr FieldUse new_reply[] = {{"on", "日期", true},
                                  {"due_on", "限定的答复日期"},
                                  {"text", "要求", true},
                                  {"reference", "文书号"}};
constexpr FieldUse performance[] = {{"on", "履行日期", true},
                                    {"text", "履行情况", true},
                                    {"reference", "文书号"},
                                    {"files", "材料"}};
constexpr FieldUse documents[] = {{"files", "材料", true}, {"text", "说明"}};
constexpr FieldUse closing[] = {{"on", "办结日期"}, {"text", "说明"}};
constexpr FieldUse cancelling[] = {{"act_number", "记录", true}, {"text", "撤销的原因", true}};

struct Row {
    RemedyAction value;
    Kind kind;
    Stages stages;
    Citation basis;             // Of a reconsideration, or of both,
    Citation litigation_basis;  // and of a lawsuit.
    std::span<const FieldUse> fields;
};

constexpr auto rows = law::enum_table(std::array{
    // No act on a case that is there: it makes one.
    Row{RemedyAction::register_remedy, Kind::both, 0, of_reconsideration(30), of_litigation(51),
        registration},
    Row{RemedyAction::receive_copy, Kind::both, bit(registered), of_reconsideration(48),
        of_litigation(67, 1), copy},
    Row{RemedyAction::submit_reply, Kind::both, bit(awaiting_reply), of_reconsideration(48),
        of_litigation(67, 1), reply},
    Row{RemedyAction::record_hearing, Kind::both, examining, of_reconsideration(50),
        of_litigation(54), hearing},
    Row{RemedyAction::suspend,
        Kind::both,
        bit(registered) | examining,
        of_reconsideration(39),
        {},
        event},
    Row{RemedyAction::resume, Kind::both, bit(suspended), of_reconsideration(39), {}, resumption},
    Row{RemedyAction::record_extension,
        Kind::reconsideration,
        examining,
        of_reconsideration(62, 1),
        {},
        extension},
    Row{RemedyAction::record_decision, Kind::both, undecided, of_reconsideration(61),
        of_litigation(80), decision},
    Row{RemedyAction::record_appeal, Kind::litigation, bit(decided), {}, of_litigation(85), event},
    Row{RemedyAction::record_final_ruling,
        Kind::litigation,
        bit(on_appeal),
        {},
        of_litigation(89),
        decision},
    Row{RemedyAction::order_new_reply, Kind::both, bit(decided), of_reconsideration(77, 1),
        of_litigation(94), new_reply},
    Row{RemedyAction::record_performance, Kind::both, bit(awaiting_performance),
        of_reconsideration(77, 1), of_litigation(94), performance},
    Row{RemedyAction::add_document, Kind::both, open, {}, {}, documents},
    Row{RemedyAction::close, Kind::both, bit(decided), {}, {}, closing},
    Row{RemedyAction::cancel_act, Kind::both, open | bit(closed), {}, {}, cancelling},
});

std::string_view kind_label(law::RemedyGroup group) {
    return is_litigation(group) ? "行政诉讼" : "行政复议";
}

bool is_of_kind(const Row& row, law::RemedyGroup group) {
    switch (row.kind) {
        case Kind::both:
            return true;
        case Kind::reconsideration:
            return !is_litigation(group);
        case Kind::litigation:
            return is_litigation(group);
    }
    throw_bug("a kind of remedy", std::source_location::current());
}

// 收到副本、撤销一条记录: what can follow.
std::string possible_actions(law::RemedyGroup group, RemedyStage stage) {
    std::vector<std::string> labels;
    for (const auto& row : rows.rows()) {
        if ((row.stages & bit(stage)) != 0 && is_of_kind(row, group)) {
            labels.emplace_back(label(row.value));
        }
    }
    return text::join(labels, "、");
}

// Once the last instance has ruled, there is no other appeal.
bool is_appeal_used(RemedyAction action, const Standing& standing) {
    return action == RemedyAction::record_appeal && standing.appeal != nullptr;
}

}  // namespace

std::span<const FieldUse> action_fields(RemedyAction action) {
    return rows[action].fields;
}

Citation basis(RemedyAction action, law::RemedyGroup group) {
    return is_litigation(group) ? rows[action].litigation_basis : rows[action].basis;
}

Result<void> permit(RemedyAction action, const Situation& situation) {
    const auto& [of, standing, actor, today] = situation;
    if (!actor.may(people::Permission::remedy_handle, of.agency)) {
        return error(remedy_not_allowed, "办理复议和诉讼");
    }
    const auto& row = rows[action];
    if (!is_of_kind(row, of.group)) {
        return error(is_litigation(of.group) ? only_reconsideration : only_litigation,
                     label(action));
    }
    if ((row.stages & bit(standing.stage)) == 0 || is_appeal_used(action, standing)) {
        return error(action_not_now, kind_label(of.group), label(standing.stage), label(action),
                     possible_actions(of.group, standing.stage));
    }
    if (action == RemedyAction::order_new_reply && !of.application_id) {
        return error(without_application, kind_label(of.group), label(action));
    }
    return {};
}

std::vector<AvailableAction> available_actions(const Situation& situation) {
    std::vector<AvailableAction> available;
    for (const auto action : remedy_actions()) {
        if (action == RemedyAction::register_remedy ||
            !is_of_kind(rows[action], situation.of.group)) {
            continue;
        }
        auto permitted = permit(action, situation);
        available.push_back(
            {action, permitted ? std::nullopt : std::optional(std::move(permitted).error())});
    }
    return available;
}

}  // namespace gk::remedy
