#include "report/listed_figures.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "report/headings.hpp"

namespace gk::report {

namespace {

using enum LabelKind;
using law::ApplicantColumn;
using law::ApplicationRow;
using law::ProactiveColumn;
using law::ProactiveItem;
using law::RemedyResult;

template <typename Enum>
FormLabel label_of(LabelKind kind, Enum value) {
    return {kind, static_cast<std::uint8_t>(value)};
}

struct ListedLine {
    std::string_view label;
    std::string_view printed;  // Empty where nothing stands behind the colon.
};

// "行政许可：12件" at its last colon, "规章：", or a label alone.
ListedLine parted(std::string_view line) {
    for (const std::string_view colon : {"：", ":"}) {
        if (const auto at = line.rfind(colon); at != line.npos) {
            return {text::trim(line.substr(0, at)), text::trim(line.substr(at + colon.size()))};
        }
    }
    return {line, {}};
}

std::optional<TableKind> table_of_row(const FormLabel& label) {
    if (label.kind == proactive_item) {
        return TableKind::proactive_disclosure;
    }
    if (label.kind == application_row) {
        return TableKind::applications;
    }
    return label.kind == remedy_group ? std::optional(TableKind::remedies) : std::nullopt;
}

// The column of a row of this kind that the label names.
std::optional<FormLabel> column_in(TableKind table, const FormLabel& label) {
    switch (table) {
        case TableKind::proactive_disclosure:
            return label.kind == proactive_column ? std::optional(label) : std::nullopt;
        case TableKind::applications:
            return label.kind == applicant_column ? std::optional(label)
                   : label.kind == other
                       ? std::optional(
                             label_of(applicant_column, ApplicantColumn::other_organization))
                   : label.kind == total
                       ? std::optional(label_of(applicant_column, ApplicantColumn::total))
                       : std::nullopt;
        case TableKind::remedies:
            return label.kind == remedy_result ? std::optional(label)
                   : label.kind == total
                       ? std::optional(label_of(remedy_result, RemedyResult::total))
                       : std::nullopt;
    }
    return std::nullopt;
}

// The column that a row has where none is named.
std::optional<FormLabel> only_column(const FormLabel& row) {
    if (row.kind == application_row) {
        return label_of(applicant_column, ApplicantColumn::total);
    }
    if (row.kind != proactive_item) {
        return std::nullopt;
    }
    switch (static_cast<ProactiveItem>(row.value)) {
        case ProactiveItem::permits:
        case ProactiveItem::penalties:
        case ProactiveItem::coercive_measures:
            return label_of(proactive_column, ProactiveColumn::decisions);
        case ProactiveItem::fees:
            return label_of(proactive_column, ProactiveColumn::amount_10k_yuan);
        case ProactiveItem::government_rules:
        case ProactiveItem::normative_documents:
        case ProactiveItem::other_services:
        case ProactiveItem::central_procurement:
            return std::nullopt;
    }
    return std::nullopt;
}

class ListReader {
public:
    ListReader(const TextRows& rows, TableScan& scan) : rows_(rows), scan_(scan) {
        for (const auto& table : scan.tables) {
            const bool has_values = std::ranges::any_of(
                table.rows, [](const LabelledValues& row) { return !row.values.empty(); });
            auto& is_there = is_there_[static_cast<std::size_t>(table.kind)];
            is_there = is_there || has_values;
        }
    }

