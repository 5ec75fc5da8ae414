#include "report/annual_report.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace gk::report {

namespace {

constexpr std::string_view applications_prefix = "applications.";
constexpr std::string_view remedies_prefix = "remedies.";
constexpr std::string_view proactive_prefix = "proactive_disclosure.";

constexpr std::array marks = {Mark::figure, Mark::blank,     Mark::slash,
                              Mark::dash,   Mark::none_word, Mark::absent};

constexpr std::array remedy_groups = {law::RemedyGroup::reconsideration,
                                      law::RemedyGroup::direct_litigation,
                                      law::RemedyGroup::litigation_after_reconsideration};

struct NamedCell {
    std::string_view row;
    std::size_t index;
};

// "granted[1]" → granted, 1; only with one digit.
std::optional<NamedCell> split_index(std::string_view name) {
    const auto open = name.find('[');
    if (open == std::string_view::npos || name.size() != open + 3 || name.back() != ']') {
        return std::nullopt;
    }
    const char digit = name[open + 1];
    if (digit < '0' || digit > '9') {
        return std::nullopt;
    }
    return NamedCell{name.substr(0, open), static_cast<std::size_t>(digit - '0')};
}

std::optional<law::ApplicationRow> application_row(std::string_view key) {
    for (const auto format : law::report_formats()) {
        for (const auto row : law::application_rows(format)) {
            if (law::key(row) == key) {
                return row;
            }
        }
    }
    return std::nullopt;
}

std::optional<law::RemedyGroup> remedy_group(std::string_view key) {
    const auto* const found = std::ranges::find_if(
        remedy_groups, [&](law::RemedyGroup group) { return law::key(group) == key; });
    return found == remedy_groups.end() ? std::nullopt : std::optional(*found);
}

bool is_proactive_cell(std::string_view key) {
    return std::ranges::any_of(law::report_formats(), [&](law::ReportFormat format) {
        return std::ranges::any_of(law::proactive_cells(format),
                                   [&](const auto& cell) { return cell.key == key; });
    });
}

// A cell of a form: the row and the index in it, or the key.
using FormCell = std::variant<std::pair<law::ApplicationRow, std::size_t>,
                              std::pair<law::RemedyGroup, std::size_t>, std::string_view>;

std::optional<FormCell> form_cell(std::string_view name) {
    const auto after = [&](std::string_view prefix) { return name.substr(prefix.size()); };
    if (name.starts_with(proactive_prefix)) {
        const auto key = after(proactive_prefix);
        return is_proactive_cell(key) ? std::optional<FormCell>(key) : std::nullopt;
    }
    if (name.starts_with(applications_prefix)) {
        const auto cell = split_index(after(applications_prefix));
        const auto row = cell ? application_row(cell->row) : std::nullopt;
        if (row && cell->index < law::applicant_column_count) {
            return std::pair(*row, cell->index);
        }
    }
    if (name.starts_with(remedies_prefix)) {
        const auto cell = split_index(after(remedies_prefix));
        const auto group = cell ? remedy_group(cell->row) : std::nullopt;
        if (group && cell->index < law::remedy_result_count) {
            return std::pair(*group, cell->index);
        }
    }
    return std::nullopt;
}

struct Find {
    const AnnualReport& report;

    const Figure* operator()(std::string_view key) const {
        const auto cell = report.proactive_disclosure.find(key);
        return cell == report.proactive_disclosure.end() ? nullptr : &cell->second;
    }

    const Figure* operator()(std::pair<law::ApplicationRow, std::size_t> cell) const {
        const auto row = report.applications.find(cell.first);
        return row == report.applications.end() ? nullptr : &row->second[cell.second];
    }

    const Figure* operator()(std::pair<law::RemedyGroup, std::size_t> cell) const {
        const auto group = report.remedies.find(cell.first);
        return group == report.remedies.end() ? nullptr : &group->second[cell.second];
    }
};

struct FindOrAdd {
    AnnualReport& report;

    Figure* operator()(std::string_view key) const {
        return &report.proactive_disclosure[std::string(key)];
    }

    Figure* operator()(std::pair<law::ApplicationRow, std::size_t> cell) const {
        return &report.applications[cell.first][cell.second];
    }

    Figure* operator()(std::pair<law::RemedyGroup, std::size_t> cell) const {
        return &report.remedies[cell.first][cell.second];
    }
};

}  // namespace

std::string_view key(Mark mark) {
    switch (mark) {
        case Mark::figure:
            return "figure";
        case Mark::blank:
            return "blank";
        case Mark::slash:
            return "slash";
        case Mark::dash:
            return "dash";
        case Mark::none_word:
            return "none_word";
        case Mark::absent:
            return "absent";
    }
    GK_ASSERT(!"a mark");
    return {};
}

std::optional<Mark> mark_of(std::string_view name) {
    const auto* const found =
        std::ranges::find_if(marks, [&](Mark mark) { return key(mark) == name; });
    return found == marks.end() ? std::nullopt : std::optional(*found);
}

std::string cell_name(law::ApplicationRow row, law::ApplicantColumn column) {
    return fmt::format("{}{}[{}]", applications_prefix, law::key(row), static_cast<int>(column));
}

std::string cell_name(law::RemedyGroup group, law::RemedyResult result) {
    return fmt::format("{}{}[{}]", remedies_prefix, law::key(group), static_cast<int>(result));
}

std::string cell_name(const law::ProactiveCell& cell) {
    return proactive_cell_name(cell.key);
}

std::string proactive_cell_name(std::string_view key) {
    return fmt::format("{}{}", proactive_prefix, key);
}

const Figure* find(const AnnualReport& report, std::string_view cell_name) {
    const auto cell = form_cell(cell_name);
    return cell ? std::visit(Find{report}, *cell) : nullptr;
}

Figure* find_or_add(AnnualReport& report, std::string_view cell_name) {
    const auto cell = form_cell(cell_name);
    return cell ? std::visit(FindOrAdd{report}, *cell) : nullptr;
}

}  // namespace gk::report
