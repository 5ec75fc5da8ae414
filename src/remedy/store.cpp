#include "remedy/store.hpp"

#include <array>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::remedy {

namespace {

constexpr std::string_view table = "remedy_cases";
constexpr std::array<std::string_view, 1> sealed_columns = {"claimant_name"};

template <typename Value>
Value known(const std::optional<Value>& value) {
    GK_ASSERT(value.has_value());
    return *value;
}

std::string_view kind_key(law::RemedyGroup group) {
    return is_litigation(group) ? "litigation" : "reconsideration";
}

std::optional<std::string> decision_key(const Entry& entry) {
    if (entry.decision) {
        return std::string(law::key(*entry.decision));
    }
    return entry.ruling ? std::optional(std::string(law::key(*entry.ruling))) : std::nullopt;
}

std::optional<std::string> counted_key(const std::optional<CountedAs>& counted) {
    return counted ? std::optional(std::string(key(*counted))) : std::nullopt;
}

std::optional<CountedAs> counted_in(const std::optional<std::string>& word) {
    return word ? std::optional(known(counted_as_of(*word))) : std::nullopt;
}

std::vector<std::string> files_of(const std::string& joined) {
    std::vector<std::string> files;
    if (!joined.empty()) {
        for (const auto part : text::split(joined, ' ')) {
            files.emplace_back(part);
        }
    }
    return files;
}

Entry entry_of(const store::Statement& row, law::RemedyGroup group) {
    Entry entry;
    entry.on = row.get<std::optional<Date>>(4);
    entry.text = row.get<std::string>(5);
    entry.reference = row.get<std::string>(6);
    entry.files = files_of(row.get<std::string>(7));
    entry.is_simplified = row.get<std::optional<bool>>(8);
    entry.days = row.get<std::optional<int>>(9);
    entry.due_on = row.get<std::optional<Date>>(10);
    if (const auto decision = row.get<std::optional<std::string>>(11)) {
        if (is_litigation(group)) {
            entry.ruling = known(law::litigation_ruling_of(*decision));
        } else {
            entry.decision = known(law::reconsideration_decision_of(*decision));
        }
    }
    entry.counted = counted_in(row.get<std::optional<std::string>>(12));
    entry.counted_reason = row.get<std::string>(13);
    entry.act_number = row.get<std::optional<int>>(14);
    return entry;
}

void load_acts(store::Snapshot& snapshot, RemedyCase& of) {
    auto row = snapshot.query(
        "SELECT number, action, actor, acted_at, happened_on, content, reference, files,"
        " is_simplified, days, due_on, decision, counted_as, counted_reason, act_number"
        " FROM remedy_acts WHERE agency_id = ? AND remedy_id = ? ORDER BY number",
        of.agency, of.id);
    while (row.next()) {
        of.acts.push_back({.number = row.get<int>(0),
                           .action = known(remedy_action_of(row.get<std::string>(1))),
                           .actor = row.get<std::string>(2),
                           .at = row.get<Moment>(3),
                           .entry = entry_of(row, of.group)});
    }
}

}  // namespace

people::SealedTable sealed_remedies() {
    return {.table = table, .columns = sealed_columns};
}

void insert_remedy(store::Transaction& transaction, const people::KeyRing& ring, RemedyCase& of,
                   std::string_view claimant_name) {
    {
        auto row = transaction.query(
            "INSERT INTO remedy_cases (agency_id, public_id, remedy_group, application_id,"
            " preceding_id, title, body_name, body_number, subject, masked_name, version, stage,"
            " opened_on, is_paused) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, '', 0)"
            " RETURNING id",
            of.agency, of.public_id, law::key(of.group), of.application_id, of.preceding_id,
            of.title, of.body_name, of.body_number, key(of.subject), of.masked_name,
            key(RemedyStage::registered));
        GK_ASSERT(row.next());
        of.id = row.get<Id<RemedyCase>>(0);
    }
    if (!claimant_name.empty()) {
        transaction.execute(
            "UPDATE remedy_cases SET claimant_name = ? WHERE id = ?",
            people::seal(ring, {table, sealed_columns[0], of.id.value}, claimant_name), of.id);
    }
}

std::optional<RemedyCase> load_remedy(store::Snapshot& snapshot, std::string_view public_id) {
    RemedyCase of;
    {
        auto row = snapshot.query(
            "SELECT r.id, r.agency_id, a.code, r.public_id, r.remedy_group, r.application_id,"
            " r.preceding_id, r.title, r.body_name, r.body_number, r.subject, r.masked_name,"
            " r.version FROM remedy_cases r JOIN agencies a ON a.id = r.agency_id"
            " WHERE r.public_id = ?",
            public_id);
        if (!row.next()) {
            return std::nullopt;
        }
        of.id = row.get<Id<RemedyCase>>(0);
        of.agency = row.get<Id<people::Agency>>(1);
        of.agency_code = row.get<std::string>(2);
        of.public_id = row.get<std::string>(3);
        of.group = known(remedy_group_of(row.get<std::string>(4)));
        of.application_id = row.get<std::optional<std::string>>(5);
        of.preceding_id = row.get<std::optional<std::string>>(6);
        of.title = row.get<std::string>(7);
        of.body_name = row.get<std::string>(8);
        of.body_number = row.get<std::string>(9);
        of.subject = known(remedy_subject_of(row.get<std::string>(10)));
        of.masked_name = row.get<std::string>(11);
        of.version = row.get<std::int64_t>(12);
    }
    load_acts(snapshot, of);
    return of;
}

