// Who did what in words: names beside the names in acts, labels beside the acts in the trail.
#include "web/office/actor_names.hpp"

#include <regex>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/event.hpp"
#include "people/account_store.hpp"
#include "tidy/source.hpp"
#include "web/office/act_labels.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::json_of;
using people::Role;
using testing::IsEmpty;

class ActorNamesInAnswers : public OfficeFixture {
protected:
    ActorNamesInAnswers() {
        database().write([&](store::Transaction& transaction) {
            for (const auto& [login_name, display_name] :
                 {std::pair("wang", "王某"), std::pair("li", "李某")}) {
                people::Account account;
                account.public_id = new_public_id();
                account.agency = agencies_.front().id;
                account.login_name = login_name;
                account.display_name = display_name;
                static_cast<void>(people::insert_account(transaction, account));
            }
        });
    }

    std::string name_of(const std::string& trail_name) {
        return ActorNames(database(), std::vector{trail_name}).of(trail_name);
    }
};

GK_ON_BOTH_DATABASES(ActorNamesInAnswers);

TEST_P(ActorNamesInAnswers, say_who_acted_and_for_whom) {
    EXPECT_EQ(name_of("user:wang"), "王某");
    EXPECT_EQ(name_of("user:li on behalf of user:wang"), "李某代王某");
    EXPECT_EQ(name_of("cli:root"), "系统操作员");
    EXPECT_EQ(name_of(application::applicant_actor().name), "申请人");
}

TEST_P(ActorNamesInAnswers, leave_a_name_that_no_account_has) {
    EXPECT_EQ(name_of("user:nobody"), "user:nobody");
    EXPECT_EQ(name_of("user:nobody on behalf of user:li"), "user:nobody代李某");
    EXPECT_EQ(name_of(""), "");
}

TEST_P(ActorNamesInAnswers, stand_beside_every_name_however_deep) {
    json::object answer{
        {"actor", "user:wang"},
        {"acts", json::array{json::object{{"actor", "user:li"}, {"comment", "user:wang"}},
                             json::object{{"given_by", "cli:root"}, {"actor", nullptr}}}},
        {"files", json::object{{"reviewed_by", "user:li on behalf of user:wang"}}}};
    add_actor_names(answer, database());
    EXPECT_EQ(answer.at("actor_name"), "王某");
    EXPECT_EQ(answer.at("actor"), "user:wang");
    const auto& acts = answer.at("acts").as_array();
    EXPECT_EQ(acts[0].at("actor_name"), "李某");
    EXPECT_FALSE(acts[0].as_object().contains("comment_name"));
    EXPECT_EQ(acts[1].at("given_by_name"), "系统操作员");
    EXPECT_FALSE(acts[1].as_object().contains("actor_name"));
    EXPECT_EQ(answer.at("files").at("reviewed_by_name"), "李某代王某");
}

TEST_P(ActorNamesInAnswers, are_in_the_trail_and_its_acts_have_labels) {
    sign_in(Role::audit_administrator);
    client_->send(Method::post, "/api/v1/audit-entries/verification", "", "");
    const auto page = json_of(client_->get("/api/v1/audit-entries"));
    const auto& verified = page.at("items").at(0);
    EXPECT_EQ(verified.at("actor"), "user:wang");
    EXPECT_EQ(verified.at("actor_name"), "王某");
    EXPECT_EQ(verified.at("label"), "核验审计记录");
    EXPECT_EQ(verified.at("object_label"), "审计记录");
    const auto& registered = page.at("items").at(1);
    EXPECT_EQ(registered.at("actor_name"), "系统操作员");
    EXPECT_EQ(registered.at("label"), "登记机关");
}

// Every text that looks like an act, in the files that write the trail; the kinds of tasks and
// the names of files look so too.
TEST(ActLabels, name_every_act_that_the_program_writes) {
    const std::regex looks_like_an_act(R"re("([a-z_]+\.(?!pdf|db)[a-z_]+)")re");
    std::set<std::string> found;
    for (const auto& file : tidy::program_code()) {
        if (file.text.find("#include \"audit/store.hpp\"") == std::string::npos) {
            continue;
        }
        for (const auto line : file.lines()) {
            if (line.find("#include") != std::string_view::npos ||
                line.find("_task = ") != std::string_view::npos) {
                continue;
            }
            const std::string text(line);
            for (auto match = std::sregex_iterator(text.begin(), text.end(), looks_like_an_act);
                 match != std::sregex_iterator(); ++match) {
                found.insert((*match)[1]);
            }
        }
    }
    EXPECT_GT(found.size(), 40U);
    std::vector<std::string> unnamed;
    for (const auto& act : found) {
        if (act_label(act) == act) {
            unnamed.push_back(act);
        }
    }
    EXPECT_THAT(unnamed, IsEmpty());
}

TEST(ActLabels, leave_what_no_table_names) {
    EXPECT_EQ(act_label("case.fly"), "case.fly");
    EXPECT_EQ(act_label("nonsense"), "nonsense");
    EXPECT_EQ(act_label("case.deliver"), "送达");
    EXPECT_EQ(act_label("agency.merge"), "并入其他机关");
    EXPECT_EQ(object_label("annual_report"), "年度报告");
    EXPECT_EQ(object_label("nothing"), "nothing");
}

}  // namespace
}  // namespace gk::web::office
