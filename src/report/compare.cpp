#include "report/compare.hpp"

#include <algorithm>

#include "report/cell_label.hpp"
#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

bool follows(const AnnualReport& second, const AnnualReport& first) {
    return first.report_year && second.report_year && *second.report_year == *first.report_year + 1;
}

void add_cells(Comparison& comparison, const AnnualReport& first, const AnnualReport& second,
               law::ReportFormat format) {
    for (auto& [name, label] : labelled_cells(format)) {
        const auto* before = find(first, name);
        const auto* after = find(second, name);
        if (before == nullptr && after == nullptr) {
            continue;
        }
        std::optional<Decimal> change;
        if (before != nullptr && after != nullptr && before->value && after->value) {
            change = *after->value - *before->value;
        }
        comparison.cells.push_back({std::move(name), std::move(label), before, after, change});
    }
}

}  // namespace

bool CellComparison::differs() const {
    if (first == nullptr || second == nullptr) {
        return true;
    }
    return first->value != second->value || shown(*first) != shown(*second);
}

Comparison compare(const AnnualReport& first, const AnnualReport& second) {
    Comparison comparison;
    const auto format = second.format.value_or(law::ReportFormat::form_2021);
    add_cells(comparison, first, second, format);
    comparison.similarity = similarity(second, first);
    if (follows(second, first)) {
        const auto alone = check(second, {.previous = nullptr, .level = std::nullopt});
        auto with_previous = check(second, {.previous = &first, .level = std::nullopt});
        for (auto& relation : with_previous.more_relations) {
            if (std::ranges::find(alone.more_relations, relation.code, &Relation::code) ==
                alone.more_relations.end()) {
                comparison.relations.push_back(std::move(relation));
            }
        }
    }
    return comparison;
}

}  // namespace gk::report
