#include "letter/sample.hpp"

#include "letter/letter_template.hpp"
#include "letter/template_data.hpp"

namespace gk::letter {

namespace {

const std::string& sample_of(std::string_view key) {
    const auto* placeholder = find_placeholder(key);
    GK_ASSERT(placeholder != nullptr);
    return placeholder->sample;
}

}  // namespace

LetterValues sample_values(law::LetterKind kind) {
    LetterValues values = template_data().kinds.at(kind).samples;
    for (const auto* placeholder : placeholders_of(kind)) {
        if (!placeholder->is_of_office) {
            values.emplace(placeholder->key, placeholder->sample);
        }
    }
    return values;
}

people::Agency sample_agency() {
    people::Agency agency;
    agency.code = "xigebi";
    agency.name = sample_of("agency_name");
    agency.short_name = "西戈壁镇";
    agency.level = law::AgencyLevel::township;
    return agency;
}

Letterhead sample_letterhead() {
    return {.version = 1,
            .review_body = "沙湾市人民政府",
            .court = "沙湾市人民法院",
            .office_name = sample_of("office_name"),
            .office_address = sample_of("office_address"),
            .office_phone = sample_of("office_phone"),
            .layout = LetterLayout::plain};
}

LetterMarks sample_marks(LetterLayout layout) {
    const Date day(2026, 3, 31);
    return {.number = "西戈壁政公开〔2026〕7号",
            .dated_on = day,
            .layout = layout,
            .made_at = FixedClock(day).now()};
}

LetterText sample_letter(law::LetterKind kind) {
    const auto office =
        office_values(sample_agency(), sample_letterhead(),
                      {.kind = kind, .answered_on = *sample_marks(LetterLayout::plain).dated_on});
    return *fill_template(kind, default_template(kind), sample_values(kind), *office);
}

}  // namespace gk::letter
