#include "web/citizen/wizard_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/started/check.hpp"
#include "application/started/field.hpp"
#include "base/text.hpp"
#include "web/citizen/case_frame.hpp"
#include "web/citizen/form_parts.hpp"
#include "web/citizen/paths.hpp"
#include "web/portal/problem_view.hpp"

namespace gk::web::citizen {

namespace {

namespace started = application::started;
using started::FormPage;

struct PageText {
    std::string_view heading;
    std::string_view lead;
};

PageText text_of(const WizardView& view) {
    switch (view.page) {
        case FormPage::agency:
            return {"向哪个机关申请？",
                    "由制作这件信息的机关，或者从公民、单位那里获取并保存它的机关"
                    "负责公开（《条例》第十条）。"};
        case FormPage::applicant:
            return {"您以什么身份申请？",
                    "《条例》只要求提供姓名或者名称、身份证明和联系方式，不要求说明用途。"};
        case FormPage::identity:
            return {"怎样证明身份？", "用来确认申请人，不会告诉第三方。"};
        case FormPage::contact:
            return {"怎样与您联系？",
                    view.receipt_by == law::ReceiptBy::confirmation
                        ? "用于双方确认收到申请；确认之日起计算答复期限（《条例》第三十一条）。"
                        : "用于告知办理情况；这个机关自您提交之日起计算答复期限。"};
        case FormPage::information:
            return {"您要什么信息？",
                    "名称、文号、其他特征描述，至少填写一项；写得越具体，找得越快。"};
        case FormPage::delivery:
            return {"怎样提供给您？", "按您的要求和信息的实际情况提供（《条例》第四十条）。"};
        case FormPage::check:
            return {"核对您的申请", "提交前请逐项核对。"};
    }
    GK_ASSERT(!"a page");
    return {};
}

constexpr std::string_view submit_button = "提交政府信息公开申请";

constexpr std::string_view photo_hint =
    "手机拍照（jpg、png、heic）或者PDF，每个不超过10MB。照片里的拍摄地点等附加信息会被去掉，"
    "加密保存。也可以在当面提交或者工作人员核实时出示。";

void add_agency(FormParts& parts, const WizardView& view) {
    parts.text({.name = "matter",
                .hint = "例如“宅基地审批”“水渠修缮”。填写后点“推荐受理机关”。",
                .is_optional = true});
    std::vector<Option> options;
    for (const auto& each : view.agencies) {
        const auto note = each.duties.empty() ? "" : "有关事项：" + each.duties;
        options.push_back({.value = each.code,
                           .text = each.name + (each.is_suggested ? "（推荐）" : ""),
                           .note = note,
                           .css_class = fmt::format("is-depth-{}{}", std::min(each.depth, 3),
                                                    each.is_suggested ? " is-suggested" : "")});
    }
    parts.choices({.name = "agency"}, options);
}

void add_applicant(FormParts& parts) {
    parts.choices({.name = "kind"});
    parts.choices({.name = "organization_kind",
                   .hint = "以单位名义申请的选择。用于年度报告的分类统计，不影响办理。",
                   .is_inside = true});
    parts.text({.name = "name", .hint = "与身份证件或者登记证照一致。", .autocomplete = "name"});
    parts.tick("is_represented", "由代理人提交", "受申请人委托代为申请的，下一步填写代理人。");
}

void add_identity(FormParts& parts, const WizardView& view) {
    parts.choices({.name = "identity_kind"});
    parts.text({.name = "identity_document",
                .hint = started::is_of_organization(view.form.fields)
                            ? "选择“其他登记证照”的填写，例如登记证书。"
                            : "选择“其他身份证件”的填写，例如护照。",
                .is_optional = true,
                .is_inside = true});
    parts.text({.name = "identity_number",
                .hint = "可以带空格或者连字符，全角、半角和大小写均可。",
                .width = "w-20"});
    parts.files({.name = "identity_file", .hint = photo_hint}, view.form.files);
    if (started::is_represented(view.form.fields)) {
        parts.text({.name = "representative_name", .hint = "与代理人的身份证件一致。"});
        parts.text({.name = "representative_number", .width = "w-20"});
        parts.text({.name = "representative_phone",
                    .type = "tel",
                    .inputmode = "tel",
                    .width = "w-20",
                    .is_optional = true});
        parts.files(
            {.name = "authorization_file", .hint = "申请人签名或者盖章的委托书，写明委托的事项。"},
            view.form.files);
    }
}

void add_contact(FormParts& parts, const WizardView& view) {
    if (started::is_of_organization(view.form.fields)) {
        parts.text({.name = "contact_name", .hint = "本单位可以联系的人。", .width = "w-12"});
    }
    parts.contact("收到、补正、延期、征求意见和答复都这样告知您。");
}

void add_information(FormParts& parts, const WizardView& view) {
    parts.text({.name = "title",
                .hint = "例如“某某项目竣工验收报告”。一次申请一件事。",
                .is_optional = true});
    parts.text({.name = "document_number",
                .hint = "知道发文字号的填写，例如“礼政发〔2025〕7号”。",
                .width = "w-20",
                .is_optional = true});
    parts.area({.name = "description",
                .hint = "形成的时间、地点、有关的单位或者项目、包括哪些材料等便于查找的特征。"
                        "不需要写用途。",
                .is_optional = true});
    parts.files({.name = "material_file", .hint = "有助于查找的材料，例如公告的照片。"},
                view.form.files);
}

void add_delivery(FormParts& parts) {
    parts.choices({.name = "wanted_form"});
    parts.choices({.name = "wanted_route"});
    parts.text({.name = "email",
                .hint = "选择电子邮件的必填。",
                .type = "email",
                .autocomplete = "email",
                .inputmode = "email",
                .is_inside = true});
    parts.text({.name = "address",
                .hint = "选择邮寄的必填，请写到门牌号和邮政编码。",
                .autocomplete = "address-line1",
                .is_inside = true});
    parts.tick("accepts_other", "不能按上述方式提供时，可以接受其他方式", {});
}

// A choice as its label, a tick as yes, anything else as it was typed.
std::string shown_value(std::string_view name, const WizardView& view) {
    const auto& fields = view.form.fields;
    const auto typed = started::value(fields, name);
    if (name == "agency") {
        const auto found = std::ranges::find(view.agencies, typed, &AgencyChoice::code);
        return found == view.agencies.end() ? "" : found->name;
    }
    if (const auto* choice = started::chosen(name, fields)) {
        return std::string(choice->label);
    }
    if (name == "is_represented" || name == "accepts_other") {
        return typed.empty() ? "否" : "是";
    }
    return std::string(typed);
}

// What was filled in on the way only, or does not apply to this applicant.
bool is_left_out(std::string_view name, const WizardView& view) {
    const auto& fields = view.form.fields;
    if (name.starts_with("representative_")) {
        return !started::is_represented(fields);
    }
    if (name == "organization_kind" || name == "contact_name") {
        return !started::is_of_organization(fields);
    }
    if (name == "identity_document") {
        return started::value(fields, "identity_kind") != "other_document";
    }
    return name == "matter" || name == "matches_seen";
}

void add_files_answer(std::vector<AnswerLine>& lines, std::string_view name, FormPage page,
                      const portal::Viewing& viewing, const WizardView& view) {
    if (name == "authorization_file" && !started::is_represented(view.form.fields)) {
        return;
    }
    std::string names;
    for (const auto& file : view.form.files) {
        if (file.field == name) {
            names += (names.empty() ? "" : "\n") + file.name + "（" +
                     size_in_words(file.byte_count) + "，已上传）";
        }
    }
    const auto url =
        paths::of_page(page, view.link) + "&" + std::string(paths::back_parameter) + "=check";
    lines.push_back({.label = std::string(started::field_label(name, view.form.fields)),
                     .value = std::move(names),
                     .url = viewing.link(url) + "#" + std::string(name),
                     .anchor = std::string(name)});
}

void add_answers(FormParts& parts, const portal::Viewing& viewing, const WizardView& view) {
    std::vector<std::string_view> shown;
    for (const auto page : started::form_pages()) {
        if (page == FormPage::check) {
            continue;
        }
        std::vector<AnswerLine> lines;
        for (const auto name : started::fields_of(page)) {
            if (is_left_out(name, view) || std::ranges::find(shown, name) != shown.end()) {
                continue;
            }
            shown.push_back(name);
            const auto found = std::ranges::find(view.problems, name, &Problem::field);
            const auto url = paths::of_page(page, view.link) + "&" +
                             std::string(paths::back_parameter) + "=check";
            lines.push_back({.label = std::string(started::field_label(name, view.form.fields)),
                             .value = shown_value(name, view),
                             .url = viewing.link(url) + "#" + std::string(name),
                             .anchor = std::string(name),
                             .problem = found == view.problems.end() ? "" : found->message});
        }
        for (const auto name : started::file_fields_of(page)) {
            add_files_answer(lines, name, page, viewing, view);
        }
        parts.answers("answers-" + std::string(started::key(page)), started::label(page), lines);
    }
}

void add_parts(page::Values& body, const portal::Viewing& viewing, const WizardView& view) {
    FormParts parts(body, view.form.fields, view.problems);
    switch (view.page) {
        case FormPage::agency:
            return add_agency(parts, view);
        case FormPage::applicant:
            return add_applicant(parts);
        case FormPage::identity:
            return add_identity(parts, view);
        case FormPage::contact:
            return add_contact(parts, view);
        case FormPage::information:
            return add_information(parts, view);
        case FormPage::delivery:
            return add_delivery(parts);
        case FormPage::check:
            return add_answers(parts, viewing, view);
    }
}

void fill_progress(page::Values& body, const portal::Viewing& viewing, const WizardView& view) {
    const auto pages = started::form_pages();
    const auto at = static_cast<std::size_t>(view.page);
    body.set("NUMBER", static_cast<long>(at + 1)).set("COUNT", static_cast<long>(pages.size()));
    body.set("STEP_NAME", started::label(view.page));
    for (std::size_t step = 0; step < pages.size(); ++step) {
        body.add("STEP").set("CLASS", step < at ? "is-done" : step == at ? "is-now" : "is-ahead");
    }
    if (view.leads_back_to_check) {
        body.add("BACK").set("URL", viewing.link(paths::of_page(FormPage::check, view.link)));
    } else if (at == 0) {
        body.show("TO_START");
    } else {
        body.add("BACK").set("URL", viewing.link(paths::of_page(pages[at - 1], view.link)));
    }
}

void fill_matches(page::Values& body, const portal::Viewing& viewing, const WizardView& view) {
    if (view.matches.empty()) {
        return;
    }
    auto section = body.add(view.are_matches_new ? "SEEN" : "MATCHES");
    section.set("ANCHOR", portal::answer_anchor);
    section.set("TITLE_SEEN", sought_in(view.form.fields));
    for (const auto& each : view.matches) {
        auto line = section.add("MATCH");
        line.set("NAME", each.name).set("URL", viewing.link(each.path)).set("KIND", each.kind);
        line.set_any("DATE", each.date);
    }
}

void fill_buttons(page::Values& body, const WizardView& view) {
    // The first button of a form is what the Enter key presses: it must remove no file.
    body.set("DEFAULT_NAME", "保存并继续");
    if (view.page != FormPage::check) {
        body.add("SUBMIT").set("NAME", "保存并继续");
    } else if (view.problems.empty() || std::ranges::all_of(view.problems, [](const Problem& each) {
                   return each.field == "website" || each.field.empty();
               })) {
        body.add("SUBMIT").set("NAME", submit_button);
    }
    if (view.page == FormPage::agency) {
        body.show("SUGGEST");
    }
    if (!view.challenge.empty()) {
        auto work = body.add("WORK");
        work.set("CHALLENGE", view.challenge).set("BITS", work_zero_bits);
        work.show(view.receipt_by == law::ReceiptBy::confirmation ? "TO_CONFIRM" : "AT_ONCE");
        body.add("TRAP").set("VALUE", started::value(view.form.fields, "website"));
    }
}

}  // namespace

std::string wizard_page(const portal::Viewing& viewing, const WizardView& view) {
    const auto text = text_of(view);
    const auto title = (view.problems.empty() ? "" : "错误：") + std::string(text.heading);
    portal::Frame frame(viewing,
                        {.title = title,
                         .column = portal::paths::applications,
                         .crumbs = {{"依申请公开", std::string(portal::paths::applications.path)}},
                         .here = std::string(started::label(view.page))},
                        "wizard.html");
    frame.shell().show("FORM_STYLE").show("CITIZEN_STYLE");
    if (!view.challenge.empty()) {
        frame.shell().show("WORK_SCRIPT");
    }
    auto& body = frame.body();
    portal::fill_problems(body, view.problems);
    if (view.wait) {
        auto wait = body.add("WAIT");
        wait.set("ANCHOR", portal::answer_anchor).set("HEADING", view.wait->heading);
        wait.set("TEXT", view.wait->text).set("BUTTON", submit_button);
    } else if (view.problems.empty() && !view.are_matches_new) {
        body.add("HAS_ANCHOR").set("ANCHOR", portal::answer_anchor);
    }
    auto action = paths::of_page(view.page, view.link);
    if (view.leads_back_to_check) {
        action += "&" + std::string(paths::back_parameter) + "=check";
    }
    body.set("ACTION", viewing.link(action) + "#" + std::string(portal::answer_anchor));
    body.set("HEADING", text.heading).set("LEAD", text.lead);
    body.set("DAYS", view.days_kept).set("NOTICE_URL", viewing.link(paths::notice));
    fill_office(body, view.office);
    fill_progress(body, viewing, view);
    fill_matches(body, viewing, view);
    add_parts(body, viewing, view);
    fill_buttons(body, view);
    return frame.render();
}

}  // namespace gk::web::citizen
