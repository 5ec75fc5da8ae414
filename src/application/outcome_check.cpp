#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "application/entry_check.hpp"
#include "application/errors.hpp"
#include "law/correction.hpp"
#include "law/fee_payment.hpp"

namespace gk::application {

namespace {

using law::Outcome;

constexpr Citation art(int article, int paragraph = 0, int item = 0) {
    return {"regulation-2019", article, paragraph, item};
}

class OutcomeCheck {
public:
    OutcomeCheck(ProblemList& problems, Outcome outcome, const Situation& situation)
        : problems_(problems),
          outcome_(outcome),
          round_(situation.standing.round),
          standing_(situation.standing),
          today_(situation.today) {}

    void run() {
        check_waiting();
        check_grounds();
        check_consultations();
    }

private:
    void need(bool holds, std::string_view lack, std::string_view hint, Citation basis) {
        if (!holds) {
            problems_.add(error(outcome_not_supported, lack, law::label(outcome_), hint)
                              .at("outcome")
                              .on(basis));
        }
    }

    // While the applicant still has time to correct or to pay there is no answer.
    void check_waiting() {
        const bool awaits_correction =
            round_.correction_asked != nullptr && round_.correction_received == nullptr;
        const bool awaits_payment = round_.fee_notified != nullptr && round_.fee_paid == nullptr;
        if (outcome_ == Outcome::no_correction) {
            need(awaits_correction, "没有等待补正的告知",
                 "只有告知补正以后逾期不补正的，才这样办结。", law::correction_basis);
        } else {
            need(!awaits_correction, "申请人还没有补正", "逾期不补正的，以“逾期不补正”办结。",
                 law::correction_basis);
        }
        if (awaits_correction) {
            const auto due = round_.correction_asked->entry.due_on;
            need(!due || today_ > *due,
                 fmt::format("补正期限到{}才届满", due ? due->chinese() : ""), "请等补正期限届满。",
                 law::correction_basis);
        }
        if (outcome_ == Outcome::fee_unpaid) {
            need(awaits_payment, "没有未缴的信息处理费", "只有通知缴费以后逾期未缴的，才这样办结。",
                 law::fee_payment_basis);
        } else {
            need(!awaits_payment, "申请人还没有缴费", "逾期未缴费的，以“逾期未缴费”办结。",
                 law::fee_payment_basis);
        }
        const auto payment_due =
            standing_.deadline ? standing_.deadline->payment_due_on : std::nullopt;
        if (awaits_payment && payment_due) {
            need(today_ > *payment_due, fmt::format("缴费期限到{}才届满", payment_due->chinese()),
                 "请等缴费期限届满。", law::fee_payment_basis);
        }
    }

    void check_grounds() {
        switch (outcome_) {
            case Outcome::not_found:
                need(std::ranges::any_of(round_.searches,
                                         [](const Event* search) {
                                             return search->entry.search_result ==
                                                    SearchResult::not_found;
                                         }),
                     "没有检索不到的记录", "请先登记检索的范围、方式和结果。", art(36, 0, 4));
                break;
            case Outcome::still_unclear:
                need(round_.correction_received != nullptr, "没有收到过补正",
                     "内容不明确的，先告知补正。", law::correction_basis);
                break;
            case Outcome::repeat:
                need(round_.duplicate != nullptr, "没有标明与哪一件重复",
                     "请先办理“标为重复申请”，写明先前答复的申请编号。", art(36, 0, 6));
                break;
            case Outcome::excessive:
                need(round_.reasons_asked != nullptr, "没有要求申请人说明理由",
                     "申请数量、频次明显超过合理范围的，先要求说明理由。", art(35));
                break;
            case Outcome::withdrawn:
                need(false, "撤回由申请人提出", "请办理“撤回申请”，写明凭据。", {});
                break;
            case Outcome::already_public:
            case Outcome::granted:
            case Outcome::granted_in_part:
            case Outcome::refused_state_secret:
            case Outcome::refused_prohibited_by_law:
            case Outcome::refused_security_or_stability:
            case Outcome::refused_third_party_rights:
            case Outcome::refused_internal_affairs:
            case Outcome::refused_deliberative:
            case Outcome::refused_enforcement_file:
            case Outcome::registry_inquiry:
            case Outcome::held_elsewhere:
            case Outcome::needs_creation:
            case Outcome::petition_or_complaint:
            case Outcome::published_material:
            case Outcome::reconfirmation:
            case Outcome::no_correction:
            case Outcome::fee_unpaid:
            case Outcome::closed_otherwise:
                break;
        }
    }

    void check_consultations() {
        constexpr std::array rests_on_opinions = {Outcome::granted, Outcome::granted_in_part,
                                                  Outcome::refused_third_party_rights};
        const auto& all = round_.consultations;
        if (outcome_ == Outcome::refused_third_party_rights) {
            need(std::ranges::any_of(all,
                                     [](const ConsultationStanding& each) {
                                         return each.consultation.consulted ==
                                                law::Consulted::third_party;
                                     }),
                 "没有书面征求第三方的意见", "请先办理“征求意见”。", art(32));
        }
        if (std::ranges::find(rests_on_opinions, outcome_) != rests_on_opinions.end()) {
            need(std::ranges::none_of(all, &ConsultationStanding::is_open), "征求的意见还没有返回",
                 "请等意见返回，或者等征求意见的期限届满。", art(32));
        }
    }

    ProblemList& problems_;
    Outcome outcome_;
    const Round& round_;
    const Standing& standing_;
    Date today_;
};

}  // namespace

void check_outcome(ProblemList& problems, Action action, law::Outcome outcome,
                   const Situation& situation) {
    constexpr std::array on_the_spot = {
        Outcome::already_public,     Outcome::registry_inquiry,      Outcome::held_elsewhere,
        Outcome::published_material, Outcome::petition_or_complaint,
    };
    if (action == Action::reply_on_the_spot &&
        std::ranges::find(on_the_spot, outcome) == on_the_spot.end()) {
        problems.add(error(outcome_not_supported, "这样的答复要经过审核、签发", law::label(outcome),
                           "请办理“拟定答复”。")
                         .at("outcome")
                         .on(art(33, 1)));
        return;
    }
    OutcomeCheck(problems, outcome, situation).run();
}

}  // namespace gk::application
