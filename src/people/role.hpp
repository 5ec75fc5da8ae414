// The roles that an account holds in an agency (条例 arts 3, 4, 17, 33), and apart from them the
// three administrators (三员, GB/T 22239): none of these does casework. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace gk::people {

enum class Role : std::uint8_t {
    clerk,                   // 公开工作机构经办人
    unit_officer,            // 承办单位经办人
    department_reviewer,     // 部门审核人
    deputy_leader,           // 分管领导
    leading_group_member,    // 领导小组成员
    office_head,             // 公开工作机构负责人, art. 33 para. 2
    signatory,               // 签发人
    secrecy_reviewer,        // 保密审查员, art. 17
    supervisor,              // 上级主管部门监督员, art. 3
    system_administrator,    // 系统管理员
    security_administrator,  // 安全管理员
    audit_administrator,     // 审计管理员
};

[[nodiscard]] std::span<const Role> roles();
[[nodiscard]] std::string_view key(Role role);
[[nodiscard]] std::string_view label(Role role);
[[nodiscard]] std::optional<Role> role_of(std::string_view key);

// One of the three (三员): no account that holds one may hold another role, nor a second of them.
[[nodiscard]] bool is_administrator(Role role);

// Bears on the agencies below its own as well: a supervisor for counts and deadlines, the three
// administrators for all that is theirs.
[[nodiscard]] bool reaches_below(Role role);

}  // namespace gk::people
