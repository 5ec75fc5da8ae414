#include "application/applicant_month_store.hpp"

namespace gk::application {

std::vector<ApplicationOfMonth> load_applications_of_month(store::Snapshot& snapshot,
                                                           const Case& of, Date submitted_on) {
    const Date first(submitted_on.year(), submitted_on.month(), 1);
    const auto next = first.plus_days(31);
    auto row = snapshot.query(
        "SELECT cases.id, cases.fee_notified_fen"
        " FROM case_applicants own JOIN case_applicants other"
        " ON other.identity_index = own.identity_index AND other.agency_id = own.agency_id"
        " AND other.part = own.part JOIN cases ON cases.id = other.case_id"
        " WHERE own.agency_id = ? AND own.case_id = ? AND own.part = 'applicant'"
        " AND cases.kind = ? AND cases.submitted_on >= ? AND cases.submitted_on < ?"
        " ORDER BY cases.submitted_on, cases.id",
        of.agency, of.id, key(CaseKind::disclosure), first, Date(next.year(), next.month(), 1));
    std::vector<ApplicationOfMonth> all;
    while (row.next()) {
        all.push_back({.id = row.get<Id<Case>>(0),
                       .place = static_cast<int>(all.size()) + 1,
                       .notified_fen = row.get<std::int64_t>(1)});
    }
    return all;
}

ApplicantMonth load_applicant_month(store::Snapshot& snapshot, const Case& of, Date submitted_on) {
    ApplicantMonth month;
    for (const auto& each : load_applications_of_month(snapshot, of, submitted_on)) {
        ++month.count;
        if (each.id == of.id) {
            month.place = each.place;
        } else {
            month.notified_fen += each.notified_fen;
        }
    }
    return month;
}

}  // namespace gk::application
