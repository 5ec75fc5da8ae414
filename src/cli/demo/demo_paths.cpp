#include "cli/demo/demo_paths.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "application/service.hpp"
#include "cli/demo/demo_letters.hpp"
#include "law/processing_fee.hpp"

namespace gk::cli::demo {

namespace {

using application::Action;
using application::Entry;
using law::LetterKind;
using law::Outcome;

constexpr int fee_pages = 230;

bool discloses(Outcome outcome) {
    return outcome == Outcome::granted || outcome == Outcome::granted_in_part;
}

std::string answer_text(Outcome outcome) {
    return fmt::format("经审查，您申请的信息作如下答复：{}。详见所附说明（示例）。",
                       law::label(outcome));
}

// One case on its way.
class Way {
public:
    Way(Play& play, Slot& slot, const DemoCase& of, Date received_on)
        : play_(play), slot_(slot), of_(of), received_on_(received_on) {}

    void go(const std::vector<Slot*>& before) {
        switch (of_.path) {
            case Path::plain:
                return answer_after_search(1, 5);
            case Path::on_the_spot:
                return on_the_spot();
            case Path::corrected:
                return corrected();
            case Path::uncorrected:
                ask_for_correction();
                return answer(14);
            case Path::third_party:
                consult(law::Consulted::third_party, application::Opinion::agrees);
                return answer_after_search(1, 12);
            case Path::third_party_objects:
                return third_party_objects();
            case Path::third_party_silent:
                consult(law::Consulted::third_party, std::nullopt);
                return answer_after_search(1, 21);
            case Path::joint_agency:
                consult(law::Consulted::joint_agency, std::nullopt);
                return answer_after_search(1, 21);
            case Path::extended:
                return extended();
            case Path::fee_paid:
                return fee_paid();
            case Path::fee_unpaid:
                notify_fee();
                return answer(26);
            case Path::deferred:
                return deferred();
            case Path::excessive:
                ask_for_reasons();
                return answer(8);
            case Path::withdrawn:
                return withdrawn();
            case Path::repeat:
                clerk(2, Action::mark_duplicate, {.text = "内容相同", .reference = "-"}, before);
                return answer(4);
            case Path::referral:
                clerk(2, Action::record_referral,
                      {.text = "不属于本机关职责范围",
                       .evidence = "0993-0000000（示例）",
                       .party = "沙湾市有关部门（示例）"});
                return answer(4);
            case Path::split:
                return split();
            case Path::record_amendment:
                return amend_record();
        }
    }

    void answer_after_search(int search_day, int answer_day) {
        using application::SearchResult;
        const auto result =
            of_.outcome == Outcome::not_found ? SearchResult::not_found : SearchResult::found;
        clerk(search_day, Action::give_search_task,
              {.text = fmt::format("检索：{}", of_.title),
               .due_on = day(search_day + 5),
               .unit = std::string(of_.unit)},
              {Thread::begins});
        auto& task = thread_begun(search_day);
        unit(task, search_day + 1, Action::sign_for_task, {});
        unit(task, search_day + 3, Action::record_search,
             {.text = "检索了档案室目录和业务系统，按名称、年度和文号查找（示例）",
              .search_result = result});
        answer(answer_day);
    }

private:
    [[nodiscard]] Date day(int working_days) const { return play_.day(received_on_, working_days); }

    void clerk(int working_days, Action action, Entry entry, Tie tie = {}) {
        play_.does(slot_, day(working_days), "clerk", action, std::move(entry), tie);
    }

    // With the number of the case that was answered before.
    void clerk(int working_days, Action action, const Entry& entry,
               const std::vector<Slot*>& before) {
        const auto cases = demo_cases();
        std::size_t earlier = 0;
        while (cases[earlier].outcome != Outcome::granted || cases[earlier].unit != of_.unit) {
            ++earlier;
        }
        play_.on(day(working_days),
                 [&play = play_, &slot = slot_, action, entry,
                  other = before.at(earlier)](Moment now) -> Result<void> {
                     auto said = entry;
                     said.reference = other->number;
                     GK_TRY(const auto done,
                            application::act(play.cases(), {.public_id = slot.id}, action, said,
                                             play.actor("clerk"), now));
                     GK_ASSERT(done.version > 1);
                     return {};
                 });
    }

    // The letter that tells of an act, sent that day.
    const Slot* told(int working_days, LetterKind kind, letter::LetterValues values = {}) {
        return &play_notice(play_, slot_, day(working_days),
                            {.kind = kind, .values = std::move(values)});
    }

    void unit(Slot& task, int working_days, Action action, Entry entry) {
        play_.does(task, day(working_days), officer(), action, std::move(entry), {Thread::follows});
    }

    [[nodiscard]] std::string officer() const {
        return of_.unit == "economy" ? "unit_officer" : fmt::format("unit_officer_{}", of_.unit);
    }

