#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include "application/action_group.hpp"
#include "application/answer.hpp"
#include "application/awaited_day.hpp"
#include "application/day_band.hpp"
#include "application/entry_json.hpp"
#include "application/entry_text.hpp"
#include "law/citation_text.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using application::CaseView;
using application::DayMark;
using people::Permission;

json::string text_of(std::string_view text) {
    return json::string(text.data(), text.size());
}

template <typename Value>
json::string key_of(Value value) {
    return text_of(key(value));
}

template <typename Value>
json::value key_if(const std::optional<Value>& value) {
    return value ? json::value(key_of(*value)) : json::value();
}

json::array trace_json(const law::Deadline& deadline) {
    json::array steps;
    for (const auto& step : deadline.trace) {
        json::array dates;
        for (const auto date : step.dates) {
            dates.push_back(text_of(date.iso()));
        }
        steps.push_back(json::object{{"step", text_of(law::key(step.step))},
                                     {"text", step.text},
                                     {"dates", std::move(dates)},
                                     {"basis", law::citation_text(step.basis)},
                                     {"reading", text_of(step.reading)}});
    }
    return steps;
}

// Monday to Sunday, the first and the last as far as the period goes.
json::array weeks_json(const std::vector<application::DayCell>& cells, Date today) {
    json::array weeks;
    for (const auto& cell : cells) {
        if (weeks.empty() || cell.date.weekday_chinese() == "星期一") {
            weeks.push_back(json::array());
        }
        weeks.back().get_array().push_back(json::object{{"date", cell.date.iso()},
                                                        {"kind", key_of(cell.mark)},
                                                        {"number", cell.number},
                                                        {"name", cell.name},
                                                        {"is_today", cell.date == today},
                                                        {"is_due", cell.is_due}});
    }
    return weeks;
}

json::value clock_json(const CaseView& view, const CaseContext& context) {
    const auto& deadline = view.standing.deadline;
    if (!deadline) {
        return nullptr;
    }
    const auto until = application::band_until(view.standing, context.today);
    const auto cells =
        application::day_band(view.standing, deadline, context.calendar, {until, until});
    const auto count = [&](DayMark mark) {
        return std::ranges::count(cells, mark, &application::DayCell::mark);
    };
    return json::object{{"state", key_of(deadline->state)},
                        {"label", text_of(law::label(deadline->state))},
                        {"is_provisional", deadline->is_provisional},
                        {"clock_starts_on", api::json_of(deadline->clock_starts_on)},
                        {"payment_due_on", api::json_of(deadline->payment_due_on)},
                        {"used", count(DayMark::used)},
                        {"left", count(DayMark::left)},
                        {"weeks", weeks_json(cells, context.today)},
                        {"trace", trace_json(*deadline)}};
}

json::array consultations_json(const CaseView& view) {
    json::array all;
    for (const auto& each : view.standing.round.consultations) {
        const auto& consultation = each.consultation;
        all.push_back(json::object{{"event_number", each.event_number},
                                   {"party", each.party},
                                   {"consulted", key_of(consultation.consulted)},
                                   {"sent_on", consultation.sent_on.iso()},
                                   {"delivered_on", api::json_of(consultation.delivered_on)},
                                   {"returned_on", api::json_of(consultation.returned_on)},
                                   {"opinion_due_on", api::json_of(each.opinion_due_on)},
                                   {"opinion", key_if(each.opinion)},
                                   {"silence", text_of(law::silence_text(consultation.consulted))},
                                   {"is_open", each.is_open}});
    }
    return all;
}

// The code of a unit as people call it.
std::string unit_name(const CaseContext& context, std::string_view code) {
    const auto& units = context.agency.units;
    const auto found = std::ranges::find(
        units, code, [](const people::Unit& unit) { return std::string_view(unit.code); });
    return found == units.end() ? std::string(code) : found->name;
}

json::array tasks_json(const CaseView& view, const CaseContext& context, bool is_limited) {
    json::array tasks;
    for (const auto& task : view.standing.round.tasks) {
        if (is_limited && !context.actor.may(Permission::case_search, view.of.agency, task.unit)) {
            continue;
        }
        tasks.push_back(json::object{{"event_number", task.event_number},
                                     {"unit", task.unit},
                                     {"unit_name", unit_name(context, task.unit)},
                                     {"text", task.text},
                                     {"due_on", api::json_of(task.due_on)},
                                     {"state", key_of(task.state)}});
    }
    return tasks;
}

