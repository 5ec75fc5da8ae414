#include "law/deadline_oracle.hpp"

#include <algorithm>
#include <set>

namespace gk::test {

namespace {

using law::Consulted;
using law::DeadlineState;

class Oracle {
public:
    explicit Oracle(const std::vector<law::CalendarDay>& days) : days_(days) {}

    [[nodiscard]] bool works(Date date) const {
        for (const auto& each : days_) {
            if (each.date == date) {
                return each.kind == law::DayKind::work;
            }
        }
        return !date.is_weekend();
    }

    // The 15th working day after the delivery of the letter.
    [[nodiscard]] Date lapse(Date delivery) const {
        auto date = delivery;
        for (int left = 15; left > 0;) {
            date = date.plus_days(1);
            if (works(date)) {
                --left;
            }
        }
        return date;
    }

    // The days of one consultation that are not counted.
    [[nodiscard]] std::set<Date> excluded(const law::Consultation& asked, Date today) const {
        const auto end = asked.returned_on ? *asked.returned_on : today;
        const auto last = lapse(asked.delivered_on ? *asked.delivered_on : asked.sent_on);
        std::set<Date> dates;
        for (auto date = asked.sent_on.plus_days(1); date <= end; date = date.plus_days(1)) {
            if (asked.consulted == Consulted::agency || date <= last) {
                dates.insert(date);
            }
        }
        return dates;
    }

    [[nodiscard]] bool is_waiting(const law::Consultation& asked, Date today) const {
        if (today < asked.sent_on || (asked.returned_on && *asked.returned_on <= today)) {
            return false;
        }
        return asked.consulted == Consulted::agency ||
               today <= lapse(asked.delivered_on ? *asked.delivered_on : asked.sent_on);
    }

private:
    const std::vector<law::CalendarDay>& days_;
};

}  // namespace

NaiveDeadline naive_deadline(const law::ApplicationEvents& events,
                             const std::vector<law::CalendarDay>& calendar_days, Date today) {
    const Oracle oracle(calendar_days);
    auto day = events.submission.submitted_on;
    int left = day < Date(2019, 5, 15) ? 15 : 20;
    for (const auto& each : events.corrections) {
        if (!each.received_on) {
            return {DeadlineState::awaiting_correction, {}};
        }
        day = std::max(day, *each.received_on);
    }
    if (events.fee) {
        if (!events.fee->paid_on) {
            return {DeadlineState::awaiting_payment, {}};
        }
        day = std::max(day, *events.fee->paid_on);
    }
    left += events.extension ? events.extension->working_days : 0;
    std::set<Date> excluded;
    auto state = DeadlineState::running;
    for (const auto& each : events.consultations) {
        excluded.merge(oracle.excluded(each, today));
        state = oracle.is_waiting(each, today) ? DeadlineState::consulting : state;
    }
    while (left > 0) {
        day = day.plus_days(1);
        if (oracle.works(day) && !excluded.contains(day)) {
            --left;
        }
    }
    return {state, day};
}

}  // namespace gk::test