    void read() {
        if (std::ranges::find(is_there_, false) == is_there_.end()) {
            return;
        }
        const auto all = rows_.rows();
        for (at_ = 0; at_ < all.size(); ++at_) {
            if (all[at_].kind != RowKind::line) {
                row_.reset();
                continue;
            }
            const auto line = line_of(rows_, all[at_]);
            if (!line.empty()) {
                read_line(parted(line));
            }
        }
        for (auto& table : tables_) {
            if (table) {
                scan_.tables.push_back(*std::move(table));
            }
        }
    }

private:
    void read_line(const ListedLine& line) {
        const auto folded = FoldedText::of(line.label);
        const auto label = row_label(folded);
        const auto printed = line.printed.empty() ? std::nullopt : printed_figure(line.printed);
        if (!printed) {
            // A line that is no label belongs to no list.
            row_ = line.printed.empty() ? label : std::nullopt;
            return;
        }
        const auto column =
            row_ ? column_in(*table_of_row(*row_), label.value_or(any(folded))) : std::nullopt;
        if (column && folded.number().kind == NumberKind::none) {
            add(*row_, *column, line.printed, *printed);
            return;
        }
        if (const auto pair = row_and_column(line.label)) {
            add(pair->first, pair->second, line.printed, *printed);
        } else if (label && only_column(*label)) {
            add(*label, *only_column(*label), line.printed, *printed);
        }
    }

    // What the label is, where it is no row.
    static FormLabel any(const FoldedText& text) {
        return exact_label(text).value_or(FormLabel{content_head});
    }

    // The label as that of a row; 其他处理, 其他 and （七）总计 of table 三 by their numbers.
    static std::optional<FormLabel> row_label(const FoldedText& text) {
        const auto label = exact_label(text);
        if (!label) {
            return std::nullopt;
        }
        if (label->kind == otherwise_closed) {
            return label_of(application_row, ApplicationRow::otherwise_closed);
        }
        const bool is_numbered = text.number().kind != NumberKind::none;
        if (label->kind == total && is_numbered) {
            return label_of(application_row, ApplicationRow::outcomes_total);
        }
        if (label->kind == other && is_numbered) {
            return label_of(application_row, ApplicationRow::otherwise_closed_other);
        }
        return table_of_row(*label) ? label : std::nullopt;
    }

    // 规章本年制发件数, 行政复议结果维持: the label of a row and that of a column.
    static std::optional<std::pair<FormLabel, FormLabel>> row_and_column(std::string_view text) {
        constexpr std::size_t bytes_max = 150;
        if (text.size() > bytes_max) {
            return std::nullopt;
        }
        auto rest = text;
        while (!rest.empty()) {
            (void)text::take(rest);
            const auto row = row_label(FoldedText::of(text.substr(0, text.size() - rest.size())));
            const auto second = row ? exact_label(FoldedText::of(rest)) : std::nullopt;
            if (const auto column =
                    second ? column_in(*table_of_row(*row), *second) : std::nullopt) {
                return std::pair(*row, *column);
            }
        }
        return std::nullopt;
    }

    void add(const FormLabel& row, const FormLabel& column, std::string_view text,
             const PrintedFigure& printed) {
        const auto kind = *table_of_row(row);
        if (is_there_[static_cast<std::size_t>(kind)]) {
            return;
        }
        HeadSet heads;
        const bool is_remedy = kind == TableKind::remedies;
        heads.has_applicants = kind == TableKind::applications;
        heads.has_remedies = is_remedy;
        heads.first_row = at_;
        heads.cells.push_back({column, at_, 0, 1, {}});
        if (is_remedy) {
            heads.cells.push_back({row, at_, 0, 1, {}});
        }
        scan_.head_sets.push_back(std::move(heads));
        auto& table = tables_[static_cast<std::size_t>(kind)];
        if (!table) {
            table = ScannedTable{kind, {}, false, false, at_, at_};
        }
        table->last_row = at_;
        table->rows.push_back({is_remedy ? FormLabel{litigation_head} : row,
                               {{text, printed, at_, 0, 1, {}}},
                               scan_.head_sets.size() - 1,
                               false,
                               0,
                               at_});
    }

    const TextRows& rows_;
    TableScan& scan_;
    std::array<bool, table_kind_count> is_there_{};
    std::array<std::optional<ScannedTable>, table_kind_count> tables_;
    std::optional<FormLabel> row_;  // Of the lines that follow.
    std::uint32_t at_ = 0;
};

}  // namespace

void add_listed_figures(const TextRows& rows, TableScan& scan) {
    ListReader(rows, scan).read();
}

}  // namespace gk::report
