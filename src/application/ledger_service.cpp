#include "application/ledger_service.hpp"

#include <utility>

#include <fmt/format.h>

#include "application/acting_service.hpp"
#include "application/applicant_store.hpp"
#include "application/application_check.hpp"
#include "application/errors.hpp"
#include "base/hash.hpp"
#include "base/id.hpp"
#include "law/reply_period.hpp"
#include "people/service.hpp"

namespace gk::application {

namespace {

using people::Permission;
using store::Transaction;

constexpr std::string_view origin = "由台账导入";

// What the rows of one import have in common.
struct Importing {
    const Desk& desk;
    const people::Agency& agency;
    const people::Actor& actor;
    Moment now;
};

std::string submission_key(const LedgerRow& row) {
    const auto& given = row.application;
    return std::string(ledger_key_prefix) +
           sha256_hex(fmt::format("{}\n{}\n{}\n{}", row.number, row.received_on.iso(),
                                  given.applicant.name, given.wanted.title))
               .substr(0, 32);
}

// The dates as the channel has them: what the ledger calls received is when it was.
Entry registration_of(const LedgerRow& row) {
    Entry entry{.on = row.submitted_on, .text = std::string(origin), .channel = row.channel};
    if (!row.number.empty()) {
        entry.text += "，原编号" + row.number;
    }
    if (!row.remark.empty()) {
        entry.text += "；" + row.remark;
    }
    switch (row.channel) {
        case law::Channel::counter:
            entry.on = row.received_on;
            break;
        case law::Channel::registered:
            entry.signed_on = row.received_on;
            break;
        case law::Channel::ordinary:
        case law::Channel::internet:
        case law::Channel::fax:
            entry.confirmed_on = row.received_on;
            break;
    }
    return entry;
}

std::vector<std::pair<Action, Entry>> course_of(const LedgerRow& row) {
    const std::string text(origin);
    std::vector<std::pair<Action, Entry>> acts;
    if (row.correction_asked_on) {
        acts.emplace_back(Action::ask_for_correction,
                          Entry{.on = row.correction_asked_on, .text = text});
    }
    if (row.correction_received_on) {
        acts.emplace_back(Action::receive_correction,
                          Entry{.on = row.correction_received_on, .text = text});
    }
    if (row.extension_working_days) {
        acts.emplace_back(
            Action::request_extension,
            Entry{.on = row.received_on, .text = text, .working_days = row.extension_working_days});
        acts.emplace_back(Action::consent_to_extension, Entry{.on = row.received_on, .text = text});
        acts.emplace_back(Action::notify_extension, Entry{.on = row.received_on, .text = text});
    }
    if (row.outcome) {
        acts.emplace_back(Action::record_former_outcome, Entry{.on = row.concluded_on,
                                                               .text = text,
                                                               .reference = row.reply_number,
                                                               .outcome = row.outcome});
        acts.emplace_back(Action::close, Entry{.on = row.concluded_on, .text = text});
    }
    return acts;
}

// False where it was taken in before.
Result<bool> take_in(Transaction& transaction, const Importing& importing, const LedgerRow& row) {
    const auto key = submission_key(row);
    if (load_submitted(transaction, importing.agency.id, key)) {
        return false;
    }
    const auto& given = row.application;
    auto made = insert_case(transaction, {.agency = importing.agency.id,
                                          .agency_code = importing.agency.code,
                                          .number_year = row.received_on.year(),
                                          .public_id = new_public_id(),
                                          .kind = CaseKind::disclosure,
                                          .applicant_kind = given.applicant.kind,
                                          .masked_name = masked_name(given.applicant),
                                          .wanted = given.wanted,
                                          .notice_version = {},
                                          .part_of = {},
                                          .submission_key = key,
                                          .query_code_hash = {}});
    insert_applicant(transaction, importing.desk.ring, made, given.applicant, {});
    GK_TRY(auto begun, begin(transaction, importing.desk, made, Action::register_application,
                             registration_of(row), importing.actor, importing.now));
    for (const auto& [action, entry] : course_of(row)) {
        GK_TRY(begun, begin(transaction, importing.desk, made, action, entry, importing.actor,
                            importing.now));
    }
    return true;
}

void count(LedgerImported& imported, const LedgerRow& row, Date today) {
    const auto first = Date::first_of(today.year());
    ++imported.imported_count;
    imported.open_count += row.outcome ? 0 : 1;
    const bool is_open_at_new_year = !row.concluded_on || *row.concluded_on >= first;
    imported.carried_in_count += row.received_on < first && is_open_at_new_year ? 1 : 0;
}

void add_problems(LedgerImported& imported, int row_number, const Error& error) {
    for (const auto& problem : error.problems()) {
        imported.problems.push_back({row_number, problem});
    }
}

// Reads every row into `imported`.
void read_rows(const LedgerTable& table, LedgerImported& imported, Date today) {
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        const auto row = read_ledger_row(table, imported.columns, index, today);
        if (!row) {
            ++imported.row_count;
            add_problems(imported, table.header_row + 1 + static_cast<int>(index), row.error());
        } else if (*row) {
            ++imported.row_count;
            imported.rows.push_back(**row);
        }
    }
}

// Leaves the transaction so that nothing of it is kept.
struct NotKept {};

// Takes all rows in and, unless they are to be kept and have no problem, undoes it again.
LedgerImported take_all_in(const Importing& importing, const LedgerImported& before,
                           LedgerImport mode) {
    LedgerImported imported;
    try {
        importing.desk.database.write([&](Transaction& transaction) {
            imported = before;
            for (const auto& row : before.rows) {
                const auto taken = take_in(transaction, importing, row);
                if (!taken) {
                    add_problems(imported, row.row_number, taken.error());
                } else if (*taken) {
                    count(imported, row, importing.now.date());
                } else {
                    ++imported.repeated_count;
                }
            }
            if (mode == LedgerImport::try_out || !imported.problems.empty()) {
                throw NotKept();
            }
        });
        imported.is_kept = true;
    } catch (const NotKept&) {
        imported.is_kept = false;
    }
    return imported;
}

}  // namespace

Result<LedgerImported> import_ledger(const Desk& desk, std::string_view agency_code,
                                     const document::Document& document,
                                     std::span<const std::string> choices, LedgerImport mode,
                                     const people::Actor& actor, Moment now) {
    GK_TRY(const auto agency, people::find_agency(desk.database, agency_code));
    if (!actor.may(Permission::case_register, agency.id) && !actor.may(Permission::operate)) {
        return error(not_permitted, "导入台账", people::label(Permission::case_register));
    }
    GK_TRY(const auto table, find_ledger(document));
    LedgerImported imported{.titles = table.titles, .columns = {}, .rows = {}, .problems = {}};
    GK_TRY(imported.columns,
           chosen_columns(recognised_columns(table.titles), table.titles, choices));
    // Said with the titles that there are, so that the column can be chosen among them.
    if (const auto checked = check_columns(imported.columns); !checked) {
        add_problems(imported, table.header_row, checked.error());
        return imported;
    }
    read_rows(table, imported, now.date());
    return take_all_in({desk, agency, actor, now}, imported, mode);
}

}  // namespace gk::application
