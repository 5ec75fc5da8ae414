#include "application/started/file_service.hpp"

#include <algorithm>

#include "application/started/errors.hpp"
#include "application/started/limit_store.hpp"
#include "application/started/store.hpp"
#include "document/waiting_file_service.hpp"
#include "document/waiting_file_store.hpp"
#include "people/service.hpp"

namespace gk::application::started {

namespace {

using std::chrono::seconds;
using store::Transaction;

constexpr LimitRule files_of_address{.at_once = 40, .one_each = seconds(30)};

Result<void> check_room(const StartedForm& form) {
    if (form.is_submitted()) {
        return error(form_submitted);
    }
    if (form.files.size() >= files_of_form_max) {
        return error(too_many_files, files_of_form_max);
    }
    return {};
}

Result<void> count_file(const FormKeeping& keeping, const Sender& sender, Moment now) {
    const auto subject = limit_subject(keeping.ring, "send a file", sender.client_address);
    return keeping.database.write([&](Transaction& transaction) -> Result<void> {
        if (const auto wait = wait_seconds(transaction, files_of_address, subject, now)) {
            return error(too_many, waiting_time(*wait));
        }
        return {};
    });
}

}  // namespace

Result<std::string> keep_file(const FormKeeping& keeping, const document::FileStore& files,
                              const Sender& sender, const SentFile& sent, Moment now) {
    GK_CHECK(count_file(keeping, sender, now));
    GK_TRY(const auto agency, people::find_agency(keeping.database, sender.agency_code));
    GK_TRY(auto kept,
           document::keep_waiting_file(
               keeping.database, files,
               {.agency = agency.id, .kept_for = {}, .name = sent.name, .bytes = sent.bytes}, now));
    return std::move(kept.public_id);
}

Result<void> attach_file(const FormKeeping& keeping, const document::FileStore& files,
                         std::string_view link, std::string_view field, const Sender& sender,
                         const SentFile& sent, Moment now) {
    GK_TRY(const auto before, find_form(keeping, link, now));
    GK_CHECK(check_room(before));
    GK_TRY(const auto file, keep_file(keeping, files, sender, sent, now));
    return keeping.database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto form, find_form(transaction, keeping.ring, link, now));
        GK_CHECK(check_room(form));
        insert_form_file(transaction, form.id, field, file);
        document::end_waiting(transaction, {file});
        return {};
    });
}

Result<void> detach_file(const FormKeeping& keeping, std::string_view link, std::string_view file,
                         Moment now) {
    return keeping.database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto form, find_form(transaction, keeping.ring, link, now));
        if (std::ranges::find(form.files, file, &FormFile::public_id) != form.files.end() &&
            !form.is_submitted()) {
            delete_form_file(transaction, form.id, file);
        }
        return {};
    });
}

}  // namespace gk::application::started
