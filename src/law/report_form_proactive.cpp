// Table 二 of the annual report: its blocks, lines and columns in both forms.
#include "law/by_format.hpp"
#include "law/enum_table.hpp"
#include "law/report_format.hpp"

namespace gk::law {

namespace {

using Item = ProactiveItem;
using Column = ProactiveColumn;

struct ItemRow {
    Item value;
    std::string_view key;
    ByFormat<std::string_view> label;
};

constexpr auto items = enum_table(std::to_array<ItemRow>({
    {Item::government_rules, "government_rules", {"规章", "规章"}},
    {Item::normative_documents, "normative_documents", {"规范性文件", "行政规范性文件"}},
    {Item::permits, "permits", {"行政许可", "行政许可"}},
    {Item::other_services, "other_services", {"其他对外管理服务事项", "其他对外管理服务事项"}},
    {Item::penalties, "penalties", {"行政处罚", "行政处罚"}},
    {Item::coercive_measures, "coercive_measures", {"行政强制", "行政强制"}},
    {Item::fees, "fees", {"行政事业性收费", "行政事业性收费"}},
    {Item::central_procurement, "central_procurement", {"政府集中采购", "政府集中采购"}},
}));

struct ColumnRow {
    Column value;
    std::string_view key;
    ByFormat<std::string_view> label;
};

constexpr auto columns = enum_table(std::to_array<ColumnRow>({
    {Column::issued, "issued", {"本年制发件数", "本年制发件数"}},
    {Column::repealed, "repealed", {"本年废止件数", "本年废止件数"}},
    {Column::in_force, "in_force", {"现行有效件数", "现行有效件数"}},
    {Column::newly_made, "newly_made", {"本年新制作数量", "本年新制作数量"}},
    {Column::newly_public, "newly_public", {"本年新公开数量", "本年新公开数量"}},
    {Column::total_public, "total_public", {"对外公开总数量", "对外公开总数量"}},
    {Column::items_last_year, "items_last_year", {"上一年项目数量", "上一年项目数量"}},
    {Column::change, "change", {"本年增/减", "本年增/减"}},
    {Column::decisions, "decisions", {"处理决定数量", "本年处理决定数量"}},
    {Column::amount_10k_yuan,
     "amount_10k_yuan",
     {"本年收费金额（单位：万元）", "本年收费金额（单位：万元）"}},
    {Column::projects, "projects", {"采购项目数量", "采购项目数量"}},
    {Column::amount, "amount", {"采购总金额", "采购总金额"}},
}));

constexpr std::array documents_items = {Item::government_rules, Item::normative_documents};
constexpr std::array services_items_2019 = {Item::permits, Item::other_services};
constexpr std::array services_items_2021 = {Item::permits};
constexpr std::array enforcement_items = {Item::penalties, Item::coercive_measures};
constexpr std::array fees_items = {Item::fees};
constexpr std::array procurement_items = {Item::central_procurement};

constexpr std::array documents_columns_2019 = {Column::newly_made, Column::newly_public,
                                               Column::total_public};
constexpr std::array documents_columns_2021 = {Column::issued, Column::repealed, Column::in_force};
constexpr std::array decisions_columns_2019 = {Column::items_last_year, Column::change,
                                               Column::decisions};
constexpr std::array decisions_columns_2021 = {Column::decisions};
constexpr std::array fees_columns_2019 = {Column::items_last_year, Column::change};
constexpr std::array fees_columns_2021 = {Column::amount_10k_yuan};
constexpr std::array procurement_columns = {Column::projects, Column::amount};

constexpr auto blocks_2019 = std::to_array<ProactiveBlock>({
    {1, "第二十条第（一）项", documents_items, documents_columns_2019},
    {5, "第二十条第（五）项", services_items_2019, decisions_columns_2019},
    {6, "第二十条第（六）项", enforcement_items, decisions_columns_2019},
    {8, "第二十条第（八）项", fees_items, fees_columns_2019},
    {9, "第二十条第（九）项", procurement_items, procurement_columns},
});

constexpr auto blocks_2021 = std::to_array<ProactiveBlock>({
    {1, "第二十条第（一）项", documents_items, documents_columns_2021},
    {5, "第二十条第（五）项", services_items_2021, decisions_columns_2021},
    {6, "第二十条第（六）项", enforcement_items, decisions_columns_2021},
    {8, "第二十条第（八）项", fees_items, fees_columns_2021},
});

constexpr auto count = FigureKind::count;
constexpr auto signed_count = FigureKind::signed_count;
constexpr auto amount = FigureKind::amount;

constexpr auto cells_2019 = std::to_array<ProactiveCell>({
    {Item::government_rules, Column::newly_made, "government_rules.newly_made", count},
    {Item::government_rules, Column::newly_public, "government_rules.newly_public", count},
    {Item::government_rules, Column::total_public, "government_rules.total_public", count},
    {Item::normative_documents, Column::newly_made, "normative_documents.newly_made", count},
    {Item::normative_documents, Column::newly_public, "normative_documents.newly_public", count},
    {Item::normative_documents, Column::total_public, "normative_documents.total_public", count},
    {Item::permits, Column::items_last_year, "permits.items_last_year", count},
    {Item::permits, Column::change, "permits.change", signed_count},
    {Item::permits, Column::decisions, "permits.decisions", count},
    {Item::other_services, Column::items_last_year, "other_services.items_last_year", count},
    {Item::other_services, Column::change, "other_services.change", signed_count},
    {Item::other_services, Column::decisions, "other_services.decisions", count},
    {Item::penalties, Column::items_last_year, "penalties.items_last_year", count},
    {Item::penalties, Column::change, "penalties.change", signed_count},
    {Item::penalties, Column::decisions, "penalties.decisions", count},
    {Item::coercive_measures, Column::items_last_year, "coercive_measures.items_last_year", count},
    {Item::coercive_measures, Column::change, "coercive_measures.change", signed_count},
    {Item::coercive_measures, Column::decisions, "coercive_measures.decisions", count},
    {Item::fees, Column::items_last_year, "fees.items_last_year", count},
    {Item::fees, Column::change, "fees.change", signed_count},
    {Item::central_procurement, Column::projects, "central_procurement.projects", count},
    {Item::central_procurement, Column::amount, "central_procurement.amount", amount},
});

constexpr auto cells_2021 = std::to_array<ProactiveCell>({
    {Item::government_rules, Column::issued, "government_rules.issued", count},
    {Item::government_rules, Column::repealed, "government_rules.repealed", count},
    {Item::government_rules, Column::in_force, "government_rules.in_force", count},
    {Item::normative_documents, Column::issued, "normative_documents.issued", count},
    {Item::normative_documents, Column::repealed, "normative_documents.repealed", count},
    {Item::normative_documents, Column::in_force, "normative_documents.in_force", count},
    {Item::permits, Column::decisions, "permits", count},
    {Item::penalties, Column::decisions, "penalties", count},
    {Item::coercive_measures, Column::decisions, "coercive_measures", count},
    {Item::fees, Column::amount_10k_yuan, "fees_10k_yuan", amount},
});

constexpr ByFormat<std::span<const ProactiveBlock>> blocks{blocks_2019, blocks_2021};
constexpr ByFormat<std::span<const ProactiveCell>> cells{cells_2019, cells_2021};

}  // namespace

std::string_view key(ProactiveItem item) {
    return items[item].key;
}

std::string_view label(ProactiveItem item, ReportFormat format) {
    return items[item].label[format];
}

std::string_view key(ProactiveColumn column) {
    return columns[column].key;
}

std::string_view label(ProactiveColumn column, ReportFormat format) {
    return columns[column].label[format];
}

std::span<const ProactiveCell> proactive_cells(ReportFormat format) {
    return cells[format];
}

std::span<const ProactiveBlock> proactive_blocks(ReportFormat format) {
    return blocks[format];
}

}  // namespace gk::law
