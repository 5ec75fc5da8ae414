#include "law/consultation.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

struct ConsultedRow {
    Consulted consulted;
    std::string_view key;
    std::string_view label;
    Silence silence;
    std::string_view silence_text;
    Citation basis;
};

// 条例(2019)第32条：第三方逾期未提出意见的，由行政机关依照本条例的规定决定是否公开。
// 条例(2019)第34条：被征求意见机关逾期未提出意见的视为同意公开。
constexpr auto rows = std::to_array<ConsultedRow>({
    {Consulted::third_party,
     "third-party",
     "第三方",
     Silence::agency_decides,
     "逾期未提出意见的，由本机关依照《条例》的规定决定是否公开",
     {"regulation-2019", 32}},
    {Consulted::joint_agency,
     "joint-agency",
     "共同制作机关",
     Silence::deemed_consent,
     "逾期未提出意见的，视为同意公开",
     {"regulation-2019", 34}},
    {Consulted::agency, "agency", "其他机关", Silence::no_period, "", {"regulation-2019", 33, 3}},
});

constexpr auto all =
    std::to_array<Consulted>({Consulted::third_party, Consulted::joint_agency, Consulted::agency});

// 条例(2019)第32条、第34条：自收到征求意见书之日起15个工作日内提出意见。其他机关没有期限。
constexpr InForce<std::array<std::optional<int>, 3>> opinion_rule[] = {
    {2019y / 5 / 15, {{15, 15, std::nullopt}}, {"regulation-2019", 33, 3}}};

const ConsultedRow& row(Consulted consulted) {
    return rows.at(static_cast<std::size_t>(consulted));
}

}  // namespace

std::string_view key(Consulted consulted) {
    return row(consulted).key;
}

std::string_view label(Consulted consulted) {
    return row(consulted).label;
}

std::optional<Consulted> consulted_of(std::string_view key) {
    const auto* found = std::ranges::find(rows, key, &ConsultedRow::key);
    return found == rows.end() ? std::nullopt : std::optional(found->consulted);
}

std::span<const Consulted> consulted_kinds() {
    return all;
}

Silence silence_of(Consulted consulted) {
    return row(consulted).silence;
}

std::string_view silence_text(Consulted consulted) {
    return row(consulted).silence_text;
}

Citation consultation_basis(Consulted consulted) {
    return row(consulted).basis;
}

Result<std::optional<int>> opinion_working_days(Consulted consulted, Date received_on) {
    GK_TRY(const auto periods, in_force_on(opinion_rule, received_on));
    return periods.value.at(static_cast<std::size_t>(consulted));
}

Result<std::optional<WorkingDate>> opinion_due_on(const Consultation& consultation,
                                                  Date received_on,
                                                  const WorkingCalendar& calendar) {
    GK_TRY(const auto period, opinion_working_days(consultation.consulted, received_on));
    if (!period) {
        return std::optional<WorkingDate>();
    }
    GK_TRY(const auto due, calendar.add_working_days(consultation.delivery(), *period));
    return std::optional(due);
}

ExcludedTime excluded_time(const Consultation& consultation,
                           const std::optional<WorkingDate>& opinion_due_on, Date today) {
    const auto returned_on = consultation.returned_on.value_or(today);
    const auto last = opinion_due_on ? opinion_due_on->date : returned_on;
    return {.after = consultation.sent_on, .upto = std::min(returned_on, last)};
}

bool is_open(const Consultation& consultation, const std::optional<WorkingDate>& opinion_due_on,
             Date today) {
    const auto closed_on = consultation.returned_on.value_or(today.next());
    const auto last = opinion_due_on ? opinion_due_on->date : today;
    return consultation.sent_on <= today && today < closed_on && today <= last;
}

}  // namespace gk::law
