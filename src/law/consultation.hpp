// Asking others for their opinion (条例 arts. 32, 34) and the time that it takes, which is not
// counted in the reply period (art. 33 para. 3).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"
#include "law/working_calendar.hpp"

namespace gk::law {

enum class Consulted : std::uint8_t {
    third_party,   // 第三方, art. 32
    joint_agency,  // 共同制作机关, art. 34
    agency,        // 其他机关, art. 33 para. 3
};

// What no answer within the period means. The two periods are alike; their silence is opposite.
enum class Silence : std::uint8_t {
    agency_decides,  // Art. 32: neither consent nor refusal; the agency decides by the regulation.
    deemed_consent,  // Art. 34: deemed to agree to disclosure.
    no_period,       // The regulation sets other agencies no period.
};

[[nodiscard]] std::string_view key(Consulted consulted);
[[nodiscard]] std::string_view label(Consulted consulted);
[[nodiscard]] std::optional<Consulted> consulted_of(std::string_view key);
[[nodiscard]] std::span<const Consulted> consulted_kinds();
[[nodiscard]] Silence silence_of(Consulted consulted);
// 逾期未提出意见的，…: the sentence of the article; empty for Silence::no_period.
[[nodiscard]] std::string_view silence_text(Consulted consulted);
[[nodiscard]] Citation consultation_basis(Consulted consulted);

struct Consultation {
    Consulted consulted;
    Date sent_on;
    std::optional<Date> delivered_on = {};  // Unknown: the day of sending is taken instead.
    std::optional<Date> returned_on = {};   // When the opinion came back.

    // The 15 working days begin to run after it.
    [[nodiscard]] Date delivery() const { return delivered_on.value_or(sent_on); }
};

// Working days for the opinion, counted after delivery: 15; nothing for another agency.
// `received_on` of the application picks the law (`law.not_modelled` before 2019-05-15).
[[nodiscard]] Result<std::optional<int>> opinion_working_days(Consulted consulted,
                                                              Date received_on);
// The last of them.
[[nodiscard]] Result<std::optional<WorkingDate>> opinion_due_on(const Consultation& consultation,
                                                                Date received_on,
                                                                const WorkingCalendar& calendar);

// The days d with after < d <= upto; none where upto is not later than after.
struct ExcludedTime {
    Date after;
    Date upto;

    [[nodiscard]] bool has(Date date) const { return after < date && date <= upto; }
};

// READING: 0001. From the day after sending to the day the opinion came back (`today` while it has
// not), but no further than the last day for the opinion.
[[nodiscard]] ExcludedTime excluded_time(const Consultation& consultation,
                                         const std::optional<WorkingDate>& opinion_due_on,
                                         Date today);

// Sent, and on this day neither answered nor past the last day for the opinion.
[[nodiscard]] bool is_open(const Consultation& consultation,
                           const std::optional<WorkingDate>& opinion_due_on, Date today);

}  // namespace gk::law
