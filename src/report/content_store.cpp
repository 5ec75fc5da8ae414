#include "report/content_store.hpp"

#include <array>
#include <utility>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "law/enum_table.hpp"

namespace gk::report {

namespace {

using store::Snapshot;
using store::Statement;
using store::Transaction;

constexpr std::string_view preamble_part = "preamble";

template <typename Value>
struct WordRow {
    Value value;
    std::string_view key;
};

constexpr auto states = law::enum_table(std::array<WordRow<RelationState>, 3>{{
    {RelationState::holds, "holds"},
    {RelationState::fails, "fails"},
    {RelationState::not_assessable, "not_assessable"},
}});

constexpr auto severities = law::enum_table(std::array<WordRow<Severity>, 2>{{
    {Severity::error, "error"},
    {Severity::warning, "warning"},
}});

// What the database says must be a word of ours.
template <typename Value>
Value known(std::optional<Value> value) {
    GK_ASSERT(value.has_value());
    return *value;
}

std::optional<law::ReportFormat> format_of(const std::optional<std::string>& key) {
    return key ? law::report_format_of(*key) : std::nullopt;
}

std::optional<std::string_view> word_of(std::optional<law::ReportFormat> format) {
    return format ? std::optional(law::key(*format)) : std::nullopt;
}

void delete_rows(Transaction& transaction, std::string_view sql, ReportKey key) {
    transaction.execute(sql, key.agency, key.report_year);
}

// ---- text

void insert_paragraph(Transaction& transaction, ReportKey key, std::string_view part, int number,
                      const std::string& text) {
    transaction.execute(
        "INSERT INTO annual_report_paragraphs (agency_id, report_year, part, number, content)"
        " VALUES (?, ?, ?, ?, ?)",
        key.agency, key.report_year, part, number, text);
}

void insert_part(Transaction& transaction, ReportKey key, std::string_view part,
                 const SectionText& section) {
    if (!section.title.empty()) {
        insert_paragraph(transaction, key, part, 0, section.title);
    }
    for (int number = 1; const auto& paragraph : section.paragraphs) {
        insert_paragraph(transaction, key, part, number++, paragraph);
    }
}

SectionText* part_of(AnnualReport& report, std::string_view part) {
    for (const auto section : law::sections()) {
        if (law::key(section) == part) {
            return &report.sections[static_cast<std::size_t>(section)];
        }
    }
    return nullptr;
}

void load_text(Snapshot& snapshot, ReportKey key, AnnualReport& report) {
    auto row = snapshot.query(
        "SELECT part, number, content FROM annual_report_paragraphs"
        " WHERE agency_id = ? AND report_year = ? ORDER BY part, number",
        key.agency, key.report_year);
    while (row.next()) {
        auto text = row.get<std::string>(2);
        if (const auto part = row.get<std::string>(0); part == preamble_part) {
            report.preamble.push_back(std::move(text));
        } else {
            auto* section = part_of(report, part);
            GK_ASSERT(section != nullptr);
            if (row.get<int>(1) == 0) {
                section->title = std::move(text);
            } else {
                section->paragraphs.push_back(std::move(text));
            }
        }
    }
}

// ---- cells

class CellWriter {
public:
    CellWriter(Transaction& transaction, ReportKey key, const Provenance& provenance)
        : transaction_(transaction), key_(key), provenance_(provenance) {}

