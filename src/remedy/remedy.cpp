#include "remedy/remedy.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/assert.hpp"
#include "law/enum_table.hpp"

namespace gk::remedy {

namespace {

using law::enum_table;

struct StageRow {
    RemedyStage value;
    std::string_view key;
    std::string_view label;
};

constexpr auto stages = enum_table(std::array{
    StageRow{RemedyStage::registered, "registered", "已登记"},
    StageRow{RemedyStage::awaiting_reply, "awaiting_reply", "待答复或者答辩"},
    StageRow{RemedyStage::in_examination, "in_examination", "审理中"},
    StageRow{RemedyStage::suspended, "suspended", "中止"},
    StageRow{RemedyStage::decided, "decided", "已作出决定或者裁判"},
    StageRow{RemedyStage::on_appeal, "on_appeal", "上诉审理中"},
    StageRow{RemedyStage::awaiting_performance, "awaiting_performance", "待重新答复"},
    StageRow{RemedyStage::closed, "closed", "已办结"},
});

struct ActionRow {
    RemedyAction value;
    std::string_view key;
    std::string_view label;
};

constexpr auto actions = enum_table(std::array{
    ActionRow{RemedyAction::register_remedy, "register_remedy", "登记复议或者诉讼"},
    ActionRow{RemedyAction::receive_copy, "receive_copy", "收到申请书或者起诉状副本"},
    ActionRow{RemedyAction::submit_reply, "submit_reply", "提交答复书或者答辩状"},
    ActionRow{RemedyAction::record_hearing, "record_hearing", "记录听证或者开庭"},
    ActionRow{RemedyAction::suspend, "suspend", "登记中止"},
    ActionRow{RemedyAction::resume, "resume", "登记恢复审理"},
    ActionRow{RemedyAction::record_extension, "record_extension", "登记延长审理期限"},
    ActionRow{RemedyAction::record_decision, "record_decision", "登记决定或者一审裁判"},
    ActionRow{RemedyAction::record_appeal, "record_appeal", "登记上诉"},
    ActionRow{RemedyAction::record_final_ruling, "record_final_ruling", "登记终审裁判"},
    ActionRow{RemedyAction::order_new_reply, "order_new_reply", "重新答复原申请"},
    ActionRow{RemedyAction::record_performance, "record_performance", "登记履行完毕"},
    ActionRow{RemedyAction::add_document, "add_document", "补充材料"},
    ActionRow{RemedyAction::close, "close", "办结"},
    ActionRow{RemedyAction::cancel_act, "cancel_act", "撤销一条记录"},
});

struct CountedRow {
    CountedAs value;
    std::string_view key;
    std::string_view label;
};

constexpr auto counted_values = enum_table(std::array{
    CountedRow{CountedAs::upheld, "upheld", "结果维持"},
    CountedRow{CountedAs::overturned, "overturned", "结果纠正"},
    CountedRow{CountedAs::other_result, "other_result", "其他结果"},
    CountedRow{CountedAs::not_counted, "not_counted", "不计入"},
});

struct SubjectRow {
    law::RemedySubject value;
    std::string_view key;
};

constexpr auto subjects = enum_table(std::array{
    SubjectRow{law::RemedySubject::refusal, "refusal"},
    SubjectRow{law::RemedySubject::withheld_part, "withheld_part"},
    SubjectRow{law::RemedySubject::other_answer, "other_answer"},
    SubjectRow{law::RemedySubject::no_answer, "no_answer"},
    SubjectRow{law::RemedySubject::not_an_answer, "not_an_answer"},
});

}  // namespace

std::span<const RemedyStage> remedy_stages() {
    return stages.values();
}

std::string_view key(RemedyStage stage) {
    return stages[stage].key;
}

std::string_view label(RemedyStage stage) {
    return stages[stage].label;
}

std::optional<RemedyStage> remedy_stage_of(std::string_view key) {
    return stages.value_of(key);
}

std::span<const RemedyAction> remedy_actions() {
    return actions.values();
}

std::string_view key(RemedyAction action) {
    return actions[action].key;
}

std::string_view label(RemedyAction action) {
    return actions[action].label;
}

std::optional<RemedyAction> remedy_action_of(std::string_view key) {
    return actions.value_of(key);
}

std::span<const CountedAs> counted_as_values() {
    return counted_values.values();
}

std::string_view key(CountedAs value) {
    return counted_values[value].key;
}

std::string_view label(CountedAs value) {
    return counted_values[value].label;
}

std::optional<CountedAs> counted_as_of(std::string_view key) {
    return counted_values.value_of(key);
}

CountedAs counted_as(const std::optional<law::RemedyResult>& result) {
    if (!result) {
        return CountedAs::not_counted;
    }
    const auto value = counted_as_of(law::key(*result));
    GK_ASSERT(value.has_value());
    return *value;
}

std::optional<law::RemedyResult> result_of(CountedAs value) {
    switch (value) {
        case CountedAs::upheld:
            return law::RemedyResult::upheld;
        case CountedAs::overturned:
            return law::RemedyResult::overturned;
        case CountedAs::other_result:
            return law::RemedyResult::other_result;
        case CountedAs::not_counted:
            return std::nullopt;
    }
    throw_bug("a column of table 四", std::source_location::current());
}

bool is_litigation(law::RemedyGroup group) {
    return group != law::RemedyGroup::reconsideration;
}

std::optional<law::RemedyGroup> remedy_group_of(std::string_view key) {
    for (const auto group : law::remedy_groups()) {
        if (law::key(group) == key) {
            return group;
        }
    }
    return std::nullopt;
}

std::string_view key(law::RemedySubject subject) {
    return subjects[subject].key;
}

std::optional<law::RemedySubject> remedy_subject_of(std::string_view key) {
    return subjects.value_of(key);
}

std::vector<const Act*> standing_acts(std::span<const Act> acts) {
    std::set<int> cancelled;
    for (const auto& act : acts) {
        if (act.action == RemedyAction::cancel_act) {
            cancelled.insert(act.number);
            cancelled.insert(act.entry.act_number.value_or(0));
        }
    }
    std::vector<const Act*> standing;
    for (const auto& act : acts) {
        if (!cancelled.contains(act.number)) {
            standing.push_back(&act);
        }
    }
    return standing;
}

}  // namespace gk::remedy
