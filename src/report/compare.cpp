#include "report/compare.hpp"

#include <algorithm>

#include "report/cell_label.hpp"
#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

bool follows(const AnnualReport& later, const AnnualReport& earlier) {
    return earlier.report_year && later.report_year &&
           *later.report_year == *earlier.report_year + 1;
}

void add_cells(Comparison& comparison, const AnnualReport& first, const AnnualReport& second,
               law::ReportFormat format) {
    for (auto& [name, label] : labelled_cells(format)) {
        if (std::ranges::find(comparison.cells, name, &CellComparison::cell_name) !=
            comparison.cells.end()) {
            continue;
        }
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

// Those of the later report that need the one of the year before.
void add_relations(Comparison& comparison, const AnnualReport& later, const AnnualReport& before) {
    const auto alone = check(later, {.previous = nullptr, .level = std::nullopt});
    auto with_previous = check(later, {.previous = &before, .level = std::nullopt});
    for (auto& relation : with_previous.more_relations) {
        if (std::ranges::find(alone.more_relations, relation.code, &Relation::code) ==
            alone.more_relations.end()) {
            comparison.relations.push_back(std::move(relation));
        }
    }
}

}  // namespace

bool CellComparison::differs() const {
    if (first == nullptr || second == nullptr) {
        return true;
    }
    return first->value != second->value || shown(*first) != shown(*second);
}

std::size_t Comparison::change_count() const {
    return static_cast<std::size_t>(std::ranges::count_if(cells, &CellComparison::differs));
}

Agencies agencies_of(const AnnualReport& first, const AnnualReport& second) {
    if (!first.agency || !second.agency ||
        first.agency->find(*second.agency) != std::string::npos ||
        second.agency->find(*first.agency) != std::string::npos) {
        return Agencies::same;
    }
    return Agencies::different;
}

Comparison compare(const AnnualReport& first, const AnnualReport& second, Agencies agencies) {
    Comparison comparison;
    const auto format = second.format.value_or(law::ReportFormat::form_2021);
    add_cells(comparison, first, second, format);
    if (const auto other = first.format.value_or(format); other != format) {
        add_cells(comparison, first, second, other);
    }
    // NOLINTNEXTLINE(readability-suspicious-call-argument): how much of the second is new
    comparison.similarity = similarity(second, first);
    comparison.in_first = similarity(first, second).passages;
    const auto* later = agencies == Agencies::different ? nullptr
                        : follows(second, first)        ? &second
                        : follows(first, second)        ? &first
                                                        : nullptr;
    if (later != nullptr) {
        add_relations(comparison, *later, later == &second ? first : second);
    }
    return comparison;
}

}  // namespace gk::report
