#include "report/table_scan.hpp"

#include <algorithm>
#include <array>

#include "law/report_format.hpp"
#include "report/label_run.hpp"

namespace gk::report {

namespace {

using enum LabelKind;
using law::ApplicationRow;

constexpr std::size_t wide_remedy_cells_min = 5;

FormLabel row_label(ApplicationRow row) {
    return {application_row, static_cast<std::uint8_t>(row)};
}

std::optional<StatutoryTable> table_of(const FormLabel& label) {
    switch (label.kind) {
        case proactive_item:
        case proactive_column:
            return StatutoryTable::proactive_disclosure;
        case application_row:
            return StatutoryTable::applications;
        case remedy_group:
        case remedy_result:
        case litigation_head:
            return StatutoryTable::remedies;
        case article_item:
        case content_head:
        case balance_note:
        case applicants_head:
        case organizations_head:
        case applicant_column:
        case outcomes_head:
        case outcome_group:
        case otherwise_closed:
        case other:
        case total:
            return std::nullopt;
    }
    return std::nullopt;
}

class TableScanner {
public:
    TableScanner(const TextRows& rows, std::span<const std::uint32_t> breaks)
        : rows_(rows), breaks_(breaks) {}

    TableScan scan() && {
        const auto all = rows_.rows();
        for (at_ = 0; at_ < all.size(); ++at_) {
            const auto& row = all[at_];
            const bool is_break = take_break();
            if (row.is_grid && row.block != grid_) {
                grid_ = row.block;
                begin_stretch();
            }
            if (is_break || row.kind == RowKind::prose) {
                read_labels(false);
                close();
                begin_stretch();
            } else if (row.kind == RowKind::cells) {
                scan_cells(rows_.pieces(row));
            } else {
                scan_line(rows_.pieces(row));
            }
        }
        read_labels(false);
        return std::move(scan_);
    }

private:
    bool take_break() {
        if (next_break_ < breaks_.size() && breaks_[next_break_] == at_) {
            ++next_break_;
            return true;
        }
        return false;
    }

    // What follows is another grid, or stands behind a heading or running text.
    void begin_stretch() {
        is_new_stretch_ = true;
        stretch_has_heads_ = false;
        unknown_labels_ = 0;
    }

    void scan_line(std::span<const Piece> pieces) {
        if (pieces.empty()) {
            add_blank_line();
        }
        for (const auto& piece : pieces) {
            const auto printed = printed_figure(piece.text);
            if (printed) {
                add_value(piece, printed);
            } else {
                add_text(piece);
            }
        }
    }

    // An empty line behind a label or a figure may be an empty cell.
    void add_blank_line() {
        if (open_ != nullptr) {
            open_->values.push_back({{}, PrintedFigure{}, at_, 0, 1});
        } else if (!labels_.empty()) {
            ++blank_lines_;
        }
    }

    void scan_cells(std::span<const Piece> pieces) {
        printed_.clear();
        bool has_value = false;
        for (const auto& piece : pieces) {
            printed_.push_back(printed_figure(piece.text));
            has_value = has_value || (printed_.back() && printed_.back()->mark != Mark::blank);
        }
        if (!has_value && !is_row_of_blanks(pieces)) {
            for (const auto& piece : pieces) {
                if (!piece.text.empty()) {
                    add_text(piece);
                }
            }
            return;
        }
        std::size_t first_text = 0;
        while (first_text < pieces.size() && printed_[first_text]) {
            ++first_text;
        }
        const bool has_text = first_text < pieces.size();
        bool has_row_values = false;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const bool is_blank = printed_[i] && printed_[i]->mark == Mark::blank;
            if (is_blank && has_text && i < first_text) {
                continue;  // Beside a label that began in a row above.
            }
            const bool is_unreadable = !printed_[i] && has_row_values && open_ != nullptr &&
                                       !nearest_label(FoldedText::of(pieces[i].text));
            if (printed_[i] || is_unreadable) {
                add_value(pieces[i], printed_[i]);
                has_row_values = true;
            } else {
                add_text(pieces[i]);
            }
        }
        close();
    }

    // A row without any figure that has values all the same, all of them empty: behind the label
    // of a row, or below the heads of table 四.
    bool is_row_of_blanks(std::span<const Piece> pieces) {
        const auto text = std::ranges::find_if(
            pieces.rbegin(), pieces.rend(), [](const Piece& piece) { return !piece.text.empty(); });
        if (text == pieces.rend()) {
            return !labels_.empty() && pieces.size() >= wide_remedy_cells_min &&
                   heads().has_remedies && is_open_heads_;
        }
        const auto folded = FoldedText::of(text->text);
        const auto label = exact_label(folded);
        if (!label || text == pieces.rbegin()) {
            return false;
        }
        switch (label->kind) {
            case application_row:
            case proactive_item:
            case otherwise_closed:
                return true;
            case other:
            case total:
                return folded.number().kind != NumberKind::none;
            case article_item:
            case content_head:
            case proactive_column:
            case balance_note:
            case applicants_head:
            case organizations_head:
            case applicant_column:
            case outcomes_head:
            case outcome_group:
            case litigation_head:
            case remedy_group:
            case remedy_result:
                return false;
        }
        return false;
    }

