// What is done with forms that are being filled in. Whoever has the link may do it; nobody else
// can.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "application/started/form.hpp"
#include "people/actor.hpp"
#include "people/key_ring.hpp"
#include "store/database.hpp"

namespace gk::application::started {

// Where forms are kept, and until when.
struct FormKeeping {
    store::Database& database;
    const people::KeyRing& ring;
    std::chrono::days kept_for{30};  // After the last change.
};

// Returns the link of the new form: 26 characters that nobody can guess. Refuses an address, and
// the site as a whole, that begins too many (`started_form.too_many`).
[[nodiscard]] Result<std::string> start_form(const FormKeeping& keeping,
                                             std::string_view notice_version,
                                             std::string_view client_address, Moment now);

// Refuses a link that no form has, or whose time is over.
[[nodiscard]] Result<StartedForm> find_form(const FormKeeping& keeping, std::string_view link,
                                            Moment now);

[[nodiscard]] Result<StartedForm> find_form(store::Snapshot& snapshot, const people::KeyRing& ring,
                                            std::string_view link, Moment now);

// Keeps what was typed on this page, right or wrong. Refuses what is no text and a form that is
// submitted.
[[nodiscard]] Result<StartedForm> save_page(const FormKeeping& keeping, std::string_view link,
                                            FormPage page, const Fields& sent, Moment now);

// From when on it may be submitted without proof of work. Set once; later calls change nothing.
[[nodiscard]] Result<Moment> set_delay(const FormKeeping& keeping, std::string_view link,
                                       std::chrono::seconds delay, Moment now);

// Runs `change` on the form in one transaction and keeps what it made of it. Refuses as find_form()
// and `change` do.
using FormChange = std::function<Result<void>(store::Transaction&, StartedForm&)>;
[[nodiscard]] Result<StartedForm> change_form(const FormKeeping& keeping, std::string_view link,
                                              Moment now, const FormChange& change);

// Nothing stays of it. A form that was submitted loses its receipt, not its application.
[[nodiscard]] Result<void> discard_form(const FormKeeping& keeping, std::string_view link,
                                        Moment now);

// In place of what was typed stands the receipt, and `also` is done in the same transaction. Done
// before: the receipt that is there is returned.
[[nodiscard]] Result<Receipt> keep_receipt(
    const FormKeeping& keeping, std::string_view link, const Receipt& receipt, Moment now,
    const std::function<void(store::Transaction&)>& also = {});

struct Removed {
    std::int64_t forms = 0;
    std::int64_t limits = 0;
};

// Deletes the forms whose time is over and the limits that hold nobody back. The trail records how
// many. Refuses who may not operate.
[[nodiscard]] Result<Removed> remove_expired(store::Database& database, const people::Actor& actor,
                                             Moment now);

// "3分钟", "2小时": how long somebody has to wait, in words.
[[nodiscard]] std::string waiting_time(int seconds);

}  // namespace gk::application::started
