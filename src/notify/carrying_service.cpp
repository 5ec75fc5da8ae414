#include "notify/carrying_service.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/settings_store.hpp"
#include "people/account_store.hpp"
#include "people/role_store.hpp"
#include "people/sealed_text.hpp"

namespace gk::notify {

namespace {

using store::Snapshot;
using store::Transaction;

constexpr int messages_a_batch = 50;

// A message as far as carrying it minds.
struct Uncarried {
    std::int64_t id = 0;
    std::string public_id;
    Id<people::Agency> agency;
    ObjectReference object;
    Assignee to;
    std::string title;
    std::string content;
};

std::vector<Uncarried> load_uncarried(Snapshot& snapshot) {
    auto row = snapshot.query(
        "SELECT id, public_id, agency_id, object_kind, object_id, account_id, role, unit, title,"
        " content FROM messages WHERE is_carried = 0 ORDER BY id LIMIT ?",
        messages_a_batch);
    std::vector<Uncarried> messages;
    while (row.next()) {
        const auto role = row.get<std::optional<std::string>>(6);
        messages.push_back({.id = row.get<std::int64_t>(0),
                            .public_id = row.get<std::string>(1),
                            .agency = row.get<Id<people::Agency>>(2),
                            .object = {row.get<std::string>(3), row.get<std::string>(4)},
                            .to = {.account = row.get<std::optional<Id<people::Account>>>(5),
                                   .role = role ? people::role_of(*role) : std::nullopt,
                                   .unit = row.get<std::optional<std::string>>(7)},
                            .title = row.get<std::string>(8),
                            .content = row.get<std::string>(9)});
    }
    return messages;
}

std::vector<Id<people::Account>> persons(Snapshot& snapshot, const Uncarried& message, Date today) {
    if (message.to.account) {
        return {*message.to.account};
    }
    GK_ASSERT(message.to.role.has_value());
    return people::load_holders(snapshot, message.agency, *message.to.role, message.to.unit, today);
}

// Empty where the person has given none, or it does not open with these keys.
std::string address_of(Snapshot& snapshot, const people::KeyRing& ring, Id<people::Account> account,
                       Carrier carrier) {
    const auto contact = people::load_contact(snapshot, account);
    const bool is_mail = carrier == Carrier::mail;
    const auto& sealed = is_mail ? contact.email : contact.phone;
    if (!sealed) {
        return {};
    }
    const auto column = is_mail ? people::email_column : people::phone_column;
    const auto opened =
        people::open_sealed(ring, {people::accounts_table, column, account.value}, *sealed);
    return opened ? *opened : std::string();
}

int carry(Transaction& transaction, const people::KeyRing& ring, const Uncarried& message,
          Moment now) {
    int count = 0;
    for (const auto account : persons(transaction, message, now.date())) {
        for (const auto carrier : load_preferences(transaction, account)) {
            const auto address = address_of(transaction, ring, account, carrier);
            if (address.empty()) {
                continue;
            }
            const auto made =
                insert_outgoing(transaction, ring,
                                {.agency = message.agency,
                                 .carrier = carrier,
                                 .address = address,
                                 .subject = message.title,
                                 .text = message.title + "\n" + message.content,
                                 .timing = Timing::considerate,
                                 .object = message.object,
                                 .once = fmt::format("message:{}:{}:{}", message.public_id,
                                                     account.value, key(carrier))},
                                now, now);
            count += made.empty() ? 0 : 1;
        }
    }
    transaction.execute("UPDATE messages SET is_carried = 1 WHERE id = ?", message.id);
    return count;
}

}  // namespace

bool has_messages_to_carry(store::Database& database) {
    return database.read([](Snapshot& snapshot) {
        return snapshot.query("SELECT 1 FROM messages WHERE is_carried = 0 LIMIT 1").next();
    });
}

int carry_messages(store::Database& database, const people::KeyRing& ring, Moment now) {
    int count = 0;
    for (bool is_more = true; is_more;) {
        int made = 0;
        is_more = database.write([&](Transaction& transaction) {
            made = 0;
            const auto messages = load_uncarried(transaction);
            for (const auto& message : messages) {
                made += carry(transaction, ring, message, now);
            }
            return messages.size() == static_cast<std::size_t>(messages_a_batch);
        });
        count += made;
    }
    return count;
}

}  // namespace gk::notify
