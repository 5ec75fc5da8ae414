// The answer to an application, in the API: what follows from an outcome, and its letter drafted.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/answer_letter_service.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/letter_form_json.hpp"
#include "web/office/letter_json.hpp"
#include "web/office/letter_schema.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

Result<law::Outcome> outcome_of(const Call& call) {
    const auto outcome = law::outcome_of(call.argument("outcome"));
    if (!outcome) {
        return error(api::thing_not_found);
    }
    return *outcome;
}

Result<Response> show(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto outcome, outcome_of(call));
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto form, application::answer_form(held.desk, call.argument("case"), outcome,
                                                     call.actor, call.now));
    const auto& answer = form.answer;
    json::array basis;
    for (const auto& citation : answer.basis) {
        basis.push_back(api::json_of(citation));
    }
    return api::json_answer(
        {{"outcome", word(law::key(outcome))},
         {"label", word(law::label(outcome))},
         {"basis", std::move(basis)},
         {"kind", answer.letter ? json::value(word(law::key(*answer.letter))) : json::value()},
         {"letter_label", answer.letter ? word(law::label(*answer.letter)) : word("")},
         {"remedy_notice", word(law::key(answer.remedy_notice))},
         {"remedy_notice_label", word(law::label(answer.remedy_notice))},
         {"report_row_label", word(law::label(answer.report_row))},
         {"is_discretionary", answer.is_discretionary},
         {"letter", api::json_of(form.letter)},
         {"fields", letter_fields_json(form.fields)}});
}

Result<Response> draft(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto outcome, outcome_of(call));
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto values, letter_values_of(call.body.json("values")));
    GK_TRY(const auto drafted, application::draft_answer(held.desk,
                                                         {.public_id = call.argument("case"),
                                                          .version = call.body.number("version")},
                                                         outcome, values, call.actor, call.now));
    return api::json_answer(letter_done_json(drafted));
}

api::Schema form_schema() {
    const auto basis = *api::offered_actions().item;
    api::Schema citations;
    for (const auto& field : *basis.fields) {
        if (field.name == "basis") {
            citations = field.schema;
        }
    }
    return api::object(
        "OutcomeForm",
        {{"outcome", "办理结果", api::text()},
         {"label", "名称", api::text()},
         {"basis", "依据", citations},
         {"kind", "文书种类", api::choice("LetterKind", law::letter_kinds()), Need::optional},
         {"letter_label", "文书名称", api::text_or_empty()},
         {"remedy_notice", "救济告知", api::text()},
         {"remedy_notice_label", "救济告知的内容", api::text()},
         {"report_row_label", "年度报告的行的名称", api::text()},
         {"is_discretionary", "可以裁量", api::flag()},
         {"letter", "正在起草、将被改写或者替换的文书", api::text(), Need::optional},
         {"fields", "填写项", letter_fields_schema()}});
}

}  // namespace

std::vector<api::ApiRoute> case_answer_rows(const OfficeServices& services) {
    const std::string pattern = "/api/v1/cases/{case}/answers/{outcome}";
    return {{.method = Method::get,
             .pattern = pattern,
             .permission = people::Permission::sign_in,
             .operation_id = "get_answer_form",
             .summary = "一种办理结果的依据、文书、救济告知和需要填写的内容",
             .answer = form_schema(),
             .handler = [services](const Call& call) { return show(call, services); }},
            {.method = Method::post,
             .pattern = pattern,
             .permission = people::Permission::sign_in,
             .operation_id = "draft_answer",
             .summary = "选定办理结果，起草相应的答复文书；原来起草的随之改写或者替换",
             .body = api::object("DraftAnswer",
                                 {api::version_field(), {"values", "填写的内容", api::anything()}}),
             .answer = letter_done_schema(),
             .handler = [services](const Call& call) { return draft(call, services); }}};
}

}  // namespace gk::web::office
