#include "web/citizen/status_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/wanted_words.hpp"
#include "base/text.hpp"
#include "law/citation_text.hpp"
#include "web/citizen/case_frame.hpp"
#include "web/citizen/day_band.hpp"
#include "web/citizen/form_parts.hpp"
#include "web/citizen/own_act_page.hpp"
#include "web/citizen/paths.hpp"
#include "web/citizen/remedy_words.hpp"
#include "web/portal/problem_view.hpp"

namespace gk::web::citizen {

namespace {

using application::Standing;

// Where a line may break on a phone: after a comma or colon.
void add_breaking(page::Values& body, std::string_view sentence) {
    std::string part;
    for (const auto c : text::decode(sentence)) {
        text::append(part, c);
        if (c == U'，' || c == U'：') {
            body.add("PHRASE").set("TEXT", part);
            part.clear();
        }
    }
    body.add("PHRASE").set("TEXT", part);
}

void fill_band(page::Values& body, const CasePageView& view, const DayBand& band, Date until) {
    if (band.empty()) {
        return;
    }
    auto shown = body.add("BAND");
    for (const auto& week : band.weeks) {
        auto values = shown.add("WEEK");
        values.set("LABEL", week.front().date.iso().substr(5));
        for (const auto& day : week) {
            const std::string_view kind = day.mark == application::DayMark::excluded ? "is-off"
                                          : day.mark == application::DayMark::used   ? "is-used"
                                                                                     : "";
            values.add("DAY").set("CLASS", std::string(kind) + (day.is_until ? " is-today" : ""));
        }
    }
    const bool is_over = application::is_concluded(view.found.standing.state);
    auto sentence = fmt::format("到{}，答复期限用去{}个工作日", until.chinese(), band.used);
    if (band.excluded > 0) {
        sentence += fmt::format("，不计入{}个工作日", band.excluded);
    }
    if (!is_over) {
        sentence += fmt::format("，剩余{}个工作日", band.left);
    }
    shown.set("SENTENCE", sentence + "。").set("MARKED", is_over ? "办结日期" : "今天");
}

using ShownDeadline = std::optional<law::Deadline>;

void fill_due(page::Values& body, const CasePageView& view, const CaseStory& story,
              const ShownDeadline& deadline) {
    const auto& standing = view.found.standing;
    body.set("MARK_CLASS", story.mark.css_class).set("MARK_ICON", story.mark.icon);
    body.set("MARK_WORD", story.mark.word);
    const bool is_over = application::is_concluded(standing.state) && standing.latest;
    const auto shown = is_over    ? std::optional(standing.latest->on)
                       : deadline ? deadline->reply_due_on
                                  : std::nullopt;
    if (story.own_due_on) {
        auto due = body.add("DUE");
        due.set("LABEL", story.own_due_label);
        due.set("ISO", story.own_due_on->iso()).set("DATE", story.own_due_on->chinese());
    } else if (shown) {
        auto due = body.add("DUE");
        due.set("LABEL", is_over ? "办结日期" : "最迟答复日期");
        due.set("ISO", shown->iso()).set("DATE", shown->chinese());
    } else {
        body.add("NO_DUE").set("TEXT", "尚未起算");
    }
    if (!deadline || is_over) {
        return;
    }
    if (deadline->is_provisional) {
        body.show("PROVISIONAL");
    }
    if (standing.state == application::CaseState::consulting) {
        body.show("LATEST");
    }
}

void fill_trace(page::Values& body, const ShownDeadline& deadline) {
    if (!deadline || deadline->trace.empty()) {
        return;
    }
    auto trace = body.add("TRACE");
    for (const auto& step : deadline->trace) {
        trace.add("STEP").set("TEXT", step.text).set("BASIS", law::citation_text(step.basis));
    }
}

const application::AvailableAction* action_in(const application::CaseView& found, OwnAct act) {
    const auto at =
        std::ranges::find(found.actions, action_of(act), &application::AvailableAction::action);
    return at == found.actions.end() ? nullptr : &*at;
}

// A correction or reasons are offered while they are asked for; the rest is always there, with the
// reason where it cannot be done.
void fill_own_acts(page::Values& body, const portal::Viewing& viewing, const CasePageView& view) {
    for (const auto act : own_acts()) {
        const bool is_asked_for = act == OwnAct::correction || act == OwnAct::reasons;
        const auto* action = action_in(view.found, act);
        if (action == nullptr || (is_asked_for && action->obstacle)) {
            continue;
        }
        auto line = body.add("OWN_ACT");
        if (!action->obstacle) {
            line.add("MAY").set("URL", viewing.link(own_act_path(act))).set("NAME", label(act));
            continue;
        }
        line.add("MAY_NOT")
            .set("NAME", label(act))
            .set("MESSAGE", why_not(view.found.standing, act));
    }
}

void fill_pause(page::Values& body, const portal::Viewing& viewing, const CasePageView& view,
                const CaseStory& story) {
    if (story.pause_heading.empty()) {
        return;
    }
    auto pause = body.add("PAUSE");
    pause.set("HEADING", story.pause_heading).set("TEXT", story.pause_text);
    for (const auto act : {OwnAct::correction, OwnAct::reasons}) {
        if (may(view.found, act)) {
            pause.add("ACT").set("URL", viewing.link(own_act_path(act))).set("NAME", label(act));
        }
    }
}

void fill_steps(page::Values& body, const CaseStory& story) {
    for (const auto& step : story.steps) {
        auto line = body.add("STORY_STEP");
        line.set("DATE", step.on.iso()).set("TITLE", step.title).set_any("TEXT", step.text);
        line.show(step.is_ahead ? "IS_AHEAD" : "IS_PAST");
        if (step.is_now) {
            line.show("IS_NOW");
        }
    }
}

void fill_remedy(page::Values& body, const CasePageView& view) {
    const auto words =
        remedy_words(view.found.standing, view.facts.agency, view.facts.letterhead, view.today);
    if (words.statements.empty()) {
        return;
    }
    auto remedy = body.add("REMEDY");
    remedy.set("HEADING", words.heading);
    for (const auto& statement : words.statements) {
        remedy.add("STATEMENT").set("TEXT", statement);
    }
}

// 一事一申请: each part goes its own way, under the code of the whole.
void fill_parts_of_case(page::Values& body, const CasePageView& view) {
    if (!view.facts.part_numbers.empty()) {
        body.add("PARTS").set("NUMBERS", text::join(view.facts.part_numbers, "、"));
    }
    if (view.found.of.part_of) {
        body.add("PART_OF").set("NUMBER", *view.found.of.part_of);
    }
}

void fill_files(page::Values& body, const portal::Viewing& viewing, const CasePageView& view) {
    if (view.facts.files.empty()) {
        return;
    }
    auto section = body.add("FILES_OF_CASE");
    for (const auto& each : view.facts.files) {
        auto line = section.add("FILE");
        line.set("NAME", each.name).set("SIZE", size_in_words(each.stored.placed.byte_count));
        line.set("URL", viewing.link(std::string(paths::own_files) + each.stored.public_id));
    }
}

std::string_view done_words(OwnAct act) {
    switch (act) {
        case OwnAct::correction:
            return "补正已经提交，答复期限重新计算。";
        case OwnAct::reasons:
            return "说明的理由已经提交。";
        case OwnAct::material:
            return "补充的说明或者材料已经提交。";
        case OwnAct::contact:
            return "联系方式已经更改，以后按新的联系方式与您联系。";
        case OwnAct::withdrawal:
            return "申请已经撤回，不再办理。需要时可以重新申请。";
    }
    GK_ASSERT(!"an act");
    return {};
}

}  // namespace

bool may(const application::CaseView& found, OwnAct act) {
    const auto* action = action_in(found, act);
    return action != nullptr && !action->obstacle;
}

std::string_view why_not(const Standing& standing, OwnAct act) {
    if (application::is_concluded(standing.state)) {
        return "已经答复或者终止，不能再办理；需要其他信息的，请另行申请。";
    }
    const auto& round = standing.round;
    if (act == OwnAct::correction) {
        return round.correction_received != nullptr
                   ? "补正只有一次，您已经提交过；还有要补充的，请用“补充说明或者材料”。"
                   : "机关没有要求补正；有要补充的，请用“补充说明或者材料”。";
    }
    if (act == OwnAct::reasons) {
        return round.reasons_recorded != nullptr
                   ? "您已经说明过理由；还有要补充的，请用“补充说明或者材料”。"
                   : "机关没有要求说明理由；有要补充的，请用“补充说明或者材料”。";
    }
    return "现在的办理环节不能办理，请联系工作机构。";
}

std::string find_page(const portal::Viewing& viewing, const FindView& view) {
    const bool is_resend = view.finding == Finding::resend;
    const std::string name = is_resend ? "重新获取查询码" : "查询办理进度";
    auto frame = case_frame(viewing, title_of(name, view.problems), name, "status_find.html");
    auto& body = frame.body();
    portal::fill_problems(body, view.problems);
    if (view.is_sent) {
        auto sent = body.add("SENT");
        sent.set("ANCHOR", portal::answer_anchor);
        sent.set("TEXT",
                 "申请编号与联系方式相符的，新的查询码会发送到这个联系方式，原来的查询码"
                 "同时作废。一天内没有收到的，请核对后再试，或者致电工作机构。");
    } else if (view.problems.empty()) {
        body.add("HAS_ANCHOR").set("ANCHOR", portal::answer_anchor);
    }
    if (!view.unsent.empty()) {
        body.add("UNSENT").set("TEXT", view.unsent);
    }
    const auto path = is_resend ? paths::resend : paths::status;
    body.set("ACTION", viewing.link(path) + "#" + std::string(portal::answer_anchor));
    body.set("HEADING", name).set("BUTTON", is_resend ? "发送新的查询码" : "查询办理进度");
    body.set("LEAD", is_resend ? "填写申请编号，以及提交时留下的手机号码或者电子邮箱。"
                               : "填写回执上的申请编号和查询码。");
    body.set("STATUS_URL", viewing.link(paths::status));
    body.set("RESEND_URL", viewing.link(paths::resend));
    FormParts parts(body, view.fields, view.problems);
    parts.text({.name = "number",
                .label = "申请编号",
                .hint = "例如 xigebi-2026-0012。",
                .autocomplete = "off",
                .width = "w-20"});
    if (is_resend) {
        parts.text({.name = "contact", .label = "手机号码或者电子邮箱", .width = "w-20"});
    } else {
        parts.text({.name = "code",
                    .label = "查询码",
                    .hint = "13个字符，可以带空格或者连字符。",
                    .autocomplete = "off",
                    .width = "w-20"});
    }
    return frame.render();
}

std::string case_page(const portal::Viewing& viewing, const CasePageView& view) {
    const auto& standing = view.found.standing;
    const auto deadline = latest_deadline(standing, view.calendar, view.today);
    const auto story =
        case_story(view.found.of, standing, deadline ? deadline->reply_due_on : std::nullopt);
    auto frame =
        case_frame(viewing, "办理进度 " + view.found.of.number, "办理进度", "status_case.html");
    auto& body = frame.body();
    body.set("ANCHOR", portal::answer_anchor).set("NUMBER", view.found.of.number);
    body.set("WANTED", application::wanted_words(view.found.of.wanted));
    add_breaking(body, story.sentence);
    fill_office(body, view.office);
    body.set("AGENCY_NAME", view.facts.agency.name).set("LEAVE_URL", viewing.link(paths::leave));
    if (view.just_done) {
        body.add("DONE").set("HEADING", "已经办好").set("TEXT", done_words(*view.just_done));
    }
    if (view.refused && !may(view.found, *view.refused)) {
        auto refused = body.add("REFUSED");
        refused.set("NAME", label(*view.refused)).set("TEXT", why_not(standing, *view.refused));
    }
    fill_parts_of_case(body, view);
    const auto until = application::band_until(standing, view.today);
    fill_due(body, view, story, deadline);
    fill_band(body, view, day_band(standing, deadline, view.calendar, until), until);
    fill_trace(body, deadline);
    fill_pause(body, viewing, view, story);
    fill_steps(body, story);
    fill_own_acts(body, viewing, view);
    fill_files(body, viewing, view);
    fill_remedy(body, view);
    return frame.render();
}

}  // namespace gk::web::citizen