json::value answer_with(law::Outcome outcome, std::string_view text, Date today) {
    const auto format = law::format_in_force(today.year());
    if (!format) {
        return nullptr;
    }
    const auto answer = application::answer_of(outcome, *format);
    json::array bases;
    for (const auto& citation : answer.basis) {
        bases.push_back(api::json_of(citation));
    }
    return json::object{
        {"outcome", key_of(outcome)},
        {"letter", key_if(answer.letter)},
        {"letter_label", answer.letter ? text_of(law::label(*answer.letter)) : json::string()},
        {"remedy_notice", key_of(answer.remedy_notice)},
        {"remedy_notice_label", text_of(law::label(answer.remedy_notice))},
        {"report_row", key_of(answer.report_row)},
        {"report_row_label", text_of(law::label(answer.report_row))},
        {"basis", std::move(bases)},
        {"is_discretionary", answer.is_discretionary},
        {"discloses", answer.discloses},
        {"text", text_of(text)}};
}

// What is drafted or, without a draft, what came of it.
json::value answer_json(const CaseView& view, const CaseContext& context) {
    const auto* drafted = view.standing.round.drafted;
    if (drafted != nullptr && drafted->entry.outcome) {
        return answer_with(*drafted->entry.outcome, drafted->entry.text, context.today);
    }
    const auto& latest = view.standing.latest;
    if (latest && latest->outcome) {
        return answer_with(*latest->outcome, "", context.today);
    }
    return nullptr;
}

json::array events_json(const CaseView& view, const CaseContext& context) {
    const auto standing = application::standing_events(view.of.events);
    json::array events;
    for (const auto& event : view.of.events) {
        const bool stands = std::ranges::find(standing, &event) != standing.end() ||
                            event.action == application::Action::cancel_event;
        json::array lines;
        for (const auto& line : application::entry_lines(event, view.of.events)) {
            const bool is_unit = line.field == "unit";
            lines.push_back(
                json::object{{"field", text_of(line.field)},
                             {"label", line.label},
                             {"text", is_unit ? unit_name(context, line.text) : line.text}});
        }
        events.push_back(json::object{{"number", event.number},
                                      {"action", key_of(event.action)},
                                      {"label", text_of(label(event.action))},
                                      {"on", event.on().iso()},
                                      {"at", event.at.iso()},
                                      {"actor", event.actor},
                                      {"is_cancelled", !stands},
                                      {"entry", json::parse(application::entry_json(event.entry))},
                                      {"lines", std::move(lines)}});
    }
    return events;
}

// Days that passed in vain, and what follows.
json::array passed_json(const CaseView& view, const CaseContext& context) {
    json::array passed;
    for (const auto& day : application::awaited_days(view.standing)) {
        if (application::has_passed(day, context.today)) {
            const auto words = application::passed_words(day);
            passed.push_back(json::object{{"title", words.title}, {"content", words.content}});
        }
    }
    return passed;
}

json::array actions_json(const CaseView& view) {
    const auto next = application::next_steps(view.standing);
    json::array actions;
    for (const auto& [action, obstacle, records] : view.actions) {
        const auto basis = application::basis(action);
        const auto bases =
            basis.empty() ? std::span<const Citation>() : std::span<const Citation>(&basis, 1);
        auto offered =
            api::json_of(api::OfferedAction{.action = key(action),
                                            .label = label(action),
                                            .basis = bases,
                                            .obstacle = obstacle ? &*obstacle : nullptr});
        json::array fields;
        for (const auto& use : application::action_fields(action)) {
            fields.push_back(json::object{{"field", text_of(use.field)},
                                          {"label", text_of(use.label)},
                                          {"is_required", use.is_required}});
        }
        offered["fields"] = std::move(fields);
        if (records) {
            offered["records"] = json::array(records->begin(), records->end());
        }
        const auto step = std::ranges::find(next, action);
        offered["next_rank"] =
            step == next.end() ? json::value() : json::value(step - next.begin() + 1);
        offered["group"] = key_of(application::group(action));
        actions.push_back(std::move(offered));
    }
    return actions;
}

}  // namespace

void add_urgency(json::object& into, const notify::Signal& signal) {
    into["urgency"] = key_of(signal.urgency);
    into["urgency_icon"] = text_of(notify::icon(signal));
    into["urgency_text"] = signal.text;
}

