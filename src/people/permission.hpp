// Who may do what. Until accounts exist there are two: everybody, and the operator at the command
// line. Deny by default: a route or a command without a permission does not start.
#pragma once

#include <string>
#include <string_view>

namespace gk::people {

enum class Permission {
    everyone,  // key "public"
    operate,   // key "operator": the command line, recorded as cli:<os user>
};

[[nodiscard]] std::string_view key(Permission permission);

// Who acts: what the trail writes down, and what that one may do.
struct Actor {
    std::string name;  // "cli:root"; empty for the public.
    Permission permission = Permission::everyone;

    [[nodiscard]] bool may(Permission needed) const;
};

// Whoever looks at the portal.
[[nodiscard]] Actor everyone();

}  // namespace gk::people
