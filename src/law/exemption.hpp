// What may or must not be disclosed: 条例(2019) arts 14, 15 and 16, and what lifts each of them.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

namespace gk::law {

// In the order of the articles, which is that of rows 1 to 7 of 不予公开 in the annual report.
enum class Exemption {
    state_secret,           // 14
    prohibited_by_law,      // 14
    security_or_stability,  // 14
    third_party_rights,     // 15
    internal_affairs,       // 16 ¶1
    deliberative,           // 16 ¶2
    enforcement_file,       // 16 ¶2
};

// The exemptions of the regulation that stands on this date; `law.not_modelled` for 2008's.
[[nodiscard]] Result<std::span<const Exemption>> exemptions_on(Date received_on);
[[nodiscard]] std::string_view key(Exemption exemption);
[[nodiscard]] std::string_view label(Exemption exemption);
[[nodiscard]] std::optional<Exemption> exemption_of(std::string_view key);
[[nodiscard]] Citation basis(Exemption exemption);
// The classes that the article names: 人事管理, 后勤管理, 内部工作流程; empty where it names none.
[[nodiscard]] std::span<const std::string_view> classes(Exemption exemption);

// What was found about the information beside the exemption itself.
struct Circumstances {
    bool third_party_agrees = false;            // Art. 15: 第三方同意公开.
    bool has_public_interest_override = false;  // Art. 15: 不公开会对公共利益造成重大影响.
    bool is_disclosure_prescribed = false;      // Art. 16 ¶2: 法律、法规、规章规定应当公开.
};

enum class Ruling { must_withhold, may_withhold, must_disclose };
[[nodiscard]] std::string_view label(Ruling ruling);

// Arts 14, 15, 16: withholding is a duty under 14 and 15 and discretion under 16; art. 15 is lifted
// by consent or by the public interest, art. 16 ¶2 by a rule that prescribes disclosure.
[[nodiscard]] Ruling ruling(Exemption exemption, const Circumstances& circumstances);

// Art. 32: who discloses against the wish of a third party must tell it what and why, in writing.
[[nodiscard]] bool must_tell_third_party(Exemption exemption, const Circumstances& circumstances);

}  // namespace gk::law
