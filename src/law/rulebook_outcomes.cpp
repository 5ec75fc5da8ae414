// The chapters of the rulebook on exemptions, outcomes, letters and the catalogue.
#include <fmt/format.h>

#include "base/text.hpp"
#include "law/catalogue.hpp"
#include "law/outcome.hpp"
#include "law/remedy_notice.hpp"
#include "law/rulebook_parts.hpp"

namespace gk::law::rulebook_parts {

namespace {

std::string row_text(ApplicationRow row) {
    return fmt::format("{}{}", group_label(row), label(row));
}

std::string notice_of(RemedySubject subject) {
    return std::string(key(remedy_notice_kind(subject, {})));
}

std::vector<std::string> strings(std::span<const std::string_view> parts) {
    return {parts.begin(), parts.end()};
}

std::string discretion(Outcome outcome) {
    if (basis(outcome).empty()) {
        return "条文没有写明";
    }
    return is_discretionary(outcome) ? "可以" : "应当";
}

std::string ruling_text(Exemption exemption, const Circumstances& circumstances) {
    return std::string(label(ruling(exemption, circumstances)));
}

}  // namespace

std::string exemptions_chapter() {
    Table table({"理由", "条文列举", "一般", "第三方同意", "不公开对公共利益有重大影响",
                 "法律、法规、规章规定应当公开", "依据"});
    const auto exemptions = *exemptions_on(newest_rules_on());
    for (const auto each : exemptions) {
        table.row({std::string(label(each)), listed(strings(classes(each))), ruling_text(each, {}),
                   ruling_text(each, {.third_party_agrees = true}),
                   ruling_text(each, {.has_public_interest_override = true}),
                   ruling_text(each, {.is_disclosure_prescribed = true}), citation(basis(each))});
    }
    return "## "
           "不予公开的理由\n\n第三方不同意、因公共利益决定公开的，将决定公开的内容和理由书面告知第"
           "三方"
           "（条例第三十二条）。能够区分处理的，部分公开（条例第三十七条）。\n\n" +
           table.text();
}

std::string outcomes_chapter() {
    Table table({"办理结果", "依据", "裁量", "文书", "救济告知", "年度报告2021年格式",
                 "年度报告2019年格式"});
    const auto outcomes = *outcomes_on(newest_rules_on());
    for (const auto each : outcomes) {
        const auto kind = letter(each);
        table.row({std::string(label(each)), citations(basis(each)), discretion(each),
                   kind ? std::string(label(*kind)) : listed({}), notice_of(remedy_subject(each)),
                   row_text(report_row(each, ReportFormat::form_2021)),
                   row_text(report_row(each, ReportFormat::trial_2019))});
    }
    return "## 办理结果\n\n每件申请计入一行。救济告知的种类见“救济告知”一章。\n\n" + table.text();
}

std::string letters_chapter() {
    Table table({"文书", "发给", "性质", "条文规定发出", "依据", "应当载明", "救济告知"});
    for (const auto kind : letter_kinds()) {
        table.row({std::string(label(kind)), std::string(label(addressee(kind))),
                   std::string(label(role(kind))),
                   duty(kind) == LetterDuty::prescribed ? "是" : "否", citations(basis(kind)),
                   text::join(strings(must_state(kind)), "；"), notice_of(remedy_subject(kind))});
    }
    return "## 文书\n\n" + table.text();
}

std::string catalogue_chapter() {
    Table common({"依据", "内容"});
    Table added({"机关", "依据", "内容"});
    for (const auto level : agency_levels()) {
        const auto items = *catalogue(level, newest_rules_on());
        std::vector<std::string> contents;
        for (const auto& item : items) {
            if (item.basis.article != 20) {
                contents.emplace_back(item.content);
            } else if (level == agency_levels().front()) {
                common.row({citation(item.basis), std::string(item.content)});
            }
        }
        added.row({std::string(label(level)), contents.empty() ? "" : citation(items.back().basis),
                   listed(contents)});
    }
    return "## 主动公开目录\n\n各级机关：\n\n" + common.text() + "\n按机关级别增加：\n\n" +
           added.text();
}

}  // namespace gk::law::rulebook_parts