    void add_text(const Piece& piece) {
        close();
        blank_lines_ = 0;
        labels_.add(piece.text, at_, piece.column, piece.column_span);
    }

    void add_value(const Piece& piece, const std::optional<PrintedFigure>& printed) {
        if (!labels_.empty()) {
            read_labels(true);
        }
        if (open_ != nullptr) {
            open_->values.push_back({piece.text, printed, at_, piece.column, piece.column_span});
            scan_.tables[current_].last_row = at_;
        }
    }

    void close() {
        if (open_ != nullptr && !open_->values.empty()) {
            const auto row = open_->values.front().row;
            open_->is_cells_row =
                rows_.rows()[row].kind == RowKind::cells && open_->values.back().row == row;
        }
        open_ = nullptr;
    }

    HeadSet& heads() {
        if (scan_.head_sets.empty()) {
            scan_.head_sets.emplace_back();
        }
        return scan_.head_sets.back();
    }

    void open_heads(const LabelFound& found) {
        if (!is_open_heads_) {
            scan_.head_sets.emplace_back();
            heads().first_row = found.row;
            is_open_heads_ = true;
            stretch_has_heads_ = true;
        }
        heads().last_row = found.last_row;
    }

    void add_head(const LabelFound& found, FormLabel label) {
        open_heads(found);
        heads().cells.push_back(
            {label, found.row, found.column, found.column_span, found.last_text});
        heads().has_applicants = heads().has_applicants || label.kind == applicant_column;
        heads().has_remedies = heads().has_remedies || label.kind == remedy_group ||
                               label.kind == remedy_result || label.kind == litigation_head;
        heads().has_proactive = heads().has_proactive || label.kind == proactive_column;
    }

    // The labels since the last value. Where a value follows, the last of them is its label.
    void read_labels(bool is_before_value) {
        if (labels_.empty()) {
            return;
        }
        const auto run = labels_.take();
        std::optional<FormLabel> row;
        const auto known = std::ranges::count_if(run, [](const LabelFound& found) {
            return found.label && found.label->kind != litigation_head;
        });
        for (const auto& found : run) {
            const bool is_last = &found == &run.back();
            row = found.label ? read_label(found, is_before_value && is_last, known == 1)
                              : read_unknown(found, is_before_value && is_last);
        }
        if (is_before_value) {
            if (!row && is_open_heads_ && heads().has_remedies) {
                row = FormLabel{litigation_head};
            }
            if (row) {
                begin_row(*row, run.back());
            }
            is_open_heads_ = false;
        }
        blank_lines_ = 0;
    }

    // What the label is the row of; nothing where it is a head or a group.
    std::optional<FormLabel> read_label(const LabelFound& found, bool is_row, bool is_alone) {
        const auto& label = *found.label;
        switch (label.kind) {
            case article_item:
            case content_head:
                is_open_heads_ = is_open_heads_ && !heads().has_remedies && !heads().has_applicants;
                open_heads(found);
                return std::nullopt;
            case proactive_item:
                if (!is_row) {
                    add_head(found, label);
                }
                return label;
            case proactive_column:
            case remedy_group:
            case remedy_result:
                if (!is_row || !is_alone) {
                    add_head(found, label);
                }
                return is_row_label(found, is_row, is_alone) ? std::optional(label) : std::nullopt;
            case balance_note:
            case applicants_head:
            case organizations_head:
                open_heads(found);
                heads().has_applicants = true;
                return std::nullopt;
            case applicant_column:
            case litigation_head:
                add_head(found, label);
                return std::nullopt;
            case outcomes_head:
            case outcome_group:
                return std::nullopt;
            case application_row:
                last_application_ = static_cast<ApplicationRow>(label.value);
                return label;
            case otherwise_closed:
                last_application_ = ApplicationRow::otherwise_closed;
                return row_label(ApplicationRow::otherwise_closed);
            case other:
                return read_other(found);
            case total:
                return read_total(found);
        }
        return std::nullopt;
    }

    // Whether the values belong to this one label, and not to all the heads before it.
    bool is_row_label(const LabelFound& found, bool is_row, bool is_alone) {
        if (!is_row || is_alone) {
            return is_row;
        }
        const bool is_same_row = found.last_row == at_ && found.row > heads().first_row;
        return is_same_row && rows_.rows()[at_].kind == RowKind::cells;
    }

