#include "web/citizen/agency_choice.hpp"

#include <algorithm>
#include <functional>

#include "base/text.hpp"
#include "web/citizen/near_text.hpp"
#include "web/portal/disclosure_class.hpp"

namespace gk::web::citizen {

namespace {

using people::Agency;

bool exists_on(const Agency& agency, Date today) {
    return (!agency.valid_from || *agency.valid_from <= today) &&
           (!agency.valid_to || *agency.valid_to >= today);
}

// What people read of it, and what is searched.
std::string duties_of(const Agency& agency, const AgencyDuties& said, Date today) {
    if (const auto found = said.find(agency.id); found != said.end()) {
        return found->second;
    }
    std::vector<std::string> parts;
    for (const auto& unit : agency.units) {
        parts.push_back(unit.name);
    }
    for (const auto& each : portal::disclosure_classes(agency.level, today)) {
        constexpr int local_article = 21;  // What this level adds to art. 20.
        if (each.article == local_article) {
            parts.push_back(each.name);
        }
    }
    return text::join(parts, "、");
}

class Tree {
public:
    Tree(const std::vector<Agency>& agencies, const AgencyDuties& duties, Date today)
        : agencies_(agencies), duties_(duties), today_(today) {}

    [[nodiscard]] std::vector<AgencyChoice> choices() {
        for (const auto& agency : agencies_) {
            const bool is_top = !agency.parent || !has(*agency.parent);
            if (is_top && exists_on(agency, today_)) {
                add(agency, 0);
            }
        }
        return std::move(choices_);
    }

private:
    [[nodiscard]] bool has(Id<Agency> id) const {
        return std::ranges::any_of(agencies_, [&](const Agency& each) {
            return each.id == id && exists_on(each, today_);
        });
    }

    void add(const Agency& agency, int depth) {
        choices_.push_back({.code = agency.code,
                            .name = agency.name,
                            .duties = duties_of(agency, duties_, today_),
                            .depth = depth});
        for (const auto& each : agencies_) {
            if (each.parent == agency.id && exists_on(each, today_)) {
                add(each, depth + 1);
            }
        }
    }

    const std::vector<Agency>& agencies_;
    const AgencyDuties& duties_;
    Date today_;
    std::vector<AgencyChoice> choices_;
};

// Those that come nearest, unless hardly anything fits.
void mark_suggested(std::vector<AgencyChoice>& choices, std::string_view matter) {
    constexpr double hardly = 0.2;
    const auto sought = character_pairs(matter);
    std::vector<double> shares;
    for (const auto& each : choices) {
        shares.push_back(share_found(sought, each.name + "、" + each.duties));
    }
    const auto best = shares.empty() ? 0 : *std::ranges::max_element(shares);
    for (std::size_t at = 0; at < choices.size(); ++at) {
        choices[at].is_suggested = best > hardly && shares[at] == best;
    }
}

}  // namespace

std::vector<AgencyChoice> agency_choices(const std::vector<Agency>& agencies,
                                         const AgencyDuties& duties, std::string_view matter,
                                         Date today) {
    auto choices = Tree(agencies, duties, today).choices();
    mark_suggested(choices, matter);
    return choices;
}

}  // namespace gk::web::citizen
