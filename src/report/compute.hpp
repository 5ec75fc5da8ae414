// Tables 三 and 四 from the cases of an agency (条例 art. 50): which case is counted in which row,
// by the dates that govern, and every cell with the rule that finds its cases again. Pure. READING:
// 0025, which year a case is counted in.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "application/count_store.hpp"
#include "base/date.hpp"
#include "law/report_format.hpp"
#include "report/annual_report.hpp"

namespace gk::report {

// An application as far as table 三 minds: received on the day of art. 31, concluded by its first
// outcome.
struct ApplicationFact {
    application::ApplicantKind applicant_kind = application::ApplicantKind::natural_person;
    std::optional<Date> received_on = {};  // Nothing: it was never received, and is not counted.
    std::optional<Date> concluded_on = {};
    std::optional<law::Outcome> outcome = {};  // Where it is concluded.
};

// How one application is counted in a year: what count_cases() adds up. Empty: not at all.
[[nodiscard]] std::vector<application::CaseCount> counts_of(const ApplicationFact& fact,
                                                            int report_year);

// The rows in which each case that is counted so is counted, in the order of the form: what is
// concluded has its outcome and the total.
[[nodiscard]] std::vector<law::ApplicationRow> rows_of(const application::CaseCount& counted,
                                                       law::ReportFormat format);

// Every cell of the form, with 0 where there is no case.
[[nodiscard]] ApplicationTable application_table(std::span<const application::CaseCount> counts,
                                                 law::ReportFormat format);

// Which remedies a table takes in.
enum class RemedyScope {
    all_of_year,    // Also those of earlier years that ended in it or are still pending.
    filed_in_year,  // Only those accepted or docketed in it.
};
[[nodiscard]] std::span<const RemedyScope> remedy_scopes();
[[nodiscard]] std::string_view key(RemedyScope scope);
[[nodiscard]] std::string_view label(RemedyScope scope);
[[nodiscard]] std::optional<RemedyScope> remedy_scope_of(std::string_view key);

// A reconsideration or a lawsuit as far as table 四 minds.
struct RemedyFact {
    law::RemedyGroup group = law::RemedyGroup::reconsideration;
    Date opened_on;
    std::optional<Date> concluded_on = {};
    // Where it is concluded; nothing: it is not counted at all.
    std::optional<law::RemedyResult> result = {};
};

struct RemedyCount {
    law::RemedyGroup group = law::RemedyGroup::reconsideration;
    law::RemedyResult result = law::RemedyResult::pending;
    std::int64_t count = 0;
};

// Nothing where it is not counted in that period,
[[nodiscard]] std::optional<law::RemedyResult> result_in(const RemedyFact& fact,
                                                         const application::Period& period,
                                                         RemedyScope scope);
// or year.
[[nodiscard]] std::optional<law::RemedyResult> result_in(const RemedyFact& fact, int report_year,
                                                         RemedyScope scope);

[[nodiscard]] RemedyTable remedy_table(std::span<const RemedyCount> counts);

// 2025年，本机关收取政府信息公开信息处理费2件，共计150元。
[[nodiscard]] std::string fee_sentence(int report_year, const application::CollectedFees& fees);

}  // namespace gk::report
