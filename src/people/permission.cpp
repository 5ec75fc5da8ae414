#include "people/permission.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "law/enum_table.hpp"

namespace gk::people {

namespace {

// The roles of one row, as bits.
using Roles = std::uint32_t;

constexpr Roles bit(Role role) {
    return Roles{1} << static_cast<unsigned>(role);
}

constexpr Roles of(std::initializer_list<Role> roles) {
    Roles bits = 0;
    for (const auto role : roles) {
        bits |= bit(role);
    }
    return bits;
}

enum class Operator : bool { no, yes };

struct Row {
    Permission value;
    std::string_view key;
    std::string_view label;
    Roles roles;
    Operator may_operator;
};

constexpr Roles every_role = ~Roles{0};
constexpr Roles approvers =
    of({Role::deputy_leader, Role::leading_group_member, Role::office_head, Role::signatory});
constexpr Roles readers = approvers | of({Role::clerk, Role::department_reviewer});

constexpr auto table = law::enum_table(std::array{
    Row{Permission::everyone, "public", "任何人", every_role, Operator::yes},
    Row{Permission::operate, "operator", "系统操作员（命令行）", 0, Operator::yes},
    Row{Permission::sign_in, "sign_in", "已登录的账号", every_role, Operator::no},

    Row{Permission::report_read, "report_read", "查看年度报告办理情况",
        readers | of({Role::unit_officer, Role::secrecy_reviewer, Role::supervisor}),
        Operator::yes},
    Row{Permission::report_edit, "report_edit", "起草年度报告",
        of({Role::clerk, Role::office_head}), Operator::yes},
    Row{Permission::report_review, "report_review", "审核年度报告", approvers, Operator::yes},
    Row{Permission::report_publish, "report_publish", "公开年度报告",
        of({Role::clerk, Role::office_head}), Operator::yes},

    Row{Permission::case_count, "case_count", "查看办件数量和期限",
        readers | of({Role::supervisor}), Operator::yes},
    Row{Permission::case_read, "case_read", "查看办件", readers | of({Role::secrecy_reviewer}),
        Operator::no},
    Row{Permission::applicant_read, "applicant_read", "查看申请人身份信息",
        of({Role::clerk, Role::office_head}), Operator::no},
    Row{Permission::case_register, "case_register", "登记申请", of({Role::clerk}), Operator::no},
    Row{Permission::case_handle, "case_handle", "办理申请", of({Role::clerk}), Operator::no},
    Row{Permission::case_search, "case_search", "检索和反馈", of({Role::unit_officer}),
        Operator::no},
    Row{Permission::case_review, "case_review", "审核答复",
        of({Role::department_reviewer, Role::deputy_leader, Role::office_head}), Operator::no},
    Row{Permission::extension_consent, "extension_consent", "同意延期答复", of({Role::office_head}),
        Operator::no},
    Row{Permission::case_sign, "case_sign", "签发答复", of({Role::signatory}), Operator::no},
    Row{Permission::release_review, "release_review", "公开审查", of({Role::secrecy_reviewer}),
        Operator::no},
    Row{Permission::remedy_handle, "remedy_handle", "办理行政复议和行政诉讼", of({Role::clerk}),
        Operator::no},

    Row{Permission::letter_template_edit, "letter_template_edit", "维护文书模板和文号",
        of({Role::clerk, Role::office_head}), Operator::no},
    Row{Permission::agency_settings_edit, "agency_settings_edit", "维护机关设置",
        of({Role::office_head, Role::system_administrator}), Operator::yes},
    Row{Permission::calendar_load, "calendar_load", "载入放假安排",
        of({Role::system_administrator}), Operator::yes},

    Row{Permission::agency_manage, "agency_manage", "维护机关和内设机构",
        of({Role::system_administrator}), Operator::yes},
    Row{Permission::account_manage, "account_manage", "维护账号", of({Role::system_administrator}),
        Operator::yes},
    Row{Permission::role_assign, "role_assign", "授予角色", of({Role::security_administrator}),
        Operator::yes},
    Row{Permission::session_manage, "session_manage", "查看和结束登录会话",
        of({Role::security_administrator}), Operator::yes},
    Row{Permission::sign_in_log_read, "sign_in_log_read", "查看登录日志",
        of({Role::security_administrator, Role::audit_administrator}), Operator::yes},
    Row{Permission::trail_read, "trail_read", "查看和核验审计记录", of({Role::audit_administrator}),
        Operator::yes},
});

}  // namespace

std::span<const Permission> permissions() {
    return table.values();
}

std::string_view key(Permission permission) {
    return table[permission].key;
}

std::string_view label(Permission permission) {
    return table[permission].label;
}

bool allows(Role role, Permission permission) {
    return (table[permission].roles & bit(role)) != 0;
}

bool allows_operator(Permission permission) {
    return table[permission].may_operator == Operator::yes;
}

}  // namespace gk::people
