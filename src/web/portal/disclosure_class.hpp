// The classes of information that arts 20 and 21 of the regulation name, as the portal shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "law/agency_level.hpp"

namespace gk::web::portal {

struct DisclosureClass {
    int article = 0;           // 20 or 21
    std::string article_name;  // 第二十条
    std::string basis;         // 第二十条第（四）项
    std::string anchor;        // "article-20-4"
    std::string name;          // 统计信息: short, for lists
    std::string content;       // 国民经济和社会发展统计信息: as in the law
    long count = 0;            // How much of it is published.
};

// For an agency of that level, as the law stands on `today`; empty where it is not modelled.
[[nodiscard]] std::vector<DisclosureClass> disclosure_classes(law::AgencyLevel level, Date today);

}  // namespace gk::web::portal
