#include "application/conditions.hpp"

#include <algorithm>

#include "application/consent.hpp"
#include "application/errors.hpp"
#include "law/consultation.hpp"
#include "law/correction.hpp"
#include "law/letter_kind.hpp"

namespace gk::application::condition {

namespace {

constexpr Citation consultation_article{"regulation-2019", 32};
constexpr Citation reply_article{"regulation-2019", 33, 2};
constexpr Citation excessive_article{"regulation-2019", 35};
constexpr Citation review_article{"regulation-2019", 17};

Result<void> on(Citation basis, Result<void> checked) {
    return checked ? checked : Result<void>(std::move(checked).error().on(basis));
}

// Refuses where there is nothing that the action could follow.
Result<void> pending(bool is_there, std::string_view what, Action action, std::string_view hint) {
    if (!is_there) {
        return error(nothing_pending, what, label(action), hint);
    }
    return {};
}

// Refuses what was done already.
Result<void> once(const Event* done, Action action, std::string_view hint) {
    if (done != nullptr) {
        return error(already_done, done->on().chinese(), label(action), hint);
    }
    return {};
}

// Whoever did the one does not do the other.
Result<void> other_person(const Event* event, std::string_view what, Action action,
                          const Situation& situation) {
    if (event != nullptr && is_by(*event, situation.actor)) {
        return error(second_person, what, label(event->action), label(action));
    }
    return {};
}

Result<void> not_overdue(Action action, const Situation& situation) {
    const auto due = situation.standing.reply_due_on;
    if (due && situation.today > *due) {
        return error(reply_overdue, due->chinese(), label(action)).on(reply_article);
    }
    return {};
}

bool has_task(const Situation& situation, TaskState first, TaskState last) {
    return std::ranges::any_of(situation.standing.round.tasks, [&](const SearchTask& task) {
        return task.state >= first && task.state <= last &&
               situation.actor.may(people::Permission::case_search, situation.of.agency, task.unit);
    });
}

bool discloses(const Event* drafted) {
    return drafted != nullptr && (drafted->entry.outcome == law::Outcome::granted ||
                                  drafted->entry.outcome == law::Outcome::granted_in_part);
}

}  // namespace

Result<void> correction_not_asked(Action action, const Situation& situation) {
    return on(law::correction_basis, once(situation.standing.round.correction_asked, action,
                                          "补正只能一次性告知；补正后仍不明确的，依法作出答复。"));
}

Result<void> consultation_undelivered(Action action, const Situation& situation) {
    const auto& all = situation.standing.round.consultations;
    return pending(
        std::ranges::any_of(all, [](const auto& each) { return !each.consultation.delivered_on; }),
        "等待登记送达的征求意见书", action, "请先征求意见。");
}

Result<void> opinion_awaited(Action action, const Situation& situation) {
    const auto& all = situation.standing.round.consultations;
    return pending(
        std::ranges::any_of(all, [](const auto& each) { return !each.consultation.returned_on; }),
        "等待意见的征求意见", action, "请先征求意见。");
}

Result<void> third_party_to_tell(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    return pending(
        std::ranges::any_of(round.consultations, lacks_consent) && discloses(round.drafted),
        "第三方没有同意公开、而拟决定公开的情形", action,
        "只有因公共利益决定公开的，才告知第三方。");
}

Result<void> extension_possible(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    const auto* done =
        round.extension_notified != nullptr ? round.extension_notified : round.extension_requested;
    GK_CHECK(on(reply_article, once(done, action, "答复期限只延长一次。")));
    return not_overdue(action, situation);
}

Result<void> extension_to_decide(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    GK_CHECK(pending(round.extension_requested != nullptr && round.extension_consented == nullptr,
                     "待决定的延期申请", action, "请先由经办人申请延期。"));
    return other_person(round.extension_requested, "延期", action, situation);
}

Result<void> extension_to_notify(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    GK_CHECK(pending(round.extension_consented != nullptr && round.extension_notified == nullptr,
                     "经工作机构负责人同意、待告知的延期", action,
                     "先申请延期，报工作机构负责人同意。"));
    return not_overdue(action, situation);
}

Result<void> reasons_not_asked(Action action, const Situation& situation) {
    return once(situation.standing.round.reasons_asked, action, "请等待申请人说明理由。");
}

Result<void> reasons_awaited(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    return pending(round.reasons_asked != nullptr && round.reasons_recorded == nullptr,
                   "待说明的理由", action, "请先要求申请人说明理由。");
}

Result<void> deferral_possible(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    GK_CHECK(on(excessive_article,
                pending(round.reasons_recorded != nullptr, "申请人说明的理由", action,
                        "先要求申请人说明理由；理由合理的，才能确定延迟答复的期限。")));
    return once(round.deferred, action, "请在确定的期限内答复。");
}

Result<void> fee_not_notified(Action action, const Situation& situation) {
    return once(situation.standing.round.fee_notified, action, "一件申请只通知一次。");
}

Result<void> task_to_sign_for(Action action, const Situation& situation) {
    return pending(has_task(situation, TaskState::given, TaskState::given),
                   "交给您所在单位、待签收的任务", action,
                   "检索任务由公开工作机构交办；需要办理的，请与承办人联系。");
}

Result<void> task_open(Action action, const Situation& situation) {
    return pending(has_task(situation, TaskState::given, TaskState::signed_for),
                   "交给您所在单位、尚未反馈的任务", action,
                   "检索任务由公开工作机构交办；需要办理的，请与承办人联系。");
}

// The disclosure office may search itself, without a task.
Result<void> search_possible(Action action, const Situation& situation) {
    if (situation.actor.may(people::Permission::case_handle, situation.of.agency)) {
        return {};
    }
    return task_open(action, situation);
}

Result<void> not_duplicate(Action action, const Situation& situation) {
    return once(situation.standing.round.duplicate, action, "标错了的，请先撤销那条记录。");
}

Result<void> not_split(Action action, const Situation& situation) {
    if (situation.standing.is_split || situation.of.part_of) {
        return error(already_done, "这件申请", label(action), "拆分只做一次；拆出的各件分别办理。");
    }
    return {};
}

Result<void> not_own_draft(Action action, const Situation& situation) {
    return other_person(situation.standing.round.drafted, "答复", action, situation);
}

Result<void> release_to_review(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    GK_CHECK(pending(discloses(round.drafted) || round.has_released_file, "要公开的内容", action,
                     "不予公开、无法提供、不予处理的答复不需要公开审查。"));
    if (action == Action::review_release && round.is_release_cleared) {
        return error(already_done, "这次答复", label(action), "改动以后才需要重新审查。");
    }
    return other_person(round.drafted, "答复", action, situation);
}

Result<void> ready_to_deliver(Action action, const Situation& situation) {
    const auto& round = situation.standing.round;
    if ((discloses(round.drafted) || round.has_released_file) && !round.is_release_cleared) {
        return error(release_not_reviewed, label(action)).on(review_article);
    }
    if (discloses(round.drafted) && round.third_party_told == nullptr &&
        std::ranges::any_of(round.consultations, objects)) {
        return error(third_party_not_told).on(consultation_article);
    }
    return {};
}

Result<void> answer_delivered(Action action, const Situation& situation) {
    return pending(situation.standing.round.answered != nullptr, "已经送达的答复", action,
                   "请先登记送达。");
}

// What was withdrawn before it was received was never a case of the office: apply anew.
Result<void> was_received(Action action, const Situation& situation) {
    return pending(situation.standing.received_on.has_value(), "已经确认收到的申请", action,
                   "撤回以前没有确认收到的，由申请人重新提交。");
}

Result<void> ready_to_close(Action /*action*/, const Situation& situation) {
    const auto& standing = situation.standing;
    if (standing.state != CaseState::awaiting_delivery) {
        return {};
    }
    const auto outcome = standing.round.drafted->entry.outcome;
    const auto letter = outcome ? law::letter(*outcome) : law::LetterKind::record_amendment;
    if (letter && law::duty(*letter) == law::LetterDuty::prescribed) {
        return error(answer_not_delivered, outcome ? law::label(*outcome) : "更正");
    }
    return {};
}

}  // namespace gk::application::condition
