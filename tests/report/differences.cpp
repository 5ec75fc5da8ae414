#include "report/differences.hpp"

#include "law/report_format.hpp"

namespace gk::report {

namespace {

bool is_same(const Figure& expected, const Figure* actual) {
    return actual != nullptr && actual->mark == expected.mark && actual->value == expected.value;
}

std::string shown(const Figure* figure) {
    return figure == nullptr ? "no cell" : std::string(key(figure->mark)) + " " + figure->printed;
}

}  // namespace

std::vector<std::string> differences(const AnnualReport& printed, const AnnualReport& read) {
    std::vector<std::string> names;
    const auto compare = [&](const std::string& name, const Figure& expected) {
        const auto* actual = find(read, name);
        if (!is_same(expected, actual)) {
            names.push_back(name + ": " + shown(&expected) + " was read as " + shown(actual));
        }
    };
    for (const auto& cell : law::proactive_cells(*printed.format)) {
        compare(cell_name(cell), printed.proactive_disclosure.at(std::string(cell.key)));
    }
    for (const auto& [row, figures] : printed.applications) {
        for (const auto column : law::applicant_columns()) {
            compare(cell_name(row, column), figures[static_cast<std::size_t>(column)]);
        }
    }
    for (const auto& [group, figures] : printed.remedies) {
        for (const auto result : law::remedy_results()) {
            compare(cell_name(group, result), figures[static_cast<std::size_t>(result)]);
        }
    }
    return names;
}

}  // namespace gk::report
