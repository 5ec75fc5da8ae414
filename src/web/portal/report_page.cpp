#include "web/portal/report_page.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/report_document.hpp"
#include "report/statutory_table.hpp"
#include "web/portal/report_check_view.hpp"

namespace gk::web::portal {

namespace {

using law::Section;

std::string anchor_of(Section section) {
    return "section-" + std::to_string(static_cast<int>(section) + 1);
}

// 存在的问题: a short line without a stop, with or without a colon at its end, over what follows
// it.
bool is_heading(const std::vector<std::string>& paragraphs, std::size_t index) {
    constexpr std::size_t characters_min = 4;
    constexpr std::size_t characters_max = 16;
    const auto characters = text::decode(paragraphs[index]);
    const auto stop = characters.find_first_of(U"。；：，！？;:,");
    const bool has_no_stop =
        stop == std::u32string::npos ||
        (stop + 1 == characters.size() && (characters[stop] == U'：' || characters[stop] == U':'));
    return index + 1 < paragraphs.size() && characters.size() >= characters_min &&
           characters.size() <= characters_max && has_no_stop;
}

void fill_paragraphs(page::Values values, const std::vector<std::string>& paragraphs) {
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        auto paragraph = values.add("PARAGRAPH");
        paragraph.add(is_heading(paragraphs, i) ? "IS_HEADING" : "IS_BODY")
            .set("TEXT", paragraphs[i]);
    }
}

class Sections {
public:
    Sections(const report::AnnualReport& report, const BrokenCells& broken)
        : report_(report), broken_(broken), tables_(report::statutory_tables(report)) {}

    [[nodiscard]] bool has_tables() const { return !tables_.empty(); }

    void fill(page::Values& body) const {
        bool is_opening = true;
        for (std::size_t i = 0; i < law::section_count; ++i) {
            const auto section = static_cast<Section>(i);
            const auto table =
                std::ranges::find(tables_, section, &report::StatutoryTable::section);
            const auto& text = report_.sections[i];
            if (table == tables_.end() && text.title.empty() && text.paragraphs.empty()) {
                continue;
            }
            add_content(body, section);
            is_opening = is_opening && table == tables_.end();
            auto values = body.include(is_opening ? "OPENING" : "SECTIONS", "report_section.html");
            values.set("CLASS", is_opening ? "section-s" : "section");
            values.set("ANCHOR", anchor_of(section));
            add_phrases(values, "TITLE_PHRASE", report::numbered_title(report_, section));
            if (!text.paragraphs.empty()) {
                fill_paragraphs(values.add("TEXT"), text.paragraphs);
            }
            if (table != tables_.end()) {
                auto table_values = values.include("TABLE", "report_table.html");
                fill_table(table_values, *table, broken_);
            }
        }
    }

private:
    void add_content(page::Values& body, Section section) const {
        const auto title = report::numbered_title(report_, section);
        const auto comma = title.find("、");
        auto content = body.add("CONTENT");
        content.set("ANCHOR", anchor_of(section));
        content.set("NUMERAL", title.substr(0, comma));
        content.set("NAME", title.substr(comma + std::string_view("、").size()));
    }

    const report::AnnualReport& report_;
    const BrokenCells& broken_;
    std::vector<report::StatutoryTable> tables_;
};

void fill_facts(page::Values& body, const ReportLine& line) {
    add_phrases(body, "TITLE_PHRASE", line.title);
    body.set("AGENCY_NAME", line.agency_name).set("YEAR", line.year);
    body.set("FORMAT", line.form.empty() ? "没有统一格式" : line.form);
    body.set("PUBLISHED", line.published_on.iso());
}

void fill_verdict(page::Values& body, const ReportView& view) {
    const auto found = verdict(view.report, view.check);
    auto values = body.add("VERDICT");
    values.set("CLASS", found.mark.css_class).set("ICON", found.mark.icon);
    values.set("WORD", found.mark.word).set("SENTENCE", found.sentence);
}

void fill_links(page::Values& body, const Viewing& viewing, const ReportView& view) {
    if (!view.downloads.empty()) {
        body.show("HAS_DOWNLOADS");
    }
    for (const auto& download : view.downloads) {
        body.add("DOWNLOAD").set("NAME", download.name).set("URL", download.path);
    }
    if (!view.years.empty()) {
        body.show("HAS_YEARS");
        body.set("ALL_REPORTS", viewing.link(view.line.list_path(viewing.site)));
    }
    for (const auto& line : view.years) {
        auto year = body.add("YEAR_LINE");
        year.set("YEAR", line.year).set("URL", viewing.link(line.path(viewing.site)));
        if (line.year == view.line.year) {
            year.show("IS_CURRENT");
        }
    }
}

}  // namespace

std::string report_page(const Viewing& viewing, const ReportView& view) {
    Frame frame(viewing,
                {.title = view.line.title,
                 .column = paths::reports,
                 .crumbs = {{"政府信息公开年报", view.line.list_path(viewing.site)}},
                 .here = std::to_string(view.line.year) + "年"},
                "report.html");
    auto article = frame.shell().add("ARTICLE");
    article.set("ARTICLE_TITLE", view.line.title).set("SOURCE", view.line.agency_name);
    article.set_any("PUBLISHED", view.line.published_on.iso());
    frame.shell().show("REPORT_STYLE");

    auto& body = frame.body();
    fill_facts(body, view.line);
    if (!view.report.preamble.empty()) {
        fill_paragraphs(body.add("PREAMBLE"), view.report.preamble);
    }
    const Explanations explanations(view.report, view.check);
    const Sections sections(view.report, explanations.broken());
    sections.fill(body);
    if (sections.has_tables()) {
        fill_verdict(body, view);
        auto check = body.include("CHECK", "report_check.html");
        explanations.fill(check);
    } else {
        body.show("NO_TABLES");
    }
    fill_links(body, viewing, view);
    return frame.render();
}

}  // namespace gk::web::portal
