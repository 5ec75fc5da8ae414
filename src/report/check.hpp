// The cross-checks (勾稽关系) of an annual report, each with both sides, its cells and its place.
// R1 to R11 of the arithmetic of the form; pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "law/agency_level.hpp"
#include "report/annual_report.hpp"
#include "report/remark.hpp"
#include "report/similarity.hpp"

namespace gk::report {

enum class RelationState { holds, fails, not_assessable };
enum class Severity { error, warning };

// One relation of one report. `code` is published: "applications.balance[total]".
struct Relation {
    std::string code;
    RelationState state = RelationState::not_assessable;
    Severity severity = Severity::error;
    std::optional<Decimal> left;
    std::optional<Decimal> right;
    std::vector<std::string> cells;  // Names of cells: the left side first.
    std::string place;  // Where the right side, or what there is, stands; empty where typed.
    std::string text;   // The equation with its figures in words, Chinese.
    std::string hint;   // What explains a failure (a reading slip: check against the source).
};

struct CheckResult {
    std::vector<Relation> relations;       // R1 to R4, in the order of the form.
    std::vector<Relation> more_relations;  // R5 to R11.
    std::vector<Remark> remarks;

    // The relations of level error that fail, in their order.
    [[nodiscard]] std::vector<const Relation*> errors() const&;
    std::vector<const Relation*> errors() && = delete;
    // Whether there is one.
    [[nodiscard]] bool has_error() const;
};

struct CheckContext {
    const AnnualReport* previous = nullptr;  // The year before, for R5, R6 and similarity.
    std::optional<law::AgencyLevel> level;   // For R9.
    // From which share of the text in common with the year before a remark is made.
    double similarity_min = similarity_remark_from;
};

[[nodiscard]] CheckResult check(const AnnualReport& report, const CheckContext& context);

}  // namespace gk::report
