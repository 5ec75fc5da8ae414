// What lies on the desk today, and the reconsiderations and lawsuits: see demo_paths.hpp.
#include <array>
#include <utility>

#include <fmt/format.h>

#include "application/service.hpp"
#include "base/assert.hpp"
#include "cli/demo/demo_letters.hpp"
#include "cli/demo/demo_papers.hpp"
#include "cli/demo/demo_paths.hpp"

namespace gk::cli::demo {

namespace {

using application::Action;
using law::LetterKind;
using law::LitigationRuling;
using law::Outcome;
using law::ReconsiderationDecision;
using law::RemedyGroup;
using remedy::RemedyAction;

// A case as it is registered on a day.
struct Opening {
    RemedyGroup group;
    law::RemedySubject subject;
    std::string_view title;
    int number;
    Slot* application = nullptr;
    Slot* before = nullptr;
};

remedy::NewRemedy new_remedy(const Opening& opening) {
    const bool is_suit = remedy::is_litigation(opening.group);
    remedy::NewRemedy given{.agency_code = std::string(demo_agency),
                            .group = opening.group,
                            .title = std::string(opening.title),
                            .body_name = is_suit ? "某人民法院（示例）" : "沙湾市人民政府（示例）",
                            .body_number = is_suit
                                               ? fmt::format("（2025）示例行初{}号", opening.number)
                                               : fmt::format("示例复〔2025〕{}号", opening.number),
                            .subject = opening.subject};
    if (opening.application != nullptr) {
        given.application = opening.application->id;
    } else {
        given.claimant_name = "申请人某甲";
    }
    if (opening.before != nullptr) {
        given.preceding_id = opening.before->id;
    }
    return given;
}

class RemedyPlay {
public:
    explicit RemedyPlay(Play& play) : play_(play) {}

    // Registered that day, the copy three working days later, the reply in time.
    Slot& opens(Date day, const Opening& opening) {
        auto& slot = play_.new_slot();
        play_.on(day, [&play = play_, &slot, opening](Moment now) -> Result<void> {
            GK_TRY(const auto done,
                   remedy::register_remedy(play.remedies(), new_remedy(opening), {.on = now.date()},
                                           play.actor("clerk"), now));
            slot.id = done.public_id;
            return {};
        });
        play_.does(slot, play_.day(day, 3), RemedyAction::receive_copy, {});
        replies(slot, play_.day(day, 8), remedy::is_litigation(opening.group));
        return slot;
    }

    void decides(Slot& slot, Date day, ReconsiderationDecision decision,
                 std::optional<remedy::CountedAs> counted = {}) {
        play_.does(slot, day, RemedyAction::record_decision,
                   {.reference = "示例复决", .decision = decision, .counted = counted});
    }

    void rules(Slot& slot, Date day, LitigationRuling ruling) {
        play_.does(slot, day, RemedyAction::record_decision,
                   {.reference = "示例行初判", .ruling = ruling});
    }

private:
    void replies(Slot& slot, Date day, bool to_court) {
        play_.on(day, [&play = play_, &slot, to_court](Moment now) -> Result<void> {
            const DemoPage page{
                .title = to_court ? "行政诉讼答辩状（示例）" : "行政复议答复书（示例）",
                .paragraphs = {"本页是演示用的示例材料。",
                               "附：申请表、答复书、送达凭证和检索记录。"}};
            GK_TRY(auto paper, keep_demo_paper(play, slot, page, now));
            GK_TRY(const auto done,
                   remedy::act(play.remedies(), {slot.id}, RemedyAction::submit_reply,
                               {.on = now.date(),
                                .text = "提交答复和证据（示例）",
                                .files = {std::move(paper)}},
                               play.actor("clerk"), now));
            GK_ASSERT(done.public_id == slot.id);
            return {};
        });
    }

