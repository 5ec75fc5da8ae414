#include "cli/demo/play.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "application/service.hpp"

namespace gk::cli::demo {

namespace {

constexpr std::int64_t ms_of_minute = 60'000;
constexpr std::int64_t hours_before_noon = 3;  // The office opens at nine.

}  // namespace

Date Play::day(Date from, int working_days) const {
    if (working_days >= 0) {
        return cases_.calendar.add_working_days(from, working_days)->date;
    }
    for (int left = -working_days; left > 0;) {
        from = from.plus_days(-1);
        left -= cases_.calendar.is_working_day(from) ? 1 : 0;
    }
    return from;
}

void Play::on(Date day, std::function<Result<void>(Moment now)> step) {
    steps_.push_back({day, std::move(step)});
}

void Play::submits(Slot& slot, Date day, const application::NewApplication& given) {
    const auto submission_key = fmt::format("demo-{}", slots_.size());
    on(day, [this, &slot, given, submission_key](Moment now) -> Result<void> {
        GK_TRY(const auto receipt,
               application::submit_application(cases_, given, code_, submission_key, now));
        slot.id = receipt.public_id;
        slot.number = receipt.number;
        slot.title = given.wanted.title;
        return {};
    });
}

void Play::registers(Slot& slot, Date day, const application::NewApplication& given,
                     const application::Entry& registration) {
    on(day, [this, &slot, given, registration](Moment now) -> Result<void> {
        GK_TRY(const auto receipt,
               application::register_application(cases_, given, registration, code_, "",
                                                 actor("clerk"), now));
        slot.id = receipt.public_id;
        slot.number = receipt.number;
        slot.title = given.wanted.title;
        return {};
    });
}

void Play::does(Slot& slot, Date day, std::string_view who, application::Action action,
                application::Entry entry, Tie tie) {
    on(day,
       [this, &slot, who = std::string(who), action, entry = std::move(entry),
        tie](Moment now) -> Result<void> {
           auto said = entry;
           if (tie.thread == Thread::follows) {
               said.event_number = slot.event_number;
           }
           if (tie.letter != nullptr) {
               said.reference = tie.letter->id;
           }
           GK_TRY(const auto done,
                  application::act(cases_, {.public_id = slot.id}, action, said, actor(who), now));
           if (tie.thread == Thread::begins) {
               slot.event_number = done.event_number;
           }
           return {};
       });
}

void Play::does(Slot& slot, Date day, remedy::RemedyAction action, remedy::Entry entry) {
    on(day, [this, &slot, action, entry = std::move(entry)](Moment now) -> Result<void> {
        auto said = entry;
        said.on = now.date();
        GK_TRY(const auto done,
               remedy::act(remedies_, {slot.id}, action, said, actor("clerk"), now));
        GK_ASSERT(done.public_id == slot.id);
        return {};
    });
}

Result<int> Play::run(Date today) {
    std::ranges::stable_sort(steps_, {}, &Step::day);
    int count = 0;
    std::int64_t minute = 0;
    std::optional<Date> last;
    for (const auto& step : steps_) {
        if (step.day > today) {
            break;
        }
        minute = last == step.day ? minute + 1 : 0;
        last = step.day;
        const auto noon = FixedClock(step.day).now();
        GK_CHECK(step.perform({noon.utc_ms + (minute - hours_before_noon * 60) * ms_of_minute}));
        ++count;
    }
    return count;
}

const people::Actor& Play::actor(std::string_view who) const {
    const auto found = cast_.find(who);
    GK_ASSERT(found != cast_.end());
    return found->second;
}

}  // namespace gk::cli::demo
