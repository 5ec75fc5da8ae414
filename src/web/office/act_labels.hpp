// What the acts in the trail are called in Chinese, and the things that they are about:
// "case.extend" → 申请：延长答复期限. Acts of a flow take the words of its table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/api/schema.hpp"

namespace gk::web::office {

// The act itself where it has no words: entries of a trail outlive the program that wrote them.
[[nodiscard]] std::string act_label(std::string_view act);

// "annual_report" → 年度报告
[[nodiscard]] std::string object_label(std::string_view object_kind);

// Every act that this program writes, those of one trade together and before them all of the trade:
// "case." 申请：全部操作, "case.extend" 申请：延长答复期限.
[[nodiscard]] std::vector<api::Choice> act_choices();

}  // namespace gk::web::office
