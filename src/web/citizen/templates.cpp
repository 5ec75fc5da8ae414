#include "web/citizen/templates.hpp"

namespace gk {
extern const EmbeddedFile gk_web_citizen_files[];
}  // namespace gk

namespace gk::web::citizen {

const ResourceTable& citizen_files() {
    static const ResourceTable table(gk_web_citizen_files);
    return table;
}

}  // namespace gk::web::citizen
