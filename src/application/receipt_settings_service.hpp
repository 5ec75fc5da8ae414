// What an agency lays down about receipt.
#pragma once

#include <string_view>

#include "application/receipt_settings_store.hpp"
#include "base/result.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::application {

// Refuses an unknown agency.
[[nodiscard]] Result<ReceiptSettings> find_receipt_settings(store::Database& database,
                                                            std::string_view agency_code);

// When what is handed in on line now counts as received: art. 31 where nobody knows the agency.
[[nodiscard]] law::ReceiptBy receipt_on_line(store::Database& database,
                                             std::string_view agency_code);

// They hold for what is taken in from now on; cases that are there keep theirs. Returns the new
// version. Refuses who may not, settings that have changed since `changed.version`, and receipt by
// anything that art. 31 does not leave open: ordinary mail, the internet and fax count from the
// confirmation or, earlier, from the submission.
[[nodiscard]] Result<std::int64_t> change_receipt_settings(store::Database& database,
                                                           std::string_view agency_code,
                                                           const ReceiptSettings& changed,
                                                           const people::Actor& actor, Moment now);

}  // namespace gk::application
