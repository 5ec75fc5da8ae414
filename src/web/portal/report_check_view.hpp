// What the check of a report found, in words: one line a rule, an equation for each relation that
// does not hold, the signs of its cells.
#pragma once

#include <string>
#include <vector>

#include "report/check.hpp"
#include "web/page/template.hpp"
#include "web/portal/report_table_view.hpp"

namespace gk::web::portal {

// A mark says its state by shape, word and colour.
struct StateMark {
    std::string_view css_class;  // "is-ok"
    std::string_view icon;
    std::string word;
};

// The one sentence above the report.
struct Verdict {
    StateMark mark;
    std::string sentence;
};

[[nodiscard]] Verdict verdict(const report::AnnualReport& report,
                              const report::CheckResult& result);

// The relations that fail, as equations over the cells of this report.
class Explanations {
public:
    Explanations(const report::AnnualReport& report, const report::CheckResult& result);

    // For the tables: which cells to mark.
    [[nodiscard]] const BrokenCells& broken() const { return broken_; }

    // Fills report_check.html.
    void fill(page::Values& values) const;

private:
    struct Term {
        std::string tag;
        std::string name;
        std::string value;
    };

    struct Explanation {
        const report::Relation* relation;
        std::string_view statement;
        std::vector<Term> terms;
    };

    void explain(const report::AnnualReport& report, const report::Relation& relation);
    [[nodiscard]] std::string tag_of(const std::string& cell_name);

    const report::CheckResult& result_;
    std::vector<Explanation> explanations_;
    BrokenCells broken_;
};

}  // namespace gk::web::portal