    std::optional<FormLabel> read_other(const LabelFound& found) {
        const bool is_head =
            is_open_heads_ && heads().has_applicants && found.number.kind == NumberKind::none;
        if (is_head) {
            add_head(found, {applicant_column,
                             static_cast<std::uint8_t>(law::ApplicantColumn::other_organization)});
            return std::nullopt;
        }
        using enum ApplicationRow;
        constexpr std::array before = {otherwise_closed, otherwise_closed_no_correction,
                                       otherwise_closed_fee_unpaid};
        if (!last_application_ || std::ranges::find(before, *last_application_) == before.end()) {
            return std::nullopt;
        }
        last_application_ = otherwise_closed_other;
        return row_label(otherwise_closed_other);
    }

    std::optional<FormLabel> read_total(const LabelFound& found) {
        const bool is_head = is_open_heads_ && found.number.kind == NumberKind::none;
        if (is_head && heads().has_remedies) {
            add_head(found, {remedy_result, static_cast<std::uint8_t>(law::RemedyResult::total)});
            return std::nullopt;
        }
        if (is_head && heads().has_applicants) {
            add_head(found,
                     {applicant_column, static_cast<std::uint8_t>(law::ApplicantColumn::total)});
            return std::nullopt;
        }
        if (!last_application_) {
            return std::nullopt;
        }
        last_application_ = ApplicationRow::outcomes_total;
        return row_label(ApplicationRow::outcomes_total);
    }

    // A label too garbled to be known, but with the number of the row that comes next.
    std::optional<FormLabel> read_unknown(const LabelFound& found, bool is_row) {
        ++unknown_labels_;
        if (!is_row || !last_application_ || is_new_stretch_ ||
            found.number.kind == NumberKind::none) {
            return std::nullopt;
        }
        const auto next = static_cast<std::size_t>(*last_application_) + 1;
        if (next >= law::application_row_count) {
            return std::nullopt;
        }
        const auto row = static_cast<ApplicationRow>(next);
        if (FoldedText::of(law::label(row)).number() != found.number) {
            return std::nullopt;
        }
        last_application_ = row;
        return row_label(row);
    }

    void begin_row(const FormLabel& label, const LabelFound& found) {
        const auto kind = table_of(label);
        if (!kind) {
            return;
        }
        const auto heads_index = (heads(), scan_.head_sets.size() - 1);
        if (is_new_table(*kind, label)) {
            const auto first = stretch_has_heads_ ? heads().first_row : found.row;
            scan_.tables.push_back({*kind,
                                    {},
                                    stretch_has_heads_,
                                    unknown_labels_ > 0,
                                    std::min(first, found.row),
                                    at_});
            current_ = scan_.tables.size() - 1;
            is_new_stretch_ = false;
        }
        auto& table = scan_.tables[current_];
        table.last_row = at_;
        table.rows.push_back({label,
                              {},
                              heads_index,
                              false,
                              found.last_row == at_ ? found.last_column_end : 0,
                              found.row});
        open_ = &table.rows.back();
        for (; blank_lines_ > 0; --blank_lines_) {
            open_->values.push_back({{}, PrintedFigure{}, at_, 0, 1});
        }
    }

    // The same row again begins another table; so does another grid.
    bool is_new_table(StatutoryTable kind, const FormLabel& label) const {
        if (scan_.tables.empty() || is_new_stretch_ || scan_.tables[current_].kind != kind) {
            return true;
        }
        if (label.kind != application_row && label.kind != proactive_item &&
            label.kind != remedy_group) {
            return false;
        }
        return std::ranges::any_of(scan_.tables[current_].rows, [&](const LabelledValues& row) {
            return row.label == label && !row.values.empty();
        });
    }

    const TextRows& rows_;
    std::span<const std::uint32_t> breaks_;
    std::size_t next_break_ = 0;
    std::uint32_t at_ = 0;
    std::uint32_t grid_ = UINT32_MAX;
    TableScan scan_;
    std::size_t current_ = 0;
    LabelledValues* open_ = nullptr;
    LabelRun labels_;
    std::vector<std::optional<PrintedFigure>> printed_;
    bool is_open_heads_ = false;
    bool is_new_stretch_ = true;
    bool stretch_has_heads_ = false;
    int unknown_labels_ = 0;
    int blank_lines_ = 0;
    std::optional<ApplicationRow> last_application_;
};

}  // namespace

TableScan scan_tables(const TextRows& rows, std::span<const std::uint32_t> breaks) {
    return TableScanner(rows, breaks).scan();
}

}  // namespace gk::report
