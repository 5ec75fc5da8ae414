#include "application/applicant_month_store.hpp"

#include "base/assert.hpp"

namespace gk::application {

ApplicantMonth load_applicant_month(store::Snapshot& snapshot, const Case& of, Date submitted_on) {
    const Date first(submitted_on.year(), submitted_on.month(), 1);
    const auto next = first.plus_days(31);
    auto row = snapshot.query(
        "SELECT COUNT(*),"
        " COUNT(CASE WHEN cases.submitted_on < ? OR (cases.submitted_on = ? AND cases.id <= ?)"
        " THEN 1 END),"
        " CAST(COALESCE(SUM(CASE WHEN cases.id <> ? THEN cases.fee_notified_fen END), 0) AS bigint)"
        " FROM case_applicants own JOIN case_applicants other"
        " ON other.identity_index = own.identity_index AND other.agency_id = own.agency_id"
        " AND other.part = own.part JOIN cases ON cases.id = other.case_id"
        " WHERE own.agency_id = ? AND own.case_id = ? AND own.part = 'applicant'"
        " AND cases.kind = ? AND cases.submitted_on >= ? AND cases.submitted_on < ?",
        submitted_on, submitted_on, of.id, of.id, of.agency, of.id, key(CaseKind::disclosure),
        first, Date(next.year(), next.month(), 1));
    GK_ASSERT(row.next());
    return {.count = row.get<int>(0),
            .place = of.kind == CaseKind::disclosure ? row.get<int>(1) : 0,
            .notified_fen = row.get<std::int64_t>(2)};
}

}  // namespace gk::application