    void write(const std::string& cell, const Figure& figure) {
        transaction_.execute(
            "INSERT INTO annual_report_cells (agency_id, report_year, cell, value, mark, printed,"
            " place, origin, source_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            key_.agency, key_.report_year, cell, figure.value, key(figure.mark), figure.printed,
            figure.place, key(provenance_.origin), provenance_.source_number);
    }

private:
    Transaction& transaction_;
    ReportKey key_;
    const Provenance& provenance_;
};

void replace_cells(Transaction& transaction, ReportKey key, const AnnualReport& report,
                   const Provenance& provenance) {
    delete_rows(transaction,
                "DELETE FROM annual_report_cells WHERE agency_id = ? AND report_year = ?", key);
    CellWriter cells(transaction, key, provenance);
    for (const auto& [name, figure] : report.proactive_disclosure) {
        cells.write(proactive_cell_name(name), figure);
    }
    for (const auto& [row, figures] : report.applications) {
        for (std::size_t column = 0; column < figures.size(); ++column) {
            cells.write(cell_name(row, static_cast<law::ApplicantColumn>(column)), figures[column]);
        }
    }
    for (const auto& [group, figures] : report.remedies) {
        for (std::size_t result = 0; result < figures.size(); ++result) {
            cells.write(cell_name(group, static_cast<law::RemedyResult>(result)), figures[result]);
        }
    }
}

void load_cells(Snapshot& snapshot, StoredReport& stored) {
    auto row = snapshot.query(
        "SELECT cell, value, mark, printed, place, origin, source_number FROM annual_report_cells"
        " WHERE agency_id = ? AND report_year = ?",
        stored.key.agency, stored.key.report_year);
    while (row.next()) {
        const auto cell = row.get<std::string>(0);
        auto* figure = find_or_add(stored.report, cell);
        GK_ASSERT(figure != nullptr);
        *figure = {.value = row.get<std::optional<Decimal>>(1),
                   .mark = known(mark_of(row.get<std::string>(2))),
                   .printed = row.get<std::string>(3),
                   .place = row.get<std::string>(4)};
        stored.provenance[cell] = {known(cell_origin_of(row.get<std::string>(5))),
                                   row.get<std::optional<int>>(6)};
    }
}

// ---- check

void insert_relations(Transaction& transaction, ReportKey key,
                      const std::vector<Relation>& relations, bool is_further, int& number) {
    for (const auto& relation : relations) {
        transaction.execute(
            "INSERT INTO annual_report_relations (agency_id, report_year, number, is_further, code,"
            " state, severity, left_value, right_value, cells, place, content, hint)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            key.agency, key.report_year, number++, is_further, relation.code,
            states[relation.state].key, severities[relation.severity].key, relation.left,
            relation.right, text::join(relation.cells, " "), relation.place, relation.text,
            relation.hint);
    }
}

std::vector<std::string> cells_of(const std::string& joined) {
    std::vector<std::string> cells;
    for (const auto cell : text::split(joined, ' ')) {
        if (!cell.empty()) {
            cells.emplace_back(cell);
        }
    }
    return cells;
}

Relation relation_of(const Statement& row) {
    return {.code = row.get<std::string>(1),
            .state = known(states.value_of(row.get<std::string>(2))),
            .severity = known(severities.value_of(row.get<std::string>(3))),
            .left = row.get<std::optional<Decimal>>(4),
            .right = row.get<std::optional<Decimal>>(5),
            .cells = cells_of(row.get<std::string>(6)),
            .place = row.get<std::string>(7),
            .text = row.get<std::string>(8),
            .hint = row.get<std::string>(9)};
}

void load_check(Snapshot& snapshot, ReportKey key, CheckResult& check) {
    auto relation = snapshot.query(
        "SELECT is_further, code, state, severity, left_value, right_value, cells, place, content,"
        " hint FROM annual_report_relations WHERE agency_id = ? AND report_year = ?"
        " ORDER BY number",
        key.agency, key.report_year);
    while (relation.next()) {
        auto& list = relation.get<bool>(0) ? check.more_relations : check.relations;
        list.push_back(relation_of(relation));
    }
    auto remark = snapshot.query(
        "SELECT code, content, place FROM annual_report_remarks"
        " WHERE agency_id = ? AND report_year = ? ORDER BY number",
        key.agency, key.report_year);
    while (remark.next()) {
        check.remarks.push_back(
            {remark.get<std::string>(0), remark.get<std::string>(1), remark.get<std::string>(2)});
    }
}

// ---- the rest

void load_sources(Snapshot& snapshot, StoredReport& stored) {
    auto row = snapshot.query(
        "SELECT number, file_name, sha256, content FROM annual_report_sources"
        " WHERE agency_id = ? AND report_year = ? ORDER BY number",
        stored.key.agency, stored.key.report_year);
    while (row.next()) {
        stored.sources.push_back({row.get<int>(0), row.get<std::string>(1), row.get<std::string>(2),
                                  row.get<std::string>(3)});
    }
}

void load_particulars(Snapshot& snapshot, ReportKey key, AnnualReport& report) {
    auto row = snapshot.query(
        "SELECT named_agency, named_year, title, format, proactive_format, applications_format,"
        " is_truncated, procurement_unit FROM annual_reports"
        " WHERE agency_id = ? AND report_year = ?",
        key.agency, key.report_year);
    GK_ASSERT(row.next());
    report.agency = row.get<std::optional<std::string>>(0);
    report.report_year = row.get<std::optional<int>>(1);
    report.title = row.get<std::string>(2);
    report.format = format_of(row.get<std::string>(3));
    report.proactive_format = format_of(row.get<std::optional<std::string>>(4));
    report.applications_format = format_of(row.get<std::optional<std::string>>(5));
    report.is_truncated = row.get<bool>(6);
    report.procurement_unit = row.get<std::string>(7);
}

}  // namespace

void insert_source(Transaction& transaction, ReportKey key, const Source& source) {
    transaction.execute(
        "INSERT INTO annual_report_sources (agency_id, report_year, number, file_name, sha256,"
        " content) VALUES (?, ?, ?, ?, ?, ?)",
        key.agency, key.report_year, source.number, source.file_name, source.sha256, source.text);
}

void replace_particulars(Transaction& transaction, ReportKey key, const AnnualReport& report) {
    transaction.execute(
        "UPDATE annual_reports SET named_agency = ?, named_year = ?, title = ?, format = ?,"
        " proactive_format = ?, applications_format = ?, is_truncated = ?, procurement_unit = ?"
        " WHERE agency_id = ? AND report_year = ?",
        report.agency, report.report_year, report.title, format_key(report.format),
        word_of(report.proactive_format), word_of(report.applications_format), report.is_truncated,
        report.procurement_unit, key.agency, key.report_year);
}

void replace_text(Transaction& transaction, ReportKey key, const AnnualReport& report) {
    delete_rows(transaction,
                "DELETE FROM annual_report_paragraphs WHERE agency_id = ? AND report_year = ?",
                key);
    insert_part(transaction, key, preamble_part, {.title = {}, .paragraphs = report.preamble});
    for (const auto section : law::sections()) {
        insert_part(transaction, key, law::key(section),
                    report.sections[static_cast<std::size_t>(section)]);
    }
}

void replace_cell(Transaction& transaction, ReportKey key, const std::string& cell,
                  const Figure& figure, const Provenance& provenance) {
    transaction.execute(
        "DELETE FROM annual_report_cells WHERE agency_id = ? AND report_year = ? AND cell = ?",
        key.agency, key.report_year, cell);
    CellWriter(transaction, key, provenance).write(cell, figure);
}

void replace_content(Transaction& transaction, ReportKey key, const AnnualReport& report,
                     const Provenance& provenance) {
    replace_particulars(transaction, key, report);
    replace_text(transaction, key, report);
    replace_cells(transaction, key, report, provenance);
}

void replace_check(Transaction& transaction, ReportKey key, const CheckResult& check) {
    delete_rows(transaction,
                "DELETE FROM annual_report_relations WHERE agency_id = ? AND report_year = ?", key);
    delete_rows(transaction,
                "DELETE FROM annual_report_remarks WHERE agency_id = ? AND report_year = ?", key);
    int number = 0;
    insert_relations(transaction, key, check.relations, false, number);
    insert_relations(transaction, key, check.more_relations, true, number);
    for (int position = 0; const auto& remark : check.remarks) {
        transaction.execute(
            "INSERT INTO annual_report_remarks (agency_id, report_year, number, code, content,"
            " place) VALUES (?, ?, ?, ?, ?, ?)",
            key.agency, key.report_year, position++, remark.code, remark.text, remark.place);
    }
}

void load_content(Snapshot& snapshot, StoredReport& stored) {
    load_particulars(snapshot, stored.key, stored.report);
    load_sources(snapshot, stored);
    load_text(snapshot, stored.key, stored.report);
    load_cells(snapshot, stored);
    load_check(snapshot, stored.key, stored.check);
}

}  // namespace gk::report
