#include "application/third_party_store.hpp"

#include <array>
#include <optional>
#include <string>

#include "base/assert.hpp"
#include "people/sealed_text.hpp"

namespace gk::application {

namespace {

constexpr std::string_view table = "case_parties";
constexpr std::array<std::string_view, 2> columns = {"name", "contact"};

std::optional<people::SealedText> sealed(const people::KeyRing& ring, std::string_view column,
                                         std::int64_t row_id, const std::string& text) {
    return text.empty() ? std::nullopt
                        : std::optional(people::seal(ring, {table, column, row_id}, text));
}

Result<std::string> opened(const people::KeyRing& ring, std::string_view column,
                           std::int64_t row_id, const std::optional<store::Blob>& bytes) {
    return bytes ? people::open_sealed(ring, {table, column, row_id}, *bytes)
                 : Result<std::string>(std::string());
}

}  // namespace

void insert_third_party(store::Transaction& transaction, const people::KeyRing& ring,
                        Id<people::Agency> agency, Id<Case> of, int event_number,
                        const ThirdParty& party) {
    std::int64_t row_id = 0;
    {
        auto row = transaction.query(
            "INSERT INTO case_parties (agency_id, case_id, event_number) VALUES (?, ?, ?)"
            " RETURNING id",
            agency, of, event_number);
        GK_ASSERT(row.next());
        row_id = row.get<std::int64_t>(0);
    }
    transaction.execute("UPDATE case_parties SET name = ?, contact = ? WHERE id = ?",
                        sealed(ring, columns[0], row_id, party.name),
                        sealed(ring, columns[1], row_id, party.contact), row_id);
}

Result<std::vector<KeptThirdParty>> load_third_parties(store::Snapshot& snapshot,
                                                       const people::KeyRing& ring,
                                                       const Case& of) {
    std::vector<KeptThirdParty> parties;
    auto row = snapshot.query(
        "SELECT id, event_number, name, contact FROM case_parties"
        " WHERE agency_id = ? AND case_id = ? ORDER BY event_number",
        of.agency, of.id);
    while (row.next()) {
        const auto id = row.get<std::int64_t>(0);
        KeptThirdParty kept{.event_number = row.get<int>(1), .party = {}};
        GK_TRY(kept.party.name,
               opened(ring, columns[0], id, row.get<std::optional<store::Blob>>(2)));
        GK_TRY(kept.party.contact,
               opened(ring, columns[1], id, row.get<std::optional<store::Blob>>(3)));
        parties.push_back(std::move(kept));
    }
    return parties;
}

const people::SealedTable& sealed_third_parties() {
    static constexpr people::SealedTable all{.table = table, .columns = columns};
    return all;
}

}  // namespace gk::application
