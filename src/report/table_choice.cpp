#include "report/table_choice.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/column_choice.hpp"
#include "report/reading_doubts.hpp"
#include "report/table_cells.hpp"

namespace gk::report {

namespace {

using law::ReportFormat;

bool has_entry(const Figure& figure) {
    return figure.mark != Mark::absent;
}

std::size_t entries(const ApplicationTable& table) {
    std::size_t count = 0;
    for (const auto& [row, figures] : table) {
        count += static_cast<std::size_t>(std::ranges::count_if(figures, has_entry));
    }
    return count;
}

std::size_t entries(const RemedyTable& table) {
    std::size_t count = 0;
    for (const auto& [group, figures] : table) {
        count += static_cast<std::size_t>(std::ranges::count_if(figures, has_entry));
    }
    return count;
}

std::size_t entries(const ProactiveCells& table) {
    std::size_t count = 0;
    for (const auto& [key, figure] : table.cells) {
        count += has_entry(figure) ? 1 : 0;
    }
    return count;
}

// Text, and not the half of a character at which a file was cut.
bool is_text(const Piece& piece) {
    constexpr std::string_view replacement = "\uFFFD";
    return !piece.text.empty() && piece.text.find_first_not_of(replacement) != piece.text.npos;
}

bool has_text(const Row& row) {
    return row.piece_count > 0;
}

// Whether what is printed just above the table, or in its first rows, names another year than the
// report's: last year's table, put beside for comparison.
bool is_of_other_year(const ScannedTable& table, const TextRows& rows,
                      std::span<const Heading> headings, std::optional<int> report_year) {
    if (!report_year) {
        return false;
    }
    constexpr std::size_t caption_bytes_max = 150;
    const auto own = std::to_string(*report_year);
    const auto before = std::to_string(*report_year - 1);
    const auto names_other = [&](std::string_view text) {
        return text.size() <= caption_bytes_max && text.find(before) != text.npos &&
               text.find(own) == text.npos;
    };
    const auto all = rows.rows();
    const auto first_label = table.rows.empty() ? table.first_row : table.rows.front().row;
    for (auto i = table.first_row; i < first_label; ++i) {
        for (const auto& piece : rows.pieces(all[i])) {
            if (names_other(piece.text)) {
                return true;
            }
        }
    }
    auto above = table.first_row;
    while (above > 0 && !has_text(all[above - 1])) {
        --above;
    }
    const bool is_heading =
        above == 0 || std::ranges::find(headings, above - 1, &Heading::row) != headings.end();
    return !is_heading && all[above - 1].kind != RowKind::prose &&
           names_other(line_of(rows, all[above - 1]));
}

bool is_same(const Figure& a, const Figure& b) {
    return a.mark == b.mark && a.value == b.value;
}

template <std::size_t count>
bool is_same(const std::array<Figure, count>& a, const std::array<Figure, count>& b) {
    return std::ranges::equal(a, b, [](const Figure& x, const Figure& y) { return is_same(x, y); });
}

template <typename Table>
bool differ(const Table& table, const Table& other) {
    return std::ranges::any_of(other, [&](const auto& entry) {
        const auto found = table.find(entry.first);
        return found != table.end() && !is_same(found->second, entry.second);
    });
}

// Takes the rows that `table` has not, unless the two contradict each other: a table broken in two,
// its head repeated or not.
template <typename Table>
bool join(Table& table, Table& more) {
    if (differ(table, more)) {
        return false;
    }
    table.merge(more);
    return true;
}

class TableChoice {
public:
    TableChoice(const TextRows& rows, const TableScan& scan, std::span<const Heading> headings,
                AnnualReport& report, std::vector<Remark>& remarks)
        : rows_(rows),
          scan_(scan),
          headings_(headings),
          report_(report),
          remarks_(remarks),
          context_{rows, scan, last_value_row(), false, blank_lines_between(scan)} {
        context_.may_be_cut = rows_.may_be_beginning() && !has_text_behind(context_.last_value_row);
    }

    void fill() {
        report_.applications = choose<ApplicationTable>(
            TableKind::applications,
            [&](const ScannedTable& table) { return application_cells(table, context_); });
        report_.remedies = choose<RemedyTable>(TableKind::remedies, [&](const ScannedTable& table) {
            return remedy_cells(table, context_);
        });
        choose_proactive();
        drop_cut_figure();
        set_formats();
        remark_on_doubts(rows_, scan_, report_, remarks_);
    }

private:
    [[nodiscard]] std::uint32_t last_value_row() const {
        std::uint32_t last = 0;
        for (const auto& table : scan_.tables) {
            for (const auto& row : table.rows) {
                if (!row.values.empty()) {
                    last = std::max(last, row.values.back().row);
                }
            }
        }
        return last;
    }

    [[nodiscard]] bool has_text_behind(std::uint32_t row) const {
        const auto all = rows_.rows();
        return row < all.size() && std::ranges::any_of(
                                       all.subspan(row + 1),
                                       [&](const Row& each) {
                                           return std::ranges::any_of(rows_.pieces(each), is_text);
                                       });
    }

    // The tables of this kind, without those of another year; all of them where no other is there:
    // a caption that was left as it stood in last year's report.
    [[nodiscard]] std::vector<const ScannedTable*> usable_tables(TableKind kind) const {
        std::vector<const ScannedTable*> all;
        std::vector<const ScannedTable*> usable;
        for (const auto& table : scan_.tables) {
            if (table.kind != kind) {
                continue;
            }
            all.push_back(&table);
            if (!is_of_other_year(table, rows_, headings_, report_.report_year)) {
                usable.push_back(&table);
            }
        }
        return usable.empty() ? all : usable;
    }

