#include "law/reply_period.hpp"

#include <chrono>

#include "law/date_order.hpp"
#include "law/errors.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

constexpr Citation art24_2008{"regulation-2008", 24, 2};
constexpr Citation art33_2019{"regulation-2019", 33, 2};

// 条例(2008)第24条第2款：自收到申请之日起15个工作日内予以答复。
// 条例(2019)第33条第2款：自收到申请之日起20个工作日内予以答复。
constexpr InForce<int> reply_days[] = {{2008y / 5 / 1, 15, art24_2008},
                                       {2019y / 5 / 15, 20, art33_2019}};

// 条例(2008)第24条第2款：延长答复的期限最长不得超过15个工作日。
// 条例(2019)第33条第2款：延长的期限最长不得超过20个工作日。
constexpr InForce<int> extension_days_max[] = {{2008y / 5 / 1, 15, art24_2008},
                                               {2019y / 5 / 15, 20, art33_2019}};

// 条例(2019)第35条：可以确定延迟答复的合理期限并告知申请人。
constexpr InForce<Done> deferral_rule[] = {{2019y / 5 / 15, Done::yes, deferral_basis}};

void check_length(ProblemList& problems, int working_days, const Ruled<int>& most) {
    if (working_days > most.value) {
        problems.add(error(extension_too_long, most.value, working_days)
                         .at("extension_working_days")
                         .on(most.basis));
    }
    if (working_days < 1) {
        problems.add(error(extension_not_positive, most.value, working_days)
                         .at("extension_working_days")
                         .on(most.basis));
    }
}

}  // namespace

Result<Ruled<int>> reply_working_days(Date received_on) {
    return in_force_on(reply_days, received_on);
}

Result<Ruled<int>> extension_working_days_max(Date received_on) {
    return in_force_on(extension_days_max, received_on);
}

void check_extension(ProblemList& problems, const Extension& extension, Date received_on) {
    const auto most = problems.take(extension_working_days_max(received_on));
    if (!most) {
        return;
    }
    check_length(problems, extension.working_days, *most);
    if (extension.consent_of_office_head == Done::no) {
        problems.add(error(extension_without_consent).on(most->basis));
    }
    if (extension.notice_to_applicant == Done::no) {
        problems.add(error(extension_without_notice).on(most->basis));
    }
}

void check_deferral(ProblemList& problems, const Deferral& deferral, Date received_on) {
    problems.take(in_force_on(deferral_rule, received_on));
    check_order(problems, {"收到申请的日期", "received_on", received_on},
                {"告知延迟答复的日期", "deferral_notified_on", deferral.notified_on});
}

}  // namespace gk::law
