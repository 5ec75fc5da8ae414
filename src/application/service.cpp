#include "application/service.hpp"

#include <utility>

#include "application/acting_service.hpp"
#include "application/applicant_store.hpp"
#include "application/application_check.hpp"
#include "application/case_file_store.hpp"
#include "application/errors.hpp"
#include "audit/store.hpp"
#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "people/errors.hpp"
#include "people/service.hpp"

namespace gk::application {

namespace {

using people::Permission;
using store::Transaction;

constexpr std::size_t submission_key_max = 64;

struct Intake {
    const NewApplication& given;
    Action action;
    const Entry& entry;
    const QueryCode& code;
    std::string_view submission_key;
    const people::Actor& actor;
};

Receipt receipt_of(const Case& of, bool is_repeated) {
    return {.public_id = of.public_id,
            .number = of.number,
            .submitted_at = of.events.front().at,
            .is_repeated = is_repeated};
}

Result<Receipt> take_in(Transaction& transaction, const Desk& desk, const Intake& intake,
                        Moment now) {
    const auto& given = intake.given;
    GK_TRY(const auto agency, people::find_agency(transaction, given.agency_code));
    if (intake.action == Action::register_application &&
        !intake.actor.may(Permission::case_register, agency.id)) {
        return error(not_permitted, label(intake.action), people::label(Permission::case_register));
    }
    if (!intake.submission_key.empty()) {
        if (const auto made = load_submitted(transaction, agency.id, intake.submission_key)) {
            return receipt_of(*made, true);
        }
    }
    const auto submitted_on = intake.entry.on.value_or(now.date());
    auto made = insert_case(
        transaction, {.agency = agency.id,
                      .agency_code = agency.code,
                      .number_year = submitted_on.year(),
                      .public_id = new_public_id(),
                      .kind = given.kind,
                      .applicant_kind = given.applicant.kind,
                      .masked_name = masked_name(given.applicant),
                      .wanted = given.wanted,
                      .notice_version = given.notice_version,
                      .part_of = {},
                      .submission_key = intake.submission_key.empty()
                                            ? std::nullopt
                                            : std::optional(std::string(intake.submission_key)),
                      .query_code_hash = intake.code.hash});
    insert_applicant(transaction, desk.ring, made, given.applicant, given.representative);
    GK_TRY(const auto begun,
           begin(transaction, desk, made, intake.action, intake.entry, intake.actor, now));
    GK_ASSERT(begun.version == 1);
    mark_identity_files(transaction, made, given.identity_files);
    return receipt_of(made, false);
}

// All that came with the application, whatever for.
void add_files(Entry& entry, const NewApplication& given) {
    entry.files.insert(entry.files.end(), given.files.begin(), given.files.end());
    entry.files.insert(entry.files.end(), given.identity_files.begin(), given.identity_files.end());
}

// Everything that is wrong with it at once. The channel decides which dates there are; the law
// checks them against it.
Result<void> check_registration(const NewApplication& given, const Entry& registration,
                                Date today) {
    ProblemList problems;
    if (const auto checked = check_registered(given); !checked) {
        problems.add(checked.error());
    }
    if (!registration.channel) {
        problems.add(error(field_missing, "提交方式").at("channel"));
    }
    if (!registration.on) {
        problems.add(error(field_missing, "提交日期").at("on"));
    }
    for (const auto& [field, label, date] :
         {std::tuple("on", "提交日期", registration.on),
          std::tuple("signed_on", "签收日期", registration.signed_on),
          std::tuple("confirmed_on", "双方确认日期", registration.confirmed_on)}) {
        if (date && *date > today) {
            problems.add(error(date_in_future, label, date->chinese()).at(field));
        }
    }
    return problems.empty() ? Result<void>() : Result<void>(std::move(problems).error());
}

}  // namespace

Result<Receipt> submit_application(const Desk& desk, const NewApplication& given,
                                   const QueryCode& code, std::string_view submission_key,
                                   Moment now) {
    GK_ASSERT(!submission_key.empty() && submission_key.size() <= submission_key_max);
    const auto clean = normalised(given);
    GK_CHECK(check_application(clean));
    Entry entry{.channel = law::Channel::internet};
    add_files(entry, clean);
    const auto applicant = applicant_actor();
    return desk.database.write([&](Transaction& transaction) {
        return take_in(transaction, desk,
                       {clean, Action::submit, entry, code, submission_key, applicant}, now);
    });
}

Result<Receipt> register_application(const Desk& desk, const NewApplication& given,
                                     const Entry& registration, const QueryCode& code,
                                     std::string_view submission_key, const people::Actor& actor,
                                     Moment now) {
    GK_ASSERT(submission_key.size() <= submission_key_max);
    const auto clean = normalised(given);
    GK_CHECK(check_registration(clean, registration, now.date()));
    auto entry = registration;
    add_files(entry, clean);
    return desk.database.write([&](Transaction& transaction) {
        return take_in(transaction, desk,
                       {clean, Action::register_application, entry, code, submission_key, actor},
                       now);
    });
}

Result<Done> act(const Desk& desk, const CaseReference& reference, Action action,
                 const Entry& entry, const people::Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<Done> {
        GK_TRY(auto found, load_for(transaction, reference.public_id, actor));
        if (reference.version && *reference.version != found.version) {
            return error(changed_by_another, found.version, *reference.version);
        }
        return take_step(transaction, desk, found, action, entry, actor, now);
    });
}

