#include "application/entry_check.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "application/entry_fields.hpp"
#include "application/errors.hpp"
#include "base/text.hpp"
#include "law/errors.hpp"
#include "law/processing_fee.hpp"
#include "law/reply_period.hpp"

namespace gk::application {

namespace {

constexpr std::size_t parts_max = 50;

template <std::size_t count>
bool is_among(const std::array<Action, count>& some, Action action) {
    return std::ranges::find(some, action) != some.end();
}

std::string_view label_of(Action action, std::string_view field) {
    const auto uses = action_fields(action);
    const auto found = std::ranges::find(uses, field, &FieldUse::field);
    return found == uses.end() ? field : found->label;
}

void check_length(ProblemList& problems, std::string_view field, std::string_view label,
                  const std::string& value) {
    const auto length = static_cast<int>(text::decode(value).size());
    if (length > entry_text_max) {
        problems.add(error(text_too_long, label, length, entry_text_max).at(field));
    }
}

template <typename T>
void check_length(ProblemList& /*problems*/, std::string_view /*field*/, std::string_view /*label*/,
                  const T& /*value*/) {}

// In the order of the form.
void check_fields(ProblemList& problems, Action action, const Entry& entry) {
    for (const auto& use : action_fields(action)) {
        visit_fields(entry, [&](std::string_view name, const auto& value) {
            if (name == use.field && use.is_required && !is_given(value)) {
                problems.add(error(field_missing, use.label).at(name));
            }
        });
    }
    visit_fields(entry, [&](std::string_view name, const auto& value) {
        check_length(problems, name, label_of(action, name), value);
    });
}

void check_past(ProblemList& problems, Action action, std::string_view field,
                std::optional<Date> date, Date today) {
    if (date && *date > today) {
        problems.add(error(date_in_future, label_of(action, field), date->chinese()).at(field));
    }
}

void check_later(ProblemList& problems, Action action, const Entry& entry, Date today) {
    const auto on = entry.on.value_or(today);
    if (entry.due_on && *entry.due_on <= on) {
        problems.add(error(dates_crossed, label_of(action, "due_on"), entry.due_on->chinese(),
                           "办理之日", on.chinese())
                         .at("due_on"));
    }
}

// Art. 35: the deferred period is longer than that of art. 33.
void check_deferred(ProblemList& problems, const Entry& entry, const Situation& situation) {
    const auto due_on = situation.standing.reply_due_on;
    if (entry.due_on && due_on && *entry.due_on <= *due_on) {
        problems.add(error(law::deferral_not_later, entry.due_on->chinese(), due_on->chinese())
                         .at("due_on")
                         .on(law::deferral_basis));
    }
}

// Nothing in a case is earlier than its receipt.
void check_after_receipt(ProblemList& problems, Action action, const Entry& entry,
                         const Situation& situation) {
    const auto received_on = situation.standing.received_on;
    const bool is_registration =
        action == Action::amend_registration || action == Action::confirm_receipt;
    if (!is_registration && entry.on && received_on && *entry.on < *received_on) {
        problems.add(error(dates_crossed, label_of(action, "on"), entry.on->chinese(),
                           "收到申请的日期", received_on->chinese())
                         .at("on"));
    }
}

// An outcome that there is already must not come before the receipt.
void check_amended(ProblemList& problems, const Entry& entry, const Situation& situation) {
    const auto& counted = situation.standing.counted;
    for (const auto date : {entry.on, entry.signed_on, entry.confirmed_on}) {
        if (counted && date && *date > counted->on) {
            problems.add(error(dates_crossed, "已有的办理结果", counted->on.chinese(), "更正的日期",
                               date->chinese())
                             .at("on"));
        }
    }
}

bool awaits_opinion(const ConsultationStanding& each) {
    return !each.consultation.returned_on;
}

bool is_third_party(const ConsultationStanding& each) {
    return each.consultation.consulted == law::Consulted::third_party;
}

bool refers_to_consultation(Action action, int number, const Situation& situation) {
    return std::ranges::any_of(
        situation.standing.round.consultations, [&](const ConsultationStanding& each) {
            if (each.event_number != number) {
                return false;
            }
            if (action == Action::record_consultation_delivery) {
                return !each.consultation.delivered_on.has_value();
            }
            return action == Action::tell_third_party ? is_third_party(each) : awaits_opinion(each);
        });
}

bool refers_to_task(Action action, int number, const Situation& situation) {
    return std::ranges::any_of(situation.standing.round.tasks, [&](const SearchTask& task) {
        const bool is_open =
            task.state == TaskState::given ||
            (task.state == TaskState::signed_for && action != Action::sign_for_task);
        const bool is_own =
            situation.actor.may(people::Permission::case_search, situation.of.agency, task.unit) ||
            situation.actor.may(people::Permission::case_handle, situation.of.agency);
        return task.event_number == number && is_open && is_own;
    });
}

constexpr std::array of_consultation = {Action::record_consultation_delivery,
                                        Action::record_opinion, Action::tell_third_party};
constexpr std::array of_task = {Action::sign_for_task, Action::forward_task, Action::return_task,
                                Action::record_search};

void check_reference(ProblemList& problems, Action action, const Entry& entry,
                     const Situation& situation) {
    if (!entry.event_number) {
        // The search of a unit answers a task; the disclosure office may search by itself.
        if (action == Action::record_search &&
            !situation.actor.may(people::Permission::case_handle, situation.of.agency)) {
            problems.add(error(field_missing, label_of(action, "event_number")).at("event_number"));
        }
        return;
    }
    const bool is_known =
        (!is_among(of_consultation, action) ||
         refers_to_consultation(action, *entry.event_number, situation)) &&
        (!is_among(of_task, action) || refers_to_task(action, *entry.event_number, situation));
    if (!is_known) {
        problems.add(error(event_unknown, label(action), *entry.event_number).at("event_number"));
    }
}

void check_numbers(ProblemList& problems, Action action, const Entry& entry) {
    const auto check = [&](std::string_view field, std::optional<std::int64_t> value,
                           std::int64_t least, std::int64_t most) {
        if (value && (*value < least || *value > most)) {
            problems.add(error(field_invalid, label_of(action, field), *value,
                               fmt::format("请填写{}至{}之间的整数。", least, most))
                             .at(field));
        }
    };
    check("amount_fen", entry.amount_fen, 1, 1'000'000'000);
    check("fee_units", entry.fee_units, 1, law::fee_units_max);
}

// What the applicant is asked to pay is what the measures say, never what somebody typed.
void check_fee(ProblemList& problems, const Entry& entry, const Situation& situation) {
    const auto submitted_on = situation.standing.submission.submitted_on;
    if (const auto known = check_fee_law(submitted_on); !known) {
        problems.add(known.error());
        return;
    }
    if (entry.fee_scale && entry.fee_units > 0 && entry.amount_fen > 0) {
        law::check_processing_fee(
            problems,
            {.scale = *entry.fee_scale, .units = *entry.fee_units, .amount_fen = *entry.amount_fen},
            submitted_on);
    }
}

void check_parts(ProblemList& problems, const Entry& entry) {
    const auto count = entry.parts.size();
    if (count == 1 || count > parts_max || std::ranges::any_of(entry.parts, &std::string::empty)) {
        problems.add(error(parts_wrong, count, parts_max).at("parts"));
    }
}

// Whether the law will allow it, asked when it is requested and not only when it is told.
void check_extension_days(ProblemList& problems, const Entry& entry, const Situation& situation) {
    const auto received_on = situation.standing.clock_events.submission.submitted_on;
    if (!entry.working_days) {
        return;
    }
    ProblemList found;
    law::check_extension(found,
                         {.working_days = *entry.working_days,
                          .consent_of_office_head = law::Done::yes,
                          .notice_to_applicant = law::Done::yes},
                         situation.standing.received_on.value_or(received_on));
    if (!found.empty()) {
        problems.add(at_fields_of(Action::request_extension, std::move(found).error()));
    }
}

void check_decision(ProblemList& problems, Action action, const Entry& entry,
                    const Situation& situation) {
    const bool is_amendment = situation.of.kind == CaseKind::record_amendment;
    if (is_amendment ? !entry.amendment_result : !entry.outcome) {
        const auto* field = is_amendment ? "amendment_result" : "outcome";
        problems.add(error(field_missing, is_amendment ? "更正的处理" : "办理结果").at(field));
        return;
    }
    if (!is_amendment) {
        check_outcome(problems, action, *entry.outcome, situation);
        if (*entry.outcome == law::Outcome::granted_in_part && entry.withheld.empty()) {
            problems.add(error(field_missing, label_of(action, "withheld"))
                             .at("withheld")
                             .on({"regulation-2019", 37}));
        }
    }
}

}  // namespace

std::optional<std::vector<int>> followable_records(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    std::vector<int> records;
    const auto gather = [&](const auto& all, auto refers) {
        for (const auto& each : all) {
            if (refers(action, each.event_number, situation)) {
                records.push_back(each.event_number);
            }
        }
    };
    if (is_among(of_consultation, action)) {
        gather(round.consultations, refers_to_consultation);
        return records;
    }
    if (is_among(of_task, action)) {
        gather(round.tasks, refers_to_task);
        return records;
    }
    return std::nullopt;
}

Result<void> check_fee_law(Date submitted_on) {
    if (!law::processing_fee(law::FeeScale::per_application, 1, submitted_on)) {
        return error(fee_without_measures, submitted_on.chinese());
    }
    return {};
}

Error at_fields_of(Action action, const Error& refused) {
    const auto uses = action_fields(action);
    const auto has = [&](std::string_view field) {
        return std::ranges::find(uses, field, &FieldUse::field) != uses.end();
    };
    auto problems = refused.problems();
    for (auto& each : problems) {
        if (!each.field.empty() && !has(each.field)) {
            each.field = has("working_days") ? "working_days" : has("on") ? "on" : "";
        }
    }
    return {refused.kind(), std::move(problems)};
}

void check_entry(ProblemList& problems, Action action, const Entry& entry,
                 const Situation& situation) {
    check_fields(problems, action, entry);
    check_past(problems, action, "on", entry.on, situation.today);
    check_past(problems, action, "signed_on", entry.signed_on, situation.today);
    check_past(problems, action, "confirmed_on", entry.confirmed_on, situation.today);
    check_later(problems, action, entry, situation.today);
    check_after_receipt(problems, action, entry, situation);
    check_reference(problems, action, entry, situation);
    check_numbers(problems, action, entry);
    if (action == Action::add_material && text::trim(entry.text).empty() && entry.files.empty()) {
        problems.add(error(field_missing, "补充的说明或者材料").at("text"));
    }
    if (action == Action::defer_reply) {
        check_deferred(problems, entry, situation);
    }
    if (action == Action::amend_registration) {
        check_amended(problems, entry, situation);
    }
    if (action == Action::split_application) {
        check_parts(problems, entry);
    }
    if (action == Action::request_extension) {
        check_extension_days(problems, entry, situation);
    }
    if (action == Action::notify_fee) {
        check_fee(problems, entry, situation);
    }
    if (action == Action::draft_decision || action == Action::reply_on_the_spot) {
        check_decision(problems, action, entry, situation);
    }
}

}  // namespace gk::application
