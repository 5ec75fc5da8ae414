// The fields of an Entry by their names: what JSON, forms and checks go through one after another.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "application/event.hpp"

namespace gk::application {

// Calls visit(name, field) for every field, in their order. EntryLike: Entry or const Entry.
template <typename EntryLike, typename Visit>
void visit_fields(EntryLike& entry, Visit&& visit) {
    visit("on", entry.on);
    visit("text", entry.text);
    visit("evidence", entry.evidence);
    visit("files", entry.files);
    visit("event_number", entry.event_number);
    visit("channel", entry.channel);
    visit("signed_on", entry.signed_on);
    visit("confirmed_on", entry.confirmed_on);
    visit("due_on", entry.due_on);
    visit("working_days", entry.working_days);
    visit("consulted", entry.consulted);
    visit("opinion", entry.opinion);
    visit("party", entry.party);
    visit("contact", entry.contact);
    visit("unit", entry.unit);
    visit("reference", entry.reference);
    visit("search_result", entry.search_result);
    visit("outcome", entry.outcome);
    visit("amendment_result", entry.amendment_result);
    visit("withheld", entry.withheld);
    visit("fee_scale", entry.fee_scale);
    visit("fee_units", entry.fee_units);
    visit("amount_fen", entry.amount_fen);
    visit("parts", entry.parts);
    visit("route", entry.route);
}

[[nodiscard]] inline bool is_given(const std::string& value) {
    return !value.empty();
}

[[nodiscard]] inline bool is_given(const std::vector<std::string>& value) {
    return !value.empty();
}

template <typename T>
[[nodiscard]] bool is_given(const std::optional<T>& value) {
    return value.has_value();
}

}  // namespace gk::application
