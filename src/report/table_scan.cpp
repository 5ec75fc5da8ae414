#include "report/table_scan.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "law/report_format.hpp"
#include "report/label_run.hpp"

namespace gk::report {

namespace {

using enum LabelKind;

constexpr std::size_t wide_remedy_cells_min = 5;

std::optional<TableKind> table_of(const FormLabel& label) {
    switch (label.kind) {
        case proactive_item:
        case proactive_column:
            return TableKind::proactive_disclosure;
        case application_row:
            return TableKind::applications;
        case remedy_group:
        case remedy_result:
        case litigation_head:
            return TableKind::remedies;
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
        scan_.head_sets = std::move(reader_).take_head_sets();
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
        reader_.begin_stretch();
    }

    void scan_line(std::span<const Piece> pieces) {
        if (pieces.empty()) {
            add_blank_line();
        }
        for (const auto& piece : pieces) {
            const auto printed = printed_figure(piece.text);
            if (printed && !(printed->mark == Mark::none_word && begins_label(piece))) {
                add_value(piece, printed);
            } else {
                add_text(piece);
            }
        }
    }

    // 无, and 法提供 in the next line; or letters that stand apart: 无 法 提 供.
    [[nodiscard]] bool begins_label(const Piece& piece) const {
        const auto line = rows_.pieces(rows_.rows()[at_]);
        if (&piece != &line.back()) {
            const auto beside = (&piece + 1)->text;
            if (text::decode(beside).size() == 1 && !printed_figure(beside)) {
                return true;
            }
        }
        const auto behind = rows_.rows().subspan(at_ + 1);
        const auto next =
            std::ranges::find_if(behind, [](const Row& row) { return row.piece_count > 0; });
        constexpr std::ptrdiff_t lines_max = 2;
        if (next == behind.end() || next - behind.begin() >= lines_max) {
            return false;
        }
        const auto& goes_on = rows_.pieces(*next).front();
        return exact_label(FoldedText::of(piece.text).joined(FoldedText::of(goes_on.text)))
            .has_value();
    }

    // An empty line behind a label or a figure may be an empty cell.
    void add_blank_line() {
        const bool is_behind_cells = open_ != nullptr && !open_->values.empty() &&
                                     rows_.rows()[open_->values.front().row].kind == RowKind::cells;
        if (is_behind_cells) {
            close();
        } else if (open_ != nullptr) {
            open_->values.push_back({{}, PrintedFigure{}, at_, 0, 1, {}});
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
        if (has_value) {
            close();
        }
    }

    // A row without any figure that has values all the same, all of them empty: behind the label
    // of a row, or below the heads of table 四.
    bool is_row_of_blanks(std::span<const Piece> pieces) {
        const auto text = std::ranges::find_if(
            pieces.rbegin(), pieces.rend(), [](const Piece& piece) { return !piece.text.empty(); });
        if (text == pieces.rend()) {
            return !labels_.empty() && pieces.size() >= wide_remedy_cells_min &&
                   reader_.has_open_heads() && reader_.heads().has_remedies;
        }
        const auto folded = FoldedText::of(text->text);
        const auto label = exact_label(folded);
        if (!label || text == pieces.rbegin()) {
            return false;
        }
        if (label->kind == other || label->kind == total) {
            return folded.number().kind != NumberKind::none ||
                   (reader_.is_behind_result() && is_only_text_but_group(pieces));
        }
        if (label->kind == remedy_result) {
            return is_only_text_but_group(pieces);
        }
        return label->kind == application_row || label->kind == proactive_item ||
               label->kind == otherwise_closed;
    }

    // Whether the row names one result, and else only groups of table 四: it is no row of heads.
    static bool is_only_text_but_group(std::span<const Piece> pieces) {
        return std::ranges::count_if(pieces, [](const Piece& piece) {
                   const auto label = exact_label(FoldedText::of(piece.text));
                   return !piece.text.empty() && !(label && (label->kind == remedy_group ||
                                                             label->kind == litigation_head));
               }) == 1;
    }

    void add_text(const Piece& piece) {
        close();
        blank_lines_ = 0;
        labels_.add(piece.text, at_, piece.column, piece.column_span,
                    rows_.rows()[at_].kind == RowKind::cells);
    }

    void add_value(const Piece& piece, const std::optional<PrintedFigure>& printed) {
        if (!labels_.empty()) {
            read_labels(true);
        }
        if (open_ != nullptr) {
            open_->values.push_back(
                {piece.text, printed, at_, piece.column, piece.column_span, {}});
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

    // The labels since the last value. Where a value follows, the last of them is its label.
    void read_labels(bool is_before_value) {
        if (labels_.empty()) {
            return;
        }
        const auto run = labels_.take();
        const auto value_row = is_before_value ? std::optional(at_) : std::nullopt;
        const bool is_cells =
            rows_.rows()[std::min<std::size_t>(at_, rows_.rows().size() - 1)].kind ==
            RowKind::cells;
        if (const auto label = reader_.read(run, value_row, is_cells)) {
            begin_row(*label, run.back());
        }
        blank_lines_ = 0;
    }

    void begin_row(const FormLabel& label, const LabelFound& found) {
        const auto kind = table_of(label);
        if (!kind) {
            return;
        }
        if (is_new_table(*kind, label)) {
            const bool has_heads = reader_.has_heads_of_stretch();
            const auto first = has_heads ? reader_.heads().first_row : found.row;
            scan_.tables.push_back({*kind,
                                    {},
                                    has_heads,
                                    reader_.has_unknown_labels(),
                                    std::min(first, found.row),
                                    at_});
            current_ = scan_.tables.size() - 1;
            is_new_stretch_ = false;
        }
        auto& table = scan_.tables[current_];
        table.last_row = at_;
        table.rows.push_back({label,
                              {},
                              reader_.current_heads(),
                              false,
                              found.last_row == at_ ? found.last_column_end : 0,
                              found.row,
                              is_as_wide_as_heads()});
        open_ = &table.rows.back();
        if (rows_.rows()[at_].kind == RowKind::cells) {
            blank_lines_ = 0;
        }
        for (; blank_lines_ > 0; --blank_lines_) {
            open_->values.push_back({{}, PrintedFigure{}, at_, 0, 1, {}});
        }
    }

    // A table that goes on in a grid of its own has no columns in it that are empty throughout.
    [[nodiscard]] bool is_as_wide_as_heads() {
        const auto& heads = rows_.rows()[reader_.heads().first_row];
        const auto& here = rows_.rows()[at_];
        if (!heads.is_grid || !here.is_grid || heads.block == here.block) {
            return true;
        }
        return rows_.grid_columns(heads) == rows_.grid_columns(here);
    }

    // The same row again begins another table; so does another grid.
    [[nodiscard]] bool is_new_table(TableKind kind, const FormLabel& label) const {
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
    LabelReader reader_;
    std::vector<std::optional<PrintedFigure>> printed_;
    bool is_new_stretch_ = true;
    int blank_lines_ = 0;
};

}  // namespace

TableScan scan_tables(const TextRows& rows, std::span<const std::uint32_t> breaks) {
    return TableScanner(rows, breaks).scan();
}

}  // namespace gk::report
