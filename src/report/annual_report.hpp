// The annual report (年度报告) as a value: six sections, three statutory tables, every figure with
// how it was printed and where it came from. Pure.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "law/report_format.hpp"

namespace gk::report {

// How a cell without a figure was printed; `figure` where it has one.
enum class Mark { figure, blank, slash, dash, none_word, absent };
// "blank", "slash", "dash", "none_word", "absent": the published keys.
[[nodiscard]] std::string_view key(Mark mark);
[[nodiscard]] std::optional<Mark> mark_of(std::string_view name);

struct Figure {
    std::optional<Decimal> value;
    Mark mark = Mark::absent;
    std::string printed;  // As the document has it, without the spaces around.
    std::string place;    // Where in the source, in words: 第3张表第5行; empty where typed.

    friend bool operator==(const Figure&, const Figure&) = default;
};

using ApplicationFigures = std::array<Figure, law::applicant_column_count>;
using RemedyFigures = std::array<Figure, law::remedy_result_count>;

// Table 三. A row that is not in the text has no entry.
using ApplicationTable = std::map<law::ApplicationRow, ApplicationFigures>;
// Table 四. A group that is not in the text has no entry.
using RemedyTable = std::map<law::RemedyGroup, RemedyFigures>;
// Table 二, by the key of law::ProactiveCell. A cell that is not in the text has no entry.
using ProactiveTable = std::map<std::string, Figure, std::less<>>;

struct SectionText {
    std::string title;                    // As printed, without its number; empty where absent.
    std::vector<std::string> paragraphs;  // Without indentation.
};

struct AnnualReport {
    std::optional<std::string> agency;  // What the document names.
    std::optional<int> report_year;
    std::string title;
    std::vector<std::string> preamble;  // Between the title and section 一.
    // The form, per table, decided by the labels; of the whole: that of table 二, else 三.
    std::optional<law::ReportFormat> format;
    std::optional<law::ReportFormat> proactive_format;
    std::optional<law::ReportFormat> applications_format;
    bool is_truncated = false;
    std::array<SectionText, law::section_count> sections;
    ProactiveTable proactive_disclosure;
    std::string procurement_unit;  // 2019 form: the unit printed beside 采购总金额; may be empty.
    ApplicationTable applications;
    RemedyTable remedies;
};

// "applications.granted[1]", "remedies.reconsideration[4]", "proactive_disclosure.permits": how a
// cell is named in marks, relations, findings and provenance.
[[nodiscard]] std::string cell_name(law::ApplicationRow row, law::ApplicantColumn column);
[[nodiscard]] std::string cell_name(law::RemedyGroup group, law::RemedyResult result);
[[nodiscard]] std::string cell_name(const law::ProactiveCell& cell);
// Of a cell of table 二 by its key there.
[[nodiscard]] std::string proactive_cell_name(std::string_view key);

// The figure of a cell, or nullptr where the row is not in the text.
[[nodiscard]] const Figure* find(const AnnualReport& report, std::string_view cell_name);
// The same, with its row put in where there is none; nullptr where no form has such a cell.
[[nodiscard]] Figure* find_or_add(AnnualReport& report, std::string_view cell_name);

}  // namespace gk::report
