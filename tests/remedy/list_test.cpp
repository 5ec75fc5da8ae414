// Lists and counts of remedies: the lights of the agency, and what a supervisor sees.
#include <gmock/gmock.h>

#include "notify/settings_store.hpp"
#include "notify/task_service.hpp"
#include "remedy/case_link_service.hpp"
#include "remedy/sample_remedy.hpp"
#include "remedy/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "support/town.hpp"

namespace gk::remedy {
namespace {

using enum RemedyAction;
using law::RemedyGroup;
using testing::ElementsAre;
using testing::IsEmpty;

template <typename T>
std::string code(const Result<T>& result) {
    return result ? "" : result.error().first().code;
}

class RemedyLists : public test::OnBothDatabases {
protected:
    RemedyLists() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        town_ = test::registered_town(database(), at({2026, 4, 1})).id;
    }

    [[nodiscard]] static Moment at(Date date) { return FixedClock(date).now(); }

    [[nodiscard]] people::Actor clerk() const { return clerk_of(town_); }

    [[nodiscard]] people::Actor supervisor_of_town() const {
        auto actor = clerk();
        actor.name = "user:supervisor";
        actor.held_roles.front().role = people::Role::supervisor;
        return actor;
    }

    // Accepted or docketed on 2026-04-20.
    std::string opened(RemedyGroup group) {
        const auto done =
            remedy::register_remedy(desk_,
                                    {.agency_code = "xigebi",
                                     .group = group,
                                     .title = "申请人甲不服不予公开",
                                     .body_name = "某市人民政府",
                                     .body_number = "某政复〔2026〕7号"},
                                    {.on = Date(2026, 4, 20)}, clerk(), at({2026, 4, 21}));
        EXPECT_TRUE(done.has_value());
        return done->public_id;
    }

    void did(const std::string& id, RemedyAction action, Date on) {
        EXPECT_TRUE(
            act(desk_, {id}, action, {.on = on, .text = "理由"}, clerk(), at(on)).has_value());
    }

    Id<people::Agency> town_;
    const people::KeyRing ring_ = people::new_key_ring();
    const application::Desk cases_{database(), ring_, calendar()};
    const CaseLink link_{cases_};
    const Desk desk_{database(), ring_, calendar(), link_};
};

GK_ON_BOTH_DATABASES(RemedyLists);

TEST_P(RemedyLists, are_listed_with_the_lights_of_their_agency_and_filtered_by_them) {
    using notify::Urgency;
    const auto owing = opened(RemedyGroup::reconsideration);
    opened(RemedyGroup::direct_litigation);
    did(owing, receive_copy, {2026, 4, 24});  // Until 2026-05-12.
    const auto listed = [&](Date today, std::optional<Urgency> urgency = {}) {
        std::vector<std::string> found;
        const auto page = list_remedies(desk_, "xigebi", {.urgency = urgency}, clerk(), today);
        for (const auto& item : page->items) {
            found.push_back((item.public_id == owing ? "owing " : "waiting ") + item.signal.text);
        }
        EXPECT_EQ(page->total, static_cast<std::int64_t>(found.size()));
        return found;
    };
    EXPECT_THAT(listed({2026, 4, 27}), ElementsAre("waiting 未起算", "owing 剩 9 个工作日"));
    EXPECT_THAT(listed({2026, 4, 27}, Urgency::in_time), ElementsAre("owing 剩 9 个工作日"));
    EXPECT_THAT(listed({2026, 4, 27}, Urgency::unstarted), ElementsAre("waiting 未起算"));
    EXPECT_THAT(listed({2026, 5, 6}, Urgency::due_soon), ElementsAre("owing 剩 5 个工作日"));
    EXPECT_THAT(listed({2026, 5, 12}, Urgency::due_today), ElementsAre("owing 剩 0 个工作日"));
    EXPECT_THAT(listed({2026, 5, 12}, Urgency::due_soon), ElementsAre("owing 剩 0 个工作日"));
    EXPECT_THAT(listed({2026, 5, 13}, Urgency::overdue), ElementsAre("owing 超 1 个工作日"));
    EXPECT_THAT(listed({2026, 5, 13}, Urgency::due_soon), IsEmpty());
    database().write([&](store::Transaction& transaction) {
        notify::save_settings(transaction, town_, {1, {.lights = {.soon_from = 10}}});
    });
    EXPECT_THAT(listed({2026, 4, 27}, Urgency::due_soon), ElementsAre("owing 剩 9 个工作日"));
    did(owing, suspend, {2026, 4, 28});
    EXPECT_THAT(listed({2026, 6, 1}, Urgency::paused), ElementsAre("owing 暂停计时"));
    EXPECT_THAT(listed({2026, 6, 1}, Urgency::overdue), IsEmpty());
    did(owing, resume, {2026, 6, 1});
    did(owing, submit_reply, {2026, 6, 2});
    EXPECT_THAT(listed({2026, 8, 3}, Urgency::answered), ElementsAre("owing 已答复"));
}

TEST_P(RemedyLists, are_counted_with_their_days_and_without_a_name_for_a_supervisor) {
    const auto owing = opened(RemedyGroup::reconsideration);
    opened(RemedyGroup::direct_litigation);
    did(owing, receive_copy, {2026, 4, 24});
    const auto supervisor = supervisor_of_town();
    const auto overdue_on = [&](Date today) {
        const auto counts = count_remedies(database(), {town_}, supervisor, today, calendar());
        std::int64_t overdue = 0;
        for (const auto& each : counts->front().stages) {
            overdue += each.overdue_count;
        }
        return overdue;
    };
    EXPECT_EQ(overdue_on({2026, 5, 12}), 0);
    EXPECT_EQ(overdue_on({2026, 5, 13}), 1);
    const auto counts = count_remedies(database(), {town_}, supervisor, {2026, 5, 6}, calendar());
    ASSERT_EQ(counts->front().stages.size(), 2U);
    EXPECT_EQ(counts->front().stages.front().stage, RemedyStage::awaiting_reply);
    EXPECT_EQ(counts->front().stages.front().due_soon_count, 1);
    EXPECT_EQ(code(count_remedies(database(), {Id<people::Agency>{99}}, supervisor, {2026, 5, 6},
                                  calendar())),
              "remedy.not_allowed");
    EXPECT_EQ(code(list_remedies(desk_, "xigebi", {}, supervisor, {2026, 5, 6})),
              "remedy.not_allowed");
    const auto tasks = notify::list_tasks(database(), {.agency_code = "xigebi"}, supervisor,
                                          {2026, 4, 27}, calendar());
    ASSERT_EQ(tasks->lines.size(), 1U);
    EXPECT_EQ(tasks->lines.front().task.title, "提交行政复议答复书");
    EXPECT_EQ(tasks->lines.front().signal.text, "剩 9 个工作日");
}

}  // namespace
}  // namespace gk::remedy