    Play& play_;
};

// Revoked, answered again, performed.
void play_new_reply(Play& play, RemedyPlay& remedies, Slot& application) {
    auto& slot = remedies.opens({2025, 3, 10}, {.group = RemedyGroup::reconsideration,
                                                .subject = law::RemedySubject::refusal,
                                                .title = "不服不予公开供热改造方案的请示",
                                                .number = 2,
                                                .application = &application});
    remedies.decides(slot, {2025, 4, 10}, ReconsiderationDecision::revoked);
    play.does(slot, {2025, 4, 11}, RemedyAction::order_new_reply,
              {.text = "撤销原答复，责令重新答复",
               .reference = "示例复决〔2025〕2号",
               .due_on = Date(2025, 5, 12)});
    play_answer(play, application, {2025, 4, 21}, Outcome::granted_in_part);
    play.does(slot, {2025, 5, 6}, RemedyAction::record_performance,
              {.text = "已重新答复，部分公开"});
    play.does(slot, {2025, 5, 7}, RemedyAction::close, {});
}

void play_reconsiderations(RemedyPlay& remedies, const std::vector<Slot*>& cases) {
    const auto places = remedy_places();
    const auto group = RemedyGroup::reconsideration;
    auto& of_search = remedies.opens({2025, 4, 7}, {.group = group,
                                                    .subject = law::RemedySubject::other_answer,
                                                    .title = "不服告知信息不存在",
                                                    .number = 3,
                                                    .application = cases.at(places.not_found)});
    remedies.decides(of_search, {2025, 5, 12}, ReconsiderationDecision::terminated);
    auto& of_file =
        remedies.opens({2025, 5, 20}, {.group = group,
                                       .subject = law::RemedySubject::refusal,
                                       .title = "不服不予公开处罚案卷材料",
                                       .number = 4,
                                       .application = cases.at(places.enforcement_file)});
    remedies.decides(of_file, {2025, 7, 15}, ReconsiderationDecision::mediated,
                     remedy::CountedAs::other_result);
    auto& alone = remedies.opens({2025, 9, 8}, {.group = group,
                                                .subject = law::RemedySubject::not_an_answer,
                                                .title = "认为应当主动公开某项信息",
                                                .number = 5});
    remedies.decides(alone, {2025, 9, 30}, ReconsiderationDecision::application_dismissed);
    auto& pending =
        remedies.opens({2025, 12, 10}, {.group = group,
                                        .subject = law::RemedySubject::other_answer,
                                        .title = "不服告知需要另行制作",
                                        .number = 6,
                                        .application = cases.at(places.needs_creation)});
    remedies.decides(pending, {2026, 2, 5}, ReconsiderationDecision::upheld);
}

void play_lawsuits(Play& play, RemedyPlay& remedies, const std::vector<Slot*>& cases) {
    const auto places = remedy_places();
    auto& first = remedies.opens({2025, 4, 28}, {.group = RemedyGroup::reconsideration,
                                                 .subject = law::RemedySubject::refusal,
                                                 .title = "不服不予公开考核等次",
                                                 .number = 1,
                                                 .application = cases.at(places.internal_affairs)});
    remedies.decides(first, {2025, 6, 20}, ReconsiderationDecision::upheld);
    auto& suit =
        remedies.opens({2025, 7, 10}, {.group = RemedyGroup::litigation_after_reconsideration,
                                       .subject = law::RemedySubject::refusal,
                                       .title = "不服不予公开考核等次",
                                       .number = 1,
                                       .application = cases.at(places.internal_affairs),
                                       .before = &first});
    play.does(suit, {2025, 9, 2}, RemedyAction::record_hearing, {.text = "公开开庭审理（示例）"});
    remedies.rules(suit, {2025, 11, 12}, LitigationRuling::claim_dismissed);
    auto& direct = remedies.opens({2025, 6, 3}, {.group = RemedyGroup::direct_litigation,
                                                 .subject = law::RemedySubject::other_answer,
                                                 .title = "不服告知按信访渠道反映",
                                                 .number = 2,
                                                 .application = cases.at(places.petition)});
    remedies.rules(direct, {2025, 8, 20}, LitigationRuling::suit_dismissed);
    auto& open = remedies.opens({2025, 10, 15}, {.group = RemedyGroup::direct_litigation,
                                                 .subject = law::RemedySubject::other_answer,
                                                 .title = "不服告知信息不存在",
                                                 .number = 3,
                                                 .application = cases.at(places.not_found)});
    remedies.rules(open, {2026, 1, 20}, LitigationRuling::claim_dismissed);
    play.does(open, {2026, 2, 2}, RemedyAction::record_appeal, {.text = "原告上诉"});
}

class TodayPlay {
public:
    TodayPlay(Play& play, Date today) : play_(play), today_(today) {}

    // Handed in at the counter so many working days ago.
    Slot& received(int days_ago, std::string_view title) {
        auto& slot = play_.new_slot();
        const auto on = ago(days_ago);
        play_.registers(slot, on, demo_application(80 + count_++, Applicant::person, title),
                        {.on = on, .channel = law::Channel::counter});
        return slot;
    }

    void clerk(Slot& slot, int days_ago, Action action, application::Entry entry, Tie tie = {}) {
        play_.does(slot, ago(days_ago), "clerk", action, std::move(entry), tie);
    }

    const Slot& told(Slot& slot, int days_ago, Notice notice) {
        return play_notice(play_, slot, ago(days_ago), std::move(notice));
    }

    // The decision, and the letter of its outcome.
    void drafts(Slot& slot, int days_ago, const application::Entry& decision) {
        play_answer_letter(play_, slot, ago(days_ago), *decision.outcome);
        clerk(slot, days_ago, Action::draft_decision, decision);
    }

