// The classes of information that arts 20 and 21 of the regulation name, as the portal shows them.
#pragma once

#include <string>

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

}  // namespace gk::web::portal
