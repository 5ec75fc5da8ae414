#include "law/report_format.hpp"

#include "law/by_format.hpp"
#include "law/enum_table.hpp"

namespace gk::law {

namespace {

struct FormatRow {
    ReportFormat value;
    std::string_view key;
    Citation basis;
    // The first report year that must use it.
    int first_year;
};

// 国办公开办函〔2019〕60号（试行）自2019年度报告起；国办公开办函〔2021〕30号自2021年度报告起。
constexpr auto formats = enum_table(std::to_array<FormatRow>({
    {ReportFormat::trial_2019, "2019", {"report-format-2019"}, 2019},
    {ReportFormat::form_2021, "2021", {"report-format-2021"}, 2021},
}));

struct SectionRow {
    Section value;
    std::string_view key;
    ByFormat<std::string_view> title;
    bool is_table;
};

// READING: 0010, the title of section five in the 2019 form.
constexpr auto section_table = enum_table(std::to_array<SectionRow>({
    {Section::overview, "overview", {"总体情况", "总体情况"}, false},
    {Section::proactive_disclosure,
     "proactive_disclosure",
     {"主动公开政府信息情况", "主动公开政府信息情况"},
     true},
    {Section::applications,
     "applications",
     {"收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况"},
     true},
    {Section::remedies,
     "remedies",
     {"政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议、行政诉讼情况"},
     true},
    {Section::problems_and_improvements,
     "problems_and_improvements",
     {"政府信息公开工作存在的主要问题及改进情况", "存在的主要问题及改进情况"},
     false},
    {Section::other_matters, "other_matters", {"其他需要报告的事项", "其他需要报告的事项"}, false},
}));

struct ColumnRow {
    ApplicantColumn value;
    std::string_view key;
    std::string_view label;
};

constexpr auto column_table = enum_table(std::to_array<ColumnRow>({
    {ApplicantColumn::natural_person, "natural_person", "自然人"},
    {ApplicantColumn::commercial_enterprise, "commercial_enterprise", "商业企业"},
    {ApplicantColumn::research_institution, "research_institution", "科研机构"},
    {ApplicantColumn::public_welfare_organization, "public_welfare_organization", "社会公益组织"},
    {ApplicantColumn::legal_service_organization, "legal_service_organization", "法律服务机构"},
    {ApplicantColumn::other_organization, "other_organization", "其他"},
    {ApplicantColumn::total, "total", "总计"},
}));

struct GroupRow {
    RemedyGroup value;
    std::string_view key;
    std::string_view label;
};

constexpr auto group_table = enum_table(std::to_array<GroupRow>({
    {RemedyGroup::reconsideration, "reconsideration", "行政复议"},
    {RemedyGroup::direct_litigation, "direct_litigation", "未经复议直接起诉"},
    {RemedyGroup::litigation_after_reconsideration, "litigation_after_reconsideration",
     "复议后起诉"},
}));

struct ResultRow {
    RemedyResult value;
    std::string_view key;
    std::string_view label;
};

constexpr auto result_table = enum_table(std::to_array<ResultRow>({
    {RemedyResult::upheld, "upheld", "结果维持"},
    {RemedyResult::overturned, "overturned", "结果纠正"},
    {RemedyResult::other_result, "other_result", "其他结果"},
    {RemedyResult::pending, "pending", "尚未审结"},
    {RemedyResult::total, "total", "总计"},
}));

}  // namespace

std::span<const ReportFormat> report_formats() {
    return formats.values();
}

std::string_view key(ReportFormat format) {
    return formats[format].key;
}

std::optional<ReportFormat> report_format_of(std::string_view key) {
    return formats.value_of(key);
}

Citation basis(ReportFormat format) {
    return formats[format].basis;
}

std::optional<ReportFormat> format_in_force(int report_year) {
    std::optional<ReportFormat> found;
    for (const auto& row : formats.rows()) {
        if (row.first_year <= report_year) {
            found = row.value;
        }
    }
    return found;
}

std::span<const Section> sections() {
    return section_table.values();
}

std::string_view key(Section section) {
    return section_table[section].key;
}

std::string_view title(Section section, ReportFormat format) {
    return section_table[section].title[format];
}

bool is_table(Section section) {
    return section_table[section].is_table;
}

std::span<const ApplicantColumn> applicant_columns() {
    return column_table.values();
}

std::string_view key(ApplicantColumn column) {
    return column_table[column].key;
}

std::string_view label(ApplicantColumn column) {
    return column_table[column].label;
}

std::span<const RemedyGroup> remedy_groups() {
    return group_table.values();
}

std::span<const RemedyResult> remedy_results() {
    return result_table.values();
}

std::string_view key(RemedyGroup group) {
    return group_table[group].key;
}

std::string_view label(RemedyGroup group) {
    return group_table[group].label;
}

std::string_view key(RemedyResult result) {
    return result_table[result].key;
}

std::string_view label(RemedyResult result) {
    return result_table[result].label;
}

}  // namespace gk::law
