#include "application/started/service.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/started/errors.hpp"
#include "application/started/field.hpp"
#include "application/started/limit_store.hpp"
#include "application/started/store.hpp"
#include "audit/store.hpp"
#include "base/hash.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "people/errors.hpp"

namespace gk::application::started {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using store::Snapshot;
using store::Transaction;

// An address may be that of a whole village, the site's limit keeps the table from being filled.
constexpr LimitRule starts_of_address{.at_once = 30, .one_each = minutes(2)};
constexpr LimitRule starts_of_site{.at_once = 1000, .one_each = seconds(3)};

// A link is found by its digest: who reads the table cannot open a form with what stands there.
std::string digest_of(std::string_view link) {
    return sha256_hex(link);
}

Moment later(Moment now, std::chrono::milliseconds time) {
    return {now.utc_ms + time.count()};
}

Result<void> check_text(FormPage page, const Fields& sent) {
    for (const auto name : fields_of(page)) {
        if (!text::is_utf8(value(sent, name))) {
            return error(field_not_text, field_label(name, sent)).at(name);
        }
    }
    return {};
}

// Saves a form that was just loaded in this transaction.
void save(Transaction& transaction, const FormKeeping& keeping, StartedForm& form) {
    GK_ASSERT(update_form(transaction, keeping.ring, form));
    ++form.version;
}

}  // namespace

Result<std::string> start_form(const FormKeeping& keeping, std::string_view notice_version,
                               std::string_view client_address, Moment now) {
    const auto link = new_public_id();
    StartedForm form;
    form.started_at = now;
    form.expires_at = later(now, keeping.kept_for);
    form.notice_version = notice_version;
    form.submission_key = new_public_id();
    const auto of_address = limit_subject(keeping.ring, "start a form", client_address);
    const auto of_site = limit_subject(keeping.ring, "start a form", "the site");
    return keeping.database.write([&](Transaction& transaction) -> Result<std::string> {
        auto wait = wait_seconds(transaction, starts_of_address, of_address, now);
        if (!wait) {
            wait = wait_seconds(transaction, starts_of_site, of_site, now);
        }
        if (wait) {
            return error(too_many, waiting_time(*wait));
        }
        insert_form(transaction, keeping.ring, form, digest_of(link));
        return link;
    });
}

Result<StartedForm> find_form(Snapshot& snapshot, const people::KeyRing& ring,
                              std::string_view link, Moment now) {
    GK_TRY(auto form, load_form(snapshot, ring, digest_of(link)));
    if (!form || form->expires_at <= now) {
        return error(form_not_found);
    }
    return *std::move(form);
}

Result<StartedForm> find_form(const FormKeeping& keeping, std::string_view link, Moment now) {
    return keeping.database.read(
        [&](Snapshot& snapshot) { return find_form(snapshot, keeping.ring, link, now); });
}

Result<StartedForm> change_form(const FormKeeping& keeping, std::string_view link, Moment now,
                                const FormChange& change) {
    return keeping.database.write([&](Transaction& transaction) -> Result<StartedForm> {
        GK_TRY(auto form, find_form(transaction, keeping.ring, link, now));
        GK_CHECK(change(transaction, form));
        save(transaction, keeping, form);
        return form;
    });
}

Result<StartedForm> save_page(const FormKeeping& keeping, std::string_view link, FormPage page,
                              const Fields& sent, Moment now) {
    GK_CHECK(check_text(page, sent));
    return change_form(keeping, link, now, [&](Transaction&, StartedForm& form) -> Result<void> {
        if (form.is_submitted()) {
            return error(form_submitted);
        }
        form.fields = with_page(std::move(form.fields), page, sent);
        form.expires_at = later(now, keeping.kept_for);
        return {};
    });
}

Result<Moment> set_delay(const FormKeeping& keeping, std::string_view link,
                         std::chrono::seconds delay, Moment now) {
    GK_TRY(const auto form,
           change_form(keeping, link, now, [&](Transaction&, StartedForm& delayed) -> Result<void> {
               delayed.may_submit_at = delayed.may_submit_at.value_or(later(now, delay));
               return {};
           }));
    return *form.may_submit_at;
}

Result<void> discard_form(const FormKeeping& keeping, std::string_view link, Moment now) {
    return keeping.database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto form, find_form(transaction, keeping.ring, link, now));
        delete_form(transaction, form.id);
        return {};
    });
}

Result<Receipt> keep_receipt(const FormKeeping& keeping, std::string_view link,
                             const Receipt& receipt, Moment now,
                             const std::function<void(Transaction&)>& also) {
    GK_TRY(const auto form,
           change_form(keeping, link, now,
                       [&](Transaction& transaction, StartedForm& kept) -> Result<void> {
                           if (!kept.is_submitted()) {
                               kept.receipt = receipt;
                               release_files(transaction, kept.id);
                               kept.expires_at = later(now, keeping.kept_for);
                               if (also) {
                                   also(transaction);
                               }
                           }
                           return {};
                       }));
    return *form.receipt;
}

Result<Removed> remove_expired(store::Database& database, const people::Actor& actor, Moment now) {
    if (!actor.may(people::Permission::operate)) {
        return error(people::operator_only);
    }
    return database.write([&](Transaction& transaction) -> Result<Removed> {
        const Removed removed{.forms = delete_expired_forms(transaction, now),
                              .limits = delete_past_limits(transaction, now)};
        if (removed.forms > 0) {
            audit::append(transaction, {.at = now,
                                        .actor = actor.name,
                                        .act = "started_form.expire",
                                        .object_kind = "started_forms",
                                        .object_id = now.date().iso(),
                                        .agency = {},
                                        .details = {{"count", std::to_string(removed.forms)}}});
        }
        return removed;
    });
}

std::string waiting_time(int seconds_left) {
    constexpr int minute = 60;
    constexpr int hour = 3600;
    if (seconds_left <= minute) {
        return fmt::format("{}秒", seconds_left);
    }
    if (seconds_left <= hour) {
        return fmt::format("{}分钟", (seconds_left + minute - 1) / minute);
    }
    return fmt::format("{}小时", (seconds_left + hour - 1) / hour);
}

}  // namespace gk::application::started
