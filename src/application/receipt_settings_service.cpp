#include "application/receipt_settings_service.hpp"

#include "application/errors.hpp"
#include "audit/store.hpp"
#include "base/problem_list.hpp"
#include "people/service.hpp"

namespace gk::application {

namespace {

using law::ReceiptBy;
using people::Permission;
using store::Snapshot;
using store::Transaction;

Result<void> check(const law::ReceiptRules& rules) {
    ProblemList problems;
    for (const auto channel : law::channels_to_confirm()) {
        if (rules.of(channel) == ReceiptBy::signature) {
            problems.add(
                error(receipt_not_of_channel, law::label(channel), law::label(rules.of(channel)))
                    .at(law::key(channel))
                    .on(law::receipt_basis(channel)));
        }
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return {};
}

audit::Details in_words(const ReceiptSettings& settings) {
    audit::Details details = {{"version", std::to_string(settings.version)},
                              {"rest_day", std::string(law::key(settings.rules.rest_day))}};
    for (const auto channel : law::channels_to_confirm()) {
        details.emplace_back(law::key(channel), law::key(settings.rules.of(channel)));
    }
    return details;
}

}  // namespace

Result<ReceiptSettings> find_receipt_settings(store::Database& database,
                                              std::string_view agency_code) {
    return database.read([&](Snapshot& snapshot) -> Result<ReceiptSettings> {
        GK_TRY(const auto agency, people::find_agency(snapshot, agency_code));
        return load_receipt_settings(snapshot, agency.id);
    });
}

law::ReceiptBy receipt_on_line(store::Database& database, std::string_view agency_code) {
    const auto settings = find_receipt_settings(database, agency_code);
    return (settings ? settings->rules : law::ReceiptRules{}).of(law::Channel::internet);
}

Result<std::int64_t> change_receipt_settings(store::Database& database,
                                             std::string_view agency_code,
                                             const ReceiptSettings& changed,
                                             const people::Actor& actor, Moment now) {
    GK_CHECK(check(changed.rules));
    return database.write([&](Transaction& transaction) -> Result<std::int64_t> {
        GK_TRY(const auto agency, people::find_agency(transaction, agency_code));
        if (!actor.may(Permission::agency_settings_edit, agency.id)) {
            return error(not_permitted, "修改收到日期的确定方法",
                         people::label(Permission::agency_settings_edit));
        }
        const auto before = load_receipt_settings(transaction, agency.id);
        if (before.version != changed.version) {
            return error(settings_changed, before.version, changed.version);
        }
        const ReceiptSettings after{before.version + 1, changed.rules};
        add_receipt_settings(transaction, agency.id, after, now);
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::agency_settings_edit, agency.id),
                       .act = "receipt_settings.change",
                       .object_kind = "agency",
                       .object_id = agency.public_id,
                       .agency = agency.id.value,
                       .details = in_words(after)});
        return after.version;
    });
}

}  // namespace gk::application
