// The statutory tables as towns print them: rows of cells with spans and with the noise of real
// documents in their labels. Layouts are made of it.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "report/annual_report.hpp"

namespace gk::report {

using Random = std::mt19937;

inline bool chance(Random& random, int percent) {
    return static_cast<int>(random() % 100U) < percent;
}

struct ModelCell {
    std::string text;
    int columns = 1;
    int rows = 1;
};

using ModelRow = std::vector<ModelCell>;
using ModelTable = std::vector<ModelRow>;

// What a document may do to labels.
struct Noise {
    bool half_width = false;        // (一) for （一）, "," for "，".
    bool spaces = false;            // 总 计
    bool other_with_qi_ta = false;  // 其它
    bool misprints = false;         // One character of a long label is missing.
    bool other_numbers = false;     // １、for 1.
    bool no_group_numbers = false;  // 不予公开 for （三）不予公开
};

[[nodiscard]] Noise random_noise(Random& random);

// A report of this form with figures in every cell, whose sums hold or not. `with_marks`: some
// cells are blank or hold /, - or 无.
[[nodiscard]] AnnualReport random_report(law::ReportFormat format, bool with_marks, Random& random);

[[nodiscard]] ModelTable proactive_model(const AnnualReport& report, const Noise& noise,
                                         Random& random);
[[nodiscard]] ModelTable application_model(const AnnualReport& report, const Noise& noise,
                                           Random& random);
[[nodiscard]] ModelTable remedy_model(const AnnualReport& report, const Noise& noise,
                                      Random& random);

}  // namespace gk::report
