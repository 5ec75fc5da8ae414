// The verbs of task_service.hpp about what an agency lays down and about what is sent out.
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "audit/store.hpp"
#include "notify/errors.hpp"
#include "notify/mail_text.hpp"
#include "notify/task_service.hpp"
#include "people/service.hpp"

namespace gk::notify {

namespace {

using people::Actor;
using people::Permission;
using store::Database;
using store::Snapshot;
using store::Transaction;

audit::Details in_words(const StoredSettings& stored) {
    const auto& [version, settings] = stored;
    const auto& hours = settings.hours;
    return {{"version", std::to_string(version)},
            {"soon_from", std::to_string(settings.lights.soon_from)},
            {"red_from", std::to_string(settings.lights.red_from)},
            {"remind_at", fmt::format("{}", fmt::join(settings.remind_at, ","))},
            {"escalate_after", std::to_string(settings.escalate_after)},
            {"escalate_to", std::string(people::key(settings.escalate_to))},
            {"sends_from_minute", std::to_string(hours.from_minute)},
            {"sends_until_minute", std::to_string(hours.until_minute)},
            {"is_working_days_only", hours.is_working_days_only ? "true" : "false"}};
}

}  // namespace

Result<StoredSettings> find_settings(Database& database, std::string_view agency_code) {
    return database.read([&](Snapshot& snapshot) -> Result<StoredSettings> {
        GK_TRY(const auto agency, people::find_agency(snapshot, agency_code));
        return load_settings(snapshot, agency.id);
    });
}

Result<std::int64_t> change_settings(Database& database, std::string_view agency_code,
                                     const StoredSettings& changed, const Actor& actor,
                                     Moment now) {
    GK_CHECK(check(changed.settings));
    return database.write([&](Transaction& transaction) -> Result<std::int64_t> {
        GK_TRY(const auto agency, people::find_agency(transaction, agency_code));
        if (!actor.may(Permission::agency_settings_edit, agency.id)) {
            return error(settings_not_allowed);
        }
        const auto before = load_settings(transaction, agency.id);
        if (before.version != changed.version) {
            return error(settings_changed, before.version, changed.version);
        }
        const auto version = before.version + 1;
        save_settings(transaction, agency.id, {version, changed.settings});
        reconsider_waiting(transaction, agency.id, now);
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::agency_settings_edit, agency.id),
                       .act = "notify_settings.change",
                       .object_kind = "agency",
                       .object_id = agency.public_id,
                       .agency = agency.id.value,
                       .details = in_words({version, changed.settings})});
        return version;
    });
}

std::vector<Carrier> own_carriers(Database& database, const Actor& actor) {
    GK_ASSERT(actor.account.has_value());
    return database.read(
        [&](Snapshot& snapshot) { return load_preferences(snapshot, *actor.account); });
}

void choose_carriers(Database& database, const std::vector<Carrier>& carriers, const Actor& actor) {
    GK_ASSERT(actor.account.has_value());
    database.write(
        [&](Transaction& transaction) { save_preferences(transaction, *actor.account, carriers); });
}

Result<OutgoingPage> list_outgoing(Database& database, std::string_view agency_code,
                                   const OutgoingFilter& filter, const Actor& actor) {
    return database.read([&](Snapshot& snapshot) -> Result<OutgoingPage> {
        GK_TRY(const auto agency, people::find_agency(snapshot, agency_code));
        if (!actor.may(Permission::agency_settings_edit, agency.id)) {
            return error(settings_not_allowed);
        }
        auto narrowed = filter;
        narrowed.agency = agency.id;
        return load_outgoing(snapshot, narrowed);
    });
}

Result<void> send_again(Database& database, std::string_view public_id, const Actor& actor,
                        Moment now) {
    return database.write([&](Transaction& transaction) -> Result<void> {
        const auto found = find_outgoing(transaction, public_id);
        if (!found || !actor.may(Permission::agency_settings_edit, found->agency)) {
            return error(outgoing_not_found);
        }
        if (found->status != OutgoingStatus::failed) {
            return error(outgoing_not_failed);
        }
        retry_outgoing(transaction, public_id, now);
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::agency_settings_edit, found->agency),
                       .act = "outgoing_message.retry",
                       .object_kind = "outgoing_message",
                       .object_id = std::string(public_id),
                       .agency = found->agency.value,
                       .details = {}});
        return {};
    });
}

Result<void> send_test(Gateway& gateway, Carrier carrier, const std::string& address, Moment now) {
    if (!gateway.is_on(carrier)) {
        return error(channel_off, label(carrier), keys_needed(carrier));
    }
    const auto receipt = gateway.carry({.public_id = new_public_id(),
                                        .carrier = carrier,
                                        .address = address,
                                        .subject = "测试：政府信息公开系统的提醒",
                                        .text = "这是一条测试消息，收到说明配置正确。"},
                                       now);
    if (receipt.carried != Carried::yes) {
        return error(sending_failed, receipt.error);
    }
    return {};
}

}  // namespace gk::notify
