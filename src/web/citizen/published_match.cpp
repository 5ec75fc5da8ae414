#include "web/citizen/published_match.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "letter/release_service.hpp"
#include "web/citizen/near_text.hpp"
#include "web/citizen/paths.hpp"
#include "web/portal/published_reports.hpp"
#include "web/portal/search_page.hpp"

namespace gk::web::citizen {

std::string_view sought_in(const application::started::Fields& fields) {
    const auto title = text::trim(application::started::value(fields, "title"));
    return title.empty() ? text::trim(application::started::value(fields, "document_number"))
                         : title;
}

std::vector<PublishedMatch> published_matches(store::Database& database,
                                              const portal::SiteIdentity& site,
                                              std::string_view sought) {
    // Of a long name it is enough that a third recurs: the year and the place often differ.
    constexpr double near_enough = 0.34;
    constexpr std::size_t shown_max = 5;
    const auto pairs = character_pairs(sought);
    std::vector<std::pair<double, PublishedMatch>> found;
    for (const auto& each : portal::searchable(site, portal::published_reports(database, {}))) {
        const auto share = share_found(pairs, each.words);
        if (share >= near_enough) {
            found.push_back({share, {each.name, each.path, std::string(each.kind), each.date}});
        }
    }
    const auto answers = database.read(
        [](store::Snapshot& snapshot) { return letter::published_answers(snapshot); });
    for (const auto& each : answers) {
        const auto share = share_found(pairs, each.title);
        if (share >= near_enough) {
            found.push_back(
                {share,
                 {each.title, std::string(paths::published_answers) + each.public_id,
                  "已经提供过的信息（" + each.agency_name + "）", each.delivered_on.iso()}});
        }
    }
    std::ranges::stable_sort(found, std::greater(), [](const auto& each) { return each.first; });
    found.resize(std::min(found.size(), shown_max));
    std::vector<PublishedMatch> matches;
    for (auto& each : found) {
        matches.push_back(std::move(each.second));
    }
    return matches;
}

}  // namespace gk::web::citizen
