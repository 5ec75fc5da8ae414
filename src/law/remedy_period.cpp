#include "law/remedy_period.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "law/review_body.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;
using enum RemedyPeriod;

struct Row {
    RemedyPeriod value;
    std::string_view key;
    std::string_view label;
    InForce<NaturalPeriod> in_force[1];
};

constexpr auto reconsideration_law_from = 2024y / 1 / 1;
constexpr auto litigation_law_from = 2017y / 7 / 1;
constexpr auto interpretation_from = 2018y / 2 / 8;

constexpr auto table = enum_table(std::to_array<Row>({
    // 复议法(2023)第20条第1款：自知道或者应当知道该行政行为之日起六十日内。
    {reconsideration,
     "reconsideration",
     "申请行政复议（自知道答复之日起）",
     {{reconsideration_law_from,
       NaturalPeriod{60, PeriodUnit::days},
       {"reconsideration-law-2023", 20, 1}}}},
    // 复议法(2023)第20条第3款：未告知……自知道……行政行为内容之日起最长不得超过一年。
    {reconsideration_not_told,
     "reconsideration_not_told",
     "未告知复议权利、机关和期限的，申请行政复议最长",
     {{reconsideration_law_from,
       NaturalPeriod{1, PeriodUnit::years},
       {"reconsideration-law-2023", 20, 3}}}},
    // 复议法(2023)第21条：……自行政行为作出之日起超过五年的，行政复议机关不予受理。
    {reconsideration_absolute,
     "reconsideration_absolute",
     "自答复作出之日起，超过后不再受理行政复议",
     {{reconsideration_law_from,
       NaturalPeriod{5, PeriodUnit::years},
       {"reconsideration-law-2023", 21}}}},
    // 行诉法第45条：……可以在收到复议决定书之日起十五日内向人民法院提起诉讼。
    {litigation_after_reconsideration,
     "litigation_after_reconsideration",
     "复议后提起行政诉讼（自收到复议决定书之日起）",
     {{litigation_law_from, NaturalPeriod{15, PeriodUnit::days}, {"litigation-law-2017", 45}}}},
    // 行诉法第46条第1款：……应当自知道或者应当知道作出行政行为之日起六个月内提出。
    {direct_litigation,
     "direct_litigation",
     "直接提起行政诉讼（自知道答复之日起）",
     {{litigation_law_from, NaturalPeriod{6, PeriodUnit::months}, {"litigation-law-2017", 46, 1}}}},
    // 解释第64条：未告知起诉期限的，……最长不得超过一年。
    {litigation_not_told,
     "litigation_not_told",
     "未告知起诉期限的，提起行政诉讼最长",
     {{interpretation_from,
       NaturalPeriod{1, PeriodUnit::years},
       {"litigation-interpretation-2018", 64}}}},
    // 解释第66条：……应当在行政机关履行法定职责期限届满之日起六个月内提出。
    {litigation_without_answer,
     "litigation_without_answer",
     "逾期不予答复的，提起行政诉讼（自答复期限届满之日起）",
     {{interpretation_from,
       NaturalPeriod{6, PeriodUnit::months},
       {"litigation-interpretation-2018", 66}}}},
}));

}  // namespace

std::span<const RemedyPeriod> remedy_periods() {
    return table.values();
}

std::string_view label(RemedyPeriod period) {
    return table[period].label;
}

std::string text(const NaturalPeriod& period) {
    switch (period.unit) {
        case PeriodUnit::days:
            return fmt::format("{}日", period.count);
        case PeriodUnit::months:
            return fmt::format("{}个月", period.count);
        case PeriodUnit::years:
            return fmt::format("{}年", period.count);
    }
    throw_bug("a unit of periods", std::source_location::current());
}

Result<Ruled<NaturalPeriod>> remedy_period(RemedyPeriod period, Date answered_on) {
    GK_CHECK(check_remedies_modelled(answered_on));
    return in_force_on(table[period].in_force, answered_on);
}

}  // namespace gk::law
