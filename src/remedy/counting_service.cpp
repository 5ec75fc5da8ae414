// What an agency lays down about counting: verbs of service.hpp.
#include <set>

#include "audit/store.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "remedy/errors.hpp"
#include "remedy/service.hpp"

namespace gk::remedy {

namespace {

using people::Actor;
using people::Permission;
using store::Snapshot;
using store::Transaction;

Result<void> check_rules(const std::vector<CountingRule>& rules) {
    std::set<std::string> seen;
    for (const auto& rule : rules) {
        const auto name = rule.decision ? "a" + std::string(law::key(*rule.decision))
                                        : "b" + std::string(law::key(*rule.ruling));
        const auto said = rule.decision ? law::label(*rule.decision) : law::label(*rule.ruling);
        if (text::trim(rule.reason).empty()) {
            return error(field_missing, "这样计的理由").at("reason");
        }
        if (!seen.insert(name).second) {
            return error(counting_rule_twice, said).at("decision");
        }
    }
    return {};
}

void count_anew(Transaction& transaction, const Desk& desk, Id<people::Agency> agency) {
    const auto overrides = load_overrides(transaction, agency);
    for (const auto& public_id : load_ids(transaction, agency)) {
        const auto of = load_remedy(transaction, public_id);
        save_standing(transaction, *of, standing_of(*of, desk.calendar, overrides));
    }
}

}  // namespace

Result<std::vector<CountingRule>> counting_rules(store::Database& database,
                                                 std::string_view agency_code, const Actor& actor) {
    return database.read([&](Snapshot& snapshot) -> Result<std::vector<CountingRule>> {
        GK_TRY(const auto agency, people::find_agency(snapshot, agency_code));
        if (!actor.may(Permission::report_read, agency.id)) {
            return error(remedy_not_allowed, "查看复议和诉讼计数方法");
        }
        return load_counting_rules(snapshot, agency.id);
    });
}

Result<void> change_counting_rules(const Desk& desk, std::string_view agency_code,
                                   const std::vector<CountingRule>& rules, const Actor& actor,
                                   Moment now) {
    GK_CHECK(check_rules(rules));
    return desk.database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto agency, people::find_agency(transaction, agency_code));
        if (!actor.may(Permission::agency_settings_edit, agency.id)) {
            return error(remedy_not_allowed, "修改复议和诉讼计数方法");
        }
        save_counting_rules(transaction, agency.id, rules);
        count_anew(transaction, desk, agency.id);
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::agency_settings_edit, agency.id),
                       .act = "remedy_counting.change",
                       .object_kind = "agency",
                       .object_id = agency.public_id,
                       .agency = agency.id.value,
                       .details = {{"rules", std::to_string(rules.size())}}});
        return {};
    });
}

}  // namespace gk::remedy
