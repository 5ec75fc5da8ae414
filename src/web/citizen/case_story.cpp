#include "web/citizen/case_story.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "law/consultation.hpp"
#include "law/enum_table.hpp"
#include "law/outcome.hpp"
#include "web/citizen/event_words.hpp"

namespace gk::web::citizen {

namespace {

using application::Action;
using application::Case;
using application::CaseState;
using application::Standing;

struct OwnActRow {
    OwnAct value;
    std::string_view key;
    std::string_view label;
    Action action;
};

constexpr auto acts = law::enum_table(std::array{
    OwnActRow{OwnAct::correction, "correction", "提交补正", Action::receive_correction},
    OwnActRow{OwnAct::reasons, "reasons", "说明理由", Action::record_reasons},
    OwnActRow{OwnAct::material, "material", "补充说明或者材料", Action::add_material},
    OwnActRow{OwnAct::contact, "contact", "更改联系方式", Action::change_contact},
    OwnActRow{OwnAct::withdrawal, "withdrawal", "撤回申请", Action::withdraw},
});

constexpr CaseMark awaiting_mark{"待确认", "is-hold", "hold"};
constexpr CaseMark correction_mark{"待补正", "is-warn", "warn"};
constexpr CaseMark paused_mark{"暂停计时", "is-hold", "hold"};
constexpr CaseMark extended_mark{"已延期", "is-info", "hold"};
constexpr CaseMark running_mark{"办理中", "is-info", "next"};
constexpr CaseMark answered_mark{"已答复", "is-ok", "ok"};
constexpr CaseMark ended_mark{"已终止", "is-hold", "bad"};

const application::ConsultationStanding* open_consultation(const Standing& standing) {
    const auto found = std::ranges::find_if(standing.round.consultations,
                                            &application::ConsultationStanding::is_open);
    return found == standing.round.consultations.end() ? nullptr : &*found;
}

std::string_view consulted_words(law::Consulted consulted) {
    switch (consulted) {
        case law::Consulted::third_party:
            return "第三方";
        case law::Consulted::joint_agency:
            return "共同制作机关";
        case law::Consulted::agency:
            return "其他机关";
    }
    GK_ASSERT(!"a kind of consultation");
    return {};
}

bool has_ended_without_answer(const Standing& standing) {
    if (!standing.latest || !standing.latest->outcome) {
        return false;
    }
    const auto outcome = *standing.latest->outcome;
    return outcome == law::Outcome::withdrawn || outcome == law::Outcome::no_correction ||
           outcome == law::Outcome::fee_unpaid || outcome == law::Outcome::closed_otherwise;
}

std::string concluded_sentence(const Standing& standing) {
    if (standing.latest && standing.latest->outcome) {
        const std::string outcome(law::label(*standing.latest->outcome));
        return (has_ended_without_answer(standing) ? "办理已经终止：" : "已经答复：") + outcome;
    }
    if (standing.latest && standing.latest->amendment_result) {
        return "已经答复：" + std::string(application::label(*standing.latest->amendment_result));
    }
    return "办理已经结束";
}

void tell_pause(CaseStory& story, const Standing& standing) {
    const auto* open = open_consultation(standing);
    if (open == nullptr) {
        return;
    }
    const auto kind = open->consultation.consulted;
    story.pause_heading = "为什么暂停";
    story.pause_text =
        fmt::format("您申请的信息涉及{}，我们已经书面征求意见。", consulted_words(kind));
    if (open->opinion_due_on) {
        story.pause_text += fmt::format("对方应在收到之日起15个工作日内（最迟{}）回复。",
                                        open->opinion_due_on->chinese());
    }
    story.pause_text += "等待回复的时间不计入答复期限（《条例》第三十三条第三款）。";
    if (const auto silence = law::silence_text(kind); !silence.empty()) {
        story.pause_text += std::string(silence) + "。";
    }
}

void tell_correction(CaseStory& story, const Standing& standing) {
    story.sentence = "请您补正申请内容";
    story.mark = correction_mark;
    story.pause_heading = "需要您补正";
    story.pause_text =
        "答复期限自收到您的补正之日起重新计算。无正当理由逾期不补正的，视为"
        "放弃申请（《条例》第三十条）。";
    if (const auto* asked = standing.round.correction_asked; asked != nullptr) {
        story.pause_text = asked->entry.text + "\n" + story.pause_text;
        story.own_due_label = "补正的最后一天";
        story.own_due_on = asked->entry.due_on;
    }
}

// The days go on meanwhile.
void tell_reasons(CaseStory& story, const Standing& standing) {
    const auto& round = standing.round;
    if (round.reasons_asked == nullptr || round.reasons_recorded != nullptr ||
        round.drafted != nullptr) {
        return;
    }
    const auto& asked = round.reasons_asked->entry;
    story.sentence = "请您说明申请的理由";
    story.pause_heading = "需要您说明理由";
    story.pause_text = asked.text + "\n";
    if (asked.due_on) {
        story.pause_text += fmt::format("请在{}以前说明。", asked.due_on->chinese());
    }
    story.pause_text +=
        "申请的数量、频次明显超过合理范围的，可以要求说明理由；理由不合理的，不予处理"
        "（《条例》第三十五条）。";
}

// 信息处理费管理办法 art. 6: the notice tells the basis, the scale, the amount and how to pay. Here
// they stand for whoever does not have the letter at hand.
void tell_payment(CaseStory& story, const Standing& standing) {
    story.sentence = "请您缴纳信息处理费，办理期限暂停计算";
    story.mark = paused_mark;
    story.pause_heading = "请您缴费";
    if (const auto* notified = standing.round.fee_notified; notified != nullptr) {
        story.pause_text = amount_text(notified->entry) + "\n" + notified->entry.text + "\n";
    }
    story.own_due_label = "缴费的最后一天";
    story.own_due_on = standing.deadline ? standing.deadline->payment_due_on : std::nullopt;
    story.pause_text +=
        "申请的数量、频次明显超过合理范围的，可以收取信息处理费（《条例》第四十二条）。逾期没有缴"
        "纳的，视为放弃申请，不再处理（国办函〔2020〕109号）。";
}

void tell_state(CaseStory& story, const Standing& standing) {
    switch (standing.state) {
        case CaseState::awaiting_confirmation:
            story.sentence = "已经提交，等待双方确认收到";
            story.mark = awaiting_mark;
            story.pause_heading = "为什么还没有起算";
            story.pause_text =
                "通过平常信函、互联网或者传真提交的，以确认之日为收到申请之日（《条例》第三十一条"
                "第二项、第三项）。工作人员会按您选择的途径与您联系。";
            return;
        case CaseState::awaiting_correction:
            tell_correction(story, standing);
            return;
        case CaseState::awaiting_payment:
            tell_payment(story, standing);
            return;
        case CaseState::consulting: {
            const auto* open = open_consultation(standing);
            story.sentence = fmt::format(
                "正在征求{}意见，办理期限暂停计算",
                open == nullptr ? "有关方面" : consulted_words(open->consultation.consulted));
            story.mark = paused_mark;
            tell_pause(story, standing);
            return;
        }
        case CaseState::awaiting_examination:
        case CaseState::in_progress:
        case CaseState::in_review:
        case CaseState::awaiting_signature:
            story.sentence = "正在办理您的申请";
            story.mark = standing.round.extension_notified ? extended_mark : running_mark;
            tell_reasons(story, standing);
            return;
        case CaseState::awaiting_delivery:
            story.sentence = "答复已经签发，正在送达";
            story.mark = running_mark;
            return;
        case CaseState::awaiting_closing:
        case CaseState::closed:
        case CaseState::archived:
            story.sentence = concluded_sentence(standing);
            story.mark = has_ended_without_answer(standing) ? ended_mark : answered_mark;
            return;
    }
}

// What the applicant does beside the course of the case, which stays where it is.
bool is_aside(Action action) {
    return action == Action::change_contact || action == Action::add_material;
}

void tell_steps(CaseStory& story, const Case& of, const Standing& standing,
                std::optional<Date> latest_due_on) {
    std::optional<std::size_t> now_at;
    for (const auto* event : application::standing_events(of.events)) {
        if (auto words = event_words(*event)) {
            if (!is_aside(event->action)) {
                now_at = story.steps.size();
            }
            story.steps.push_back({.on = event->on(),
                                   .title = std::move(words->title),
                                   .text = std::move(words->text)});
        }
    }
    if (application::is_concluded(standing.state)) {
        return;
    }
    if (now_at) {
        story.steps[*now_at].is_now = true;
    }
    if (const auto* open = open_consultation(standing); open != nullptr && open->opinion_due_on) {
        story.steps.push_back(
            {.on = *open->opinion_due_on, .title = "对方回复或者期满", .is_ahead = true});
    }
    if (latest_due_on) {
        story.steps.push_back({.on = *latest_due_on,
                               .title = "答复",
                               .text = "按您选择的途径告知；可以在本页下载的，本页会列出。",
                               .is_ahead = true});
    }
}

}  // namespace

CaseStory case_story(const Case& of, const Standing& standing, std::optional<Date> latest_due_on) {
    CaseStory story;
    tell_state(story, standing);
    tell_steps(story, of, standing, latest_due_on);
    return story;
}

std::span<const OwnAct> own_acts() {
    return acts.values();
}

std::string_view key(OwnAct act) {
    return acts[act].key;
}

std::string_view label(OwnAct act) {
    return acts[act].label;
}

std::optional<OwnAct> own_act_of(std::string_view key) {
    return acts.value_of(key);
}

application::Action action_of(OwnAct act) {
    return acts[act].action;
}

}  // namespace gk::web::citizen
