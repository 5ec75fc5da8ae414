// What the acts in the trail are called in Chinese, and the things that they are about:
// "case.extend" → 申请：延长答复期限. Acts of a flow take the words of its table.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gk::web::office {

// The act itself where it has no words: entries of a trail outlive the program that wrote them.
[[nodiscard]] std::string act_label(std::string_view act);

// "annual_report" → 年度报告
[[nodiscard]] std::string object_label(std::string_view object_kind);

// Those that have words of their own, beside those of the flows.
struct NamedAct {
    std::string_view act;
    std::string_view label;
};

[[nodiscard]] std::span<const NamedAct> named_acts();

}  // namespace gk::web::office
