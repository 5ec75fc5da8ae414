#include "law/fee_payment.hpp"

#include <chrono>

#include "law/date_order.hpp"
#include "law/errors.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

// 办法第6条：申请人应当在收到收费通知次日起20个工作日内缴纳费用。
constexpr InForce<int> payment_days[] = {{2021y / 1 / 1, 20, fee_payment_basis}};

// 条例(2019)第42条第1款：数量、频次明显超过合理范围的，行政机关可以收取信息处理费。
constexpr InForce<bool> may_charge[] = {{2019y / 5 / 15, true, {"regulation-2019", 42, 1}}};

}  // namespace

Result<Ruled<int>> payment_working_days(Date notified_on) {
    return in_force_on(payment_days, notified_on);
}

Result<WorkingDate> payment_due_on(Date notified_on, const WorkingCalendar& calendar) {
    GK_TRY(const auto period, payment_working_days(notified_on));
    return calendar.add_working_days(notified_on, period.value);
}

void check_fee_payment(ProblemList& problems, const FeePayment& fee, Date received_on) {
    const NamedDate receipt{"收到申请的日期", "received_on", received_on};
    const NamedDate notified{"收到收费通知的日期", "fee_notified_on", fee.notified_on};
    const NamedDate paid{"完成缴费的日期", "fee_paid_on", fee.paid_on};
    problems.take(in_force_on(may_charge, received_on));
    check_order(problems, receipt, notified);
    check_order(problems, notified, paid);
    if (!fee.notified_on) {
        problems.add(error(fee_not_notified).at(notified.field).on(fee_payment_basis));
        return;
    }
    problems.take(payment_working_days(*fee.notified_on));
}

}  // namespace gk::law
