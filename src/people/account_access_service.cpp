#include "people/account_access_service.hpp"

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/account_store.hpp"
#include "people/errors.hpp"

namespace gk::people {

namespace {

constexpr std::size_t reason_characters_max = 500;

}  // namespace

bool may_see_accounts(const Actor& actor, Id<Agency> agency) {
    return actor.may(Permission::account_manage, agency) ||
           actor.may(Permission::role_assign, agency);
}

Result<Account> account_for(store::Snapshot& snapshot, std::string_view account_id,
                            AccountAction action, const Actor& actor) {
    auto account = load_account_of_public_id(snapshot, account_id);
    if (!account || !may_see_accounts(actor, account->agency)) {
        return error(account_unknown, account_id);
    }
    GK_CHECK(permit(action, *account, actor));
    return *std::move(account);
}

Result<void> check_reason(std::string_view reason) {
    const auto trimmed = text::trim(reason);
    if (trimmed.empty() || text::decode(trimmed).size() > reason_characters_max) {
        return error(reason_blank, reason_characters_max).at("reason");
    }
    return {};
}

void record(store::Transaction& transaction, const Account& account, const AccountAct& act,
            const Actor& actor, Moment now) {
    audit::Details details = {{"login_name", account.login_name}};
    if (!act.reason.empty()) {
        details.emplace_back("reason", text::trim(act.reason));
    }
    details.insert(details.end(), act.details.begin(), act.details.end());
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(act.used, account.agency),
                                .act = std::string(act.act),
                                .object_kind = "account",
                                .object_id = account.public_id,
                                .agency = account.agency.value,
                                .details = details});
}

}  // namespace gk::people