Result<std::optional<std::string>> load_claimant(store::Snapshot& snapshot,
                                                 const people::KeyRing& ring,
                                                 const RemedyCase& of) {
    auto row = snapshot.query("SELECT claimant_name FROM remedy_cases WHERE id = ?", of.id);
    GK_ASSERT(row.next());
    const auto sealed = row.get<std::optional<store::Blob>>(0);
    if (!sealed) {
        return std::optional<std::string>();
    }
    GK_TRY(auto name, people::open_sealed(ring, {table, sealed_columns[0], of.id.value}, *sealed));
    return std::optional(std::move(name));
}

void append_act(store::Transaction& transaction, RemedyCase& of, Act act) {
    act.number = static_cast<int>(of.acts.size()) + 1;
    const auto& entry = act.entry;
    transaction.execute(
        "INSERT INTO remedy_acts (agency_id, remedy_id, number, action, actor, acted_at,"
        " happened_on, content, reference, files, is_simplified, days, due_on, decision,"
        " counted_as, counted_reason, act_number)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        of.agency, of.id, act.number, key(act.action), act.actor, act.at, entry.on, entry.text,
        entry.reference, text::join(entry.files, " "), entry.is_simplified, entry.days,
        entry.due_on, decision_key(entry), counted_key(entry.counted), entry.counted_reason,
        entry.act_number);
    of.acts.push_back(std::move(act));
    ++of.version;
}

void save_standing(store::Transaction& transaction, const RemedyCase& of,
                   const Standing& standing) {
    const auto& conclusion = standing.conclusion;
    const auto saved = transaction.execute(
        "UPDATE remedy_cases SET version = ?, stage = ?, opened_on = ?, owed_by = ?,"
        " is_paused = ?, concluded_on = ?, counted_as = ? WHERE id = ?",
        of.version, key(standing.stage), standing.opened_on, standing.owed_by,
        standing.suspended_on.has_value(),
        conclusion ? std::optional(conclusion->on) : std::nullopt,
        conclusion ? std::optional(key(counted_as(conclusion->result))) : std::nullopt, of.id);
    GK_ASSERT(saved == 1);
}

std::vector<CountingRule> load_counting_rules(store::Snapshot& snapshot,
                                              Id<people::Agency> agency) {
    auto row = snapshot.query(
        "SELECT remedy_kind, decision, counted_as, reason FROM remedy_counting_rules"
        " WHERE agency_id = ? ORDER BY remedy_kind DESC, decision",
        agency);
    std::vector<CountingRule> rules;
    while (row.next()) {
        CountingRule rule{.counted = known(counted_as_of(row.get<std::string>(2))),
                          .reason = row.get<std::string>(3)};
        const auto decision = row.get<std::string>(1);
        if (row.get<std::string>(0) == kind_key(law::RemedyGroup::reconsideration)) {
            rule.decision = known(law::reconsideration_decision_of(decision));
        } else {
            rule.ruling = known(law::litigation_ruling_of(decision));
        }
        rules.push_back(std::move(rule));
    }
    return rules;
}

law::CountingOverrides load_overrides(store::Snapshot& snapshot, Id<people::Agency> agency) {
    law::CountingOverrides overrides;
    for (const auto& rule : load_counting_rules(snapshot, agency)) {
        if (rule.decision) {
            overrides.reconsideration.emplace(*rule.decision, result_of(rule.counted));
        } else {
            overrides.litigation.emplace(*rule.ruling, result_of(rule.counted));
        }
    }
    return overrides;
}

void save_counting_rules(store::Transaction& transaction, Id<people::Agency> agency,
                         const std::vector<CountingRule>& rules) {
    transaction.execute("DELETE FROM remedy_counting_rules WHERE agency_id = ?", agency);
    for (const auto& rule : rules) {
        transaction.execute(
            "INSERT INTO remedy_counting_rules (agency_id, remedy_kind, decision, counted_as,"
            " reason) VALUES (?, ?, ?, ?, ?)",
            agency,
            kind_key(rule.decision ? law::RemedyGroup::reconsideration
                                   : law::RemedyGroup::direct_litigation),
            rule.decision ? law::key(*rule.decision) : law::key(*rule.ruling), key(rule.counted),
            rule.reason);
    }
}

std::vector<std::string> load_ids(store::Snapshot& snapshot, Id<people::Agency> agency) {
    auto row = snapshot.query("SELECT public_id FROM remedy_cases WHERE agency_id = ? ORDER BY id",
                              agency);
    std::vector<std::string> ids;
    while (row.next()) {
        ids.push_back(row.get<std::string>(0));
    }
    return ids;
}

}  // namespace gk::remedy
