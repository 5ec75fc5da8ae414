// What a visitor can do with reports beside reading them: compare two, check one of their own.
#include "base/problem_list.hpp"
#include "web/error_answer.hpp"
#include "web/portal/compare_page.hpp"
#include "web/portal/errors.hpp"
#include "web/portal/page_answer.hpp"
#include "web/portal/portal.hpp"
#include "web/portal/published_reports.hpp"
#include "web/portal/upload_check_page.hpp"

namespace gk::web::portal {

namespace {

constexpr std::string_view first_field = "a";
constexpr std::string_view second_field = "b";

// Before anything is chosen: the newest two of the site's own agency, or of all.
void choose_newest(CompareView& view, const SiteIdentity& site) {
    std::vector<std::string> newest;
    for (const bool only_own : {true, false}) {
        for (const auto& line : view.choices) {
            if ((line.agency == site.agency) == only_own) {
                newest.push_back(choice_of(line, site));
            }
        }
    }
    constexpr std::size_t both = 2;
    if (newest.size() >= both) {
        view.second = newest[0];
        view.first = newest[1];
    }
}

}  // namespace

Result<Portal::Found> Portal::find_chosen(std::string_view choice, std::string_view field) const {
    if (choice.empty()) {
        return error(choice_missing, field == first_field ? "第一份" : "第二份").at(field);
    }
    const auto colon = choice.rfind(':');
    auto found =
        colon == std::string_view::npos
            ? find_published(choice, site_.agency)
            : find_published(choice.substr(colon + 1), std::string(choice.substr(0, colon)));
    if (!found) {
        return error(unknown_choice, choice).at(field);
    }
    return found;
}

Response Portal::compare(const Request& request) const {
    CompareView view{.choices = published_reports(services_.database, {}),
                     .first = {},
                     .second = {},
                     .problems = {},
                     .compared = {}};
    const auto first = find(request.query, first_field);
    const auto second = find(request.query, second_field);
    auto viewed = viewing(request);
    if (!first && !second) {
        choose_newest(view, site_);
        return page_answer(compare_page(viewed, view));
    }
    view.first = first.value_or("");
    view.second = second.value_or("");
    viewed.asked = {{first_field, view.first}, {second_field, view.second}};
    ProblemList problems;
    auto one = problems.take(find_chosen(view.first, first_field));
    auto other = problems.take(find_chosen(view.second, second_field));
    if (one && other && one->stored.key == other->stored.key) {
        problems.add(error(same_report).at(second_field));
    }
    if (!problems.empty()) {
        const auto found = std::move(problems).error();
        view.problems = found.problems();
        auto answer = page_answer(compare_page(viewed, view));
        answer.status = status(found.kind());
        return answer;
    }
    view.first = choice_of(one->line, site_);
    view.second = choice_of(other->line, site_);
    view.compared = {.first_line = one->line,
                     .second_line = other->line,
                     .first = std::move(one->stored.report),
                     .second = std::move(other->stored.report)};
    return page_answer(compare_page(viewed, view));
}

Response Portal::check_form(const Request& request) const {
    return page_answer(upload_check_page(viewing(request), {}));
}

Response Portal::check_upload(const Request& request) const {
    const auto found = check_desk_->answer(request);
    auto answer = page_answer(upload_check_page(viewing(request), found));
    answer.status = found.status;
    if (found.retry_after_seconds) {
        answer.headers.set("Retry-After", std::to_string(*found.retry_after_seconds));
    }
    return answer;
}

}  // namespace gk::web::portal
