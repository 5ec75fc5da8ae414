#include "people/role.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::people {

namespace {

struct Row {
    Role value;
    std::string_view key;
    std::string_view label;
};

constexpr auto table = law::enum_table(std::array{
    Row{Role::clerk, "clerk", "公开工作机构经办人"},
    Row{Role::unit_officer, "unit_officer", "承办单位经办人"},
    Row{Role::department_reviewer, "department_reviewer", "部门审核人"},
    Row{Role::deputy_leader, "deputy_leader", "分管领导"},
    Row{Role::leading_group_member, "leading_group_member", "领导小组成员"},
    Row{Role::office_head, "office_head", "公开工作机构负责人"},
    Row{Role::signatory, "signatory", "签发人"},
    Row{Role::secrecy_reviewer, "secrecy_reviewer", "保密审查员"},
    Row{Role::supervisor, "supervisor", "上级监督员"},
    Row{Role::system_administrator, "system_administrator", "系统管理员"},
    Row{Role::security_administrator, "security_administrator", "安全管理员"},
    Row{Role::audit_administrator, "audit_administrator", "审计管理员"},
});

}  // namespace

std::span<const Role> roles() {
    return table.values();
}

std::string_view key(Role role) {
    return table[role].key;
}

std::string_view label(Role role) {
    return table[role].label;
}

std::optional<Role> role_of(std::string_view key) {
    return table.value_of(key);
}

bool is_administrator(Role role) {
    return role >= Role::system_administrator;
}

bool reaches_below(Role role) {
    return role == Role::supervisor || is_administrator(role);
}

}  // namespace gk::people
