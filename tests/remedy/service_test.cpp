#include "remedy/service.hpp"

#include <gmock/gmock.h>

#include "audit/store.hpp"
#include "calendar/load.hpp"
#include "document/stored_file_store.hpp"
#include "document/waiting_file_store.hpp"
#include "notify/task_service.hpp"
#include "people/service.hpp"
#include "remedy/sample_remedy.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::remedy {
namespace {

using enum RemedyAction;
using law::ReconsiderationDecision;
using law::RemedyGroup;
using testing::ElementsAre;
using testing::IsEmpty;

// One application that can be answered again.
class FakeApplications final : public Applications {
public:
    [[nodiscard]] std::optional<LinkedApplication> find(store::Snapshot&,
                                                        std::string_view name) const override {
        if (name != "xigebi-2026-0012") {
            return std::nullopt;
        }
        return LinkedApplication{"01APPLICATION", agency, "张*"};
    }

    [[nodiscard]] Result<void> reply_again(store::Transaction&, const NewReplyOrder& order,
                                           const people::Actor& actor, Moment) const override {
        orders.push_back(std::string(order.application_id) + " " + order.on.iso() + " " +
                         std::string(order.reason) + " " + actor.name);
        if (is_refusing) {
            return error(ProblemCode{"test.refused", ErrorKind::refused, "不行。"});
        }
        return {};
    }

    Id<people::Agency> agency;
    bool is_refusing = false;
    mutable std::vector<std::string> orders;
};

template <typename T>
std::string code(const Result<T>& result) {
    return result ? "" : result.error().first().code;
}

class Remedies : public test::OnBothDatabases {
protected:
    Remedies() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        town_ = add_agency("xigebi");
        other_town_ = add_agency("bali");
        applications_.agency = town_;
    }

    Id<people::Agency> add_agency(const std::string& agency_code) {
        return people::register_agency(database(),
                                       {.code = agency_code,
                                        .name = "某镇人民政府",
                                        .short_name = "某镇",
                                        .level = law::AgencyLevel::township,
                                        .parent_code = std::nullopt,
                                        .valid_from = std::nullopt,
                                        .valid_to = std::nullopt,
                                        .units = {{"finance", "财政所"}}},
                                       people::operator_named("cli:root"), at({2026, 4, 1}))
            ->id;
    }

    [[nodiscard]] static Moment at(Date date) { return FixedClock(date).now(); }

    [[nodiscard]] Desk desk() { return {database(), ring_, calendar(), applications_}; }

    [[nodiscard]] people::Actor clerk() const { return clerk_of(town_); }

    [[nodiscard]] people::Actor holding(people::Role role) const {
        auto actor = clerk();
        actor.name = "user:" + std::string(people::key(role));
        actor.held_roles.front().role = role;
        return actor;
    }

    static NewRemedy new_remedy(RemedyGroup group = RemedyGroup::reconsideration) {
        return {.agency_code = "xigebi",
                .group = group,
                .application = "xigebi-2026-0012",
                .title = "不服不予公开水费收缴标准",
                .body_name = "沙湾市人民政府",
                .body_number = "沙政复〔2026〕7号",
                .subject = law::RemedySubject::refusal};
    }

    Result<Done> open(const NewRemedy& given) {
        return remedy::register_remedy(desk(), given, {.on = Date(2026, 4, 20)}, clerk(),
                                       at({2026, 4, 21}));
    }

    Result<Done> act_on(const std::string& id, RemedyAction action, Date on, Entry entry = {}) {
        entry.on = on;
        return act(desk(), {id}, action, entry, clerk(), at(on));
    }

    RemedyView view(const std::string& id, Date today = {2026, 6, 30}) {
        auto found = find_remedy(desk(), id, clerk(), today);
        EXPECT_TRUE(found.has_value());
        return *std::move(found);
    }

    std::vector<std::string> open_tasks() {
        const auto tasks = notify::list_tasks(database(), {}, clerk(), {2026, 4, 27}, calendar());
        std::vector<std::string> lines;
        for (const auto& line : tasks->lines) {
            lines.push_back(line.task.title + " " +
                            (line.task.due.due_on ? line.task.due.due_on->iso() : "-") + " " +
                            std::string(notify::key(line.task.due.pace)));
        }
        return lines;
    }

    // A paper that waits for an act of this remedy, with nothing behind it.
    std::string sent_for(const std::string& id) {
        return database().write([&](store::Transaction& transaction) {
            const document::PlacedFile placed{.address = new_public_id(), .sha256 = {}, .sm3 = {}};
            const auto file = document::insert_stored_file(transaction,
                                                           {.agency = town_,
                                                            .kind = document::MediaKind::pdf,
                                                            .given_name = "副本.pdf",
                                                            .placed = placed},
                                                           at({2026, 4, 21}));
            document::insert_waiting_file(transaction, file, id, at({2026, 4, 21}));
            return file.public_id;
        });
    }

