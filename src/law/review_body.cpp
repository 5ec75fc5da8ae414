#include "law/review_body.hpp"

#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "law/errors.hpp"
#include "law/instrument.hpp"

namespace gk::law {

namespace {

constexpr std::string_view law = "reconsideration-law-2023";

constexpr auto bodies = enum_table(std::to_array<Label<ReviewBody>>({
    {ReviewBody::same_level_government, "本级人民政府"},
    {ReviewBody::next_higher_government, "上一级人民政府"},
    {ReviewBody::superior_department, "上一级主管部门"},
    {ReviewBody::itself, "本机关"},
}));

constexpr Ruled<ReviewBody> of_department{ReviewBody::same_level_government, {law, 24, 1, 1}};
constexpr Ruled<ReviewBody> of_lower_government{ReviewBody::next_higher_government,
                                                {law, 24, 1, 2}};
constexpr Ruled<ReviewBody> of_subdistrict{ReviewBody::next_higher_government, {law, 24, 1, 3}};
constexpr Ruled<ReviewBody> of_province{ReviewBody::itself, {law, 24, 2}};
constexpr Ruled<ReviewBody> of_ministry{ReviewBody::itself, {law, 25}};
constexpr Ruled<ReviewBody> of_vertical_system{ReviewBody::superior_department, {law, 27}};

}  // namespace

std::string_view label(ReviewBody body) {
    return bodies[body].label;
}

Result<void> check_remedies_modelled(Date answered_on) {
    if (!is_in_force(*find_instrument(law), answered_on)) {
        return error(remedies_not_modelled, answered_on.chinese());
    }
    return {};
}

Result<Ruled<ReviewBody>> review_body(AgencyLevel level, Leadership leadership, Date answered_on) {
    GK_CHECK(check_remedies_modelled(answered_on));
    switch (level) {
        case AgencyLevel::state_council_department:
            return of_ministry;
        case AgencyLevel::province:
            return of_province;
        case AgencyLevel::prefecture:
        case AgencyLevel::county:
        case AgencyLevel::township:
            return of_lower_government;
        case AgencyLevel::subdistrict:
            return of_subdistrict;
        case AgencyLevel::province_department:
        case AgencyLevel::prefecture_department:
        case AgencyLevel::county_department:
            return leadership == Leadership::vertical ? of_vertical_system : of_department;
    }
    throw_bug("a level of agencies", std::source_location::current());
}

}  // namespace gk::law
