// The chapters of the rulebook on remedy notices and the results of remedies.
#include <fmt/format.h>

#include "law/remedy_clock.hpp"
#include "law/remedy_notice.hpp"
#include "law/remedy_outcome.hpp"
#include "law/rulebook_parts.hpp"

namespace gk::law::rulebook_parts {

namespace {

std::string bodies() {
    Table table({"机关", "行政复议机关", "依据", "垂直领导的", "依据"});
    for (const auto level : agency_levels()) {
        const auto local = *review_body(level, Leadership::local, newest_rules_on());
        const auto vertical = *review_body(level, Leadership::vertical, newest_rules_on());
        table.row({std::string(label(level)), std::string(label(local.value)),
                   citation(local.basis), std::string(label(vertical.value)),
                   citation(vertical.basis)});
    }
    return table.text();
}

std::string sentences(RemedySubject subject) {
    const RemedyFacts facts{.subject = subject,
                            .level = AgencyLevel::township,
                            .answered_on = newest_rules_on(),
                            .review_body_name = {},
                            .served_by = ServedBy::internet};
    const auto notice = *remedy_notice(facts, {});
    auto text =
        fmt::format("### {}：{}（{}）\n\n", label(subject), key(notice.kind), label(notice.kind));
    if (notice.statements.empty()) {
        text += "不写救济告知。\n";
    }
    for (const auto& statement : notice.statements) {
        text += fmt::format("- {}\n  依据：{}\n", statement.text, citations(statement.basis));
    }
    return text;
}

std::string clocks() {
    Table table({"期限", "长度", "依据"});
    for (const auto clock : remedy_clocks()) {
        const auto ruled = *remedy_clock(clock, newest_rules_on());
        table.row({std::string(label(clock)), text(ruled.value), citation(ruled.basis)});
    }
    return table.text();
}

template <typename Values>
std::string results(std::string_view head, const Values& values) {
    Table table({head, "依据", "计入表四", "询问经办人"});
    for (const auto value : values) {
        const auto [result, must_ask] = counting(value, {});
        table.row({std::string(label(value)), citations(basis(value)),
                   result ? std::string(label(*result)) : "不计入", must_ask ? "是" : "否"});
    }
    return table.text();
}

}  // namespace

std::string remedies_chapter() {
    std::string text =
        "## "
        "救济告知\n\n适用于2024年1月1日以后的答复。下列文字以乡镇人民政府通过互联网送达的答复为例。"
        "\n";
    for (const auto subject : remedy_subjects()) {
        text += "\n" + sentences(subject);
    }
    return text + "\n### 行政复议机关\n\n" + bodies();
}

std::string remedy_outcomes_chapter() {
    return "## "
           "行政复议、行政诉讼的结果\n\n各机关可以另行确定计入哪一项；“询问经办人”的，先按本表选好"
           "，由经办人"
           "确认。\n\n" +
           results("行政复议决定", reconsideration_decisions()) + "\n" +
           results("行政诉讼裁判", litigation_rulings()) +
           "\n### "
           "复议、诉讼中的期限\n\n起算的当日不计；末日不是工作日的，顺延到下一个工作日。\n\n" +
           clocks();
}

}  // namespace gk::law::rulebook_parts
