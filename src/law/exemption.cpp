#include "law/exemption.hpp"

#include <array>

#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;
using enum Exemption;

constexpr Citation art14{"regulation-2019", 14};
constexpr Citation art15{"regulation-2019", 15};
constexpr Citation art16_1{"regulation-2019", 16, 1};
constexpr Citation art16_2{"regulation-2019", 16, 2};

constexpr auto securities =
    std::to_array<std::string_view>({"国家安全", "公共安全", "经济安全", "社会稳定"});
constexpr auto rights = std::to_array<std::string_view>({"商业秘密", "个人隐私"});
constexpr auto affairs = std::to_array<std::string_view>({"人事管理", "后勤管理", "内部工作流程"});
constexpr auto drafts =
    std::to_array<std::string_view>({"讨论记录", "过程稿", "磋商信函", "请示报告"});

struct Row {
    Exemption value;
    std::string_view key;
    std::string_view label;
    Citation basis;
    std::span<const std::string_view> classes;
};

constexpr auto table = enum_table(std::to_array<Row>({
    {state_secret, "state_secret", "依法确定为国家秘密的政府信息", art14, {}},
    {prohibited_by_law, "prohibited_by_law", "法律、行政法规禁止公开的政府信息", art14, {}},
    {security_or_stability, "security_or_stability",
     "公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息", art14, securities},
    {third_party_rights, "third_party_rights",
     "涉及商业秘密、个人隐私等公开会对第三方合法权益造成损害的政府信息", art15, rights},
    {internal_affairs, "internal_affairs", "内部事务信息", art16_1, affairs},
    {deliberative, "deliberative", "过程性信息", art16_2, drafts},
    {enforcement_file, "enforcement_file", "行政执法案卷信息", art16_2, {}},
}));

constexpr auto rulings = enum_table(std::to_array<Label<Ruling>>({
    {Ruling::must_withhold, "不予公开"},
    {Ruling::may_withhold, "可以不予公开"},
    {Ruling::must_disclose, "予以公开"},
}));

constexpr InForce<std::span<const Exemption>> in_force[] = {
    {2019y / 5 / 15, table.values(), art14},
};

}  // namespace

Result<std::span<const Exemption>> exemptions_on(Date received_on) {
    GK_TRY(const auto row, in_force_on(in_force, received_on));
    return row.value;
}

std::string_view key(Exemption exemption) {
    return table[exemption].key;
}

std::string_view label(Exemption exemption) {
    return table[exemption].label;
}

std::optional<Exemption> exemption_of(std::string_view key) {
    return table.value_of(key);
}

Citation basis(Exemption exemption) {
    return table[exemption].basis;
}

std::span<const std::string_view> classes(Exemption exemption) {
    return table[exemption].classes;
}

std::string_view label(Ruling ruling) {
    return rulings[ruling].label;
}

Ruling ruling(Exemption exemption, const Circumstances& circumstances) {
    switch (exemption) {
        // 第十四条：……不予公开。
        case state_secret:
        case prohibited_by_law:
        case security_or_stability:
            return Ruling::must_withhold;
        // 第十五条：……行政机关不得公开。但是，第三方同意公开或者行政机关认为不公开会对公共利益造成
        // 重大影响的，予以公开。
        case third_party_rights:
            return circumstances.third_party_agrees || circumstances.has_public_interest_override
                       ? Ruling::must_disclose
                       : Ruling::must_withhold;
        // 第十六条第一款：……可以不予公开。
        case internal_affairs:
            return Ruling::may_withhold;
        // 第十六条第二款：……可以不予公开。法律、法规、规章规定上述信息应当公开的，从其规定。
        case deliberative:
        case enforcement_file:
            return circumstances.is_disclosure_prescribed ? Ruling::must_disclose
                                                          : Ruling::may_withhold;
    }
    throw_bug("an exemption", std::source_location::current());
}

bool must_tell_third_party(Exemption exemption, const Circumstances& circumstances) {
    return exemption == third_party_rights && !circumstances.third_party_agrees &&
           circumstances.has_public_interest_override;
}

}  // namespace gk::law
