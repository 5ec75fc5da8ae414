#include "web/office/case_json.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

#include "application/day_band.hpp"
#include "application/entry_json.hpp"
#include "application/flow.hpp"
#include "law/citation_text.hpp"
#include "web/api/json_answer.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using application::Case;
using application::CaseView;

json::string word(std::string_view text) {
    return json::string(text);
}

json::array weeks_json(const application::DayBand& band) {
    json::array weeks;
    for (const auto& week : band.weeks) {
        json::array days;
        for (const auto& day : week) {
            const auto* kind = day.is_excluded ? "off" : day.is_used ? "used" : "left";
            days.push_back(
                json::object{{"date", day.date.iso()}, {"kind", kind}, {"is_today", day.is_today}});
        }
        weeks.push_back(std::move(days));
    }
    return weeks;
}

// The days of a step that names few of them; a row of many is in its words.
json::array step_dates(const law::TraceStep& step) {
    constexpr std::size_t shown_max = 3;
    json::array dates;
    if (step.dates.size() <= shown_max) {
        for (const auto& date : step.dates) {
            dates.emplace_back(date.iso());
        }
    }
    return dates;
}

json::array trace_json(const law::Deadline& deadline) {
    json::array trace;
    for (const auto& step : deadline.trace) {
        trace.push_back(json::object{{"text", step.text},
                                     {"dates", step_dates(step)},
                                     {"basis", law::citation_text(step.basis)},
                                     {"reading", word(step.reading)}});
    }
    return trace;
}

// The clock, while an opinion is awaited as if it came on the last day for it: the date that is
// shown is the latest that there can be.
void add_clock(json::object& object, const CaseView& view, const law::WorkingCalendar& calendar,
               Date today) {
    const auto& standing = view.standing;
    const auto deadline = application::latest_deadline(standing, calendar, today);
    if (!deadline) {
        object["reply_due_on"] = nullptr;
        object["clock"] = nullptr;
        return;
    }
    const auto until = standing.latest ? std::min(standing.latest->on, today) : today;
    const auto band = application::day_band(standing, deadline, calendar, until);
    object["reply_due_on"] =
        api::json_of(standing.reply_due_on ? deadline->reply_due_on : standing.reply_due_on);
    object["clock"] = json::object{{"state", word(key(deadline->state))},
                                   {"label", word(label(deadline->state))},
                                   {"is_provisional", deadline->is_provisional},
                                   {"used", band.used},
                                   {"left", band.left},
                                   {"weeks", weeks_json(band)},
                                   {"trace", trace_json(*deadline)}};
}

json::array events_json(const Case& of, ActorNames& names) {
    const auto standing = application::standing_events(of.events);
    json::array events;
    for (const auto& event : of.events) {
        const bool stands = std::ranges::find(standing, &event) != standing.end() ||
                            event.action == application::Action::cancel_event;
        events.push_back(
            json::object{{"number", event.number},
                         {"action", word(key(event.action))},
                         {"label", word(label(event.action))},
                         {"on", event.on().iso()},
                         {"at", event.at.iso()},
                         {"actor", names.of(event.actor)},
                         {"is_cancelled", !stands},
                         {"entry", json::parse(application::entry_json(event.entry))}});
    }
    return events;
}

json::array tasks_json(const application::Round& round) {
    json::array tasks;
    for (const auto& task : round.tasks) {
        tasks.push_back(json::object{{"event_number", task.event_number},
                                     {"unit", task.unit},
                                     {"text", task.text},
                                     {"due_on", api::json_of(task.due_on)},
                                     {"state", word(key(task.state))}});
    }
    return tasks;
}

json::array actions_json(const std::vector<application::AvailableAction>& actions) {
    json::array offered;
    for (const auto& each : actions) {
        const auto basis = application::basis(each.action);
        auto object =
            api::json_of(api::OfferedAction{.action = key(each.action),
                                            .label = label(each.action),
                                            .basis = {&basis, 1},
                                            .obstacle = each.obstacle ? &*each.obstacle : nullptr});
        json::array fields;
        for (const auto& use : application::action_fields(each.action)) {
            fields.push_back(json::object{{"field", word(use.field)},
                                          {"label", word(use.label)},
                                          {"is_required", use.is_required}});
        }
        object["fields"] = std::move(fields);
        offered.push_back(std::move(object));
    }
    return offered;
}

void add_wanted(json::object& object, const Case& of) {
    object["title"] = of.wanted.title;
    object["document_number"] = of.wanted.document_number;
    object["description"] = of.wanted.description;
    object["form"] = word(key(of.wanted.form));
    object["route"] = word(key(of.wanted.route));
}

json::array cases_json(const std::vector<application::RelatedCase>& cases) {
    json::array array;
    for (const auto& each : cases) {
        array.push_back(json::object{{"id", each.public_id},
                                     {"number", each.number},
                                     {"title", each.title},
                                     {"state", word(key(each.state))},
                                     {"submitted_on", each.submitted_on.iso()},
                                     {"likeness_percent", each.likeness_percent}});
    }
    return array;
}

}  // namespace

json::object case_json(const CaseView& view, std::string_view agency_code,
                       const law::WorkingCalendar& calendar, Date today, ActorNames& names) {
    const auto& of = view.of;
    const auto& standing = view.standing;
    json::object object{{"id", of.public_id},
                        {"agency", word(agency_code)},
                        {"number", of.number},
                        {"version", of.version},
                        {"kind", word(key(of.kind))},
                        {"applicant", of.masked_name},
                        {"applicant_kind", word(key(of.applicant_kind))},
                        {"part_of", api::json_of(of.part_of)},
                        {"state", word(key(standing.state))},
                        {"urgency", word(key(view.signal.urgency))},
                        {"urgency_icon", word(notify::icon(view.signal.urgency))},
                        {"urgency_text", view.signal.text},
                        {"submitted_on", standing.submission.submitted_on.iso()},
                        {"received_on", api::json_of(standing.received_on)},
                        {"outcome", nullptr},
                        {"concluded_on", nullptr},
                        {"events", events_json(of, names)},
                        {"tasks", tasks_json(standing.round)},
                        {"actions", actions_json(view.actions)}};
    add_wanted(object, of);
    add_clock(object, view, calendar, today);
    if (standing.latest) {
        object["concluded_on"] = standing.latest->on.iso();
        if (standing.latest->outcome) {
            object["outcome"] = word(key(*standing.latest->outcome));
        }
    }
    return object;
}

json::object applicant_json(const application::KeptApplicant& kept) {
    const auto& applicant = kept.applicant;
    std::optional<std::string> representative;
    if (kept.representative) {
        representative = kept.representative->name + "，" + kept.representative->phone;
    }
    return {{"kind", word(key(applicant.kind))},
            {"name", applicant.name},
            {"identity_kind", word(key(applicant.identity_kind))},
            {"identity_number", applicant.identity_number},
            {"contact_person", applicant.contact_person},
            {"phone", applicant.contact.phone},
            {"email", applicant.contact.email},
            {"address", applicant.contact.address},
            {"postal_code", applicant.contact.postal_code},
            {"representative", api::json_of(representative)}};
}

json::object related_json(const application::SameApplicant& same,
                          const std::vector<application::RelatedCase>& similar) {
    return {{"count_in_month", same.count_in_month},
            {"same_applicant", cases_json(same.cases)},
            {"similar", cases_json(similar)}};
}

}  // namespace gk::web::office
