// A play of the office: acts on cases, each on its day, performed in the order of the days by the
// same service calls that the workbench makes.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "application/desk_service.hpp"
#include "application/event.hpp"
#include "application/query_code.hpp"
#include "cli/demo/demo_people.hpp"
#include "remedy/service.hpp"

namespace gk::cli::demo {

// A case that comes about while the play runs, or a letter.
struct Slot {
    std::string id;
    std::string number;
    std::string title;     // What was asked for.
    int event_number = 0;  // Of the act that others follow.
};

// What an act has to do with the event that a slot remembers.
enum class Thread { none, begins, follows };

// What an act has to do with what was done before it.
struct Tie {
    Thread thread = Thread::none;
    const Slot* letter = nullptr;  // That tells of it.
};

class Play {
public:
    Play(const application::Desk& cases, const remedy::Desk& remedies, const Cast& cast)
        : cases_(cases), remedies_(remedies), cast_(cast) {}

    [[nodiscard]] Slot& new_slot() { return slots_.emplace_back(); }

    // So many working days later, or earlier.
    [[nodiscard]] Date day(Date from, int working_days) const;

    void on(Date day, std::function<Result<void>(Moment now)> step);

    void submits(Slot& slot, Date day, const application::NewApplication& given);
    void registers(Slot& slot, Date day, const application::NewApplication& given,
                   const application::Entry& registration);
    void does(Slot& slot, Date day, std::string_view who, application::Action action,
              application::Entry entry, Tie tie = {});
    void does(Slot& slot, Date day, remedy::RemedyAction action, remedy::Entry entry);

    // Performs what lies on or before today, and returns how many acts that were.
    [[nodiscard]] Result<int> run(Date today);

    [[nodiscard]] const application::Desk& cases() const { return cases_; }

    [[nodiscard]] const remedy::Desk& remedies() const { return remedies_; }

    [[nodiscard]] const people::Actor& actor(std::string_view who) const;

private:
    struct Step {
        Date day;
        std::function<Result<void>(Moment now)> perform;
    };

    const application::Desk& cases_;
    const remedy::Desk& remedies_;
    const Cast& cast_;
    const application::QueryCode code_ = application::new_query_code();
    std::deque<Slot> slots_;
    std::vector<Step> steps_;
};

}  // namespace gk::cli::demo
