#include "people/permission.hpp"

#include "base/assert.hpp"

namespace gk::people {

std::string_view key(Permission permission) {
    switch (permission) {
        case Permission::everyone:
            return "public";
        case Permission::operate:
            return "operator";
    }
    GK_ASSERT(!"a permission");
    return {};
}

bool Actor::may(Permission needed) const {
    switch (needed) {
        case Permission::everyone:
            return true;
        case Permission::operate:
            return permission == Permission::operate;
    }
    GK_ASSERT(!"a permission");
    return false;
}

Actor everyone() {
    return {.name = {}, .permission = Permission::everyone};
}

}  // namespace gk::people
