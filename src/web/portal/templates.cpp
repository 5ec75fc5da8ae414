#include "web/portal/templates.hpp"

namespace gk {
extern const EmbeddedFile gk_web_portal_files[];
}  // namespace gk

namespace gk::web::portal {

const ResourceTable& portal_files() {
    static const ResourceTable table(gk_web_portal_files);
    return table;
}

}  // namespace gk::web::portal