    // A table without heads of its own goes on from one that has them; one whose heads are no
    // heads of the form is another table.
    static bool may_continue(const ScannedTable& table) {
        return table.has_own_heads || !table.has_unknown_heads;
    }

    template <typename Table, typename Read>
    Table choose(TableKind kind, Read read) {
        std::vector<std::pair<Table, bool>> candidates;
        for (const auto* table : usable_tables(kind)) {
            candidates.emplace_back(read(*table), may_continue(*table));
        }
        std::size_t best = 0;
        for (std::size_t i = 1; i < candidates.size(); ++i) {
            best = entries(candidates[i].first) > entries(candidates[best].first) ? i : best;
        }
        if (candidates.empty()) {
            return {};
        }
        auto chosen = std::move(candidates[best].first);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            auto& [table, continues] = candidates[i];
            if (i != best && continues && !join(chosen, table)) {
                remark_repeated(kind);
            }
        }
        return chosen;
    }

    void choose_proactive() {
        std::vector<std::pair<ProactiveCells, bool>> candidates;
        for (const auto* table : usable_tables(TableKind::proactive_disclosure)) {
            candidates.emplace_back(proactive_cells(*table, context_), may_continue(*table));
        }
        std::size_t best = 0;
        for (std::size_t i = 1; i < candidates.size(); ++i) {
            best = entries(candidates[i].first) > entries(candidates[best].first) ? i : best;
        }
        if (candidates.empty()) {
            return;
        }
        auto chosen = std::move(candidates[best].first);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            auto& [table, continues] = candidates[i];
            if (i == best || !continues || table.cells.empty()) {
                continue;
            }
            if (!join(chosen.cells, table.cells)) {
                remark_repeated(TableKind::proactive_disclosure);
            } else if (!table.procurement_unit.empty()) {
                chosen.procurement_unit = table.procurement_unit;
            }
        }
        report_.proactive_disclosure = std::move(chosen.cells);
        report_.proactive_format = chosen.format;
        report_.procurement_unit = std::move(chosen.procurement_unit);
    }

    void remark_repeated(TableKind kind) {
        const auto name = kind == TableKind::applications ? "三"
                          : kind == TableKind::remedies   ? "四"
                                                          : "二";
        remarks_.push_back(
            {"reading.table_repeated",
             fmt::format("第{}部分的表在文中出现不止一次，数字不一致；按较完整、在前的一张读取。",
                         name),
             {}});
    }

    // The figure at which the text ends may itself be cut, unless its row or group adds up.
    void drop_cut_figure() {
        if (!context_.may_be_cut || scan_.tables.empty()) {
            return;
        }
        const auto place = rows_.place(rows_.rows()[context_.last_value_row]);
        for (auto& [row, figures] : report_.applications) {
            drop_last_of_row(figures, place);
        }
        for (auto& [group, figures] : report_.remedies) {
            drop_last_of_row(figures, place);
        }
        Figure* last = nullptr;
        const auto format = report_.proactive_format.value_or(ReportFormat::form_2021);
        for (const auto& cell : law::proactive_cells(format)) {
            const auto found = report_.proactive_disclosure.find(cell.key);
            const bool is_there = found != report_.proactive_disclosure.end() &&
                                  found->second.place == place && found->second.value;
            last = is_there ? &found->second : last;
        }
        if (last != nullptr) {
            cut(*last);
        }
    }

    template <std::size_t count>
    void drop_last_of_row(std::array<Figure, count>& figures, std::string_view place) {
        Figure* last = nullptr;
        Decimal sum;
        bool is_complete = true;
        for (auto& figure : figures) {
            is_complete = is_complete && figure.value.has_value();
            if (figure.value && &figure != &figures.back()) {
                sum += *figure.value;
            }
            last = figure.place == place && figure.value ? &figure : last;
        }
        if (last != nullptr && !(is_complete && figures.back().value == sum)) {
            cut(*last);
        }
    }

    void cut(Figure& figure) {
        remarks_.push_back(
            {"reading.figure_cut",
             fmt::format("文本在数字“{}”处结束，这个数字可能不完整，没有采用。", figure.printed),
             figure.place});
        figure = Figure{};
    }

    void set_formats() {
        using enum law::ApplicationRow;
        const auto has = [&](law::ApplicationRow row) {
            return report_.applications.contains(row);
        };
        if (has(otherwise_closed)) {
            report_.applications_format = ReportFormat::trial_2019;
        } else if (has(otherwise_closed_no_correction) || has(otherwise_closed_fee_unpaid) ||
                   has(otherwise_closed_other)) {
            report_.applications_format = ReportFormat::form_2021;
        }
        report_.format =
            report_.proactive_format ? report_.proactive_format : report_.applications_format;
        if (!report_.applications_format && !report_.applications.empty()) {
            report_.applications_format = report_.format;
        }
    }

    const TextRows& rows_;
    const TableScan& scan_;
    std::span<const Heading> headings_;
    AnnualReport& report_;
    std::vector<Remark>& remarks_;
    ScanContext context_;
};

}  // namespace

void fill_tables(const TextRows& rows, const TableScan& scan, std::span<const Heading> headings,
                 AnnualReport& report, std::vector<Remark>& remarks) {
    TableChoice(rows, scan, headings, report, remarks).fill();
}

}  // namespace gk::report