    Id<people::Agency> town_;
    Id<people::Agency> other_town_;
    people::KeyRing ring_ = people::new_key_ring();
    FakeApplications applications_;
};

GK_ON_BOTH_DATABASES(Remedies);

TEST_P(Remedies, are_kept_with_every_act) {
    const auto id = open(new_remedy())->public_id;
    const Entry copy{.text = "副本及证据目录",
                     .reference = "沙政复受〔2026〕7号",
                     .files = {sent_for(id), sent_for(id)},
                     .is_simplified = true};
    ASSERT_TRUE(act_on(id, receive_copy, {2026, 4, 24}, copy).has_value());
    const Entry decision{.decision = ReconsiderationDecision::claim_dismissed,
                         .counted = CountedAs::other_result,
                         .counted_reason = "本地统计口径"};
    ASSERT_TRUE(act_on(id, record_decision, {2026, 5, 20}, decision).has_value());
    const auto found = view(id);
    EXPECT_EQ(found.of.title, "不服不予公开水费收缴标准");
    EXPECT_EQ(found.of.body_name, "沙湾市人民政府");
    EXPECT_EQ(found.of.body_number, "沙政复〔2026〕7号");
    EXPECT_EQ(found.of.application_id, "01APPLICATION");
    EXPECT_EQ(found.of.masked_name, "张*");
    EXPECT_EQ(found.of.subject, law::RemedySubject::refusal);
    EXPECT_EQ(found.of.agency_code, "xigebi");
    EXPECT_EQ(found.of.version, 3);
    ASSERT_EQ(found.of.acts.size(), 3U);
    auto kept_copy = copy;
    kept_copy.on = Date(2026, 4, 24);
    EXPECT_EQ(found.of.acts[1].entry, kept_copy);
    EXPECT_EQ(found.of.acts[1].actor, "user:clerk");
    auto kept_decision = decision;
    kept_decision.on = Date(2026, 5, 20);
    EXPECT_EQ(found.of.acts[2].entry, kept_decision);
    EXPECT_EQ(found.standing.stage, RemedyStage::decided);
    EXPECT_EQ(found.signal.urgency, notify::Urgency::answered);
    EXPECT_FALSE(found.clocks.empty());
}

TEST_P(Remedies, stand_in_the_trail_without_a_name) {
    auto given = new_remedy();
    given.application.reset();
    given.claimant_name = "申请人甲";
    const auto id = open(given)->public_id;
    EXPECT_EQ(*view_claimant(desk(), id, clerk(), at({2026, 4, 22})), "申请人甲");
    EXPECT_EQ(view(id).of.masked_name, "申***");
    const auto entries = database().read(
        [&](store::Snapshot& snapshot) { return audit::load_entries_of(snapshot, "remedy", id); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].act, "remedy.register_remedy");
    EXPECT_EQ(entries[1].act, "remedy.view_claimant");
    for (const auto& entry : entries) {
        EXPECT_EQ(entry.details.find("甲"), std::string::npos);
    }
    EXPECT_EQ(code(view_claimant(desk(), id, holding(people::Role::signatory), at({2026, 4, 22}))),
              "remedy.not_allowed");
    const auto linked = open(new_remedy())->public_id;
    EXPECT_EQ(*view_claimant(desk(), linked, clerk(), at({2026, 4, 22})), std::nullopt);
}

TEST_P(Remedies, give_the_clerks_a_task_until_the_reply_is_there) {
    const auto id = open(new_remedy())->public_id;
    EXPECT_THAT(open_tasks(), IsEmpty());
    ASSERT_TRUE(act_on(id, receive_copy, {2026, 4, 24}).has_value());
    EXPECT_THAT(open_tasks(), ElementsAre("提交行政复议答复书：不服不予公开水费收缴标准 2026-05-12 "
                                          "running"));
    ASSERT_TRUE(act_on(id, suspend, {2026, 4, 27}, {.text = "等待另案"}).has_value());
    EXPECT_THAT(open_tasks(), ElementsAre("提交行政复议答复书：不服不予公开水费收缴标准 2026-05-12 "
                                          "paused"));
    EXPECT_EQ(view(id, {2026, 6, 1}).signal.light, notify::Light::none);
    ASSERT_TRUE(act_on(id, resume, {2026, 5, 8}).has_value());
    EXPECT_THAT(open_tasks(), ElementsAre("提交行政复议答复书：不服不予公开水费收缴标准 2026-05-25 "
                                          "running"));
    EXPECT_EQ(view(id, {2026, 6, 1}).signal.light, notify::Light::red);
    ASSERT_TRUE(act_on(id, submit_reply, {2026, 5, 20}).has_value());
    EXPECT_THAT(open_tasks(), IsEmpty());
}

