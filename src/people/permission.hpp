// Who may do what: one table of roles and permissions. Deny by default: what is not in the table
// is not allowed, and a route or a command without a permission does not start. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "people/role.hpp"

namespace gk::people {

enum class Permission : std::uint8_t {
    everyone,  // key "public"
    operate,   // key "operator": the command line, recorded as cli:<os user>
    sign_in,   // Whoever has an account: own sessions, tasks, messages, password, delegation.

    // Annual reports (条例 arts 49, 50).
    report_read,
    report_edit,    // Draft, type, import, submit.
    report_review,  // Send back, clear.
    report_publish,

    // Applications (arts 27 to 45).
    case_count,      // Counts and deadlines, no applicant.
    case_read,       // The case, identity masked.
    applicant_read,  // Who the applicant is; every view goes into the trail.
    case_register,
    case_handle,  // Confirm, correct, consult, defer, fee, draft, deliver, close, archive.
    case_search,  // A search task of one's own unit.
    case_review,
    extension_consent,  // Art. 33 para. 2.
    case_sign,
    release_review,  // Art. 17.
    remedy_handle,   // Reconsideration and litigation.

    // What is laid down for an agency.
    letter_template_edit,
    agency_settings_edit,  // Site identity, dictionaries, number patterns, lights.
    calendar_load,

    // 三员.
    agency_manage,
    account_manage,
    role_assign,
    session_manage,
    sign_in_log_read,
    trail_read,
};

[[nodiscard]] std::span<const Permission> permissions();
[[nodiscard]] std::string_view key(Permission permission);
[[nodiscard]] std::string_view label(Permission permission);

// What the table says. `everyone` and `sign_in` are every role's, `operate` is none's.
[[nodiscard]] bool allows(Role role, Permission permission);

// What the operator of the installation may do at the command line: what it needs to run, never
// casework and never who an applicant is.
[[nodiscard]] bool allows_operator(Permission permission);

}  // namespace gk::people
