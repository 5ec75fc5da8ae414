#include "web/portal/templates.hpp"

#include <deque>
#include <string>
#include <vector>

namespace gk {
extern const EmbeddedFile gk_web_portal_files[];
}  // namespace gk

namespace gk::web::portal {

const ResourceTable& portal_files() {
    static const ResourceTable table(gk_web_portal_files);
    return table;
}

page::Templates compile_templates(const StaticFiles& files,
                                  std::initializer_list<const ResourceTable*> tables) {
    std::deque<std::string> texts;  // Whose texts stay where they are.
    std::vector<Resource> templates;
    for (const auto* table : tables) {
        for (const auto& file : table->all()) {
            texts.push_back(files.with_hashed_addresses(std::string(file.bytes)));
            templates.push_back({file.path, texts.back()});
        }
    }
    return page::Templates(templates);
}

}  // namespace gk::web::portal