TEST_P(Remedies, have_the_application_answered_again_in_the_same_transaction) {
    const auto id = open(new_remedy())->public_id;
    ASSERT_TRUE(
        act_on(id, record_decision, {2026, 6, 1}, {.decision = ReconsiderationDecision::revoked})
            .has_value());
    applications_.is_refusing = true;
    const Entry order{.text = "重新答复", .due_on = Date(2026, 7, 1)};
    EXPECT_EQ(code(act_on(id, order_new_reply, {2026, 6, 2}, order)), "test.refused");
    EXPECT_EQ(view(id).standing.stage, RemedyStage::decided);
    applications_.is_refusing = false;
    applications_.orders.clear();
    ASSERT_TRUE(act_on(id, order_new_reply, {2026, 6, 2}, order).has_value());
    EXPECT_THAT(applications_.orders,
                testing::Contains("01APPLICATION 2026-06-02 重新答复 user:clerk"));
    EXPECT_THAT(open_tasks(), ElementsAre("重新答复：不服不予公开水费收缴标准 2026-07-01 running"));
    ASSERT_TRUE(act_on(id, record_performance, {2026, 6, 20}, {.text = "已答复"}).has_value());
    EXPECT_THAT(open_tasks(), IsEmpty());
    EXPECT_TRUE(act_on(id, close, {2026, 6, 25}).has_value());
}

TEST_P(Remedies, refuse_what_names_nothing_that_is_there) {
    auto given = new_remedy();
    given.application = "xigebi-2026-9999";
    EXPECT_EQ(code(open(given)), "remedy.application_unknown");
    given = new_remedy(RemedyGroup::litigation_after_reconsideration);
    given.preceding_id = "01NONE";
    EXPECT_EQ(code(open(given)), "remedy.preceding_unknown");
    given.preceding_id = open(new_remedy())->public_id;
    const auto opened = open(given);
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ(view(opened->public_id).of.preceding_id, given.preceding_id);
    given = new_remedy();
    given.title = " ";
    given.body_name = "";
    const auto refused = open(given);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().problems().size(), 2U);
    EXPECT_EQ(code(remedy::register_remedy(desk(), new_remedy(), {}, clerk(), at({2026, 4, 21}))),
              "remedy.field_missing");
}

TEST_P(Remedies, are_closed_to_other_agencies_and_other_roles) {
    const auto id = open(new_remedy())->public_id;
    const auto stranger = clerk_of(other_town_);
    EXPECT_EQ(code(find_remedy(desk(), id, stranger, {2026, 4, 22})), "remedy.not_found");
    EXPECT_EQ(code(act(desk(), {id}, receive_copy, {.on = Date(2026, 4, 22)}, stranger,
                       at({2026, 4, 22}))),
              "remedy.not_found");
    EXPECT_EQ(code(act(desk(), {id}, receive_copy, {.on = Date(2026, 4, 22)},
                       holding(people::Role::office_head), at({2026, 4, 22}))),
              "remedy.not_allowed");
    EXPECT_EQ(code(remedy::register_remedy(desk(), new_remedy(), {.on = Date(2026, 4, 20)},
                                           stranger, at({2026, 4, 21}))),
              "remedy.not_allowed");
    EXPECT_EQ(code(list_remedies(desk(), "xigebi", {}, stranger, {2026, 4, 27})),
              "remedy.not_allowed");
    EXPECT_EQ(code(find_remedy(desk(), "01NONE", clerk(), {2026, 4, 22})), "remedy.not_found");
}

TEST_P(Remedies, refuse_a_stale_act_and_one_that_cannot_follow) {
    const auto id = open(new_remedy())->public_id;
    ASSERT_TRUE(act_on(id, receive_copy, {2026, 4, 24}).has_value());
    EXPECT_EQ(code(act(desk(), {id, 1}, submit_reply, {.on = Date(2026, 4, 25)}, clerk(),
                       at({2026, 4, 25}))),
              "remedy.changed_by_another");
    EXPECT_EQ(code(act_on(id, resume, {2026, 4, 25})), "remedy.action_not_now");
    EXPECT_EQ(code(act_on(id, record_appeal, {2026, 4, 25}, {.text = "上诉"})),
              "remedy.only_litigation");
    const auto suit = open(new_remedy(RemedyGroup::direct_litigation))->public_id;
    EXPECT_EQ(code(act_on(suit, record_extension, {2026, 4, 25}, {.days = 3})),
              "remedy.only_reconsideration");
}

