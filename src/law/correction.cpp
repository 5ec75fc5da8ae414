#include "law/correction.hpp"

#include <chrono>

#include "law/date_order.hpp"
#include "law/errors.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

// 条例(2019)第30条：自收到申请之日起7个工作日内一次性告知申请人作出补正。
constexpr InForce<int> notice_working_days[] = {{2019y / 5 / 15, 7, correction_basis}};

}  // namespace

Result<Ruled<int>> correction_notice_working_days(Date received_on) {
    return in_force_on(notice_working_days, received_on);
}

Result<WorkingDate> correction_notice_due_on(Date received_on, const WorkingCalendar& calendar) {
    GK_TRY(const auto period, correction_notice_working_days(received_on));
    return calendar.add_working_days(received_on, period.value);
}

void check_corrections(ProblemList& problems, std::span<const Correction> corrections,
                       Date received_on) {
    if (corrections.empty()) {
        return;
    }
    problems.take(in_force_on(notice_working_days, received_on));
    if (corrections.size() > 1) {
        problems.add(error(correction_asked_twice, corrections.size())
                         .at("correction_asked_on")
                         .on(correction_basis));
    }
    const NamedDate receipt{"收到申请的日期", "received_on", received_on};
    for (const auto& each : corrections) {
        const NamedDate asked{"告知补正的日期", "correction_asked_on", each.asked_on};
        const NamedDate corrected{"收到补正的日期", "correction_received_on", each.received_on};
        check_order(problems, receipt, asked);
        check_order(problems, asked, corrected);
        if (!each.asked_on) {
            problems.add(error(correction_not_asked).at(asked.field).on(correction_basis));
        }
    }
}

}  // namespace gk::law
