#include "people/account_service.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "people/account_access_service.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"
#include "people/role_store.hpp"
#include "people/service.hpp"
#include "people/session_store.hpp"
#include "people/sign_in_store.hpp"

namespace gk::people {

namespace {

constexpr std::size_t name_characters_max = 60;
constexpr std::size_t email_bytes_max = 254;
constexpr std::size_t phone_bytes_max = 30;

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos && text.size() <= email_bytes_max &&
           std::ranges::none_of(text, [](char c) { return c >= 0 && c <= ' '; });
}

bool is_phone(std::string_view text) {
    return text.size() >= 3 && text.size() <= phone_bytes_max &&
           std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == ' ';
           });
}

void check_name(std::string_view display_name, std::vector<Problem>& problems) {
    const auto name = text::trim(display_name);
    if (name.empty() || text::decode(name).size() > name_characters_max) {
        problems.push_back(problem(display_name_blank, name_characters_max));
        problems.back().field = "display_name";
    }
}

void check_contact(const Contact& contact, std::vector<Problem>& problems) {
    if (!contact.email.empty() && !is_email(contact.email)) {
        problems.push_back(problem(email_invalid));
        problems.back().field = "email";
    }
    if (!contact.phone.empty() && !is_phone(contact.phone)) {
        problems.push_back(problem(phone_invalid));
        problems.back().field = "phone";
    }
}

std::vector<Problem> problems_of(const NewAccount& given) {
    std::vector<Problem> problems;
    const auto login_name = normalised_login_name(given.login_name);
    if (!is_login_name(login_name)) {
        problems.push_back(problem(login_name_invalid, login_name));
        problems.back().field = "login_name";
    }
    check_name(given.display_name, problems);
    check_contact(given.contact, problems);
    return problems;
}

Result<SealedContact> sealed(const AccountDesk& desk, Id<Account> account, const Contact& contact) {
    SealedContact sealed;
    if (contact == Contact()) {
        return sealed;
    }
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    const auto seal_as = [&](std::string_view column, const std::string& value) {
        return value.empty()
                   ? std::nullopt
                   : std::optional(seal(ring, {accounts_table, column, account.value}, value));
    };
    sealed.email = seal_as(email_column, contact.email);
    sealed.phone = seal_as(phone_column, contact.phone);
    return sealed;
}

Result<Account> insert(store::Transaction& transaction, const AccountDesk& desk,
                       const NewAccount& given, const Actor& actor, Moment now) {
    const auto login_name = normalised_login_name(given.login_name);
    if (load_account_named(transaction, login_name)) {
        return error(login_name_taken, login_name).at("login_name");
    }
    const auto found = find_agency(transaction, given.agency_code);
    if (!found || !actor.may(Permission::account_manage, found->id)) {
        return error(agency_unknown, given.agency_code).at("agency");
    }
    if (found->valid_to) {
        return error(agency_ended, found->name, found->valid_to->chinese()).at("agency");
    }
    auto account =
        insert_account(transaction, {.id = {},
                                     .public_id = new_public_id(),
                                     .agency = found->id,
                                     .login_name = login_name,
                                     .display_name = std::string(text::trim(given.display_name)),
                                     .created_at = now});
    GK_TRY(const auto contact, sealed(desk, account.id, given.contact));
    update_contact(transaction, account.id, contact);
    record(transaction, account, {.act = "account.create", .used = Permission::account_manage},
           actor, now);
    return account;
}

// What a verb that changes the state of an account does.
struct StateChange {
    AccountAction action;
    std::string_view act;
    AccountState to;
};

Result<Account> take_state(const AccountDesk& desk, std::string_view account_id,
                           const StateChange& change, std::string_view reason, const Actor& actor,
                           Moment now) {
    return desk.database.write([&](store::Transaction& transaction) -> Result<Account> {
        GK_TRY(auto account, account_for(transaction, account_id, change.action, actor));
        GK_CHECK(check_reason(reason));
        const bool is_ending = change.to == AccountState::ended;
        account.state = change.to;
        account.ended_at = is_ending ? std::optional(now) : std::nullopt;
        update_account(transaction, account);
        ++account.version;
        if (change.to != AccountState::active) {
            update_sessions_ended(transaction, account.id, {}, now, change.act);
            delete_links(transaction, account.id);
        }
        if (is_ending) {
            end_holdings(transaction, account.id, now);
            forget_devices(transaction, account.id);
        }
        record(
            transaction, account,
            {.act = change.act, .used = Permission::account_manage, .reason = std::string(reason)},
            actor, now);
        return account;
    });
}

}  // namespace