    // The case with the event that was just begun, whatever else is begun in it later.
    Slot& thread_begun(int working_days) {
        auto& begun = play_.new_slot();
        play_.on(day(working_days), [&slot = slot_, &begun](Moment) -> Result<void> {
            begun = slot;
            return {};
        });
        return begun;
    }

    void answer(int working_days) { play_answer(play_, slot_, day(working_days), of_.outcome); }

    void on_the_spot() {
        clerk(0, Action::reply_on_the_spot,
              {.text = answer_text(of_.outcome), .outcome = of_.outcome});
        clerk(1, Action::close, {});
    }

    void ask_for_correction() {
        const auto* const letter =
            told(2, LetterKind::correction_notice, {{"correction_due_on", day(12).iso()}});
        clerk(2, Action::ask_for_correction,
              {.text = "请写明所需信息的名称、文号或者形成年度", .due_on = day(12)},
              {.letter = letter});
    }

    void corrected() {
        ask_for_correction();
        clerk(7, Action::receive_correction, {.text = "补正：指明了年度和项目名称（示例）"});
        if (of_.outcome == Outcome::still_unclear) {
            return answer(9);
        }
        answer_after_search(8, 12);
    }

    void consult(law::Consulted consulted, std::optional<application::Opinion> opinion) {
        const bool is_third = consulted == law::Consulted::third_party;
        const std::string party = is_third ? "第三方某公司（示例）" : "某共同制作机关（示例）";
        const auto* const letter = told(
            2,
            is_third ? LetterKind::third_party_consultation : LetterKind::joint_agency_consultation,
            {{"recipient_name", party}});
        clerk(2, Action::consult,
              {.text = "是否同意公开，请书面说明理由", .consulted = consulted, .party = party},
              {Thread::begins, letter});
        told(2, LetterKind::consultation_notice);
        consultation_ = &thread_begun(2);
        play_.does(*consultation_, day(3), "clerk", Action::record_consultation_delivery,
                   {.evidence = "回证（示例）"}, {Thread::follows});
        if (opinion) {
            play_.does(*consultation_, day(9), "clerk", Action::record_opinion,
                       {.text = "意见见附件（示例）", .opinion = opinion}, {Thread::follows});
        }
    }

    void third_party_objects() {
        consult(law::Consulted::third_party, application::Opinion::objects);
        if (discloses(of_.outcome)) {
            // Written before the public interest was weighed, and taken out of use.
            play_answer_letter(play_, slot_, day(10), Outcome::refused_third_party_rights);
        }
        answer_after_search(4, 12);
        if (discloses(of_.outcome)) {
            const auto* const letter = told(13, LetterKind::third_party_notice);
            play_.does(*consultation_, day(13), "clerk", Action::tell_third_party,
                       {.text = "不公开可能对公共利益造成重大影响，决定予以公开"},
                       {Thread::follows, letter});
        }
    }

    void extended() {
        clerk(10, Action::request_extension,
              {.text = "材料分散在多个年度，需要逐份核对", .working_days = 15});
        play_.does(slot_, day(11), "office_head", Action::consent_to_extension, {.text = "同意"});
        const auto* const letter = told(12, LetterKind::extension_notice);
        clerk(12, Action::notify_extension, {.evidence = "邮寄单号（示例）"}, {.letter = letter});
        answer_after_search(1, 26);
    }

    void notify_fee() {
        const auto fee = law::processing_fee(law::FeeScale::per_page, fee_pages, received_on_);
        GK_ASSERT(fee.has_value());
        const auto* const letter =
            told(3, LetterKind::fee_notice, {{"fee_amount", fmt::format("{}.00", fee->yuan)}});
        clerk(3, Action::notify_fee,
              {.text = "按量计收，请在期限内缴纳（示例）",
               .fee_scale = law::FeeScale::per_page,
               .fee_units = fee_pages,
               .amount_fen = fee->yuan * 100},
              {.letter = letter});
    }

    void fee_paid() {
        notify_fee();
        clerk(8, Action::record_payment, {.evidence = "票据（示例）"});
        answer_after_search(9, 14);
    }

    void ask_for_reasons() {
        const auto* const letter =
            told(2, LetterKind::reasons_request, {{"reasons_due_on", day(10).iso()}});
        clerk(2, Action::ask_for_reasons,
              {.text = "申请数量明显超过合理范围，请说明理由", .due_on = day(10)},
              {.letter = letter});
        clerk(6, Action::record_reasons, {.text = "用于研究（示例）"});
    }

    void deferred() {
        ask_for_reasons();
        const auto* const letter =
            told(8, LetterKind::deferral_notice, {{"deferred_due_on", day(45).iso()}});
        clerk(8, Action::defer_reply, {.text = "理由合理，材料数量大", .due_on = day(45)},
              {.letter = letter});
        answer_after_search(9, 34);
    }

