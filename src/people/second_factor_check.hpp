// Whether a code proves the second factor of an account; it serves once.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "people/account_store.hpp"
#include "people/key_ring.hpp"
#include "store/transaction.hpp"

namespace gk::people {

// The code of the app, or a recovery code however it was typed. Refuses as open_sealed() does.
[[nodiscard]] Result<bool> take_code(store::Transaction& transaction, const KeyRing& ring,
                                     const Credentials& credentials, std::string_view code,
                                     Moment now);

// Recovery codes are compared without what is put between their letters.
[[nodiscard]] std::string normalised_code(std::string_view typed);

}  // namespace gk::people
