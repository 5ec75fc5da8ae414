#include "people/second_factor_check.hpp"

#include "base/text.hpp"
#include "people/one_time_code.hpp"
#include "people/second_factor_store.hpp"

namespace gk::people {

std::string normalised_code(std::string_view typed) {
    auto code = text::lower_ascii(text::to_half_width(typed));
    std::erase_if(code, [](char c) { return c == ' ' || c == '-'; });
    return code;
}

Result<bool> take_code(store::Transaction& transaction, const KeyRing& ring,
                       const Credentials& credentials, std::string_view code, Moment now) {
    if (!credentials.second_factor) {
        return false;
    }
    const auto account = credentials.account.id;
    GK_TRY(const auto secret,
           open_sealed(ring, {accounts_table, second_factor_column, account.value},
                       *credentials.second_factor));
    const auto typed = normalised_code(code);
    if (const auto step = matching_step(secret, typed, now, credentials.second_factor_step)) {
        update_second_factor_step(transaction, account, *step);
        return true;
    }
    return take_recovery_code(transaction, account, typed);
}

}  // namespace gk::people