Result<Done> answer_correction(const Desk& desk, std::string_view public_id, const Entry& entry,
                               Moment now) {
    return act(desk, {.public_id = std::string(public_id)}, Action::receive_correction, entry,
               applicant_actor(), now);
}

Result<Done> give_reasons(const Desk& desk, std::string_view public_id, const Entry& entry,
                          Moment now) {
    return act(desk, {.public_id = std::string(public_id)}, Action::record_reasons, entry,
               applicant_actor(), now);
}

Result<Done> add_material(const Desk& desk, std::string_view public_id, const Entry& entry,
                          Moment now) {
    return act(desk, {.public_id = std::string(public_id)}, Action::add_material, entry,
               applicant_actor(), now);
}

Result<Done> withdraw_application(const Desk& desk, std::string_view public_id, const Entry& entry,
                                  Moment now) {
    return act(desk, {.public_id = std::string(public_id)}, Action::withdraw, entry,
               applicant_actor(), now);
}

Result<Done> change_contact(const Desk& desk, const CaseReference& reference,
                            const Contact& contact, const people::Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<Done> {
        GK_TRY(auto found, load_for(transaction, reference.public_id, actor));
        GK_CHECK(check_contact(contact));
        if (reference.version && *reference.version != found.version) {
            return error(changed_by_another, found.version, *reference.version);
        }
        GK_TRY(const auto done,
               take_step(transaction, desk, found, Action::change_contact, {}, actor, now));
        GK_CHECK(replace_contact(transaction, desk.ring, found, contact));
        return done;
    });
}

Result<void> replace_query_code(const Desk& desk, std::string_view public_id, const QueryCode& code,
                                const people::Actor& actor, Moment now) {
    return desk.database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto found, load_for(transaction, public_id, actor));
        if (!is_applicant(actor) && !actor.may(Permission::case_register, found.agency)) {
            return error(not_permitted, "更换查询码", people::label(Permission::case_register));
        }
        save_query_code_hash(transaction, found.id, code.hash);
        audit::append(transaction,
                      {.at = now,
                       .actor = actor.trail_name(Permission::case_register, found.agency),
                       .act = "case.replace_query_code",
                       .object_kind = "case",
                       .object_id = found.public_id,
                       .agency = found.agency.value,
                       .details = {{"number", found.number}}});
        return {};
    });
}

std::string normalised_case_number(std::string_view typed) {
    return text::lower_ascii(text::trim(text::to_half_width(typed)));
}

}  // namespace gk::application
