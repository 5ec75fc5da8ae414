// The problems that the rules of law answer with. A code is stable and never reused.
#pragma once

#include "base/problem.hpp"

namespace gk::law {

// What no law of that date answers, and what this program does not model of an old law.
inline constexpr ProblemCode no_law_in_force{"law.no_law_in_force", ErrorKind::refused,
                                             "{0}没有可适用的生效规定。",
                                             "请核对日期；《条例》自2008年5月1日起施行。"};
inline constexpr ProblemCode not_modelled{
    "law.not_modelled", ErrorKind::refused,
    "{0}适用2007年公布的《条例》，除答复期限和延期外，本系统不计算当时的规定。",
    "请按当时的规定人工办理。"};

}  // namespace gk::law
