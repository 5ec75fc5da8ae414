// Something to look at that is no relation: a figure in the prose, the wrong form for the year.
#pragma once

#include <string>

namespace gk::report {

struct Remark {
    std::string code;  // Stable: "reading.title_not_found".
    std::string text;  // Chinese, one sentence.
    std::string place;
};

}  // namespace gk::report