    void withdrawn() {
        clerk(4, Action::withdraw,
              {.text = "申请人来电称已通过其他途径取得", .evidence = "通话记录（示例）"});
        told(4, LetterKind::withdrawal_confirmation);
        clerk(5, Action::close, {});
    }

    // Each part goes its own way.
    void split() {
        auto& part = play_.new_slot();
        clerk(2, Action::split_application,
              {.text = "一件申请包含两项信息，分别办理",
               .parts = {"危房改造验收名册", "农村厕所改造名册"}});
        play_.on(day(2), [&play = play_, &slot = slot_, &part](Moment) -> Result<void> {
            const auto number = play.cases().database.read([&](store::Snapshot& snapshot) {
                auto row = snapshot.query(
                    "SELECT public_id, number FROM cases WHERE part_of = ? ORDER BY id",
                    slot.number);
                GK_ASSERT(row.next());
                return std::pair(row.get<std::string>(0), row.get<std::string>(1));
            });
            part.id = number.first;
            part.number = number.second;
            part.title = slot.title;
            return {};
        });
        answer_after_search(3, 8);
        Way(play_, part, of_, received_on_).answer_after_search(3, 9);
    }

    void amend_record() {
        const auto& letter = play_notice(
            play_, slot_, day(3),
            {.kind = LetterKind::record_amendment, .values = {}, .until = LetterStage::written});
        clerk(3, Action::draft_decision,
              {.text = "经核对，记录确有错误，已更正",
               .amendment_result = application::AmendmentResult::amended},
              {.letter = &letter});
        play_.does(slot_, day(4), "office_head", Action::review_decision, {});
        play_.does(slot_, day(5), "signatory", Action::sign_decision, {});
        clerk(6, Action::deliver,
              {.on = day(6), .evidence = "当面送达", .route = application::AnswerRoute::pick_up});
        clerk(7, Action::close, {});
    }

    Play& play_;
    Slot& slot_;
    const DemoCase& of_;
    Date received_on_;
    Slot* consultation_ = nullptr;
};

Entry registration_of(const DemoCase& of, Date on, Date confirmed_on) {
    Entry entry{.on = on, .channel = of.channel};
    switch (of.channel) {
        case law::Channel::registered:
            entry.signed_on = on;
            break;
        case law::Channel::ordinary:
        case law::Channel::fax:
            entry.confirmed_on = confirmed_on;
            break;
        case law::Channel::counter:
        case law::Channel::internet:
            break;
    }
    return entry;
}

}  // namespace

void play_answer(Play& play, Slot& slot, Date day, Outcome outcome) {
    const auto later = [&](int working_days) { return play.day(day, working_days); };
    Entry draft{.text = answer_text(outcome), .outcome = outcome};
    if (outcome == Outcome::granted_in_part) {
        draft.withheld = "身份证号码、银行账号已遮盖，依据第十五条（示例）";
    }
    play_answer_letter(play, slot, day, outcome);
    play.does(slot, day, "clerk", Action::draft_decision, draft);
    play.does(slot, later(1), "office_head", Action::review_decision, {.text = "同意"});
    if (discloses(outcome)) {
        play_release(play, slot, later(1));
        play.does(slot, later(1), "secrecy_reviewer", Action::review_release, {.text = "可以公开"});
    }
    play.does(slot, later(2), "signatory", Action::sign_decision, {.text = "签发"});
    if (outcome != Outcome::closed_otherwise) {
        play.does(slot, later(3), "clerk", Action::deliver,
                  {.on = later(3),
                   .evidence = "邮寄单号（示例）",
                   .route = application::AnswerRoute::post});
    }
    play.does(slot, later(4), "clerk", Action::close, {});
}

std::vector<Slot*> play_year(Play& play) {
    std::vector<Slot*> slots;
    const auto& first = demo_cases().front();
    play_letterhead(play, Date(first.year, first.month, first.day));
    for (const auto& of : demo_cases()) {
        auto& slot = play.new_slot();
        const Date on(of.year, of.month, of.day);
        auto given = demo_application(slots.size(), of.applicant, of.title);
        if (of.path == Path::record_amendment) {
            given.kind = application::CaseKind::record_amendment;
        }
        Date received_on = on;
        if (of.channel == law::Channel::internet) {
            received_on = play.day(on, 1);
            play.submits(slot, on, given);
            play.does(slot, received_on, "clerk", Action::confirm_receipt,
                      {.evidence = "电话确认（示例）"});
        } else {
            play.registers(slot, on, given, registration_of(of, on, on));
        }
        Way(play, slot, of, received_on).go(slots);
        slots.push_back(&slot);
    }
    return slots;
}

}  // namespace gk::cli::demo
