#include "report/acting_service.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "law/instrument.hpp"
#include "report/content_store.hpp"
#include "report/edit.hpp"
#include "report/errors.hpp"
#include "report/missing_parts.hpp"

namespace gk::report {

namespace {

using people::Actor;
using people::Agency;
using store::Snapshot;
using store::Transaction;

constexpr std::string_view full_stop = "。";

// A report that is not whole, or whose figures do not agree, is cleared only by someone who says
// why. One that was taken from a file is as it was published.
Result<void> check_clearing(Snapshot& snapshot, ReportKey key, std::string_view reason) {
    if (!reason.empty()) {
        return {};
    }
    std::vector<std::string> failing;
    const auto stored = load_report(snapshot, key);
    if (const auto missing = missing_parts(stored->report);
        stored->sources.empty() && !missing.empty()) {
        return error(parts_missing, text::join(missing, "，"))
            .at("comment")
            .on({"regulation-2019", 50});
    }
    for (const auto* relation : stored->check.errors()) {
        std::string_view text = relation->text;
        if (text.ends_with(full_stop)) {
            text.remove_suffix(full_stop.size());
        }
        failing.emplace_back(text);
    }
    if (!failing.empty()) {
        return error(clearing_reason_missing, failing.size(), text::join(failing, "；"))
            .at("comment");
    }
    return {};
}

void check_again(Transaction& transaction, const Agency& agency, const StoredReport& stored) {
    const auto previous = load_report(transaction, {agency.id, stored.key.report_year - 1});
    replace_check(transaction, stored.key,
                  check(stored.report, {.previous = previous ? &previous->report : nullptr,
                                        .level = agency.level}));
}

}  // namespace

Result<void> check_year(int report_year, Date today) {
    const auto first =
        static_cast<int>(law::find_instrument("regulation-2008")->effective_on.year());
    if (report_year < first || report_year > today.year()) {
        return error(year_out_of_range, report_year, first, today.year()).at("year");
    }
    return {};
}

Result<void> check_version(const ReportReference& reference, const ReportHead& head) {
    if (reference.version && *reference.version != head.version) {
        return error(changed_by_another, head.version, *reference.version);
    }
    return {};
}

Result<ReportHead> take_step(Transaction& transaction, ReportKey key, const ReportHead& head,
                             ReportAction action, std::string_view comment, const Actor& actor,
                             Moment now) {
    GK_TRY(const auto after,
           permit(action, {key.report_year, head.status, key.agency, head.drafters}, actor,
                  now.date()));
    if (action == ReportAction::submit) {
        GK_CHECK(check_cells(*load_report(transaction, key)));
    }
    if (action == ReportAction::clear) {
        GK_CHECK(check_clearing(transaction, key, comment));
    }
    const Act act{.action = action,
                  .actor = actor.trail_name(permission_for(action), key.agency),
                  .at = now,
                  .comment = std::string(comment)};
    append_act(transaction, key, head, act, after);
    auto drafters = head.drafters;
    std::ranges::move(drafters_of({&act, 1}), std::back_inserter(drafters));
    return ReportHead{.version = head.version + 1,
                      .status = after,
                      .act_count = head.act_count + 1,
                      .source_count = head.source_count,
                      .drafters = std::move(drafters)};
}

void check_with_next(Transaction& transaction, const Agency& agency, ReportKey key) {
    for (const int year : {key.report_year, key.report_year + 1}) {
        if (const auto stored = load_report(transaction, {agency.id, year})) {
            check_again(transaction, agency, *stored);
        }
    }
}

ReportHead head_or_new(Transaction& transaction, ReportKey key) {
    if (const auto head = load_head(transaction, key)) {
        return *head;
    }
    insert_report(transaction, key, new_public_id());
    return {};
}

}  // namespace gk::report
