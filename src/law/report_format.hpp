// The two forms of the annual report as data: sections, rows, columns, official labels, cells.
// 国办公开办函〔2021〕30号 (form 2021) and 国办公开办函〔2019〕60号 (form 2019, trial), which it
// replaced from the report for 2021 on.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"

namespace gk::law {

enum class ReportFormat { trial_2019, form_2021 };

[[nodiscard]] std::span<const ReportFormat> report_formats();
// "2019", "2021": the published keys.
[[nodiscard]] std::string_view key(ReportFormat format);
[[nodiscard]] std::optional<ReportFormat> report_format_of(std::string_view key);
[[nodiscard]] Citation basis(ReportFormat format);
// The form that a report for this year must use; none for the years before 2019, whose reports
// have no statutory tables. A year later than any known change has the newest form.
[[nodiscard]] std::optional<ReportFormat> format_in_force(int report_year);

// The six sections, 一 to 六; 二 to 四 are tables.
enum class Section {
    overview,
    proactive_disclosure,
    applications,
    remedies,
    problems_and_improvements,
    other_matters,
};
inline constexpr std::size_t section_count = 6;
[[nodiscard]] std::span<const Section> sections();
[[nodiscard]] std::string_view key(Section section);
// 总体情况, without its number.
[[nodiscard]] std::string_view title(Section section, ReportFormat format);
[[nodiscard]] bool is_table(Section section);

// What the form prints in the heads of its tables, beside the labels of rows and columns.
inline constexpr std::string_view content_head = "信息内容";
inline constexpr std::string_view cross_check_sentence =
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
inline constexpr std::string_view applicants_head = "申请人情况";
inline constexpr std::string_view organizations_head = "法人或其他组织";
inline constexpr std::string_view outcomes_head = "三、本年度办理结果";
inline constexpr std::string_view litigation_head = "行政诉讼";

// Table 三, columns.
enum class ApplicantColumn {
    natural_person,
    commercial_enterprise,
    research_institution,
    public_welfare_organization,
    legal_service_organization,
    other_organization,
    total,
};
inline constexpr std::size_t applicant_column_count = 7;
[[nodiscard]] std::span<const ApplicantColumn> applicant_columns();
[[nodiscard]] std::string_view key(ApplicantColumn column);
[[nodiscard]] std::string_view label(ApplicantColumn column);

// Table 三, rows in the order of the form. `otherwise_closed` is the one row of （六）其他处理 in
// the 2019 form; the three below it are the rows of the 2021 form.
enum class ApplicationRow {
    newly_received,
    carried_in,
    granted,
    granted_in_part,
    refused_state_secret,
    refused_prohibited_by_law,
    refused_security_or_stability,
    refused_third_party_rights,
    refused_internal_affairs,
    refused_deliberative,
    refused_enforcement_file,
    refused_registry_inquiry,
    unable_not_held,
    unable_needs_creation,
    unable_still_unclear,
    not_processed_petition_or_complaint,
    not_processed_repeat,
    not_processed_published_material,
    not_processed_excessive,
    not_processed_reconfirmation,
    otherwise_closed,
    otherwise_closed_no_correction,
    otherwise_closed_fee_unpaid,
    otherwise_closed_other,
    outcomes_total,
    carried_out,
};
inline constexpr std::size_t application_row_count = 26;
// "refused.state_secret": the published key.
[[nodiscard]] std::string_view key(ApplicationRow row);
// The official label with its number, without the group: "1.属于国家秘密", "（一）予以公开".
[[nodiscard]] std::string_view label(ApplicationRow row);
// The group label printed to the left: "（三）不予公开"; empty where there is none.
[[nodiscard]] std::string_view group_label(ApplicationRow row);
// The rows of the form, in its order.
[[nodiscard]] std::span<const ApplicationRow> application_rows(ReportFormat format);
// The rows that （七）总计 adds up, in the order of the form.
[[nodiscard]] std::span<const ApplicationRow> outcome_rows(ReportFormat format);

// Table 四: three groups of five results.
enum class RemedyGroup { reconsideration, direct_litigation, litigation_after_reconsideration };
inline constexpr std::size_t remedy_group_count = 3;
enum class RemedyResult { upheld, overturned, other_result, pending, total };
inline constexpr std::size_t remedy_result_count = 5;
[[nodiscard]] std::span<const RemedyGroup> remedy_groups();
[[nodiscard]] std::span<const RemedyResult> remedy_results();
[[nodiscard]] std::string_view key(RemedyGroup group);
[[nodiscard]] std::string_view label(RemedyGroup group);
[[nodiscard]] std::string_view key(RemedyResult result);
[[nodiscard]] std::string_view label(RemedyResult result);

// Table 二: a line of a block (an item of art. 20), with its columns. The cells of a line are
// named "LINE.COLUMN", or "LINE" alone where the 2021 form has one column.
enum class ProactiveItem {
    government_rules,
    normative_documents,
    permits,
    other_services,  // 2019 form only
    penalties,
    coercive_measures,
    fees,
    central_procurement,  // 2019 form only
};
inline constexpr std::size_t proactive_item_count = 8;

enum class ProactiveColumn {
    issued,           // 本年制发件数
    repealed,         // 本年废止件数
    in_force,         // 现行有效件数
    newly_made,       // 2019: 本年新制作数量
    newly_public,     // 2019: 本年新公开数量
    total_public,     // 2019: 对外公开总数量
    items_last_year,  // 2019: 上一年项目数量
    change,           // 2019: 本年增/减, signed
    decisions,        // 本年处理决定数量
    amount_10k_yuan,  // 2021: 本年收费金额（单位：万元）
    projects,         // 2019: 采购项目数量
    amount,           // 2019: 采购总金额
};

// What a figure of table 二 may be (R7, R8).
enum class FigureKind { count, signed_count, amount };

struct ProactiveCell {
    ProactiveItem item;
    ProactiveColumn column;
    std::string_view key;  // "government_rules.issued", "permits", "fees_10k_yuan"
    FigureKind kind;
};

[[nodiscard]] std::string_view key(ProactiveItem item);
// "规章"; 规范性文件 is 行政规范性文件 in the 2021 form.
[[nodiscard]] std::string_view label(ProactiveItem item, ReportFormat format);
[[nodiscard]] std::string_view key(ProactiveColumn column);
[[nodiscard]] std::string_view label(ProactiveColumn column, ReportFormat format);
// The cells of the form in its order: 10 in the 2021 form, 22 in the 2019 form.
[[nodiscard]] std::span<const ProactiveCell> proactive_cells(ReportFormat format);

// A block of table 二: 第二十条第（一）项, its lines and its column heads.
struct ProactiveBlock {
    int item_of_article_20;
    std::string_view label;
    std::span<const ProactiveItem> items;
    std::span<const ProactiveColumn> columns;
};

[[nodiscard]] std::span<const ProactiveBlock> proactive_blocks(ReportFormat format);

}  // namespace gk::law
