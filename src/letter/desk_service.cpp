#include "letter/desk_service.hpp"

#include "audit/store.hpp"
#include "document/stored_file_store.hpp"
#include "letter/errors.hpp"

namespace gk::letter {

namespace {

using people::Actor;
using people::Permission;
using store::Snapshot;
using store::Transaction;

constexpr auto needed = Permission::letter_template_edit;

Result<void> require(const Actor& actor, Id<people::Agency> agency) {
    if (!actor.may(needed, agency)) {
        return error(not_permitted, people::label(needed));
    }
    return {};
}

void record(Transaction& transaction, Id<people::Agency> agency, std::string_view act,
            std::string object_id, audit::Details details, const Actor& actor, Moment now) {
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(needed, agency),
                                .act = std::string(act),
                                .object_kind = "letter_desk",
                                .object_id = std::move(object_id),
                                .agency = agency.value,
                                .details = std::move(details)});
}

int newest_version(Snapshot& snapshot, Id<people::Agency> agency, law::LetterKind kind) {
    const auto templates = load_templates(snapshot, agency, kind);
    return templates.empty() ? 0 : templates.front().version;
}

Result<int> add_version(Transaction& transaction, Id<people::Agency> agency, StoredTemplate stored,
                        int seen, const Actor& actor, Moment now) {
    const auto newest = newest_version(transaction, agency, stored.kind);
    if (newest != seen) {
        return error(changed_by_another, newest, seen);
    }
    stored.version = newest + 1;
    stored.actor = actor.trail_name(needed, agency);
    stored.made_at = now;
    insert_template(transaction, agency, stored);
    record(transaction, agency, stored.text ? "letter_template.save" : "letter_template.drop",
           std::string(law::key(stored.kind)), {{"version", std::to_string(stored.version)}}, actor,
           now);
    return stored.version;
}

std::string kind_text(std::optional<law::LetterKind> kind) {
    return kind ? std::string(law::key(*kind)) : "all";
}

}  // namespace

TemplateInUse template_in_use(Snapshot& snapshot, Id<people::Agency> agency, law::LetterKind kind) {
    const auto stored = load_templates(snapshot, agency, kind);
    if (stored.empty() || !stored.front().text) {
        return {.text = default_template(kind)};
    }
    const auto& newest = stored.front();
    return {
        .text = *newest.text,
        .docx = newest.file ? document::load_stored_file(snapshot, *newest.file) : std::nullopt};
}

Result<int> save_template(Transaction& transaction, Id<people::Agency> agency,
                          const NewTemplate& given, const Actor& actor, Moment now) {
    GK_CHECK(require(actor, agency));
    GK_CHECK(check_template(given.kind, given.text));
    const auto file = document::insert_stored_file(transaction,
                                                   {.agency = agency,
                                                    .kind = document::MediaKind::docx,
                                                    .given_name = given.file_name,
                                                    .placed = given.docx},
                                                   now);
    return add_version(transaction, agency,
                       {.kind = given.kind, .text = given.text, .file = file.id}, given.version,
                       actor, now);
}

Result<int> drop_template(Transaction& transaction, Id<people::Agency> agency, law::LetterKind kind,
                          int version, const Actor& actor, Moment now) {
    GK_CHECK(require(actor, agency));
    return add_version(transaction, agency, {.kind = kind}, version, actor, now);
}

std::string pattern_in_use(Snapshot& snapshot, const people::Agency& agency,
                           std::optional<law::LetterKind> kind) {
    std::string found = default_number_pattern(agency.short_name);
    for (const auto& each : load_patterns(snapshot, agency.id)) {
        if (!each.kind || each.kind == kind) {
            found = each.pattern;  // That of the kind stands after the one for all.
        }
    }
    return found;
}

std::vector<PatternView> list_patterns(Snapshot& snapshot, const people::Agency& agency, int year) {
    auto stored = load_patterns(snapshot, agency.id);
    const bool is_default = stored.empty() || stored.front().kind;
    if (is_default) {
        stored.insert(stored.begin(), {std::nullopt, default_number_pattern(agency.short_name)});
    }
    std::vector<PatternView> views;
    for (const auto& each : stored) {
        const auto stem = NumberPattern::parse(each.pattern)->stem(year);
        const auto last = load_last_number(snapshot, agency.id, stem);
        views.push_back({.kind = each.kind,
                         .pattern = each.pattern,
                         .is_default = is_default && !each.kind,
                         .last_number = last,
                         .next = numbered(stem, last + 1)});
    }
    return views;
}

Result<void> set_pattern(Transaction& transaction, const people::Agency& agency,
                         const NewPattern& given, const Actor& actor, Moment now) {
    GK_CHECK(require(actor, agency.id));
    GK_TRY(const auto pattern, NumberPattern::parse(given.pattern));
    if (given.last_number) {
        const auto stem = pattern.stem(now.date().year());
        const auto last = load_last_number(transaction, agency.id, stem);
        if (*given.last_number < last) {
            return error(number_taken_back, last, *given.last_number).at("last_number");
        }
        save_last_number(transaction, agency.id, stem, *given.last_number);
    }
    save_pattern(transaction, agency.id, {given.kind, pattern.text()});
    record(transaction, agency.id, "number_pattern.set", kind_text(given.kind),
           {{"pattern", pattern.text()}}, actor, now);
    return {};
}

Result<void> drop_pattern(Transaction& transaction, const people::Agency& agency,
                          law::LetterKind kind, const Actor& actor, Moment now) {
    GK_CHECK(require(actor, agency.id));
    delete_pattern(transaction, agency.id, kind);
    record(transaction, agency.id, "number_pattern.drop", kind_text(kind), {}, actor, now);
    return {};
}

Result<Letterhead> set_letterhead(Transaction& transaction, const people::Agency& agency,
                                  const Letterhead& letterhead, const Actor& actor, Moment now) {
    GK_CHECK(require(actor, agency.id));
    const auto before = load_letterhead(transaction, agency.id);
    if (before.version != letterhead.version) {
        return error(changed_by_another, before.version, letterhead.version);
    }
    auto after = letterhead;
    ++after.version;
    save_letterhead(transaction, agency.id, after);
    record(transaction, agency.id, "letterhead.set", agency.public_id,
           {{"version", std::to_string(after.version)}}, actor, now);
    return after;
}

}  // namespace gk::letter