TEST_P(Remedies, are_listed_by_what_is_asked_for) {
    const auto first = open(new_remedy())->public_id;
    const auto second = open(new_remedy(RemedyGroup::direct_litigation))->public_id;
    ASSERT_TRUE(act_on(first, receive_copy, {2026, 4, 24}).has_value());
    const auto ids = [&](const RemedyFilter& filter) {
        std::vector<std::string> found;
        const auto page = list_remedies(desk(), "xigebi", filter, clerk(), {2026, 4, 27});
        for (const auto& item : page->items) {
            found.push_back(item.public_id);
        }
        return found;
    };
    EXPECT_THAT(ids({}), ElementsAre(second, first));
    EXPECT_THAT(ids({.group = RemedyGroup::direct_litigation}), ElementsAre(second));
    EXPECT_THAT(ids({.stage = RemedyStage::awaiting_reply}), ElementsAre(first));
    EXPECT_THAT(ids({.application_id = "01APPLICATION"}), ElementsAre(second, first));
    EXPECT_THAT(ids({.application_id = "01OTHER"}), IsEmpty());
    EXPECT_THAT(ids({.opened_from = Date(2026, 4, 21)}), IsEmpty());
    EXPECT_THAT(ids({.opened_to = Date(2026, 4, 19)}), IsEmpty());
    EXPECT_THAT(ids({.text = "水费"}), ElementsAre(second, first));
    EXPECT_THAT(ids({.text = "电费"}), IsEmpty());
    const auto page = list_remedies(desk(), "xigebi", {.limit = 1}, clerk(), {2026, 4, 27});
    EXPECT_EQ(page->total, 2);
    EXPECT_EQ(page->items.size(), 1U);
    const auto owed = list_remedies(desk(), "xigebi", {.stage = RemedyStage::awaiting_reply},
                                    clerk(), {2026, 4, 27});
    EXPECT_EQ(owed->items.front().owed, (notify::DueDate{Date(2026, 5, 12)}));
}

TEST_P(Remedies, are_counted_anew_where_the_agency_lays_down_how) {
    const auto id = open(new_remedy())->public_id;
    ASSERT_TRUE(
        act_on(id, record_decision, {2026, 6, 1}, {.decision = ReconsiderationDecision::terminated})
            .has_value());
    const auto counted = [&] {
        return list_remedies(desk(), "xigebi", {}, clerk(), {2026, 4, 27})->items.front().counted;
    };
    EXPECT_EQ(counted(), CountedAs::other_result);
    const std::vector<CountingRule> rules = {{.decision = ReconsiderationDecision::terminated,
                                              .counted = CountedAs::not_counted,
                                              .reason = "本地口径"},
                                             {.ruling = law::LitigationRuling::withdrawn,
                                              .counted = CountedAs::upheld,
                                              .reason = "同上"}};
    const auto head = holding(people::Role::office_head);
    ASSERT_TRUE(change_counting_rules(desk(), "xigebi", rules, head, at({2026, 6, 3})).has_value());
    EXPECT_EQ(counted(), CountedAs::not_counted);
    const auto kept = counting_rules(database(), "xigebi", clerk());
    ASSERT_EQ(kept->size(), 2U);
    EXPECT_EQ(kept->front().decision, ReconsiderationDecision::terminated);
    EXPECT_EQ(kept->back().counted, CountedAs::upheld);
    EXPECT_EQ(code(change_counting_rules(desk(), "xigebi", rules, clerk(), at({2026, 6, 3}))),
              "remedy.not_allowed");
    EXPECT_EQ(
        code(change_counting_rules(desk(), "xigebi", {rules[0], rules[0]}, head, at({2026, 6, 3}))),
        "remedy.counting_rule_twice");
    EXPECT_EQ(
        code(counting_rules(database(), "xigebi", holding(people::Role::audit_administrator))),
        "remedy.not_allowed");
}

TEST_P(Remedies, have_names_that_open_with_another_key_after_a_rotation) {
    auto given = new_remedy();
    given.claimant_name = "申请人甲";
    const auto id = open(given)->public_id;
    EXPECT_EQ(sealed_remedies().table, "remedy_cases");
    ring_ = people::with_new_keys(ring_);
    EXPECT_EQ(*view_claimant(desk(), id, clerk(), at({2026, 4, 22})), "申请人甲");
}

}  // namespace
}  // namespace gk::remedy
