#include "report/movement_service.hpp"

#include "application/case_store.hpp"
#include "application/receipt_settings_store.hpp"
#include "base/text.hpp"
#include "remedy/store.hpp"

namespace gk::report {

namespace {

using store::Snapshot;

constexpr std::string_view not_counted = "未计入";

std::string joined(const std::vector<std::string>& labels) {
    return labels.empty() ? std::string(not_counted) : text::join(labels, "、");
}

// 本年新收、（一）予以公开
std::string in_words(const ApplicationFact& fact, int report_year, law::ReportFormat format) {
    std::vector<std::string> labels;
    for (const auto& counted : counts_of(fact, report_year)) {
        labels.emplace_back(law::label(rows_of(counted, format).front()));
    }
    return joined(labels);
}

// As it stood after its events up to the moment.
ApplicationFact fact_at(const application::Case& of, const ComputeDesk& desk,
                        const law::ReceiptRules& rules, Moment moment) {
    auto then = of;
    std::erase_if(then.events, [&](const auto& event) { return event.at > moment; });
    if (then.events.empty() || of.kind != application::CaseKind::disclosure) {
        return {};
    }
    const auto standing = application::standing_of(then, desk.calendar, moment.date(), rules);
    GK_ASSERT(standing.has_value());
    const auto& counted = standing->counted;
    return {.applicant_kind = of.applicant_kind,
            .received_on = standing->received_on,
            .concluded_on = counted ? std::optional(counted->on) : std::nullopt,
            .outcome = counted ? counted->outcome : std::nullopt};
}

std::string in_words(const remedy::RemedyCase& of, const ComputeDesk& desk,
                     const law::CountingOverrides& overrides, int report_year, RemedyScope scope,
                     Moment moment) {
    auto then = of;
    std::erase_if(then.acts, [&](const auto& act) { return act.at > moment; });
    if (then.acts.empty()) {
        return std::string(not_counted);
    }
    const auto standing = remedy::standing_of(then, desk.calendar, overrides);
    const auto& conclusion = standing.conclusion;
    const auto result =
        result_in({.group = of.group,
                   .opened_on = standing.opened_on,
                   .concluded_on = conclusion ? std::optional(conclusion->on) : std::nullopt,
                   .result = conclusion ? conclusion->result : std::nullopt},
                  report_year, scope);
    return result ? std::string(law::label(of.group)) + "：" + std::string(law::label(*result))
                  : std::string(not_counted);
}

std::vector<Id<application::Case>> changed_cases(Snapshot& snapshot, Id<people::Agency> agency,
                                                 Moment moment) {
    auto row = snapshot.query(
        "SELECT DISTINCT case_id FROM case_events WHERE agency_id = ? AND acted_at > ?"
        " ORDER BY case_id",
        agency, moment);
    std::vector<Id<application::Case>> ids;
    while (row.next()) {
        ids.push_back(row.get<Id<application::Case>>(0));
    }
    return ids;
}

std::vector<std::string> changed_remedies(Snapshot& snapshot, Id<people::Agency> agency,
                                          Moment moment) {
    auto row = snapshot.query(
        "SELECT DISTINCT r.public_id FROM remedy_acts a JOIN remedy_cases r ON r.id = a.remedy_id"
        " WHERE a.agency_id = ? AND a.acted_at > ? ORDER BY r.public_id",
        agency, moment);
    std::vector<std::string> ids;
    while (row.next()) {
        ids.push_back(row.get<std::string>(0));
    }
    return ids;
}

}  // namespace

std::vector<CaseMovement> movements_since(Snapshot& snapshot, const ComputeDesk& desk,
                                          ReportKey key, law::ReportFormat format,
                                          RemedyScope scope, Moment moment, Moment now) {
    std::vector<CaseMovement> movements;
    const auto add = [&](CaseMovement movement) {
        if (movement.before != movement.now) {
            movements.push_back(std::move(movement));
        }
    };
    for (const auto id : changed_cases(snapshot, key.agency, moment)) {
        const auto of = application::load_case(snapshot, id);
        GK_ASSERT(of.has_value());
        const auto rules = application::receipt_rules_of(snapshot, *of);
        const auto words_at = [&](Moment then) {
            return in_words(fact_at(*of, desk, rules, then), key.report_year, format);
        };
        add({.is_remedy = false,
             .public_id = of->public_id,
             .number = of->number,
             .before = words_at(moment),
             .now = words_at(now),
             .act = std::string(application::label(of->events.back().action)),
             .acted_at = of->events.back().at});
    }
    const auto overrides = remedy::load_overrides(snapshot, key.agency);
    for (const auto& id : changed_remedies(snapshot, key.agency, moment)) {
        const auto of = remedy::load_remedy(snapshot, id);
        GK_ASSERT(of.has_value());
        const auto words_at = [&](Moment then) {
            return in_words(*of, desk, overrides, key.report_year, scope, then);
        };
        add({.is_remedy = true,
             .public_id = of->public_id,
             .number = of->body_number,
             .before = words_at(moment),
             .now = words_at(now),
             .act = std::string(remedy::label(of->acts.back().action)),
             .acted_at = of->acts.back().at});
    }
    return movements;
}

}  // namespace gk::report