Result<Account> create_account(store::Transaction& transaction, const AccountDesk& desk,
                               const NewAccount& given, const Actor& actor, Moment now) {
    if (!actor.may(Permission::account_manage)) {
        return error(not_permitted, label(Permission::account_manage));
    }
    if (auto problems = problems_of(given); !problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return insert(transaction, desk, given, actor, now);
}

Result<Account> create_account(const AccountDesk& desk, const NewAccount& given, const Actor& actor,
                               Moment now) {
    try {
        return desk.database.write([&](store::Transaction& transaction) {
            return create_account(transaction, desk, given, actor, now);
        });
    } catch (const store::Violation& violation) {
        if (violation.kind() != store::ViolationKind::unique) {
            throw;
        }
        return error(login_name_taken, given.login_name).at("login_name");
    }
}

Result<Account> change_account(const AccountDesk& desk, std::string_view account_id,
                               std::int64_t version, const AccountChange& change,
                               const Actor& actor, Moment now) {
    std::vector<Problem> problems;
    if (change.display_name) {
        check_name(*change.display_name, problems);
    }
    check_contact(change.contact.value_or(Contact()), problems);
    if (!problems.empty()) {
        return Error(ErrorKind::invalid, std::move(problems));
    }
    return desk.database.write([&](store::Transaction& transaction) -> Result<Account> {
        GK_TRY(auto account, account_for(transaction, account_id, AccountAction::change, actor));
        if (account.version != version) {
            return error(account_stale);
        }
        audit::Details details;
        if (change.display_name) {
            account.display_name = text::trim(*change.display_name);
            details.emplace_back("display_name", account.display_name);
        }
        if (change.identity_subject) {
            account.identity_subject =
                change.identity_subject->empty() ? std::nullopt : change.identity_subject;
            details.emplace_back("identity_subject", *change.identity_subject);
        }
        if (change.contact) {
            GK_TRY(const auto contact, sealed(desk, account.id, *change.contact));
            update_contact(transaction, account.id, contact);
            details.emplace_back("contact", "changed");
        }
        update_account(transaction, account);
        ++account.version;
        record(transaction, account,
               {.act = "account.change", .used = Permission::account_manage, .details = details},
               actor, now);
        return account;
    });
}

Result<Account> lock_account(const AccountDesk& desk, std::string_view account_id,
                             std::string_view reason, const Actor& actor, Moment now) {
    return take_state(desk, account_id, {AccountAction::lock, "account.lock", AccountState::locked},
                      reason, actor, now);
}

Result<Account> unlock_account(const AccountDesk& desk, std::string_view account_id,
                               std::string_view reason, const Actor& actor, Moment now) {
    return take_state(desk, account_id,
                      {AccountAction::unlock, "account.unlock", AccountState::active}, reason,
                      actor, now);
}

Result<Account> end_account(const AccountDesk& desk, std::string_view account_id,
                            std::string_view reason, const Actor& actor, Moment now) {
    return take_state(desk, account_id, {AccountAction::end, "account.end", AccountState::ended},
                      reason, actor, now);
}

Result<std::vector<Account>> list_accounts(store::Database& database, const AccountFilter& filter,
                                           const Actor& actor) {
    if (!actor.may(Permission::account_manage) && !actor.may(Permission::role_assign)) {
        return error(not_permitted, label(Permission::account_manage));
    }
    return database.read([&](store::Snapshot& snapshot) -> Result<std::vector<Account>> {
        std::optional<Id<Agency>> agency;
        if (filter.agency_code) {
            const auto found = find_agency(snapshot, *filter.agency_code);
            if (!found || !may_see_accounts(actor, found->id)) {
                return error(agency_unknown, *filter.agency_code);
            }
            agency = found->id;
        }
        const auto words = text::lower_ascii(text::trim(filter.words));
        auto accounts = load_accounts(snapshot);
        std::erase_if(accounts, [&](const Account& each) {
            return !may_see_accounts(actor, each.agency) || (agency && each.agency != *agency) ||
                   (filter.state && each.state != *filter.state) ||
                   (each.login_name.find(words) == std::string::npos &&
                    text::lower_ascii(each.display_name).find(words) == std::string::npos);
        });
        return accounts;
    });
}

Result<Account> find_account(store::Database& database, std::string_view account_id,
                             const Actor& actor) {
    return database.read([&](store::Snapshot& snapshot) -> Result<Account> {
        auto account = load_account_of_public_id(snapshot, account_id);
        if (!account || !may_see_accounts(actor, account->agency)) {
            return error(account_unknown, account_id);
        }
        return *std::move(account);
    });
}

Result<Account> find_account_named(store::Database& database, std::string_view login_name,
                                   const Actor& actor) {
    return database.read([&](store::Snapshot& snapshot) -> Result<Account> {
        const auto name = normalised_login_name(login_name);
        auto account = is_login_name(name) ? load_account_named(snapshot, name) : std::nullopt;
        if (!account || !may_see_accounts(actor, account->agency)) {
            return error(account_unknown, login_name);
        }
        return *std::move(account);
    });
}

Result<Contact> contact_of(const AccountDesk& desk, Id<Account> account, const Actor& actor) {
    GK_TRY(const auto sealed,
           desk.database.read([&](store::Snapshot& snapshot) -> Result<SealedContact> {
               const auto found = load_account(snapshot, account);
               const bool may = found && (actor.account == account ||
                                          actor.may(Permission::account_manage, found->agency));
               if (!may) {
                   return error(not_permitted, label(Permission::account_manage));
               }
               return load_contact(snapshot, account);
           }));
    if (!sealed.email && !sealed.phone) {
        return Contact();
    }
    GK_TRY(const auto ring, load_key_ring(desk.keys));
    const auto opened = [&](std::string_view column,
                            const std::optional<SealedText>& text) -> Result<std::string> {
        return text ? open_sealed(ring, {accounts_table, column, account.value}, *text)
                    : Result<std::string>(std::string());
    };
    GK_TRY(auto email, opened(email_column, sealed.email));
    GK_TRY(auto phone, opened(phone_column, sealed.phone));
    return Contact{.email = std::move(email), .phone = std::move(phone)};
}

}  // namespace gk::people
