// What an agency must publish of its own accord: 条例(2019) art. 20, and art. 21 by level.
#pragma once

#include <string_view>
#include <vector>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/agency_level.hpp"

namespace gk::law {

struct CatalogueItem {
    Citation basis;            // Art. 20 with its item, or art. 21.
    std::string_view content;  // 机关职能、机构设置…
};

// The items for an agency of that level, in the order of the articles; `law.not_modelled` where the
// regulation of 2008 stands on that date.
// READING: 0022, art. 21 for sub-district offices and above the prefecture.
[[nodiscard]] Result<std::vector<CatalogueItem>> catalogue(AgencyLevel level, Date published_on);

}  // namespace gk::law
