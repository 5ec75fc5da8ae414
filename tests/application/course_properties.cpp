// What must hold whatever is done with a case, in whatever order, by whomever. Every run takes
// other courses and prints its seed; the same again:
//   GONGKAI_SEED=… build/dev/tests/application/test_application --gtest_filter='RandomCourses.*'
#include <cstdlib>
#include <map>
#include <random>

#include <gtest/gtest.h>

#include "application/flow.hpp"
#include "application/sample_case.hpp"

namespace gk::application {
namespace {

constexpr int course_count = 10'000;
constexpr int steps_max = 16;

std::uint32_t seed() {
    const auto* given = std::getenv("GONGKAI_SEED");
    return given != nullptr ? static_cast<std::uint32_t>(std::stoul(given))
                            : std::random_device{}();
}

class Course {
public:
    explicit Course(std::uint32_t seed) : random_(seed) {
        const bool is_online = number(0, 1) == 1;
        today_ = Date(2025, 11, 3).plus_days(number(0, 400));
        case_ = {.id = {1}, .agency = test::sample_agency, .kind = CaseKind::disclosure};
        append(is_online ? Action::submit : Action::register_application,
               is_online ? applicant_actor() : test::person(people::Role::clerk),
               {.channel = is_online ? law::Channel::internet : law::Channel::counter});
    }

    void run() {
        for (int step = 0; step < steps_max; ++step) {
            today_ = today_.plus_days(number(0, 9));
            try_any();
            check();
        }
    }

    [[nodiscard]] Standing standing() const { return case_standing(case_, today_); }

    [[nodiscard]] int done_count() const { return static_cast<int>(case_.events.size()); }

private:
    int number(int least, int most) {
        return std::uniform_int_distribution<int>(least, most)(random_);
    }

    template <typename Values>
    auto any(const Values& values) {
        return values[static_cast<std::size_t>(number(0, static_cast<int>(values.size()) - 1))];
    }

    static Standing case_standing(const Case& of, Date today) {
        auto standing = standing_of(of, test::sample_calendar(), today);
        EXPECT_TRUE(standing.has_value());
        return *std::move(standing);
    }

    people::Actor anybody() {
        const auto all = people::roles();
        if (number(0, 2) == 0) {
            return test::person(people::Role::clerk);
        }
        const int chosen = number(0, static_cast<int>(all.size()));
        return chosen == static_cast<int>(all.size())
                   ? applicant_actor()
                   : test::person(all[static_cast<std::size_t>(chosen)]);
    }

    // Whatever a form could send, most of it sensible.
    Entry anything() {
        Entry entry{.text = "说明", .evidence = "凭据"};
        entry.on = number(0, 3) == 0 ? std::optional(today_.plus_days(number(-20, 1)))
                                     : std::optional<Date>(today_);
        entry.files = {"file"};
        entry.parts = {"甲", "乙"};
        entry.event_number = number(1, static_cast<int>(case_.events.size()) + 1);
        entry.channel = any(law::channels());
        entry.confirmed_on = number(0, 1) == 0 ? entry.on : std::nullopt;
        entry.due_on = today_.plus_days(number(1, 60));
        entry.working_days = number(1, 21);
        entry.consulted = any(law::consulted_kinds());
        entry.opinion = any(opinions());
        entry.party = "某某公司";
        entry.unit = "finance";
        entry.reference = "xigebi-2026-0002";
        entry.search_result = any(search_results());
        const auto outcomes = law::outcomes_on(Date(2026, 1, 1));
        entry.outcome = any(*outcomes);
        entry.withheld = "身份证号";
        entry.fee_scale = law::FeeScale::per_page;
        entry.fee_units = 44;
        entry.amount_fen = 14000;
        entry.route = any(answer_routes());
        return entry;
    }

    void append(Action action, const people::Actor& actor, Entry entry) {
        case_.events.push_back({.number = static_cast<int>(case_.events.size()) + 1,
                                .action = action,
                                .actor = actor.name,
                                .at = test::noon(today_),
                                .entry = std::move(entry)});
    }

    // Mostly an act that this person may do now, sometimes any.
    Action any_action(const Standing& now, const people::Actor& actor) {
        std::vector<Action> possible;
        for (const auto& each : available_actions({case_, now, actor, today_})) {
            if (!each.obstacle) {
                possible.push_back(each.action);
            }
        }
        return possible.empty() || number(0, 9) == 0 ? any(actions()) : any(possible);
    }

