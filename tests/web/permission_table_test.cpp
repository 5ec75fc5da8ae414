// The table of roles and permissions, as the documents show it.
#include <string>

#include <gtest/gtest.h>

#include "people/permission.hpp"
#include "support/golden.hpp"

namespace gk::web {
namespace {

TEST(PermissionTable, is_listed_in_the_documents) {
    std::string page =
        "# 权限\n\n"
        "哪个角色可以做什么，只由这一张表决定（`src/people/"
        "permission.cpp`）：表中没有的就不允许。\n"
        "“操作员”是在服务器命令行上操作的人。角色只在所任职的机关有效；"
        "监督员和三员也及于下级机关。\n\n| 权限 |";
    std::string rule = "\n|---|";
    for (const auto role : people::roles()) {
        page.append(" ").append(people::label(role)).append(" |");
        rule += "---|";
    }
    page += " 操作员 |" + rule + "---|\n";
    for (const auto permission : people::permissions()) {
        page.append("| ").append(people::label(permission)).append(" `");
        page.append(people::key(permission)).append("` |");
        for (const auto role : people::roles()) {
            page += people::allows(role, permission) ? " ✓ |" : "  |";
        }
        page += people::allows_operator(permission) ? " ✓ |\n" : "  |\n";
    }
    test::expect_golden("docs/generated/permissions.md", page);
}

}  // namespace
}  // namespace gk::web
