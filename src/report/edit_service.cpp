#include "report/edit_service.hpp"

#include <utility>

#include "base/text.hpp"
#include "people/service.hpp"
#include "report/acting_service.hpp"
#include "report/content_store.hpp"
#include "report/errors.hpp"
#include "report/store.hpp"

namespace gk::report {

namespace {

using people::Actor;
using store::Database;
using store::Transaction;

constexpr Provenance by_hand{.origin = CellOrigin::typed, .source_number = std::nullopt};

// The acts of one sitting are one act.
bool goes_on(const std::vector<Act>& acts, const std::string& actor, Moment now) {
    return !acts.empty() && acts.back().action == ReportAction::edit &&
           acts.back().actor == actor && acts.back().at.date() == now.date();
}

void keep(Transaction& transaction, const StoredReport& stored, const ReportEdit& edit) {
    replace_particulars(transaction, stored.key, stored.report);
    replace_text(transaction, stored.key, stored.report);
    for (const auto& each : edit.cells) {
        replace_cell(transaction, stored.key, each.cell, *find(stored.report, each.cell), by_hand);
    }
}

Result<StoredReport> edit_in(Transaction& transaction, const ReportReference& reference,
                             const ReportEdit& edit, const Actor& actor, Moment now) {
    GK_TRY(const auto agency, people::find_agency(transaction, reference.agency_code));
    const ReportKey key{agency.id, reference.report_year};
    const auto head = load_head(transaction, key);
    if (!head) {
        return error(report_not_found, agency.name, key.report_year);
    }
    auto stored = *load_report(transaction, key);
    GK_TRY(const auto after, permit(ReportAction::edit, stored.standing(), actor, now.date()));
    GK_CHECK(check_version(reference, *head));
    GK_CHECK(apply(stored.report, key.report_year, edit));
    keep(transaction, stored, edit);
    const Act act{.action = ReportAction::edit,
                  .actor = actor.trail_name(permission_for(ReportAction::edit), key.agency),
                  .at = now,
                  .comment = {}};
    if (goes_on(stored.acts, act.actor, now)) {
        append_to_trail(transaction, key, *head, act, after);
    } else {
        append_act(transaction, key, *head, act, after);
    }
    check_with_next(transaction, agency, key);
    return *load_report(transaction, key);
}

Result<StoredReport> start_in(Transaction& transaction, const ReportReference& reference,
                              const Actor& actor, Moment now) {
    GK_TRY(const auto agency, people::find_agency(transaction, reference.agency_code));
    const ReportKey key{agency.id, reference.report_year};
    if (load_head(transaction, key)) {
        return error(report_there, key.report_year).at("year");
    }
    GK_CHECK(check_year(reference.report_year, now.date()));
    const auto head = head_or_new(transaction, key);
    GK_CHECK(take_step(transaction, key, head, ReportAction::start, {}, actor, now));
    replace_content(transaction, key, blank_report(agency.name, key.report_year), by_hand);
    check_with_next(transaction, agency, key);
    return *load_report(transaction, key);
}

}  // namespace

Result<StoredReport> start_report(Database& database, const ReportReference& reference,
                                  const Actor& actor, Moment now) {
    return database.write(
        [&](Transaction& transaction) { return start_in(transaction, reference, actor, now); });
}

Result<StoredReport> edit_report(Database& database, const ReportReference& reference,
                                 const ReportEdit& edit, const Actor& actor, Moment now) {
    return database.write([&](Transaction& transaction) {
        return edit_in(transaction, reference, edit, actor, now);
    });
}

}  // namespace gk::report
