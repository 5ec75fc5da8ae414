#include "report/missing_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "report/statutory_table.hpp"

namespace gk::report {

namespace {

bool is_empty(const StatutoryCell& cell) {
    return cell.figure != nullptr &&
           (cell.figure->mark == Mark::blank || cell.figure->mark == Mark::absent);
}

}  // namespace

std::vector<std::string> missing_parts(const AnnualReport& report) {
    if (!report.format) {
        return {};
    }
    const auto tables = statutory_tables(report);
    std::vector<std::string> missing;
    for (const auto section : law::sections()) {
        const auto name = law::title(section, *report.format);
        if (!law::is_table(section)) {
            if (report.sections[static_cast<std::size_t>(section)].paragraphs.empty()) {
                missing.push_back(fmt::format("“{}”没有写", name));
            }
            continue;
        }
        const auto table = std::ranges::find(tables, section, &StatutoryTable::section);
        if (table == tables.end()) {
            missing.push_back(fmt::format("“{}”没有填", name));
        } else if (const auto count = std::ranges::count_if(table->cells, is_empty); count > 0) {
            missing.push_back(fmt::format("“{}”有{}格没有填", name, count));
        }
    }
    return missing;
}

}  // namespace gk::report