json::object case_json(const CaseView& view, const CaseContext& context) {
    const auto& of = view.of;
    const auto& standing = view.standing;
    const bool is_limited = !context.actor.may(Permission::case_read, of.agency);
    json::object object{
        {"id", of.public_id},
        {"agency", context.agency.code},
        {"agency_name", context.agency.name},
        {"number", of.number},
        {"version", of.version},
        {"kind", key_of(of.kind)},
        {"title", of.wanted.title},
        {"document_number", of.wanted.document_number},
        {"description", of.wanted.description},
        {"form", key_of(of.wanted.form)},
        {"route", key_of(of.wanted.route)},
        {"accepts_other", of.wanted.accepts_other},
        {"applicant", is_limited ? "" : of.masked_name},
        {"applicant_kind", key_of(of.applicant_kind)},
        {"may_view_applicant", context.actor.may(Permission::applicant_read, of.agency)},
        {"part_of", api::json_of(of.part_of)},
        {"channel", key_of(standing.submission.channel)},
        {"state", key_of(standing.state)},
        {"submitted_on", standing.submission.submitted_on.iso()},
        {"received_on", api::json_of(standing.received_on)},
        {"reply_due_on", api::json_of(standing.reply_due_on)},
        {"outcome", standing.latest ? key_if(standing.latest->outcome) : json::value()},
        {"concluded_on",
         standing.latest ? api::json_of(std::optional(standing.latest->on)) : json::value()},
        {"timeliness",
         standing.answer_time ? key_of(standing.answer_time->timeliness) : json::value()},
        {"clock", clock_json(view, context)},
        {"passed", passed_json(view, context)},
        {"answer", is_limited ? json::value() : answer_json(view, context)},
        {"is_release_cleared", standing.round.is_release_cleared},
        {"consultations", is_limited ? json::array() : consultations_json(view)},
        {"events", is_limited ? json::array() : events_json(view, context)},
        {"tasks", tasks_json(view, context, is_limited)},
        {"actions", actions_json(view)}};
    add_urgency(object, view.signal);
    return object;
}

json::object applicant_json(const application::KeptApplicant& kept) {
    const auto& applicant = kept.applicant;
    json::object object{{"kind", key_of(applicant.kind)},
                        {"name", applicant.name},
                        {"identity_kind", key_of(applicant.identity_kind)},
                        {"identity_document", applicant.identity_document},
                        {"identity_number", applicant.identity_number},
                        {"contact_person", applicant.contact_person},
                        {"contact_route", key_of(applicant.contact.route)},
                        {"phone", applicant.contact.phone},
                        {"email", applicant.contact.email},
                        {"address", applicant.contact.address},
                        {"postal_code", applicant.contact.postal_code},
                        {"representative", nullptr}};
    if (kept.representative) {
        object["representative"] =
            json::object{{"name", kept.representative->name},
                         {"identity_number", kept.representative->identity_number},
                         {"phone", kept.representative->phone}};
    }
    return object;
}

json::object related_case_json(const application::RelatedCase& related) {
    return {{"id", related.public_id},
            {"number", related.number},
            {"title", related.title},
            {"state", key_of(related.state)},
            {"submitted_on", related.submitted_on.iso()},
            {"outcome", key_if(related.outcome)},
            {"likeness_percent", related.likeness_percent}};
}

json::object case_line_json(const application::CaseLine& line, const people::Agency& agency) {
    json::object object{{"id", line.public_id},
                        {"number", line.number},
                        {"agency", agency.code},
                        {"kind", key_of(line.kind)},
                        {"title", line.title},
                        {"applicant", line.masked_name},
                        {"applicant_kind", key_of(line.applicant_kind)},
                        {"channel", key_of(line.channel)},
                        {"state", key_of(line.state)},
                        {"submitted_on", line.submitted_on.iso()},
                        {"received_on", api::json_of(line.received_on)},
                        {"reply_due_on", api::json_of(line.reply_due_on)},
                        {"is_provisional", line.is_provisional},
                        {"outcome", key_if(line.outcome)},
                        {"concluded_on", api::json_of(line.concluded_on)},
                        {"version", line.version}};
    add_urgency(object, line.signal);
    return object;
}

}  // namespace gk::web::office
