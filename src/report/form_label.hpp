// The labels of the two forms, known again in print: exactly, shortened, with a note in brackets,
// or with a few characters missing or misprinted.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "report/folded_text.hpp"

namespace gk::report {

enum class LabelKind : std::uint8_t {
    article_item,        // 第二十条第（一）项
    content_head,        // 信息内容
    proactive_item,      // law::ProactiveItem
    proactive_column,    // law::ProactiveColumn
    balance_note,        // 本列数据的勾稽关系为…
    applicants_head,     // 申请人情况
    organizations_head,  // 法人或其他组织
    applicant_column,    // law::ApplicantColumn, but for 其他 and 总计
    application_row,     // law::ApplicationRow, but for 其他处理, 其他 and 总计
    outcomes_head,       // 本年度办理结果
    outcome_group,       // 不予公开, 无法提供, 不予处理
    otherwise_closed,    // 其他处理: a group of three rows, or one row
    litigation_head,     // 行政诉讼
    remedy_group,        // law::RemedyGroup
    remedy_result,       // law::RemedyResult, but for 总计
    other,               // 其他: a column or a row
    total,               // 总计: a column or a row
};

struct FormLabel {
    LabelKind kind;
    std::uint8_t value = 0;  // The enumerator, where the kind has an enumeration.

    friend bool operator==(const FormLabel&, const FormLabel&) = default;
};

struct LabelMatch {
    FormLabel label;
    int cost = 0;  // 0 for the label itself; more, the less sure.
};

// What the cost of a piece of text that is no label is, beside the costs of matches.
inline constexpr int no_label_cost = 8;

// The label itself, perhaps with a note in brackets behind; quick.
[[nodiscard]] std::optional<FormLabel> exact_label(const FoldedText& text);
// The nearest label, where one is near enough and nearer than every other.
[[nodiscard]] std::optional<LabelMatch> nearest_label(const FoldedText& text);

}  // namespace gk::report
