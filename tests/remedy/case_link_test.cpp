#include <utility>

#include <gmock/gmock.h>

#include "application/service.hpp"
#include "application/view_service.hpp"
#include "people/service.hpp"
#include "remedy/case_link_service.hpp"
#include "remedy/open_matters_service.hpp"
#include "remedy/sample_remedy.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"
#include "support/town.hpp"

namespace gk::remedy {
namespace {

using application::Action;

Moment at(Date date) {
    return FixedClock(date).now();
}

class CaseLinks : public test::OnBothDatabases {
protected:
    CaseLinks() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        town_ = test::registered_town(database(), at({2026, 3, 1})).id;
    }

    // Handed in at the counter and answered on the spot.
    std::string answered_application() {
        const auto receipt = application::register_application(
            case_desk_,
            {.agency_code = "xigebi",
             .applicant = {.name = "申请人甲",
                           .identity_number = "11010519491231002X",
                           .contact = {.phone = "13800138000"}},
             .wanted = {.title = "水费收缴标准"}},
            {.on = Date(2026, 3, 2), .channel = law::Channel::counter},
            application::new_query_code(), "", clerk_of(town_), at({2026, 3, 2}));
        EXPECT_TRUE(receipt.has_value());
        EXPECT_TRUE(application::act(case_desk_, {receipt->public_id}, Action::reply_on_the_spot,
                                     {.text = "在本机关网站主动公开，网址见附件",
                                      .outcome = law::Outcome::already_public},
                                     clerk_of(town_), at({2026, 3, 2}))
                        .has_value());
        EXPECT_TRUE(application::act(case_desk_, {receipt->public_id}, Action::close, {},
                                     clerk_of(town_), at({2026, 3, 3}))
                        .has_value());
        return receipt->public_id;
    }

    Desk desk() { return {database(), ring_, calendar(), link_}; }

    Id<people::Agency> town_;
    const people::KeyRing ring_ = people::new_key_ring();
    const application::Desk case_desk_{database(), ring_, calendar()};
    const CaseLink link_{case_desk_};
};

GK_ON_BOTH_DATABASES(CaseLinks);

TEST_P(CaseLinks, find_an_application_by_its_number_however_it_is_typed) {
    const auto id = answered_application();
    const auto find = [&](std::string_view name) {
        return database().read(
            [&](store::Snapshot& snapshot) { return link_.find(snapshot, name); });
    };
    ASSERT_TRUE(find(id).has_value());
    EXPECT_EQ(find(id)->masked_name, "申***");
    EXPECT_EQ(find(" XIGEBI-2026-0001 ")->public_id, id);
    EXPECT_EQ(find("xigebi-2026-0002"), std::nullopt);
}

TEST_P(CaseLinks, let_an_overturned_answer_be_given_again) {
    const auto id = answered_application();
    const auto clerk = clerk_of(town_);
    const auto remedy =
        remedy::register_remedy(desk(),
                                {.agency_code = "xigebi",
                                 .application = id,
                                 .title = "不服告知已经公开",
                                 .body_name = "沙湾市人民政府",
                                 .subject = law::RemedySubject::other_answer},
                                {.on = Date(2026, 3, 20)}, clerk, at({2026, 3, 20}));
    ASSERT_TRUE(remedy.has_value());
    ASSERT_TRUE(act(desk(), {remedy->public_id}, RemedyAction::record_decision,
                    {.on = Date(2026, 4, 20), .decision = law::ReconsiderationDecision::revoked},
                    clerk, at({2026, 4, 20}))
                    .has_value());
    ASSERT_TRUE(act(desk(), {remedy->public_id}, RemedyAction::order_new_reply,
                    {.on = Date(2026, 4, 21),
                     .text = "撤销原答复，责令重作",
                     .reference = "沙政复决〔2026〕3号",
                     .due_on = Date(2026, 5, 20)},
                    clerk, at({2026, 4, 21}))
                    .has_value());
    const auto view = application::find_case(case_desk_, id, clerk, at({2026, 4, 22}));
    ASSERT_TRUE(view.has_value());
    ASSERT_NE(view->standing.round.reopened, nullptr);
    EXPECT_EQ(view->standing.round.reopened->entry.reference, "沙政复决〔2026〕3号");
    EXPECT_FALSE(application::is_concluded(view->standing.state));
}

TEST_P(CaseLinks, refuse_a_new_reply_that_the_case_does_not_take) {
    const auto id = answered_application();
    const auto clerk = clerk_of(town_);
    const auto again = [&](Date on) {
        return database().write([&](store::Transaction& transaction) {
            return link_.reply_again(
                transaction,
                {.application_id = id, .on = on, .due_on = {}, .reason = "重作", .reference = ""},
                clerk, at(on));
        });
    };
    EXPECT_TRUE(again({2026, 4, 21}).has_value());
    EXPECT_FALSE(again({2026, 4, 22}).has_value());
}

TEST_P(CaseLinks, count_what_an_agency_has_open_in_both_trades) {
    const auto open = [&] {
        return database().read([&](store::Snapshot& snapshot) {
            const auto matters = count_open_matters(snapshot, town_);
            return std::pair(matters.applications, matters.remedies);
        });
    };
    using Counts = std::pair<std::int64_t, std::int64_t>;
    answered_application();
    EXPECT_EQ(open(), Counts(0, 0));
    const auto receipt = application::register_application(
        case_desk_,
        {.agency_code = "xigebi",
         .applicant = {.name = "申请人乙",
                       .identity_number = "11010519491231002X",
                       .contact = {.phone = "13800138001"}},
         .wanted = {.title = "水费收缴台账"}},
        {.on = Date(2026, 3, 2), .channel = law::Channel::counter}, application::new_query_code(),
        "", clerk_of(town_), at({2026, 3, 2}));
    ASSERT_TRUE(receipt.has_value());
    EXPECT_EQ(open(), Counts(1, 0));
    const auto remedy =
        register_remedy(desk(),
                        {.agency_code = "xigebi",
                         .group = law::RemedyGroup::reconsideration,
                         .title = "申请人甲不服已经主动公开的答复",
                         .body_name = "某市人民政府",
                         .body_number = "某政复〔2026〕7号"},
                        {.on = Date(2026, 4, 20)}, clerk_of(town_), at({2026, 4, 21}));
    ASSERT_TRUE(remedy.has_value());
    EXPECT_EQ(open(), Counts(1, 1));
}

}  // namespace
}  // namespace gk::remedy
