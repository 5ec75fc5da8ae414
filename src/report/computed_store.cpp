#include "report/computed_store.hpp"

namespace gk::report {

namespace {

void insert_cell(store::Transaction& transaction, ReportKey key, const std::string& cell,
                 const Figure& figure) {
    transaction.execute(
        "INSERT INTO annual_report_cells (agency_id, report_year, cell, value, mark, printed,"
        " place, origin, source_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        key.agency, key.report_year, cell, figure.value, report::key(figure.mark), figure.printed,
        figure.place, report::key(CellOrigin::computed));
}

}  // namespace

void replace_computed(store::Transaction& transaction, ReportKey key, law::ReportFormat format,
                      const ApplicationTable& applications, const RemedyTable& remedies) {
    transaction.execute(
        "DELETE FROM annual_report_cells WHERE agency_id = ? AND report_year = ?"
        " AND (cell LIKE 'applications.%' OR cell LIKE 'remedies.%')",
        key.agency, key.report_year);
    transaction.execute(
        "UPDATE annual_reports SET applications_format = ?,"
        " format = COALESCE(proactive_format, ?) WHERE agency_id = ? AND report_year = ?",
        law::key(format), law::key(format), key.agency, key.report_year);
    for (const auto& [row, figures] : applications) {
        for (std::size_t column = 0; column < figures.size(); ++column) {
            insert_cell(transaction, key, cell_name(row, static_cast<law::ApplicantColumn>(column)),
                        figures[column]);
        }
    }
    for (const auto& [group, figures] : remedies) {
        for (std::size_t result = 0; result < figures.size(); ++result) {
            insert_cell(transaction, key, cell_name(group, static_cast<law::RemedyResult>(result)),
                        figures[result]);
        }
    }
}

void replace_section(store::Transaction& transaction, ReportKey key, law::Section section,
                     const SectionText& text) {
    transaction.execute(
        "DELETE FROM annual_report_paragraphs WHERE agency_id = ? AND report_year = ?"
        " AND part = ?",
        key.agency, key.report_year, law::key(section));
    const auto insert = [&](int number, const std::string& content) {
        transaction.execute(
            "INSERT INTO annual_report_paragraphs (agency_id, report_year, part, number, content)"
            " VALUES (?, ?, ?, ?, ?)",
            key.agency, key.report_year, law::key(section), number, content);
    };
    if (!text.title.empty()) {
        insert(0, text.title);
    }
    for (int number = 1; const auto& paragraph : text.paragraphs) {
        insert(number++, paragraph);
    }
}

}  // namespace gk::report
