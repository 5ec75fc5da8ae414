// What is asked for when a letter is begun, in the API: its fields, with what the case knows.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/letter_values_service.hpp"
#include "letter/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/case_desk.hpp"
#include "web/office/letter_form_json.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;

json::string text_of(std::string_view text) {
    return json::string(text.data(), text.size());
}

Result<Response> show(const Call& call, const OfficeServices& services) {
    const auto name = call.argument("kind");
    const auto kind = law::letter_kind_of(name);
    if (!kind) {
        return error(letter::kind_unknown, name);
    }
    GK_TRY(const auto held, desk_of(services));
    GK_TRY(const auto fields, application::letter_fields(held.desk, call.argument("case"), *kind,
                                                         call.actor, call.now));
    json::array must_state;
    for (const auto each : law::must_state(*kind)) {
        must_state.push_back(text_of(each));
    }
    return api::json_answer({{"kind", text_of(law::key(*kind))},
                             {"label", text_of(law::label(*kind))},
                             {"addressee", text_of(law::label(law::addressee(*kind)))},
                             {"must_state", std::move(must_state)},
                             {"fields", letter_fields_json(fields)}});
}

api::Schema form_schema() {
    return api::object("LetterForm",
                       {{"kind", "文书种类", api::choice("LetterKind", law::letter_kinds())},
                        {"label", "文书名称", api::text()},
                        {"addressee", "主送对象", api::text()},
                        {"must_state", "应当写明", api::list(api::text())},
                        {"fields", "填写项", letter_fields_schema()}});
}

}  // namespace

std::vector<api::ApiRoute> letter_form_rows(const OfficeServices& services) {
    return {{.method = Method::get,
             .pattern = "/api/v1/cases/{case}/letter-forms/{kind}",
             .permission = people::Permission::sign_in,
             .operation_id = "get_letter_form",
             .summary = "拟写一种文书需要填写的内容；申请人姓名的查看留痕",
             .answer = form_schema(),
             .handler = [&services](const Call& call) { return show(call, services); }}};
}

}  // namespace gk::web::office
