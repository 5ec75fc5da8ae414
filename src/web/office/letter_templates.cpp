// What an agency lays down for its letters, in the API: templates, 发文字号, letterhead.
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "letter/desk_service.hpp"
#include "letter/errors.hpp"
#include "letter/letter_docx.hpp"
#include "letter/sample.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/letter_schema.hpp"
#include "web/office/letter_view.hpp"
#include "web/office/open_letters.hpp"
#include "web/office/rows.hpp"
#include "web/office/stored_file_json.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using people::Permission;
using store::Snapshot;
using store::Transaction;

json::value text_value(std::string_view text) {
    return json::string(text);
}

Result<law::LetterKind> kind_of(const Call& call) {
    const auto name = call.argument("kind");
    const auto kind = law::letter_kind_of(name);
    if (!kind) {
        return error(letter::kind_unknown, name);
    }
    return *kind;
}

struct InUse {
    letter::LetterTemplate text;
    std::optional<document::StoredFile> docx;  // The agency's own.
    std::vector<letter::StoredTemplate> versions;

    [[nodiscard]] int version() const { return versions.empty() ? 0 : versions.front().version; }

    [[nodiscard]] bool is_own() const { return !versions.empty() && versions.front().text; }
};

InUse in_use(const Call& call, const OfficeServices& services, law::LetterKind kind) {
    return services.database.read([&](Snapshot& snapshot) {
        auto used = letter::template_in_use(snapshot, call.agency->id, kind);
        return InUse{std::move(used.text), std::move(used.docx),
                     letter::load_templates(snapshot, call.agency->id, kind)};
    });
}

Result<Response> show_templates(const Call& call, const OfficeServices& services) {
    json::array items;
    for (const auto kind : law::letter_kinds()) {
        const auto used = in_use(call, services, kind);
        items.push_back(json::object{{"kind", text_value(law::key(kind))},
                                     {"label", text_value(law::label(kind))},
                                     {"addressee", text_value(law::label(law::addressee(kind)))},
                                     {"title", used.text.title},
                                     {"version", used.version()},
                                     {"is_own", used.is_own()}});
    }
    return api::json_answer({{"items", std::move(items)}});
}

json::array placeholders_json(law::LetterKind kind) {
    json::array array;
    for (const auto* each : letter::placeholders_of(kind)) {
        array.push_back(json::object{{"key", each->key},
                                     {"name", each->name},
                                     {"type", text_value(key(each->type))},
                                     {"is_of_office", each->is_of_office},
                                     {"is_required", !letter::may_be_empty(kind, *each)},
                                     {"sample", each->sample},
                                     {"help", each->help}});
    }
    return array;
}

Result<Response> show_template(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    const auto used = in_use(call, services, kind);
    json::array paragraphs;
    for (const auto& paragraph : used.text.paragraphs) {
        paragraphs.emplace_back(paragraph);
    }
    json::array must_state;
    for (const auto each : law::must_state(kind)) {
        must_state.push_back(text_value(each));
    }
    json::array versions;
    for (const auto& each : used.versions) {
        versions.push_back(json::object{{"version", each.version},
                                        {"is_own", each.text.has_value()},
                                        {"actor", each.actor},
                                        {"made_at", each.made_at.iso()}});
    }
    json::object body{{"kind", text_value(law::key(kind))},
                      {"label", text_value(law::label(kind))},
                      {"version", used.version()},
                      {"is_own", used.is_own()},
                      {"title", used.text.title},
                      {"paragraphs", std::move(paragraphs)},
                      {"must_state", std::move(must_state)},
                      {"placeholders", placeholders_json(kind)},
                      {"versions", std::move(versions)}};
    add_actor_names(body, services.database);
    return api::json_answer(body);
}

Result<Response> template_as_docx(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    const auto used = in_use(call, services, kind);
    auto docx = letter::template_docx(kind, used.text);
    if (used.docx) {
        GK_TRY(const auto open, open_letters(services));
        GK_TRY(docx, open->files().read(used.docx->placed));
    }
    return api::file_answer(std::move(docx), media_type(document::MediaKind::docx),
                            std::string(law::label(kind)) + "模板.docx");
}

