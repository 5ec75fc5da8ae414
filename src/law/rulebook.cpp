#include "law/rulebook.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "law/citation_text.hpp"
#include "law/instrument.hpp"
#include "law/reading.hpp"
#include "law/rulebook_parts.hpp"

namespace gk::law {

namespace rulebook_parts {

namespace {

constexpr std::string_view none = "无";

std::string iso(std::optional<std::chrono::year_month_day> day) {
    return day ? Date(std::chrono::sys_days(*day)).iso() : std::string();
}

}  // namespace

Table::Table(std::initializer_list<std::string_view> head) {
    std::string rule;
    for (const auto each : head) {
        text_ += fmt::format("| {} ", each);
        rule += "|---";
    }
    text_ += fmt::format("|\n{}|\n", rule);
}

void Table::row(std::initializer_list<std::string> fields) {
    for (const auto& field : fields) {
        text_ += fmt::format("| {} ", field);
    }
    text_ += "|\n";
}

std::string listed(const std::vector<std::string>& parts) {
    return parts.empty() ? std::string(none) : text::join(parts, "、");
}

std::string citation(const Citation& basis) {
    return basis.empty() ? std::string(none) : citation_text(basis);
}

std::string citations(std::span<const Citation> basis) {
    std::vector<std::string> parts;
    std::string_view instrument;
    for (const auto& each : basis) {
        // The title is written once for articles of one instrument that follow each other.
        parts.push_back(each.instrument == instrument ? article_text(each) : citation_text(each));
        instrument = each.instrument;
    }
    return listed(parts);
}

Date newest_rules_on() {
    const auto newest = std::ranges::max_element(instruments(), {}, [](const Instrument& each) {
        return std::chrono::sys_days(each.effective_on);
    });
    return Date(std::chrono::sys_days(newest->effective_on));
}

std::string instruments_chapter() {
    Table table({"代号", "名称", "文号", "公布日期", "施行日期", "停止适用"});
    for (const auto& each : instruments()) {
        table.row({fmt::format("`{}`", each.key), citation({each.key}),
                   std::string(each.document_number), iso(each.promulgated_on),
                   iso(each.effective_on), iso(each.ceased_on)});
    }
    return "## 法律文件\n\n" + table.text();
}

std::string readings_chapter() {
    Table table({"编号", "问题", "本系统的理解"});
    for (const auto& each : readings()) {
        table.row(
            {std::string(each.number), std::string(each.question), std::string(each.adopted)});
    }
    return "## 本系统对条文的理解\n\n条文没有写明的，按下列理解处理；理由见 `docs/readings/` "
           "中同一编号的说明。\n\n" +
           table.text();
}

}  // namespace rulebook_parts

std::string rulebook() {
    using namespace rulebook_parts;
    const std::string title =
        "# 规则手册\n\n由 `gongkai rulebook` 从程序所用的规则表生成，供熟悉法律的人核对。"
        "没有注明日期的，是现行规则。\n";
    const std::vector<std::string> chapters = {
        title,
        instruments_chapter(),
        periods_chapter(),
        receipt_chapter(),
        consultation_chapter(),
        fees_chapter(),
        exemptions_chapter(),
        outcomes_chapter(),
        letters_chapter(),
        remedies_chapter(),
        remedy_outcomes_chapter(),
        catalogue_chapter(),
        report_forms_chapter(),
        cross_checks_chapter(),
        readings_chapter(),
    };
    return text::join(chapters, "\n");
}

}  // namespace gk::law
