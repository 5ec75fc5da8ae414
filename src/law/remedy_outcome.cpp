#include "law/remedy_outcome.hpp"

#include "law/enum_table.hpp"
#include "law/fixed_list.hpp"

namespace gk::law {

namespace {

using Decision = ReconsiderationDecision;
using Ruling = LitigationRuling;
using Result = RemedyResult;
using Bases = FixedList<Citation, 2>;

constexpr Citation reconsideration(int article) {
    return {"reconsideration-law-2023", article};
}

constexpr Citation litigation(int article) {
    return {"litigation-law-2017", article};
}

constexpr std::optional<Result> not_counted{};
constexpr bool ask = true;

template <typename Value>
struct Row {
    Value value;
    std::string_view key;
    std::string_view label;
    Bases basis;
    Counting counting;
};

constexpr auto decisions = enum_table(std::to_array<Row<Decision>>({
    {Decision::upheld, "upheld", "维持", {reconsideration(68)}, {Result::upheld}},
    {Decision::varied, "varied", "变更", {reconsideration(63)}, {Result::overturned}},
    {Decision::revoked,
     "revoked",
     "撤销、部分撤销，责令重作",
     {reconsideration(64), reconsideration(70)},
     {Result::overturned}},
    {Decision::confirmed_unlawful,
     "confirmed_unlawful",
     "确认违法",
     {reconsideration(65), reconsideration(70)},
     {Result::overturned}},
    {Decision::ordered_to_perform,
     "ordered_to_perform",
     "责令履行",
     {reconsideration(66), reconsideration(70)},
     {Result::overturned}},
    {Decision::confirmed_void,
     "confirmed_void",
     "确认无效",
     {reconsideration(67), reconsideration(70)},
     {Result::overturned}},
    {Decision::claim_dismissed,
     "claim_dismissed",
     "驳回复议请求",
     {reconsideration(69)},
     {Result::upheld, ask}},
    {Decision::application_dismissed,
     "application_dismissed",
     "驳回复议申请",
     {reconsideration(33)},
     {Result::other_result}},
    {Decision::not_accepted, "not_accepted", "不予受理", {reconsideration(30)}, {not_counted, ask}},
    {Decision::terminated,
     "terminated",
     "终止",
     {reconsideration(41), reconsideration(74)},
     {Result::other_result}},
    {Decision::mediated, "mediated", "调解书", {reconsideration(73)}, {Result::other_result, ask}},
    {Decision::suspended_or_pending,
     "suspended_or_pending",
     "中止，或者12月31日尚未审结",
     {reconsideration(39)},
     {Result::pending}},
}));

constexpr auto rulings = enum_table(std::to_array<Row<Ruling>>({
    {Ruling::claim_dismissed,
     "claim_dismissed",
     "驳回诉讼请求",
     {litigation(69)},
     {Result::upheld}},
    {Ruling::revoked, "revoked", "撤销、部分撤销", {litigation(70)}, {Result::overturned}},
    {Ruling::ordered_to_perform,
     "ordered_to_perform",
     "判决履行、给付",
     {litigation(72), litigation(73)},
     {Result::overturned}},
    {Ruling::confirmed_unlawful_or_void,
     "confirmed_unlawful_or_void",
     "确认违法、无效",
     {litigation(74), litigation(75)},
     {Result::overturned}},
    {Ruling::varied, "varied", "变更", {litigation(77)}, {Result::overturned}},
    {Ruling::suit_dismissed, "suit_dismissed", "裁定驳回起诉", {}, {Result::other_result}},
    {Ruling::not_docketed, "not_docketed", "不予立案", {}, {Result::other_result, ask}},
    {Ruling::withdrawn, "withdrawn", "准予撤诉", {litigation(62)}, {Result::other_result}},
    // READING: 0021, first and second instance are one case.
    {Ruling::pending, "pending", "尚未审结，包括上诉审理中", {}, {Result::pending}},
}));

template <typename Value>
Counting overridden(const std::map<Value, std::optional<Result>>& overrides, Value value,
                    const Counting& otherwise) {
    const auto found = overrides.find(value);
    return found == overrides.end() ? otherwise : Counting{found->second};
}

}  // namespace

std::span<const ReconsiderationDecision> reconsideration_decisions() {
    return decisions.values();
}

std::string_view key(ReconsiderationDecision decision) {
    return decisions[decision].key;
}

std::string_view label(ReconsiderationDecision decision) {
    return decisions[decision].label;
}

std::optional<ReconsiderationDecision> reconsideration_decision_of(std::string_view key) {
    return decisions.value_of(key);
}

std::span<const Citation> basis(ReconsiderationDecision decision) {
    return decisions[decision].basis.all();
}

Counting counting(ReconsiderationDecision decision, const CountingOverrides& overrides) {
    return overridden(overrides.reconsideration, decision, decisions[decision].counting);
}

std::span<const LitigationRuling> litigation_rulings() {
    return rulings.values();
}

std::string_view key(LitigationRuling ruling) {
    return rulings[ruling].key;
}

std::string_view label(LitigationRuling ruling) {
    return rulings[ruling].label;
}

std::optional<LitigationRuling> litigation_ruling_of(std::string_view key) {
    return rulings.value_of(key);
}

std::span<const Citation> basis(LitigationRuling ruling) {
    return rulings[ruling].basis.all();
}

Counting counting(LitigationRuling ruling, const CountingOverrides& overrides) {
    return overridden(overrides.litigation, ruling, rulings[ruling].counting);
}

}  // namespace gk::law
