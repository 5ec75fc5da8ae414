#include "web/citizen/status.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/access/access_service.hpp"
#include "application/errors.hpp"
#include "application/started/errors.hpp"
#include "application/started/file_service.hpp"
#include "base/text.hpp"
#include "letter/release_service.hpp"
#include "people/service.hpp"
#include "web/citizen/errors.hpp"
#include "web/citizen/own_act_page.hpp"
#include "web/citizen/paths.hpp"
#include "web/citizen/status_session.hpp"
#include "web/cookie.hpp"
#include "web/error_answer.hpp"
#include "web/errors.hpp"
#include "web/http/target.hpp"
#include "web/portal/page_answer.hpp"

namespace gk::web::citizen {

namespace {

namespace access = application::access;
namespace started = application::started;

constexpr std::string_view done_parameter = "done";
constexpr std::string_view refused_parameter = "refused";

// The case with a word on what was done or cannot be done.
std::string own_case_after(std::string_view parameter, OwnAct act) {
    return fmt::format("{}?{}={}", paths::own_case, parameter, key(act));
}

Response page_of(std::string html, const std::vector<Problem>& problems) {
    constexpr int unprocessable = 422;
    auto answer = portal::page_answer(std::move(html));
    if (!problems.empty()) {
        answer.status = unprocessable;
    }
    return answer;
}

Problem missing(std::string_view field, std::string_view label) {
    auto found = problem(started::field_missing, label);
    found.field = field;
    return found;
}

std::vector<Problem> missing_of(const started::Fields& fields, std::string_view second,
                                std::string_view second_label) {
    std::vector<Problem> problems;
    if (text::trim(started::value(fields, "number")).empty()) {
        problems.push_back(missing("number", "申请编号"));
    }
    if (text::trim(started::value(fields, second)).empty()) {
        problems.push_back(missing(second, second_label));
    }
    return problems;
}

// A text that nothing can be done with is as good as an unknown one.
bool is_readable(const started::Fields& fields) {
    return std::ranges::all_of(fields,
                               [](const auto& field) { return text::is_utf8(field.second); });
}

// Whoever was away for too long is let in anew; what was typed meanwhile is there to be copied.
Response left_alone_page(const portal::Viewing& viewing, const started::Fields& fields) {
    FindView view;
    const auto typed = text::trim(started::value(fields, "text"));
    if (typed.empty() || !text::is_utf8(typed)) {
        return see_other(viewing.link(paths::status));
    }
    view.problems = {problem(left_alone, status_session_time.count())};
    view.unsent = typed;
    return page_of(find_page(viewing, view), view.problems);
}

// Of two clicks the second comes when the first has done it: the last thing that happened is this
// act of the applicant, in these words.
bool has_just_done(const application::CaseView& found, OwnAct act, std::string_view text) {
    const auto& last = found.of.events.back();
    return last.action == action_of(act) &&
           application::is_by(last, application::applicant_actor()) &&
           text::trim(last.entry.text) == text::trim(text);
}

// What the office asked for last.
std::string asked_in(const application::CaseView& found, OwnAct act) {
    const auto& round = found.standing.round;
    const auto* event = act == OwnAct::correction ? round.correction_asked
                        : act == OwnAct::reasons  ? round.reasons_asked
                                                  : nullptr;
    return event == nullptr ? "" : event->entry.text;
}

}  // namespace

Result<std::unique_ptr<Status::Visit>> Status::visit(const Request& request) const {
    GK_TRY(auto ring, desk_.services.keys.current());
    const auto now = desk_.services.clock.now();
    const auto value = cookie(request, status_cookie);
    const auto own = value ? case_of_session(*ring, *value, now) : std::nullopt;
    if (!own) {
        return std::unique_ptr<Visit>();
    }
    GK_TRY(auto found,
           application::find_case(desk_.cases(*ring), *own, application::applicant_actor(), now));
    auto visited = std::make_unique<Visit>(Visit{.viewing = desk_.viewing(request),
                                                 .ring = std::move(ring),
                                                 .now = now,
                                                 .found = std::move(found)});
    return visited;
}

Result<Response> Status::ask(const Request& request) const {
    const FindView view;
    return page_of(find_page(desk_.viewing(request), view), {});
}

Result<Response> Status::enter(const Request& request) const {
    GK_TRY(auto sent, read_form(request));
    GK_TRY(const auto ring, desk_.services.keys.current());
    const auto viewing = desk_.viewing(request);
    const auto now = desk_.services.clock.now();
    FindView view{.finding = Finding::by_code, .fields = std::move(sent.fields)};
    view.problems = missing_of(view.fields, "code", "查询码");
    if (!view.problems.empty() || !is_readable(view.fields)) {
        if (view.problems.empty()) {
            view.problems.push_back(problem(number_or_code_wrong));
        }
        return page_of(find_page(viewing, view), view.problems);
    }
    const auto number = started::value(view.fields, "number");
    const auto counted = access::count_guess(desk_.services.database, *ring,
                                             {.number = application::normalised_case_number(number),
                                              .client_address = request.client_address},
                                             now);
    if (!counted) {
        return refusal_page(viewing, counted.error());
    }
    const auto found = application::find_by_number_and_code(
        desk_.cases(*ring), number, started::value(view.fields, "code"), now);
    if (!found) {
        view.problems = {problem(number_or_code_wrong)};
        return page_of(find_page(viewing, view), view.problems);
    }
    auto answer = see_other(viewing.link(paths::own_case));
    set_cookie(answer, request, status_cookie, status_session(*ring, found->of.public_id, now));
    return answer;
}

Result<Response> Status::ask_for_code(const Request& request) const {
    return page_of(find_page(desk_.viewing(request), {.finding = Finding::resend}), {});
}

// The same answer in every case: nobody learns whether there is such a case or whose it is.
Result<Response> Status::send_code(const Request& request) const {
    GK_TRY(auto sent, read_form(request));
    GK_TRY(const auto ring, desk_.services.keys.current());
    const auto viewing = desk_.viewing(request);
    const auto now = desk_.services.clock.now();
    FindView view{.finding = Finding::resend, .fields = std::move(sent.fields)};
    view.problems = missing_of(view.fields, "contact", "手机号码或者电子邮箱");
    if (!view.problems.empty()) {
        return page_of(find_page(viewing, view), view.problems);
    }
    if (is_readable(view.fields)) {
        const auto number = started::value(view.fields, "number");
        const access::Guess guess{.number = application::normalised_case_number(number),
                                  .client_address = request.client_address};
        const auto counted = access::count_guess(desk_.services.database, *ring, guess, now);
        if (!counted) {
            return refusal_page(viewing, counted.error());
        }
        GK_CHECK(access::resend_code(desk_.cases(*ring), guess.number,
                                     started::value(view.fields, "contact"), now));
    }
    view.is_sent = true;
    view.fields.clear();
    return page_of(find_page(viewing, view), {});
}

Result<Response> Status::show(const Request& request) const {
    GK_TRY(const auto visited, visit(request));
    if (visited == nullptr) {
        return see_other(desk_.viewing(request).link(paths::status));
    }
    GK_TRY(const auto facts,
           load_case_facts(desk_.services.database, *visited->ring, visited->found));
    auto answer = portal::page_answer(
        case_page(visited->viewing,
                  {.found = visited->found,
                   .facts = facts,
                   .office = desk_.office_of(facts.agency.code),
                   .calendar = desk_.services.calendar,
                   .today = visited->now.date(),
                   .just_done = own_act_of(find(request.query, done_parameter).value_or("")),
                   .refused = own_act_of(find(request.query, refused_parameter).value_or(""))}));
    set_cookie(answer, request, status_cookie,
               status_session(*visited->ring, visited->found.of.public_id, visited->now));
    return answer;
}

// The file of this case, sent to be kept, never to be shown by the browser as a page of ours.
Result<Response> Status::file(const Request& request) const {
    GK_TRY(const auto visited, visit(request));
    if (visited == nullptr) {
        return see_other(desk_.viewing(request).link(paths::status));
    }
    GK_TRY(const auto files, own_files(desk_.services.database, *visited->ring, visited->found.of));
    for (const auto& each : files) {
        if (each.stored.public_id != request.argument("file")) {
            continue;
        }
        return kept_file(*visited->ring, each.stored, each.name);
    }
    return error(not_found);
}

// What somebody else was given and the release review lets everybody have.
Result<Response> Status::published_answer(const Request& request) const {
    const auto file = desk_.services.database.read([&](store::Snapshot& snapshot) {
        return letter::published_file(snapshot, request.argument("file"));
    });
    if (!file) {
        return error(not_found);
    }
    GK_TRY(const auto ring, desk_.services.keys.current());
    return kept_file(*ring, file->file,
                     file->title + std::string(document::extension(file->file.kind)));
}

Result<Response> Status::kept_file(const people::KeyRing& ring, const document::StoredFile& stored,
                                   const std::string& name) const {
    GK_TRY(auto bytes, desk_.files(ring).read(stored.placed));
    Response response;
    response.body = std::move(bytes);
    response.headers.set("Content-Type", std::string(document::media_type(stored.kind)));
    response.headers.set("Content-Disposition",
                         "attachment; filename*=UTF-8''" + encode_query_value(name));
    return response;
}

Result<std::vector<std::string>> Status::keep_files(const Visit& visit, const Request& request,
                                                    const SentForm& sent) const {
    const auto agencies = people::list_agencies(desk_.services.database);
    const auto agency = std::ranges::find(agencies, visit.found.of.agency, &people::Agency::id);
    GK_ASSERT(agency != agencies.end());
    std::vector<std::string> kept;
    for (const auto& each : sent.files) {
        auto file = started::keep_file(
            desk_.keeping(*visit.ring), desk_.files(*visit.ring),
            {.agency_code = agency->code, .client_address = request.client_address},
            {.name = each.name, .bytes = each.bytes}, visit.now);
        if (!file) {
            access::drop_files(desk_.services.database, kept);
            return std::move(file).error().at("material_file");
        }
        kept.push_back(*std::move(file));
    }
    return kept;
}

Result<Response> Status::leave(const Request& request) const {
    auto answer = see_other(desk_.viewing(request).link(portal::paths::applications.path));
    clear_cookie(answer, request, status_cookie);
    return answer;
}

Result<Response> Status::ask_for_act(const Request& request) const {
    const auto act = own_act_of(request.argument("act"));
    if (!act) {
        return error(not_found);
    }
    GK_TRY(const auto visited, visit(request));
    if (visited == nullptr) {
        return see_other(desk_.viewing(request).link(paths::status));
    }
    if (!may(visited->found, *act)) {
        return see_other(visited->viewing.link(own_case_after(refused_parameter, *act)));
    }
    OwnActView view{
        .act = *act, .number = visited->found.of.number, .asked = asked_in(visited->found, *act)};
    if (*act == OwnAct::contact) {
        GK_TRY(const auto own, application::own_applicant(desk_.cases(*visited->ring),
                                                          visited->found.of.public_id));
        const auto& contact = own.applicant.contact;
        view.fields = {{"contact_route", std::string(application::key(contact.route))},
                       {"phone", contact.phone},
                       {"email", contact.email},
                       {"address", contact.address}};
    }
    return page_of(own_act_page(visited->viewing, view), {});
}

Result<Response> Status::do_act(const Request& request) const {
    const auto act = own_act_of(request.argument("act"));
    if (!act) {
        return error(not_found);
    }
    GK_TRY(auto sent, read_form(request));
    GK_TRY(const auto visited, visit(request));
    if (visited == nullptr) {
        return left_alone_page(desk_.viewing(request), sent.fields);
    }
    const auto done_page = visited->viewing.link(own_case_after(done_parameter, *act));
    const auto act_with_files = [&]() -> Result<application::Done> {
        GK_TRY(const auto files, keep_files(*visited, request, sent));
        auto done = access::do_own_act(desk_.cases(*visited->ring),
                                       {.public_id = visited->found.of.public_id,
                                        .action = action_of(*act),
                                        .fields = sent.fields,
                                        .files = files},
                                       visited->now);
        if (!done) {
            access::drop_files(desk_.services.database, files);
        }
        return done;
    };
    const auto done = act_with_files();
    if (done) {
        return see_other(done_page);
    }
    GK_TRY(const auto again, visit(request));
    if (again == nullptr) {
        return left_alone_page(visited->viewing, sent.fields);
    }
    const bool is_offered = may(again->found, *act);
    if (!is_offered && has_just_done(again->found, *act, started::value(sent.fields, "text"))) {
        return see_other(done_page);
    }
    const OwnActView view{
        .act = *act,
        .number = again->found.of.number,
        .asked = asked_in(again->found, *act),
        .fields = std::move(sent.fields),
        .problems = is_offered ? done.error().problems()
                               : std::vector{problem(own_act_not_now, label(*act),
                                                     why_not(again->found.standing, *act))}};
    return page_of(own_act_page(again->viewing, view), view.problems);
}

std::vector<Route> Status::routes() const {
    const auto row = [this](Method method, std::string_view pattern, auto handler) {
        return Route{.method = method,
                     .pattern = std::string(pattern),
                     .permission = people::Permission::everyone,
                     .audience = Audience::page,
                     .limits = {.body_bytes_max = method == Method::post ? body_bytes_max : 0},
                     .handler = [this, handler](const Request& request) -> Result<Response> {
                         return (this->*handler)(request);
                     }};
    };
    return {row(Method::get, paths::status, &Status::ask),
            row(Method::post, paths::status, &Status::enter),
            row(Method::get, paths::resend, &Status::ask_for_code),
            row(Method::post, paths::resend, &Status::send_code),
            row(Method::get, paths::own_case, &Status::show),
            row(Method::get, paths::own_file, &Status::file),
            row(Method::get, paths::published_answer, &Status::published_answer),
            row(Method::post, paths::leave, &Status::leave),
            row(Method::get, paths::own_act, &Status::ask_for_act),
            row(Method::post, paths::own_act, &Status::do_act)};
}

}  // namespace gk::web::citizen
