#include "law/publication_period.hpp"

#include <chrono>

#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

// 条例(2019)第26条：应当自该政府信息形成或者变更之日起20个工作日内及时公开。
constexpr InForce<int> publication_days[] = {{2019y / 5 / 15, 20, publication_basis}};

}  // namespace

Result<Ruled<int>> publication_working_days(Date formed_or_changed_on) {
    return in_force_on(publication_days, formed_or_changed_on);
}

Result<WorkingDate> publish_due_on(Date formed_or_changed_on, const WorkingCalendar& calendar) {
    GK_TRY(const auto period, publication_working_days(formed_or_changed_on));
    return calendar.add_working_days(formed_or_changed_on, period.value);
}

}  // namespace gk::law
