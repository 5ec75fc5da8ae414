#include "report/annual_report.hpp"

#include <algorithm>

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

const Figure* find_application(const AnnualReport& report, std::string_view name) {
    const auto cell = split_index(name);
    if (!cell || cell->index >= law::applicant_column_count) {
        return nullptr;
    }
    for (const auto& [row, figures] : report.applications) {
        if (law::key(row) == cell->row) {
            return &figures[cell->index];
        }
    }
    return nullptr;
}

const Figure* find_remedy(const AnnualReport& report, std::string_view name) {
    const auto cell = split_index(name);
    if (!cell || cell->index >= law::remedy_result_count) {
        return nullptr;
    }
    for (const auto group : remedy_groups) {
        const auto row = report.remedies.find(group);
        if (row != report.remedies.end() && law::key(group) == cell->row) {
            return &row->second[cell->index];
        }
    }
    return nullptr;
}

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
    return fmt::format("{}{}", proactive_prefix, cell.key);
}

const Figure* find(const AnnualReport& report, std::string_view cell_name) {
    if (cell_name.starts_with(applications_prefix)) {
        return find_application(report, cell_name.substr(applications_prefix.size()));
    }
    if (cell_name.starts_with(remedies_prefix)) {
        return find_remedy(report, cell_name.substr(remedies_prefix.size()));
    }
    if (cell_name.starts_with(proactive_prefix)) {
        const auto cell =
            report.proactive_disclosure.find(cell_name.substr(proactive_prefix.size()));
        return cell == report.proactive_disclosure.end() ? nullptr : &cell->second;
    }
    return nullptr;
}

}  // namespace gk::report
