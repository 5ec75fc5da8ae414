// A form in which everything is right. The names are made up; the numbers are those of the
// standards' own examples.
#pragma once

#include "application/started/form.hpp"

namespace gk::application::started {

inline Fields of_a_person() {
    return {{"agency", "lihe"},
            {"kind", "natural_person"},
            {"name", "申请人甲"},
            {"identity_kind", "identity_card"},
            {"identity_number", "110105 19491231-002x"},
            {"contact_route", "sms"},
            {"phone", "１３８ 0000 0000"},
            {"title", "礼和镇2025年度水渠修缮项目验收材料"},
            {"wanted_form", "electronic"},
            {"wanted_route", "online"}};
}

inline Fields of_an_organization() {
    auto fields = of_a_person();
    fields["kind"] = "organization";
    fields["organization_kind"] = "commercial_enterprise";
    fields["name"] = "礼和示例农机服务有限公司";
    fields["identity_kind"] = "credit_code";
    fields["identity_number"] = "91350100m000100y43";
    fields["contact_name"] = "王某";
    return fields;
}

}  // namespace gk::application::started
