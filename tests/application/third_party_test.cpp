// Third parties: masked where many read, in full for those who may, sealed in the database.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/application_fixture.hpp"
#include "application/entry_json.hpp"
#include "application/third_party_service.hpp"

namespace gk::application {
namespace {

using people::Role;
using test::noon;
using test::person;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Date day(2026, 3, 10);
const auto operating = people::operator_named("cli:test");

class ThirdParties : public gk::test::ApplicationFixture {
protected:
    static Entry asking(law::Consulted consulted, std::string party = "第三方乙") {
        return {.text = "是否同意公开",
                .consulted = consulted,
                .party = std::move(party),
                .contact = "某某路2号，13900139000"};
    }

    std::string asked(law::Consulted consulted = law::Consulted::third_party) {
        const auto id = registered();
        did(id, Action::consult, asking(consulted), Role::clerk);
        return id;
    }

    std::vector<std::string> texts(std::string_view sql) {
        return database().read([&](store::Snapshot& snapshot) {
            std::vector<std::string> all;
            auto row = snapshot.query(sql);
            while (row.next()) {
                all.push_back(row.get<std::string>(0));
            }
            return all;
        });
    }

    std::vector<std::string> entries() {
        return texts("SELECT entry FROM case_events WHERE action = 'consult' ORDER BY case_id");
    }

    // As the table was before names were sealed.
    void write_in_full(const std::string& id) {
        const auto of = found(id).of;
        const auto number = of.events.back().number;
        database().write([&](store::Transaction& transaction) {
            transaction.execute("DELETE FROM case_parties WHERE case_id = ?", of.id);
            transaction.execute("UPDATE case_events SET entry = ? WHERE case_id = ? AND number = ?",
                                entry_json(asking(law::Consulted::third_party)), of.id, number);
        });
    }
};

GK_ON_BOTH_DATABASES(ThirdParties);

TEST_P(ThirdParties, stand_masked_in_the_act_and_sealed_beside_it) {
    const auto id = asked();
    EXPECT_THAT(entries(), ElementsAre(AllOf(HasSubstr("第***"), Not(HasSubstr("第三方乙")),
                                             Not(HasSubstr("某某路")), Not(HasSubstr("139")))));
    const auto view = found(id);
    EXPECT_EQ(view.standing.round.consultations.front().party, "第***");
    EXPECT_EQ(count_of("case_parties"), 1);
    EXPECT_THAT(texts("SELECT details FROM audit_entries WHERE act LIKE 'case.%'"),
                testing::Each(Not(HasSubstr("第三方乙"))));
}

TEST_P(ThirdParties, are_named_to_who_may_see_applicants_and_the_view_is_in_the_trail) {
    const auto id = asked();
    const auto seen = view_third_parties(desk(), id, clerk(), noon(day));
    ASSERT_TRUE(seen.has_value());
    ASSERT_EQ(seen->size(), 1U);
    EXPECT_EQ(seen->front().event_number, 2);
    EXPECT_EQ(seen->front().party,
              (ThirdParty{.name = "第三方乙", .contact = "某某路2号，13900139000"}));
    EXPECT_EQ(count_of("audit_entries WHERE act = 'case.view_third_parties'"), 1);
    EXPECT_EQ(code_of(view_third_parties(desk(), id, person(Role::signatory, agency_), noon(day))),
              "application.not_permitted");
    const auto elsewhere = person(Role::clerk, add_agency("bali"));
    EXPECT_EQ(code_of(view_third_parties(desk(), id, elsewhere, noon(day))),
              "application.case_unknown");
    EXPECT_EQ(count_of("audit_entries WHERE act = 'case.view_third_parties'"), 1);
}

TEST_P(ThirdParties, are_people_and_companies_and_no_agencies) {
    asked(law::Consulted::joint_agency);
    EXPECT_THAT(entries(), ElementsAre(AllOf(HasSubstr("第三方乙"), HasSubstr("某某路"))));
    EXPECT_EQ(count_of("case_parties"), 0);
}

TEST_P(ThirdParties, that_acts_name_in_full_from_before_are_sealed_once) {
    const auto first = asked();
    const auto second = asked();
    asked(law::Consulted::joint_agency);
    write_in_full(first);
    write_in_full(second);
    EXPECT_EQ(seal_named_third_parties(desk(), operating, noon(day)), 2);
    EXPECT_THAT(entries(), ElementsAre(Not(HasSubstr("第三方乙")), Not(HasSubstr("第三方乙")),
                                       HasSubstr("第三方乙")));
    for (const auto& id : {first, second}) {
        const auto seen = view_third_parties(desk(), id, clerk(), noon(day));
        ASSERT_TRUE(seen.has_value());
        EXPECT_EQ(seen->front().party.name, "第三方乙");
        EXPECT_EQ(found(id).of.events.back().entry.text, "是否同意公开") << "nothing else changes";
    }
    EXPECT_EQ(count_of("audit_entries WHERE act = 'case.seal_third_parties'"), 1);
    EXPECT_EQ(seal_named_third_parties(desk(), operating, noon(day)), 0);
    EXPECT_EQ(count_of("audit_entries WHERE act = 'case.seal_third_parties'"), 1);
}

TEST_P(ThirdParties, are_named_in_full_again_for_a_paper_that_does_so) {
    auto of = found(asked()).of;
    ASSERT_TRUE(database()
                    .read([&](store::Snapshot& snapshot) {
                        return name_third_parties(snapshot, ring_, of);
                    })
                    .has_value());
    EXPECT_EQ(of.events.back().entry.party, "第三方乙");
    EXPECT_EQ(of.events.back().entry.contact, "某某路2号，13900139000");
}

}  // namespace
}  // namespace gk::application
