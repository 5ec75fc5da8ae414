#include "people/desk.hpp"

#include "audit/store.hpp"
#include "base/id.hpp"
#include "people/key_ring.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"

namespace gk::people {

namespace {

NewAgency agency(const std::string& code, const std::string& name,
                 const std::optional<std::string>& parent) {
    return {.code = code,
            .name = name + "人民政府",
            .short_name = name,
            .level = parent ? law::AgencyLevel::township : law::AgencyLevel::county,
            .parent_code = parent,
            .valid_from = Date(2001, 2, 3),
            .valid_to = std::nullopt,
            .units = {{"office", "党政办公室", UnitKind::disclosure_office},
                      {"finance", "财政所", UnitKind::internal_unit}}};
}

}  // namespace

AccountTest::AccountTest()
    : keys_(std::filesystem::temp_directory_path() / ("gongkai_" + new_public_id())) {
    EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
    EXPECT_TRUE(create_key_ring(keys_).has_value());
    for (const auto& given :
         {agency("shawan", "沙湾市", std::nullopt), agency("xigebi", "西戈壁镇", "shawan"),
          agency("sidaohezi", "四道河子镇", "shawan")}) {
        EXPECT_TRUE(register_agency(database(), given, operating_, noon).has_value());
    }
    hasher_ = std::make_unique<PasswordHasher>(HashingLimits{
        .at_once = 1, .waiting_max = 1, .memory_bytes = 64 * 1024, .passes = 1, .niceness = 0});
    desk_ = std::make_unique<AccountDesk>(
        AccountDesk{.database = database(), .hasher = *hasher_, .keys = keys_, .settings = {}});
}

AccountTest::~AccountTest() {
    std::filesystem::remove_all(keys_);
}

Account AccountTest::bare_account(const std::string& login_name, const std::string& agency) {
    const auto made = create_account(
        desk(),
        {.login_name = login_name, .display_name = "张某", .agency_code = agency, .contact = {}},
        operating_, noon);
    EXPECT_EQ(refusal_of(made), "done");
    return *made;
}

Account AccountTest::account(const std::string& login_name, const std::string& agency) {
    auto made = bare_account(login_name, agency);
    const auto link = issue_link(desk(), made.public_id, "首次使用", operating_, noon);
    EXPECT_EQ(refusal_of(link), "done");
    EXPECT_EQ(refusal_of(use_link(desk(), link->token, good_password, noon)), "done");
    return made;
}

SignedIn AccountTest::signed_in(const std::string& login_name, Moment at, const Origin& origin) {
    const auto done = sign_in(desk(), login_name, good_password, origin, at);
    EXPECT_EQ(refusal_of(done), "done");
    return *done;
}

SessionActor AccountTest::actor_of(const SignedIn& signed_in, Moment at) {
    const auto whose = actor_of_session(database(), signed_in.token, at);
    EXPECT_EQ(refusal_of(whose), "done");
    return *whose;
}

std::vector<std::string> AccountTest::trail_of(const std::string& object_kind,
                                               const std::string& id) {
    std::vector<std::string> acts;
    const auto entries = database().read([&](store::Snapshot& snapshot) {
        return audit::load_entries_of(snapshot, object_kind, id);
    });
    for (const auto& entry : entries) {
        acts.push_back(entry.act + " " + entry.actor);
    }
    return acts;
}

}  // namespace gk::people
