// A relation in words, with its figures: what a clerk reads.
#pragma once

#include <string>

#include "law/cross_check.hpp"
#include "report/check.hpp"

namespace gk::report {

// "“总计”列：新收14069＋上年结转560＝14629，办理总计13810＋结转下年819＝14629，相符。"
[[nodiscard]] std::string equation_text(const law::Equation& equation, const Relation& relation,
                                        const AnnualReport& report, const AnnualReport* previous);

}  // namespace gk::report