// The text with a case that is nobody's, in the letterhead of the agency.
Result<std::string> sample_pdf(const Call& call, const OfficeServices& services,
                               law::LetterKind kind) {
    const auto text = in_use(call, services, kind).text;
    const auto letterhead = services.database.read(
        [&](Snapshot& snapshot) { return letter::load_letterhead(snapshot, call.agency->id); });
    GK_TRY(const auto office,
           letter::office_values(*call.agency, letterhead,
                                 {.kind = kind, .answered_on = call.now.date()}));
    GK_TRY(const auto filled,
           letter::fill_template(kind, text, letter::sample_values(kind), office));
    return document::write_pdf(
        letter::official_document(filled, letter::sample_marks(letterhead.layout)),
        {services.font_folder});
}

Result<Response> template_as_pdf(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    GK_TRY(auto pdf, sample_pdf(call, services, kind));
    return api::file_answer(std::move(pdf), "application/pdf",
                            std::string(law::label(kind)) + "预览.pdf");
}

Result<Response> template_as_pages(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    GK_TRY(const auto pdf, sample_pdf(call, services, kind));
    return pictures_answer(pdf);
}

Result<Response> upload_template(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    GK_TRY(const auto open, open_letters(services));
    const auto* part = find(call.files, "file");
    const auto name = part->file_name.value_or("");
    GK_TRY(auto text, letter::read_template_docx(part->content, name));
    GK_CHECK(letter::check_template(kind, text));
    // Every letter is made from it: it tells nothing of who made it.
    auto clean = document::clean_file(part->content);
    if (!clean) {
        return std::move(clean).error().at("file");
    }
    const letter::NewTemplate given{
        .kind = kind,
        .version = static_cast<int>(call.body.number("version")),
        .text = std::move(text),
        .docx = open->files().place(clean->bytes, document::Sealing::open),
        .file_name = name};
    GK_TRY(const auto version, services.database.write([&](Transaction& transaction) {
        return letter::save_template(transaction, call.agency->id, given, call.actor, call.now);
    }));
    return api::json_answer({{"version", version}});
}

Result<Response> reset_template(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    GK_TRY(const auto version, services.database.write([&](Transaction& transaction) {
        return letter::drop_template(transaction, call.agency->id, kind,
                                     static_cast<int>(call.body.number("version")), call.actor,
                                     call.now);
    }));
    return api::json_answer({{"version", version}});
}

json::object patterns_json(const Call& call, const OfficeServices& services) {
    const auto views = services.database.read([&](Snapshot& snapshot) {
        return letter::list_patterns(snapshot, *call.agency, call.now.date().year());
    });
    json::array items;
    for (const auto& each : views) {
        items.push_back(
            json::object{{"kind", each.kind ? text_value(law::key(*each.kind)) : json::value()},
                         {"label", text_value(each.kind ? law::label(*each.kind) : "其他各种文书")},
                         {"pattern", each.pattern},
                         {"is_default", each.is_default},
                         {"last_number", each.last_number},
                         {"next", each.next}});
    }
    return {{"items", std::move(items)}};
}

Result<Response> show_patterns(const Call& call, const OfficeServices& services) {
    return api::json_answer(patterns_json(call, services));
}

Result<Response> save_pattern(const Call& call, const OfficeServices& services) {
    const auto last = call.body.number_if("last_number");
    const letter::NewPattern given{
        .kind = call.body.choice_if("kind", law::letter_kind_of),
        .pattern = call.body.text("pattern"),
        .last_number = last ? std::optional(static_cast<int>(*last)) : std::nullopt};
    GK_CHECK(services.database.write([&](Transaction& transaction) {
        return letter::set_pattern(transaction, *call.agency, given, call.actor, call.now);
    }));
    return api::json_answer(patterns_json(call, services));
}

Result<Response> remove_pattern(const Call& call, const OfficeServices& services) {
    GK_TRY(const auto kind, kind_of(call));
    GK_CHECK(services.database.write([&](Transaction& transaction) {
        return letter::drop_pattern(transaction, *call.agency, kind, call.actor, call.now);
    }));
    return api::json_answer(patterns_json(call, services));
}

json::object letterhead_json(const letter::Letterhead& letterhead) {
    return {{"version", letterhead.version},
            {"review_body", letterhead.review_body},
            {"court", letterhead.court},
            {"office_name", letterhead.office_name},
            {"office_address", letterhead.office_address},
            {"office_phone", letterhead.office_phone},
            {"layout", text_value(key(letterhead.layout))}};
}

Result<Response> show_letterhead(const Call& call, const OfficeServices& services) {
    return api::json_answer(letterhead_json(services.database.read(
        [&](Snapshot& snapshot) { return letter::load_letterhead(snapshot, call.agency->id); })));
}

