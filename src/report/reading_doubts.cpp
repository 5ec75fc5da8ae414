#include "report/reading_doubts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/cell_label.hpp"

namespace gk::report {

namespace {

// "1 2": digits with nothing but space between them.
bool has_digits_apart(std::string_view printed) {
    constexpr std::size_t bytes_min = 3;
    if (printed.size() < bytes_min) {
        return false;
    }
    const auto is_digit = [](char32_t c) {
        return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９');
    };
    const auto letters = text::decode(printed);
    for (std::size_t i = 1; i < letters.size(); ++i) {
        auto next = i;
        while (next < letters.size() && text::is_space(letters[next])) {
            ++next;
        }
        if (next > i && next < letters.size() && is_digit(letters[i - 1]) &&
            is_digit(letters[next])) {
            return true;
        }
    }
    return false;
}

class Doubts {
public:
    Doubts(const AnnualReport& report, std::vector<Remark>& remarks)
        : report_(report), remarks_(remarks) {}

    void look_at(const Figure& figure, std::string_view cell) {
        if (!figure.value || !has_digits_apart(figure.printed)) {
            return;
        }
        const auto format = report_.format.value_or(law::ReportFormat::form_2021);
        remarks_.push_back(
            {"reading.digits_joined",
             fmt::format("{}：文中数字分开印作“{}”，按{}读取；请与原件核对。",
                         cell_label(cell, format), text::replace_all(figure.printed, "\n", " "),
                         figure.value->text()),
             figure.place});
    }

    // Whether the report has what the row says.
    [[nodiscard]] bool is_read(const LabelledValues& row) const {
        const auto kind = row.label.kind;
        if (kind == LabelKind::application_row) {
            return report_.applications.contains(static_cast<law::ApplicationRow>(row.label.value));
        }
        if (kind == LabelKind::remedy_group) {
            return report_.remedies.contains(static_cast<law::RemedyGroup>(row.label.value));
        }
        if (kind == LabelKind::litigation_head) {
            return !report_.remedies.empty();
        }
        return kind != LabelKind::proactive_item ||
               has_item(static_cast<law::ProactiveItem>(row.label.value));
    }

private:
    [[nodiscard]] bool has_item(law::ProactiveItem item) const {
        return std::ranges::any_of(law::report_formats(), [&](law::ReportFormat format) {
            return std::ranges::any_of(law::proactive_cells(format), [&](const auto& cell) {
                return cell.item == item && report_.proactive_disclosure.contains(cell.key);
            });
        });
    }

    const AnnualReport& report_;
    std::vector<Remark>& remarks_;
};

// More figures than any row of the kind has.
bool has_too_many(const LabelledValues& row) {
    const auto filled =
        std::ranges::count_if(row.values, [](const ValueCell& value) { return !value.is_blank(); });
    std::size_t most = 1;
    if (row.label.kind == LabelKind::application_row) {
        most = law::applicant_column_count;
    } else if (row.label.kind == LabelKind::remedy_group) {
        most = law::remedy_result_count;
    } else if (row.label.kind == LabelKind::litigation_head) {
        most = law::remedy_group_count * law::remedy_result_count;
    }
    return static_cast<std::size_t>(filled) > most;
}

}  // namespace

void remark_on_doubts(const TextRows& rows, const TableScan& scan, const AnnualReport& report,
                      std::vector<Remark>& remarks) {
    Doubts doubts(report, remarks);
    for (const auto& [key, figure] : report.proactive_disclosure) {
        doubts.look_at(figure, proactive_cell_name(key));
    }
    for (const auto& [row, figures] : report.applications) {
        for (const auto column : law::applicant_columns()) {
            doubts.look_at(figures[static_cast<std::size_t>(column)], cell_name(row, column));
        }
    }
    for (const auto& [group, figures] : report.remedies) {
        for (const auto result : law::remedy_results()) {
            doubts.look_at(figures[static_cast<std::size_t>(result)], cell_name(group, result));
        }
    }
    for (const auto& table : scan.tables) {
        for (const auto& row : table.rows) {
            if (has_too_many(row) && !doubts.is_read(row)) {
                remarks.push_back(
                    {"reading.row_left_out",
                     "这一行的数字比格式的栏目多，分不清各属哪一栏，没有采用；请与原件核对。",
                     rows.place(rows.rows()[row.values.front().row])});
            }
        }
    }
}

}  // namespace gk::report
