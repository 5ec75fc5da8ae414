#include "web/citizen/status_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/wanted_words.hpp"
#include "base/text.hpp"
#include "law/citation_text.hpp"
#include "web/citizen/day_band.hpp"
#include "web/citizen/form_parts.hpp"
#include "web/citizen/paths.hpp"
#include "web/citizen/remedy_words.hpp"
#include "web/portal/problem_view.hpp"

namespace gk::web::citizen {

namespace {

using application::Standing;

portal::Frame frame_of(const portal::Viewing& viewing, std::string title, std::string here,
                       std::string_view file) {
    portal::Frame frame(viewing,
                        {.title = std::move(title),
                         .column = portal::paths::applications,
                         .crumbs = {{"依申请公开", std::string(portal::paths::applications.path)}},
                         .here = std::move(here)},
                        file);
    frame.shell().show("FORM_STYLE").show("CITIZEN_STYLE");
    return frame;
}

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

std::string title_of(std::string_view title, const std::vector<Problem>& problems) {
    return (problems.empty() ? "" : "错误：") + std::string(title);
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
            const std::string_view kind = day.is_excluded ? "is-off" : day.is_used ? "is-used" : "";
            values.add("DAY").set("CLASS", std::string(kind) + (day.is_today ? " is-today" : ""));
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
    shown.set("SENTENCE", sentence + "。");
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

std::string url_of(const portal::Viewing& viewing, OwnAct act) {
    return viewing.link(std::string(paths::own_case) + "/" + std::string(key(act)));
}

std::string_view why_not(const Standing& standing) {
    return application::is_concluded(standing.state)
               ? "已经答复或者终止，不能再办理；需要其他信息的，请另行申请。"
               : "现在的办理环节不能办理，请联系工作机构。";
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
            line.add("MAY").set("URL", url_of(viewing, act)).set("NAME", label(act));
            continue;
        }
        line.add("MAY_NOT").set("NAME", label(act)).set("MESSAGE", why_not(view.found.standing));
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
            pause.add("ACT").set("URL", url_of(viewing, act)).set("NAME", label(act));
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
        remedy_words(view.found.standing, view.agency, view.review_body_name, view.today);
    if (words.statements.empty()) {
        return;
    }
    auto remedy = body.add("REMEDY");
    remedy.set("HEADING", words.heading);
    for (const auto& statement : words.statements) {
        remedy.add("STATEMENT").set("TEXT", statement);
    }
}

void fill_files(page::Values& body, const portal::Viewing& viewing, const CasePageView& view) {
    if (view.files.empty()) {
        return;
    }
    auto section = body.add("FILES_OF_CASE");
    for (const auto& each : view.files) {
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

std::string find_page(const portal::Viewing& viewing, const FindView& view) {
    const bool is_resend = view.finding == Finding::resend;
    const std::string name = is_resend ? "重新获取查询码" : "查询办理进度";
    auto frame = frame_of(viewing, title_of(name, view.problems), name, "status_find.html");
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
        frame_of(viewing, "办理进度 " + view.found.of.number, "办理进度", "status_case.html");
    auto& body = frame.body();
    body.set("ANCHOR", portal::answer_anchor).set("NUMBER", view.found.of.number);
    body.set("WANTED", application::wanted_words(view.found.of.wanted));
    add_breaking(body, story.sentence);
    body.set("AGENCY_NAME", view.agency.name).set("LEAVE_URL", viewing.link(paths::leave));
    if (view.just_done) {
        body.add("DONE").set("HEADING", "已经办好").set("TEXT", done_words(*view.just_done));
    }
    const bool is_over = application::is_concluded(standing.state) && standing.latest;
    const auto until = is_over ? standing.latest->on : view.today;
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

namespace {

struct OwnActText {
    std::string_view heading;
    std::string_view lead;
    std::string_view button;
    std::string_view text_label;
};

OwnActText text_of(OwnAct act) {
    switch (act) {
        case OwnAct::correction:
            return {"补正申请内容",
                    "只能补正一次，请把要求补正的事项一次写全。提交之日起重新计算答复期限（《条例》"
                    "第三十条）。",
                    "提交补正", "补正的内容"};
        case OwnAct::reasons:
            return {"说明理由",
                    "申请的数量、频次明显超过合理范围的，请说明理由（《条例》第三十五条）。",
                    "提交说明的理由", "理由"};
        case OwnAct::material:
            return {"补充说明或者材料",
                    "对已经提交的申请补充说明，不改变所需信息的，不影响答复期限。", "提交补充内容",
                    "补充的内容"};
        case OwnAct::contact:
            return {"更改联系方式",
                    "以后按这里的联系方式与您联系。至少保留一种。",
                    "保存新的联系方式",
                    {}};
        case OwnAct::withdrawal:
            return {"确定要撤回申请吗？", "撤回以后不再办理，也不能恢复；需要时可以重新申请。",
                    "撤回这份申请", "撤回的原因"};
    }
    GK_ASSERT(!"an act");
    return {};
}

}  // namespace

std::string own_act_page(const portal::Viewing& viewing, const OwnActView& view) {
    const auto text = text_of(view.act);
    auto frame = frame_of(viewing, title_of(text.heading, view.problems),
                          std::string(label(view.act)), "own_act.html");
    auto& body = frame.body();
    portal::fill_problems(body, view.problems);
    if (view.problems.empty()) {
        body.add("HAS_ANCHOR").set("ANCHOR", portal::answer_anchor);
    }
    body.set("NUMBER", view.number).set("HEADING", text.heading).set("LEAD", text.lead);
    body.set("BUTTON", text.button).set("BACK_URL", viewing.link(paths::own_case));
    body.set("ACTION", url_of(viewing, view.act) + "#" + std::string(portal::answer_anchor));
    if (!view.asked.empty()) {
        body.add("ASKED").set("HEADING", "机关的要求").set("TEXT", view.asked);
    }
    FormParts parts(body, view.fields, view.problems);
    if (view.act == OwnAct::contact) {
        parts.choices({.name = "contact_route"});
        parts.text({.name = "phone",
                    .label = "手机号码或者固定电话",
                    .type = "tel",
                    .autocomplete = "tel",
                    .inputmode = "tel",
                    .width = "w-20"});
        parts.text({.name = "email",
                    .label = "电子邮箱",
                    .type = "email",
                    .autocomplete = "email",
                    .inputmode = "email"});
        parts.text({.name = "address", .label = "通信地址", .autocomplete = "address-line1"});
    } else {
        parts.area({.name = "text",
                    .label = text.text_label,
                    .is_optional = view.act == OwnAct::withdrawal || view.act == OwnAct::material});
        if (view.act != OwnAct::withdrawal) {
            parts.files({.name = "material_file",
                         .hint = "手机拍照（jpg、png、heic）或者PDF，每个不超过10MB。"},
                        {});
        }
    }
    return frame.render();
}

}  // namespace gk::web::citizen