Result<Response> save_letterhead(const Call& call, const OfficeServices& services) {
    const letter::Letterhead given{.version = call.body.number("version"),
                                   .review_body = call.body.text("review_body"),
                                   .court = call.body.text("court"),
                                   .office_name = call.body.text("office_name"),
                                   .office_address = call.body.text("office_address"),
                                   .office_phone = call.body.text("office_phone"),
                                   .layout = call.body.choice("layout", letter::letter_layout_of)};
    GK_TRY(const auto saved, services.database.write([&](Transaction& transaction) {
        return letter::set_letterhead(transaction, *call.agency, given, call.actor, call.now);
    }));
    return api::json_answer(letterhead_json(saved));
}

}  // namespace

std::vector<api::ApiRoute> letter_desk_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    constexpr auto needed = Permission::letter_template_edit;
    const std::string patterns = "/api/v1/agencies/{agency}/number-patterns";
    const std::string letterhead = "/api/v1/agencies/{agency}/letterhead";
    return {{.method = Method::get,
             .pattern = patterns,
             .permission = needed,
             .operation_id = "list_number_patterns",
             .summary = "发文字号的格式和下一个文号",
             .answer = number_patterns_schema(),
             .handler = of(show_patterns)},
            {.method = Method::post,
             .pattern = patterns,
             .permission = needed,
             .operation_id = "set_number_pattern",
             .summary = "设定发文字号的格式",
             .body = new_number_pattern_schema(),
             .answer = number_patterns_schema(),
             .handler = of(save_pattern)},
            {.method = Method::del,
             .pattern = patterns + "/{kind}",
             .permission = needed,
             .operation_id = "drop_number_pattern",
             .summary = "一种文书改用共同的发文字号",
             .answer = number_patterns_schema(),
             .handler = of(remove_pattern)},
            {.method = Method::get,
             .pattern = letterhead,
             .permission = needed,
             .operation_id = "get_letterhead",
             .summary = "文书中的复议机关、法院、联系方式和版式",
             .answer = letterhead_schema(),
             .handler = of(show_letterhead)},
            {.method = Method::put,
             .pattern = letterhead,
             .permission = needed,
             .operation_id = "set_letterhead",
             .summary = "设定文书中的复议机关、法院、联系方式和版式",
             .body = letterhead_schema(),
             .answer = letterhead_schema(),
             .handler = of(save_letterhead)}};
}

std::vector<api::ApiRoute> letter_template_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    constexpr auto needed = Permission::letter_template_edit;
    const std::string templates = "/api/v1/agencies/{agency}/letter-templates";
    return {{.method = Method::get,
             .pattern = templates,
             .permission = needed,
             .operation_id = "list_letter_templates",
             .summary = "文书模板",
             .answer = letter_templates_schema(),
             .handler = of(show_templates)},
            {.method = Method::get,
             .pattern = templates + "/{kind}",
             .permission = needed,
             .operation_id = "get_letter_template",
             .summary = "一种文书的模板、占位符和各版",
             .answer = letter_template_detail_schema(),
             .handler = of(show_template)},
            {.method = Method::get,
             .pattern = templates + "/{kind}/docx",
             .permission = needed,
             .operation_id = "get_letter_template_docx",
             .summary = "模板的docx，供修改",
             .media_type = std::string(media_type(document::MediaKind::docx)),
             .handler = of(template_as_docx)},
            {.method = Method::get,
             .pattern = templates + "/{kind}/preview",
             .permission = needed,
             .operation_id = "preview_letter_template",
             .summary = "用虚构的办件预览模板",
             .media_type = "application/pdf",
             .handler = of(template_as_pdf)},
            {.method = Method::get,
             .pattern = templates + "/{kind}/pages",
             .permission = needed,
             .operation_id = "get_letter_template_pages",
             .summary = "用虚构的办件预览模板，各页的图像",
             .answer = pages_schema(),
             .handler = of(template_as_pages)},
            {.method = Method::post,
             .pattern = templates + "/{kind}/docx",
             .permission = needed,
             .operation_id = "upload_letter_template",
             .summary = "上传docx作为新的模板",
             .body = template_upload_schema(),
             .body_kind = api::BodyKind::form,
             .answer = template_version_schema(),
             .body_bytes_max = upload_body_bytes_max,
             .handler = of(upload_template)},
            {.method = Method::post,
             .pattern = templates + "/{kind}/reset",
             .permission = needed,
             .operation_id = "reset_letter_template",
             .summary = "恢复系统自带的模板",
             .body = template_version_schema(),
             .answer = template_version_schema(),
             .handler = of(reset_template)}};
}

}  // namespace gk::web::office
