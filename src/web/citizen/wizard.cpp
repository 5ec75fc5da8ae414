#include "web/citizen/wizard.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "application/case_store.hpp"
#include "application/receipt_settings_service.hpp"
#include "application/started/errors.hpp"
#include "application/started/field.hpp"
#include "application/started/file_service.hpp"
#include "application/started/submission_service.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "web/citizen/paths.hpp"
#include "web/citizen/proof_of_work.hpp"
#include "web/errors.hpp"
#include "web/portal/page_answer.hpp"
#include "web/portal/site_store.hpp"

namespace gk::web::citizen {

namespace {

namespace started = application::started;
using started::FormPage;

// Without a script: as long as the script would take on a slow telephone, and a little more.
constexpr std::chrono::seconds delay_without_proof(15);

started::AgencyCodes codes_of(const std::vector<AgencyChoice>& choices) {
    started::AgencyCodes codes;
    for (const auto& each : choices) {
        codes.insert(each.code);
    }
    return codes;
}

bool leads_back_to_check(const Request& request) {
    return find(request.query, paths::back_parameter) == started::key(FormPage::check);
}

bool shows(const Request& request, std::string_view what) {
    return find(request.query, paths::shows_parameter) == what;
}

constexpr std::string_view problems_of_page = "problems";
constexpr std::string_view new_matches = "matches";
constexpr std::string_view waiting = "wait";

Wait wait_of(const started::StartedForm& form, Moment now) {
    const auto delay = started::check_delay(form, now);
    if (delay) {
        return {"现在可以提交了", "等候的时间已到，请再按一次“提交”。"};
    }
    const auto& problem = delay.error().first();
    return {"请稍候，再按一次“提交”",
            problem.message + problem.hint +
                "浏览器没有运行脚本时，用短暂的等候代替自动核验，防止自动程序大量提交。"};
}

// The first problem of each field: what a page shows of all pages.
std::vector<Problem> problems_of_form(const started::Fields& fields,
                                      const started::AgencyCodes& agencies) {
    std::vector<Problem> problems;
    for (auto& each : started::check_form(fields, agencies)) {
        if (std::ranges::find(problems, each.problem.field, &Problem::field) == problems.end()) {
            problems.push_back(std::move(each.problem));
        }
    }
    return problems;
}

}  // namespace

Result<Wizard::Visit> Wizard::visit(const Request& request) const {
    GK_TRY(auto ring, desk_.services.keys.current());
    return Visit{.request = request,
                 .viewing = desk_.viewing(request),
                 .ring = std::move(ring),
                 .link = std::string(find(request.query, paths::form_parameter).value_or("")),
                 .now = desk_.services.clock.now()};
}

Result<Response> Wizard::begin(const Request& request) const {
    GK_TRY(const auto sent, read_form(request));
    GK_TRY(const auto visited, visit(request));
    const auto link = started::start_form(desk_.keeping(*visited.ring), notice_version,
                                          request.client_address, visited.now);
    if (!link) {
        return refusal_page(visited.viewing, link.error());
    }
    return see_other(visited.viewing.link(paths::of_page(FormPage::agency, *link)));
}

WizardView Wizard::view_of(const Visit& visit, FormPage page,
                           const started::StartedForm& form) const {
    const auto& services = desk_.services;
    WizardView view{.page = page,
                    .link = visit.link,
                    .form = form,
                    .days_kept = static_cast<int>(services.forms_kept_for.count()),
                    .leads_back_to_check = leads_back_to_check(visit.request),
                    .office = desk_.office_of(text::trim(started::value(form.fields, "agency")))};
    if (page == FormPage::agency || page == FormPage::check) {
        const auto duties = services.database.read(
            [](store::Snapshot& snapshot) { return portal::load_duties(snapshot); });
        view.agencies = agency_choices(people::list_agencies(services.database), duties,
                                       started::value(form.fields, "matter"), visit.now.date());
    }
    if (page == FormPage::information || page == FormPage::check) {
        view.matches = published_matches(services.database, desk_.site, sought_in(form.fields));
    }
    if (page == FormPage::contact || page == FormPage::check) {
        view.receipt_by = application::receipt_on_line(
            services.database, text::trim(started::value(form.fields, "agency")));
    }
    if (page == FormPage::check) {
        view.challenge = work_challenge(form.submission_key);
        view.problems = problems_of_form(form.fields, codes_of(view.agencies));
    }
    return view;
}

// What was typed is kept by now, so the page is asked for anew: going back and reloading send
// nothing twice.
Response Wizard::once_more(const Visit& visit, FormPage page, std::string_view shown) const {
    auto path = paths::of_page(page, visit.link);
    if (leads_back_to_check(visit.request)) {
        path += fmt::format("&{}={}", paths::back_parameter, started::key(FormPage::check));
    }
    if (!shown.empty()) {
        path += fmt::format("&{}={}", paths::shows_parameter, shown);
    }
    return see_other(visit.viewing.link(path));
}

Response Wizard::answer(const Visit& visit, const WizardView& view) const {
    auto answer = portal::page_answer(wizard_page(visit.viewing, view));
    constexpr int unprocessable = 422;
    if (!view.problems.empty() && visit.request.method == Method::post) {
        answer.status = unprocessable;
    }
    return answer;
}

Result<Response> Wizard::show(const Request& request) const {
    const auto page = started::form_page_of(request.argument("page"));
    if (!page) {
        return error(not_found);
    }
    GK_TRY(const auto visited, visit(request));
    GK_TRY(const auto form,
           started::find_form(desk_.keeping(*visited.ring), visited.link, visited.now));
    if (form.is_submitted()) {
        return see_other(visited.viewing.link(paths::of_form(paths::receipt, visited.link)));
    }
    auto view = view_of(visited, *page, form);
    if (shows(request, problems_of_page) && *page != FormPage::check) {
        view.problems = started::check_page(*page, form.fields, codes_of(view.agencies));
    }
    view.are_matches_new = shows(request, new_matches) && !view.matches.empty();
    if (shows(request, waiting) && *page == FormPage::check && view.problems.empty()) {
        view.wait = wait_of(form, visited.now);
    }
    return answer(visited, view);
}

Result<Response> Wizard::take(const Request& request) const {
    const auto page = started::form_page_of(request.argument("page"));
    if (!page) {
        return error(not_found);
    }
    GK_TRY(const auto visited, visit(request));
    GK_TRY(const auto sent, read_form(request));
    const auto keeping = desk_.keeping(*visited.ring);
    GK_TRY(const auto before, started::find_form(keeping, visited.link, visited.now));
    if (before.is_submitted()) {
        return see_other(visited.viewing.link(paths::of_form(paths::receipt, visited.link)));
    }
    const auto saved = started::save_page(keeping, visited.link, *page, sent.fields, visited.now);
    if (!saved) {
        auto view = view_of(visited, *page, before);
        view.problems = saved.error().problems();
        return answer(visited, view);
    }
    const auto then = started::value(sent.fields, "then");
    const auto wrong_files = take_files(visited, *page, sent, saved->fields);
    GK_TRY(const auto form, started::find_form(keeping, visited.link, visited.now));
    auto view = view_of(visited, *page, form);
    if (!wrong_files.empty()) {
        view.problems = started::check_page(*page, form.fields, codes_of(view.agencies));
        std::ranges::copy(wrong_files, std::back_inserter(view.problems));
        return answer(visited, view);
    }
    if (!started::value(sent.fields, "remove").empty() || then == "suggest") {
        return once_more(visited, *page);
    }
    if (then == "later") {
        return see_other(visited.viewing.link(paths::of_form(paths::saved, visited.link)));
    }
    return *page == FormPage::check ? submit(visited, sent, std::move(view)) : go_on(visited, view);
}

std::vector<Problem> Wizard::take_files(const Visit& visit, FormPage page, const SentForm& sent,
                                        const started::Fields& fields) const {
    const auto keeping = desk_.keeping(*visit.ring);
    const auto files = desk_.files(*visit.ring);
    const auto chosen = started::value(fields, "agency");
    const started::Sender sender{
        .agency_code = chosen.empty() ? desk_.site.agency : std::string(chosen),
        .client_address = visit.request.client_address};
    std::vector<Problem> problems;
    const auto keep_problem = [&](const Result<void>& done, std::string_view field,
                                  std::string_view file) {
        if (!done) {
            auto found = done.error().first();
            found.field = field;
            if (!file.empty()) {
                found.message = fmt::format("“{}”：{}", file, found.message);
            }
            problems.push_back(std::move(found));
        }
    };
    const auto removed = started::value(sent.fields, "remove");
    if (!removed.empty()) {
        const auto fields_of_page = started::file_fields_of(page);
        keep_problem(started::detach_file(keeping, visit.link, removed, visit.now),
                     fields_of_page.empty() ? "" : fields_of_page.front(), {});
    }
    for (const auto& file : sent.files) {
        const auto taken = started::file_fields_of(page);
        if (std::ranges::find(taken, file.field) != taken.end()) {
            keep_problem(started::attach_file(keeping, files, visit.link, file.field, sender,
                                              {.name = file.name, .bytes = file.bytes}, visit.now),
                         file.field, file.name);
        }
    }
    return problems;
}

// What is wrong, or what is published already and was not shown yet, or the next page.
Response Wizard::go_on(const Visit& visit, const WizardView& view) const {
    const auto& fields = view.form.fields;
    if (!started::check_page(view.page, fields, codes_of(view.agencies)).empty()) {
        return once_more(visit, view.page, problems_of_page);
    }
    if (view.page == FormPage::information && !view.matches.empty() &&
        started::value(fields, "matches_seen") != sought_in(fields)) {
        return once_more(visit, view.page, new_matches);
    }
    const auto pages = started::form_pages();
    const auto next =
        view.leads_back_to_check ? FormPage::check : pages[static_cast<std::size_t>(view.page) + 1];
    return see_other(visit.viewing.link(paths::of_page(next, visit.link)));
}

Result<Response> Wizard::submit(const Visit& visit, const SentForm& sent, WizardView view) const {
    if (!view.problems.empty()) {
        return once_more(visit, FormPage::check);
    }
    const auto keeping = desk_.keeping(*visit.ring);
    const auto proof = started::value(sent.fields, "work");
    if (!is_work(view.challenge, proof, work_zero_bits)) {
        GK_TRY(const auto from,
               started::set_delay(keeping, visit.link, delay_without_proof, visit.now));
        auto delayed = view.form;
        delayed.may_submit_at = from;
        if (!started::check_delay(delayed, visit.now)) {
            return once_more(visit, FormPage::check, waiting);
        }
    }
    const auto receipt = started::submit_form(
        desk_.cases(*visit.ring), keeping,
        {.link = visit.link, .client_address = visit.request.client_address}, visit.now);
    if (!receipt) {
        if (receipt.error().first().code == started::too_many.code) {
            return refusal_page(visit.viewing, receipt.error());
        }
        view.problems = receipt.error().problems();
        return answer(visit, view);
    }
    return see_other(visit.viewing.link(paths::of_form(paths::receipt, visit.link)));
}

Result<Response> Wizard::saved(const Request& request) const {
    GK_TRY(const auto visited, visit(request));
    GK_TRY(const auto form,
           started::find_form(desk_.keeping(*visited.ring), visited.link, visited.now));
    return portal::page_answer(
        saved_page(visited.viewing, {.link = visited.link,
                                     .origin = origin_of(request),
                                     .expires_on = form.expires_at.date(),
                                     .days = desk_.services.forms_kept_for}));
}

Result<Response> Wizard::discard(const Request& request) const {
    GK_TRY(const auto visited, visit(request));
    GK_CHECK(started::discard_form(desk_.keeping(*visited.ring), visited.link, visited.now));
    auto viewing = visited.viewing;
    viewing.asked.clear();
    return portal::page_answer(discarded_page(viewing));
}

ReceiptAgency Wizard::agency_of(std::string_view application) const {
    auto& database = desk_.services.database;

    struct Found {
        law::ReceiptBy receipt_by;
        std::optional<Id<people::Agency>> agency;
    };

    const auto found = database.read([&](store::Snapshot& snapshot) {
        const auto of = application::load_case(snapshot, application);
        return Found{application::receipt_of_case(snapshot, application),
                     of ? std::optional(of->agency) : std::nullopt};
    });
    const auto agencies = people::list_agencies(database);
    const auto agency = std::ranges::find_if(
        agencies, [&](const people::Agency& each) { return each.id == found.agency; });
    return {.receipt_by = found.receipt_by,
            .office = agency == agencies.end() ? portal::DisclosureOffice{}
                                               : desk_.office_of(agency->code)};
}

Result<Response> Wizard::receipt(const Request& request) const {
    GK_TRY(const auto visited, visit(request));
    GK_TRY(const auto form,
           started::find_form(desk_.keeping(*visited.ring), visited.link, visited.now));
    if (!form.receipt) {
        return see_other(visited.viewing.link(paths::of_page(FormPage::check, visited.link)));
    }
    return portal::page_answer(receipt_page(visited.viewing, *form.receipt,
                                            agency_of(form.receipt->application),
                                            {.link = visited.link,
                                             .origin = origin_of(request),
                                             .expires_on = form.expires_at.date(),
                                             .days = desk_.services.forms_kept_for}));
}

Response Wizard::notice(const Request& request) const {
    const auto& services = desk_.services;
    return portal::page_answer(
        notice_page(desk_.viewing(request),
                    {.forms = services.forms_kept_for, .identity = services.identity_kept_for}));
}

std::vector<Route> Wizard::routes() const {
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
    return {row(Method::post, paths::forms, &Wizard::begin),
            row(Method::get, paths::form_page, &Wizard::show),
            row(Method::post, paths::form_page, &Wizard::take),
            row(Method::get, paths::saved, &Wizard::saved),
            row(Method::post, paths::discard, &Wizard::discard),
            row(Method::get, paths::receipt, &Wizard::receipt),
            row(Method::get, paths::notice, &Wizard::notice)};
}

}  // namespace gk::web::citizen
