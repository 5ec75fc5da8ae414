// What the labels of a document mean one after the other: 总计 is a head of table 三, a head of
// table 四 or a row, and only what stands before it tells.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "law/report_format.hpp"
#include "report/form_label.hpp"
#include "report/label_run.hpp"

namespace gk::report {

struct HeadCell {
    FormLabel label;
    std::uint32_t row = 0;
    int column = 0;
    int column_span = 1;
    std::string_view text;  // The last piece as printed, with the unit.
};

// The heads that stand together above values.
struct HeadSet {
    std::vector<HeadCell> cells;
    bool has_applicants = false;  // Heads of table 三.
    bool has_remedies = false;    // Heads of table 四.
    std::uint32_t first_row = 0;
};

class LabelReader {
public:
    // The labels between two values. `value_row`: the row of the value behind them, where one
    // follows; `is_cells`: whether that is a row of cells. Gives the label that the value belongs
    // to: application_row, proactive_item, proactive_column, remedy_group, remedy_result, or
    // litigation_head where it stands below the heads of table 四 without a label of its own.
    [[nodiscard]] std::optional<FormLabel> read(std::span<const LabelFound> run,
                                                std::optional<std::uint32_t> value_row,
                                                bool is_cells);

    // What follows is another grid, or stands behind a heading or running text.
    void begin_stretch();

    [[nodiscard]] std::size_t current_heads();
    [[nodiscard]] const HeadSet& heads();

    [[nodiscard]] bool has_open_heads() const { return is_open_; }

    // The last row was one of table 四 with a row for each result.
    [[nodiscard]] bool is_behind_result() const {
        return last_row_kind_ == LabelKind::remedy_result;
    }

    [[nodiscard]] bool has_heads_of_stretch() const { return stretch_has_heads_; }

    [[nodiscard]] bool has_unknown_labels() const { return unknown_labels_ > 0; }

    [[nodiscard]] std::vector<HeadSet> take_head_sets() && { return std::move(sets_); }

private:
    struct Position {
        std::optional<std::uint32_t> value_row;
        bool is_cells = false;
        bool is_row = false;    // The last label before a value.
        bool is_alone = false;  // No other label stands since the value before.
    };

    HeadSet& set();
    void open_heads(const LabelFound& found);
    void add_head(const LabelFound& found, FormLabel label);
    std::optional<FormLabel> read_label(const LabelFound& found, const Position& position);
    [[nodiscard]] bool is_row_label(const LabelFound& found, const Position& position);
    std::optional<FormLabel> read_other(const LabelFound& found);
    std::optional<FormLabel> read_total(const LabelFound& found);
    std::optional<FormLabel> read_unknown(const LabelFound& found, bool is_row);

    std::vector<HeadSet> sets_;
    bool is_open_ = false;
    bool stretch_has_heads_ = false;
    bool stretch_has_rows_ = false;
    int unknown_labels_ = 0;
    std::optional<law::ApplicationRow> last_application_;
    std::optional<LabelKind> last_row_kind_;  // Of the last row that had values.
};

}  // namespace gk::report
