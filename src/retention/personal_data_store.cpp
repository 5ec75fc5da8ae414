#include "retention/personal_data_store.hpp"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "document/stored_file_store.hpp"

namespace gk::retention {

namespace {

using store::Transaction;

// `c` is the table of cases; the day is given twice.
constexpr std::string_view is_over =
    "c.latest_concluded_on IS NOT NULL AND c.latest_concluded_on < ?"
    " AND c.state IN ('closed', 'archived')"
    " AND NOT EXISTS (SELECT 1 FROM remedy_cases r WHERE r.application_id = c.public_id"
    " AND (r.stage <> 'closed' OR r.concluded_on >= ?))";

// `cf`: case_files; `e`: the act with which the file came.
constexpr std::string_view shows_identity = "cf.shows_identity = 1";
constexpr std::string_view came_from_applicant =
    "e.action IN ('submit', 'register_application', 'add_material',"
    " 'receive_correction', 'record_reasons', 'withdraw')";

}  // namespace

std::int64_t erase_applicants(Transaction& transaction, Date over_before) {
    return transaction.execute(
        fmt::format(
            "UPDATE case_applicants SET name = NULL, identity_number = NULL, contact_person = NULL,"
            " phone = NULL, email = NULL, address = NULL, postal_code = NULL, identity_index = ''"
            " WHERE identity_index <> '' AND case_id IN (SELECT c.id FROM cases c WHERE {})",
            is_over),
        over_before, over_before);
}

std::int64_t erase_third_parties(Transaction& transaction, Date over_before) {
    return transaction.execute(
        fmt::format("UPDATE case_parties SET name = NULL, contact = NULL WHERE name IS NOT NULL"
                    " AND case_id IN (SELECT c.id FROM cases c WHERE {})",
                    is_over),
        over_before, over_before);
}

std::int64_t erase_claimants(Transaction& transaction, Date over_before) {
    return transaction.execute(
        "UPDATE remedy_cases SET claimant_name = NULL WHERE claimant_name IS NOT NULL"
        " AND stage = 'closed' AND concluded_on < ?",
        over_before);
}

std::vector<std::string> erase_files(Transaction& transaction, CaseFiles which, Date over_before,
                                     int limit) {
    std::vector<std::pair<Id<document::StoredFile>, std::string>> found;
    {
        auto row = transaction.query(
            fmt::format(
                "SELECT DISTINCT f.id, f.address FROM stored_files f"
                " JOIN case_files cf ON cf.file_id = f.public_id JOIN cases c ON c.id = cf.case_id"
                " JOIN case_events e ON e.agency_id = cf.agency_id AND e.case_id = cf.case_id"
                " AND e.number = cf.event_number WHERE {} AND {} ORDER BY f.id LIMIT ?",
                which == CaseFiles::identity ? shows_identity : came_from_applicant, is_over),
            over_before, over_before, limit);
        while (row.next()) {
            found.emplace_back(row.get<Id<document::StoredFile>>(0), row.get<std::string>(1));
        }
    }
    std::vector<std::string> addresses;
    for (auto& [id, address] : found) {
        document::delete_stored_file(transaction, id);
        addresses.push_back(std::move(address));
    }
    return addresses;
}

}  // namespace gk::retention
