// The pages around a form: saved for later, discarded, the receipt, the notice on personal data.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "application/started/form.hpp"
#include "base/date.hpp"
#include "law/receipt.hpp"
#include "web/http/message.hpp"
#include "web/portal/frame.hpp"

namespace gk::web::citizen {

// Of the notice that is shown; kept with every application. A change of its text is a new one.
inline constexpr std::string_view notice_version = "2026-11-28";

struct KeptForm {
    std::string link;
    std::string origin;  // https://gk.example.gov.cn
    Date expires_on;
    std::chrono::days days;
};

// Where the visitor finds this site: what the own addresses begin with on paper.
[[nodiscard]] std::string origin_of(const Request& request);

[[nodiscard]] std::string saved_page(const portal::Viewing& viewing, const KeptForm& kept);
[[nodiscard]] std::string discarded_page(const portal::Viewing& viewing);

// How the agency of a receipt goes on with it.
struct ReceiptAgency {
    law::ReceiptBy receipt_by;
    portal::DisclosureOffice office;
};

[[nodiscard]] std::string receipt_page(const portal::Viewing& viewing,
                                       const application::started::Receipt& receipt,
                                       const ReceiptAgency& agency, const KeptForm& kept);

// How long things are kept, as the notice says it. No days of identity: with the case.
struct KeptDays {
    std::chrono::days forms;
    std::chrono::days identity;
};

[[nodiscard]] std::string notice_page(const portal::Viewing& viewing, const KeptDays& kept);

}  // namespace gk::web::citizen
