#include "web/office/letter_json.hpp"

#include <boost/json/array.hpp>

#include "letter/letter_tasks_service.hpp"
#include "web/api/json_answer.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::json_of;

json::value text_value(std::string_view text) {
    return json::string(text);
}

json::object text_json(const letter::LetterText& text) {
    json::array paragraphs;
    for (const auto& paragraph : text.paragraphs) {
        paragraphs.emplace_back(paragraph.text);
    }
    json::array attachments;
    for (const auto& attachment : text.attachments) {
        attachments.emplace_back(attachment);
    }
    return {{"title", text.title},
            {"addressee", text.addressee},
            {"paragraphs", std::move(paragraphs)},
            {"attachments", std::move(attachments)},
            {"signature", text.signature},
            {"note", text.note}};
}

json::array drafts_json(const std::vector<letter::LetterDraft>& drafts) {
    json::array array;
    for (const auto& draft : drafts) {
        array.push_back(json::object{{"number", draft.number},
                                     {"is_uploaded", draft.file.has_value()},
                                     {"actor", draft.actor},
                                     {"made_at", draft.made_at.iso()}});
    }
    return array;
}

json::array acts_json(const letter::Letter& letter) {
    json::array array;
    for (const auto& act : letter.acts) {
        array.push_back(json::object{{"action", text_value(key(act.action))},
                                     {"label", text_value(label(act.action))},
                                     {"actor", act.actor},
                                     {"at", act.at.iso()},
                                     {"comment", act.comment}});
    }
    return array;
}

json::array deliveries_json(const letter::Letter& letter) {
    json::array array;
    for (const auto& each : letter.deliveries) {
        array.push_back(json::object{{"number", each.number},
                                     {"route", text_value(key(each.route))},
                                     {"route_label", text_value(label(each.route))},
                                     {"rule", text_value(delivery_rule(each.route))},
                                     {"handed_over_on", each.handed_over_on.iso()},
                                     {"delivered_on", json_of(each.delivered_on)},
                                     {"signed_for_on", json_of(each.signed_for_on)},
                                     {"tracking_number", each.tracking_number},
                                     {"actor", each.actor}});
    }
    return array;
}

json::array severances_json(const std::vector<letter::Severance>& severances) {
    json::array array;
    for (const auto& each : severances) {
        array.push_back(json::object{{"place", each.place},
                                     {"exemption", text_value(law::key(each.exemption))},
                                     {"exemption_label", text_value(law::label(each.exemption))},
                                     {"reason", each.reason}});
    }
    return array;
}

json::array released_files_json(const letter::Letter& letter) {
    json::array array;
    for (const auto& each : letter.released_files) {
        array.push_back(json::object{{"id", each.public_id},
                                     {"title", each.title},
                                     {"file_name", each.file.given_name},
                                     {"byte_count", each.file.placed.byte_count},
                                     {"sha256", each.file.placed.sha256},
                                     {"sm3", each.file.placed.sm3},
                                     {"source_sha256", each.source_sha256},
                                     {"status", text_value(key(each.status))},
                                     {"status_label", text_value(label(each.status))},
                                     {"opinion", each.opinion},
                                     {"added_by", each.added_by},
                                     {"reviewed_by", json_of(each.reviewed_by)},
                                     {"reviewed_at", json_of(each.reviewed_at)},
                                     {"severances", severances_json(each.severances)}});
    }
    return array;
}

json::array actions_json(const letter::Letter& letter, const people::Actor& actor) {
    json::array array;
    for (const auto& each : available_actions(letter.standing(), actor)) {
        array.push_back(json_of({.action = key(each.action),
                                 .label = label(each.action),
                                 .basis = law::basis(letter.kind),
                                 .obstacle = each.obstacle ? &*each.obstacle : nullptr}));
    }
    return array;
}

}  // namespace

std::string_view status_words(letter::LetterStatus status,
                              const std::optional<Date>& delivered_on) {
    const bool is_awaited = status == letter::LetterStatus::delivered && !delivered_on;
    return is_awaited ? "已送出，待签收" : label(status);
}

json::object letter_summary_json(const letter::Letter& letter) {
    return {{"id", letter.public_id},
            {"kind", text_value(law::key(letter.kind))},
            {"kind_label", text_value(law::label(letter.kind))},
            {"status", text_value(key(letter.status))},
            {"status_label", text_value(status_words(letter.status, letter.delivered_on))},
            {"version", letter.version},
            {"number", json_of(letter.number)},
            {"dated_on", json_of(letter.dated_on)},
            {"delivered_on", json_of(letter.delivered_on)}};
}

json::object letter_json(const LetterView& view, const people::Actor& actor) {
    auto body = letter_summary_json(view.letter);
    body["case_id"] = view.letter.case_id;
    body["goes_with_case"] = letter::goes_with_case(view.letter.kind);
    body["has_sealed_copy"] = view.letter.sealed_file.has_value();
    body["draft_number"] = view.letter.draft_number;
    body["text"] = text_json(view.written.text);
    body["drafts"] = drafts_json(view.drafts);
    body["acts"] = acts_json(view.letter);
    body["deliveries"] = deliveries_json(view.letter);
    body["released_files"] = released_files_json(view.letter);
    body["actions"] = actions_json(view.letter, actor);
    return body;
}

json::object letter_done_json(const letter::Letter& letter) {
    return {{"id", letter.public_id},
            {"version", letter.version},
            {"status", text_value(key(letter.status))},
            {"number", json_of(letter.number)}};
}

}  // namespace gk::web::office
