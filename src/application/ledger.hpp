// A running ledger (台账) from a spreadsheet: which column is what, and what each row says. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/case.hpp"
#include "base/result.hpp"
#include "document/document.hpp"
#include "law/outcome.hpp"

namespace gk::application {

enum class LedgerField : std::uint8_t {
    number,
    received_on,
    submitted_on,
    channel,
    applicant_name,
    applicant_kind,
    identity_number,
    phone,
    email,
    address,
    title,
    description,
    correction_asked_on,
    correction_received_on,
    extension_working_days,
    outcome,
    concluded_on,
    reply_number,
    remark,
};
[[nodiscard]] std::span<const LedgerField> ledger_fields();
[[nodiscard]] std::string_view key(LedgerField field);
[[nodiscard]] std::string_view label(LedgerField field);
[[nodiscard]] std::optional<LedgerField> ledger_field_of(std::string_view key);

// A table as the spreadsheet has it.
struct LedgerTable {
    int header_row = 0;  // As a spreadsheet counts: from 1.
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows;  // Below the header; as many cells as titles.
};

// Which column (from 0) has which field.
using LedgerColumns = std::map<LedgerField, int>;

// The first table that has a row of titles of a ledger. Refuses a document without one.
[[nodiscard]] Result<LedgerTable> find_ledger(const document::Document& document);

// By the titles of the columns; of two with the same meaning the first.
[[nodiscard]] LedgerColumns recognised_columns(std::span<const std::string> titles);

// What is chosen by hand: "received_on=收文日期" or "received_on=D", and "channel=" for none, over
// what is recognised. Refuses fields and columns that there are not.
[[nodiscard]] Result<LedgerColumns> chosen_columns(LedgerColumns recognised,
                                                   std::span<const std::string> titles,
                                                   std::span<const std::string> choices);

// Refuses columns that a ledger cannot do without.
[[nodiscard]] Result<void> check_columns(const LedgerColumns& columns);

struct LedgerRow {
    int row_number = 0;  // In the spreadsheet.
    std::string number;
    NewApplication application;
    law::Channel channel = law::Channel::counter;
    Date submitted_on;
    Date received_on;
    std::optional<Date> correction_asked_on;
    std::optional<Date> correction_received_on;
    std::optional<int> extension_working_days;
    std::optional<law::Outcome> outcome;
    std::optional<Date> concluded_on;
    std::string reply_number;
    std::string remark;
};

// The row at this index of table.rows; nothing where all of its cells are blank. Refuses
// everything that is wrong with it, at the titles of the columns.
[[nodiscard]] Result<std::optional<LedgerRow>> read_ledger_row(const LedgerTable& table,
                                                               const LedgerColumns& columns,
                                                               std::size_t index, Date today);

// 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, or the number of the day that a
// spreadsheet keeps.
[[nodiscard]] std::optional<Date> ledger_date(std::string_view text);

// By the words of the report, of the program, and those that ledgers have: 信息不存在, 撤回.
[[nodiscard]] std::optional<law::Outcome> ledger_outcome(std::string_view text);

}  // namespace gk::application
