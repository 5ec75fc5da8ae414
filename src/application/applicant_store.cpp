#include "application/applicant_store.hpp"

#include <array>

#include "base/assert.hpp"
#include "people/blind_index.hpp"
#include "people/sealed_text.hpp"

namespace gk::application {

namespace {

constexpr std::string_view table = "case_applicants";
constexpr std::string_view applicant_part = "applicant";
constexpr std::string_view representative_part = "representative";

// In the order of the statements below.
constexpr std::array<std::string_view, 7> columns = {
    "name", "identity_number", "contact_person", "phone", "email", "address", "postal_code"};

using Texts = std::array<std::string, columns.size()>;

std::string identity_of(std::span<const std::string> texts) {
    return people::normalised_identity({.number = texts[1], .name = texts[0], .phone = texts[3]});
}

std::optional<people::SealedText> sealed(const people::KeyRing& ring, std::size_t column,
                                         std::int64_t row_id, const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    return people::seal(ring, {table, columns.at(column), row_id}, text);
}

void save_texts(store::Transaction& transaction, const people::KeyRing& ring, std::int64_t row_id,
                const Texts& texts) {
    std::array<std::optional<people::SealedText>, columns.size()> all;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        all.at(i) = sealed(ring, i, row_id, texts.at(i));
    }
    transaction.execute(
        "UPDATE case_applicants SET name = ?, identity_number = ?, contact_person = ?, phone = ?,"
        " email = ?, address = ?, postal_code = ?, identity_index = ? WHERE id = ?",
        all[0], all[1], all[2], all[3], all[4], all[5], all[6],
        people::blind_index(ring, identity_of(texts)), row_id);
}

// What is not sealed.
struct PlainFields {
    IdentityKind identity_kind = IdentityKind::identity_card;
    std::string identity_document = {};
    ContactRoute contact_route = ContactRoute::sms;
};

void insert_part(store::Transaction& transaction, const people::KeyRing& ring, const Case& of,
                 std::string_view part, const PlainFields& plain, const Texts& texts) {
    std::int64_t row_id = 0;
    {
        auto row = transaction.query(
            "INSERT INTO case_applicants (agency_id, case_id, part, identity_kind,"
            " identity_document, contact_route, identity_index)"
            " VALUES (?, ?, ?, ?, ?, ?, '') RETURNING id",
            of.agency, of.id, part, key(plain.identity_kind), plain.identity_document,
            key(plain.contact_route));
        GK_ASSERT(row.next());
        row_id = row.get<std::int64_t>(0);
    }
    save_texts(transaction, ring, row_id, texts);
}

struct Part {
    std::int64_t row_id = 0;
    PlainFields plain = {};
    Texts texts = {};
};

Result<std::optional<Part>> load_part(store::Snapshot& snapshot, const people::KeyRing& ring,
                                      const Case& of, std::string_view part) {
    auto row = snapshot.query(
        "SELECT id, identity_kind, name, identity_number, contact_person, phone, email, address,"
        " postal_code, identity_document, contact_route FROM case_applicants WHERE agency_id = ? "
        "AND case_id = ? AND part = ?",
        of.agency, of.id, part);
    if (!row.next()) {
        return std::optional<Part>();
    }
    Part loaded{
        .row_id = row.get<std::int64_t>(0),
        .plain = {
            .identity_kind =
                identity_kind_of(row.get<std::string>(1)).value_or(IdentityKind::other_document),
            .identity_document = row.get<std::string>(9),
            .contact_route =
                contact_route_of(row.get<std::string>(10)).value_or(ContactRoute::post)}};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto bytes = row.get<std::optional<store::Blob>>(static_cast<int>(i) + 2);
        if (bytes) {
            GK_TRY(loaded.texts.at(i),
                   people::open_sealed(ring, {table, columns.at(i), loaded.row_id}, *bytes));
        }
    }
    return std::optional(std::move(loaded));
}

Texts texts_of(const Applicant& applicant) {
    const auto& contact = applicant.contact;
    return {applicant.name, applicant.identity_number, applicant.contact_person, contact.phone,
            contact.email,  contact.address,           contact.postal_code};
}

}  // namespace

void insert_applicant(store::Transaction& transaction, const people::KeyRing& ring, const Case& of,
                      const Applicant& applicant,
                      const std::optional<Representative>& representative) {
    insert_part(transaction, ring, of, applicant_part,
                {.identity_kind = applicant.identity_kind,
                 .identity_document = applicant.identity_document,
                 .contact_route = applicant.contact.route},
                texts_of(applicant));
    if (representative) {
        insert_part(transaction, ring, of, representative_part, {},
                    {representative->name, representative->identity_number, "",
                     representative->phone, "", "", ""});
    }
}

Result<KeptApplicant> load_applicant(store::Snapshot& snapshot, const people::KeyRing& ring,
                                     const Case& of) {
    GK_TRY(const auto found, load_part(snapshot, ring, of, applicant_part));
    GK_TRY(const auto representative, load_part(snapshot, ring, of, representative_part));
    GK_ASSERT(found.has_value());
    const auto& texts = found->texts;
    KeptApplicant kept{.applicant = {.kind = of.applicant_kind,
                                     .name = texts[0],
                                     .identity_kind = found->plain.identity_kind,
                                     .identity_document = found->plain.identity_document,
                                     .identity_number = texts[1],
                                     .contact_person = texts[2],
                                     .contact = {.route = found->plain.contact_route,
                                                 .phone = texts[3],
                                                 .email = texts[4],
                                                 .address = texts[5],
                                                 .postal_code = texts[6]}},
                       .representative = {}};
    if (representative) {
        kept.representative = Representative{.name = representative->texts[0],
                                             .identity_number = representative->texts[1],
                                             .phone = representative->texts[3]};
    }
    return kept;
}

Result<void> replace_contact(store::Transaction& transaction, const people::KeyRing& ring,
                             const Case& of, const Contact& contact) {
    GK_TRY(auto found, load_part(transaction, ring, of, applicant_part));
    GK_ASSERT(found.has_value());
    auto& texts = found->texts;
    texts[3] = contact.phone;
    texts[4] = contact.email;
    texts[5] = contact.address;
    texts[6] = contact.postal_code;
    save_texts(transaction, ring, found->row_id, texts);
    transaction.execute("UPDATE case_applicants SET contact_route = ? WHERE id = ?",
                        key(contact.route), found->row_id);
    return {};
}

std::vector<Id<Case>> load_cases_of_same_applicant(store::Snapshot& snapshot, const Case& of) {
    std::vector<Id<Case>> ids;
    auto row = snapshot.query(
        "SELECT other.case_id FROM case_applicants own JOIN case_applicants other"
        " ON other.identity_index = own.identity_index AND other.agency_id = own.agency_id"
        " AND other.part = own.part AND other.case_id <> own.case_id"
        " WHERE own.agency_id = ? AND own.case_id = ? AND own.part = 'applicant'"
        " ORDER BY other.case_id DESC",
        of.agency, of.id);
    while (row.next()) {
        ids.push_back(row.get<Id<Case>>(0));
    }
    return ids;
}

const people::SealedTable& sealed_applicants() {
    static constexpr people::SealedTable sealed{.table = table,
                                                .columns = columns,
                                                .index_column = "identity_index",
                                                .identity = identity_of};
    return sealed;
}

}  // namespace gk::application