    // As the service does it: what is permitted and what the law takes is written.
    void try_any() {
        const auto actor = anybody();
        const auto before = standing();
        const auto action = any_action(before, actor);
        auto entry = anything();
        if (!permit(action, entry, {case_, before, actor, today_})) {
            return;
        }
        if (action == Action::cancel_event &&
            !check_cancelling(case_, *entry.event_number, test::sample_calendar(), {})) {
            return;
        }
        append(action, actor, std::move(entry));
        if (!standing_of(case_, test::sample_calendar(), today_)) {
            case_.events.pop_back();
        }
    }

    void check() {
        const auto now = standing();
        check_outcome(now);
        check_clock(now);
        check_people();
    }

    // There is an outcome exactly where the case is over, and it is counted once and for all.
    void check_outcome(const Standing& now) {
        EXPECT_EQ(now.latest.has_value(), is_concluded(now.state));
        const bool has_taken_back = case_.events.back().action == Action::cancel_event;
        if (counted_ && !has_taken_back) {
            ASSERT_TRUE(now.counted.has_value());
            EXPECT_EQ(now.counted->outcome, counted_->outcome);
            EXPECT_EQ(now.counted->on, counted_->on);
        }
        if (now.counted && now.received_on) {
            EXPECT_GE(now.counted->on, *now.received_on);
        }
        counted_ = now.counted;
    }

    // As long as nothing is taken back or dated back, the last day never comes nearer.
    void check_clock(const Standing& now) {
        const auto& last = case_.events.back();
        const bool is_moved = last.action == Action::cancel_event ||
                              last.action == Action::amend_registration ||
                              last.action == Action::reopen || last.on() != last.at.date();
        if (is_moved || is_concluded(now.state)) {
            due_on_.reset();
            return;
        }
        if (due_on_ && now.reply_due_on) {
            EXPECT_GE(*now.reply_due_on, *due_on_) << key(last.action);
        }
        due_on_ = now.reply_due_on ? now.reply_due_on : due_on_;
    }

    // Nobody reviewed or signed an own draft.
    void check_people() {
        std::string drafter;
        for (const auto* event : standing_events(case_.events)) {
            if (event->action == Action::draft_decision) {
                drafter = event->actor;
            }
            if (event->action == Action::review_decision ||
                event->action == Action::sign_decision || event->action == Action::review_release) {
                EXPECT_NE(event->actor, drafter);
            }
        }
    }

    std::mt19937 random_;
    Date today_;
    Case case_;
    std::optional<Conclusion> counted_;
    std::optional<Date> due_on_;
};

// Of all courses, what each year adds up to.
class Balance {
public:
    void add(const Standing& of) {
        if (!of.received_on) {
            return;
        }
        // Without outcome: after every year.
        const auto on = of.counted ? of.counted->on : Date(2199, 12, 31);
        for (int year = first_year; year <= last_year; ++year) {
            const auto first = Date::first_of(year);
            const auto last = Date::last_of(year);
            auto& sums = years_[year];
            sums.in += *of.received_on >= first && *of.received_on <= last ? 1 : 0;
            sums.in += *of.received_on < first && on >= first ? 1 : 0;
            sums.out += on >= first && on <= last ? 1 : 0;
            sums.out += *of.received_on <= last && on > last ? 1 : 0;
        }
    }

    void check() {
        for (const auto& [year, sums] : years_) {
            EXPECT_EQ(sums.in, sums.out) << year;
        }
    }

private:
    static constexpr int first_year = 2025;
    static constexpr int last_year = 2028;

    struct Sums {
        int in = 0;
        int out = 0;
    };

    std::map<int, Sums> years_;
};

TEST(RandomCourses, keep_one_outcome_a_clock_that_only_runs_on_and_the_balance_of_the_years) {
    const auto first = seed();
    RecordProperty("seed", std::to_string(first));
    std::printf("seed: GONGKAI_SEED=%u\n", first);
    Balance balance;
    std::map<CaseState, int> ends;
    int done = 0;
    for (std::uint32_t i = 0; i < course_count; ++i) {
        Course course(first + i);
        course.run();
        const auto end = course.standing();
        balance.add(end);
        ++ends[end.state];
        done += course.done_count();
        ASSERT_FALSE(testing::Test::HasFailure()) << "GONGKAI_SEED=" << first + i;
    }
    balance.check();
    // The courses do go somewhere.
    EXPECT_GT(done, 3 * course_count);
    EXPECT_GT(ends.size(), 6U);
}

}  // namespace
}  // namespace gk::application