    [[nodiscard]] Date ago(int working_days) const {
        return working_days == 0 ? today_ : play_.day(today_, -working_days);
    }

    [[nodiscard]] std::size_t next_number() { return 80 + count_++; }

private:
    Play& play_;
    Date today_;
    std::size_t count_ = 0;
};

Notice correction_notice(Date due_on) {
    return {.kind = LetterKind::correction_notice, .values = {{"correction_due_on", due_on.iso()}}};
}

// The answers that wait for the reviewer, for the signature, for the post.
void play_answers_today(Play& play, TodayPlay& desk) {
    auto& reviewing = desk.received(19, "2025年危房改造验收名册（二次）");
    desk.drafts(reviewing, 2,
                {.text = "名册可以公开，遮盖身份证号码",
                 .outcome = Outcome::granted_in_part,
                 .withheld = "身份证号码"});
    auto& signing = desk.received(18, "水费收缴标准及依据");
    desk.drafts(signing, 3, {.text = "予以公开", .outcome = Outcome::granted});
    play.does(signing, desk.ago(2), "office_head", Action::review_decision, {.text = "同意"});
    auto& delivering = desk.received(14, "近三年供热投诉的分类汇总");
    desk.drafts(delivering, 4, {.text = "没有现成的汇总数据", .outcome = Outcome::needs_creation});
    play.does(delivering, desk.ago(3), "office_head", Action::review_decision, {.text = "同意"});
    play.does(delivering, desk.ago(1), "signatory", Action::sign_decision, {.text = "签发"});
}

// Corrections that are being asked for, the letter of each a step further.
void play_notices_today(Play& play, TodayPlay& desk, Date today) {
    struct Row {
        std::string_view title;
        LetterStage until;
    };

    constexpr auto rows = std::to_array<Row>({
        {"镇里的会议材料", LetterStage::written},
        {"我家地里的事", LetterStage::sent_back},
        {"那几年的补助", LetterStage::submitted},
        {"修渠的全部文件", LetterStage::cleared},
        {"合作医疗的材料", LetterStage::signed_off},
    });
    for (const auto& [title, until] : rows) {
        auto notice = correction_notice(play.day(today, 10));
        notice.until = until;
        desk.told(desk.received(2, title), 1, std::move(notice));
    }
}

}  // namespace

void play_remedies(Play& play, const std::vector<Slot*>& cases) {
    RemedyPlay remedies(play);
    play_new_reply(play, remedies, *cases.at(remedy_places().deliberative));
    play_reconsiderations(remedies, cases);
    play_lawsuits(play, remedies, cases);
}

void play_today(Play& play, Date today) {
    TodayPlay desk(play, today);
    auto& online = play.new_slot();
    play.submits(online, desk.ago(1),
                 demo_application(desk.next_number(), Applicant::person, "棚圈建设补助审批结果"));
    desk.received(1, "村级公益岗位招聘结果");
    auto& asked = desk.received(8, "镇里关于水费的文件");
    const auto& asking = desk.told(asked, 5, correction_notice(play.day(today, 5)));
    desk.clerk(asked, 5, Action::ask_for_correction,
               {.text = "请写明年度或者文号", .due_on = play.day(today, 5)}, {.letter = &asking});
    auto& consulting = desk.received(6, "某加工企业用地审批材料");
    const std::string party = "第三方某公司（示例）";
    const auto& consultation = desk.told(
        consulting, 4,
        {.kind = LetterKind::third_party_consultation, .values = {{"recipient_name", party}}});
    desk.clerk(consulting, 4, Action::consult,
               {.text = "是否同意公开",
                .consulted = law::Consulted::third_party,
                .party = party,
                .contact = "西戈壁镇示例路9号"},
               {Thread::begins, &consultation});
    play.does(consulting, desk.ago(3), "clerk", Action::record_consultation_delivery,
              {.evidence = "回证（示例）"}, {Thread::follows});
    auto& searched = desk.received(15, "草原生态保护补助发放明细");
    desk.clerk(searched, 13, Action::give_search_task,
               {.text = "检索发放明细", .due_on = desk.ago(1), .unit = "economy"},
               {Thread::begins});
    play.does(searched, desk.ago(12), "unit_officer", Action::sign_for_task, {}, {Thread::follows});
    auto& extending = desk.received(12, "镇卫生院改造项目资金使用情况");
    desk.clerk(extending, 1, Action::request_extension,
               {.text = "需要核对三个年度的凭证", .working_days = 10});
    play_answers_today(play, desk);
    play_notices_today(play, desk, today);
}

}  // namespace gk::cli::demo
