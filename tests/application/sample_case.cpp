#include "application/sample_case.hpp"

#include "calendar/load.hpp"

namespace gk::test {

using application::Action;
using application::Case;
using application::CaseKind;
using application::CaseState;
using application::Entry;
using people::Role;

const law::WorkingCalendar& sample_calendar() {
    static const auto calendar = *calendar::load(std::nullopt);
    return calendar;
}

people::Actor person(Role role, Id<people::Agency> agency) {
    return {.name = "user:" + std::string(people::key(role)),
            .display_name = std::string(people::label(role)),
            .account = Id<people::Account>{static_cast<std::int64_t>(role) + 1},
            .held_roles = {{.role = role, .agency = agency}}};
}

people::Actor unit_officer(std::string unit, Id<people::Agency> agency) {
    auto actor = person(Role::unit_officer, agency);
    actor.held_roles.front().unit = std::move(unit);
    return actor;
}

Moment noon(Date date) {
    return FixedClock(date).now();
}

SampleCase::SampleCase(CaseKind kind) {
    case_ = {.id = {1},
             .agency = sample_agency,
             .public_id = "case",
             .number = "xigebi-2026-0001",
             .kind = kind,
             .wanted = {.title = "镇级财政预算"},
             .masked_name = "申**"};
}

SampleCase& SampleCase::did(Action action, Role role, Date at, Entry entry) {
    case_.events.push_back({.number = static_cast<int>(case_.events.size()) + 1,
                            .action = action,
                            .actor = "user:" + std::string(people::key(role)),
                            .at = noon(at),
                            .entry = std::move(entry)});
    case_.version = static_cast<std::int64_t>(case_.events.size());
    return *this;
}

SampleCase& SampleCase::applicant_did(Action action, Date at, Entry entry) {
    did(action, Role::clerk, at, std::move(entry));
    case_.events.back().actor = application::applicant_actor().name;
    return *this;
}

application::Standing SampleCase::standing(Date today) const {
    return *application::standing_of(case_, sample_calendar(), today);
}

SampleCase counter_case(CaseKind kind) {
    SampleCase sample(kind);
    sample.did(Action::register_application, Role::clerk, Date(2026, 3, 2),
               {.channel = law::Channel::counter});
    return sample;
}

namespace {

SampleCase drafted() {
    auto sample = counter_case();
    sample.did(Action::draft_decision, Role::clerk, Date(2026, 3, 10),
               {.text = "不属于本机关", .outcome = law::Outcome::held_elsewhere});
    return sample;
}

SampleCase signed_case() {
    auto sample = drafted();
    sample.did(Action::review_decision, Role::office_head, Date(2026, 3, 11));
    sample.did(Action::sign_decision, Role::signatory, Date(2026, 3, 12));
    return sample;
}

SampleCase delivered() {
    auto sample = signed_case();
    sample.did(Action::deliver, Role::clerk, Date(2026, 3, 13),
               {.on = Date(2026, 3, 13), .route = application::AnswerRoute::post});
    return sample;
}

SampleCase closed() {
    auto sample = delivered();
    sample.did(Action::close, Role::clerk, Date(2026, 3, 16));
    return sample;
}

SampleCase unconfirmed() {
    SampleCase sample;
    sample.applicant_did(Action::submit, Date(2026, 3, 2), {.channel = law::Channel::internet});
    return sample;
}

}  // namespace

SampleCase case_in(CaseState state) {
    const Date day(2026, 3, 5);
    switch (state) {
        case CaseState::awaiting_confirmation:
            return unconfirmed();
        case CaseState::awaiting_examination:
            return counter_case();
        case CaseState::awaiting_correction:
            return counter_case().did(Action::ask_for_correction, Role::clerk, day,
                                      {.text = "请写明年度", .due_on = Date(2026, 3, 19)});
        case CaseState::awaiting_payment:
            return counter_case().did(Action::notify_fee, Role::clerk, day,
                                      {.text = "按量计收，请到财政所缴纳",
                                       .fee_scale = law::FeeScale::per_page,
                                       .fee_units = 44,
                                       .amount_fen = 14000});
        case CaseState::consulting:
            return counter_case().did(Action::consult, Role::clerk, day,
                                      {.text = "是否同意公开",
                                       .consulted = law::Consulted::third_party,
                                       .party = "某某公司"});
        case CaseState::in_progress:
            return counter_case().did(
                Action::give_search_task, Role::clerk, day,
                {.text = "查找预算", .due_on = Date(2026, 3, 12), .unit = "finance"});
        case CaseState::in_review:
            return drafted();
        case CaseState::awaiting_signature:
            return drafted().did(Action::review_decision, Role::office_head, Date(2026, 3, 11));
        case CaseState::awaiting_delivery:
            return signed_case();
        case CaseState::awaiting_closing:
            return delivered();
        case CaseState::closed:
            return closed();
        case CaseState::archived:
            return closed().did(Action::archive, Role::clerk, Date(2026, 3, 17));
    }
    return SampleCase();
}

}  // namespace gk::test
