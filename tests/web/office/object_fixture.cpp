#include "web/office/object_fixture.hpp"

#include <functional>

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "document/official_document.hpp"
#include "notify/outgoing_store.hpp"
#include "notify/service.hpp"
#include "people/account_service.hpp"
#include "people/delegation_service.hpp"
#include "people/role_service.hpp"
#include "people/session_store.hpp"

namespace gk::web::office {

using api::json_of;
using people::Actor;
using people::Role;

ObjectFixture::ObjectFixture() {
    services_.accounts = &desk_;
    client_ = std::make_unique<api::ApiClient>(office_rows(services_), database(), clock_);
    for (std::size_t at = 0; at < agencies_.size(); ++at) {
        owners_.push_back(new_account(at));
        things_.emplace_back();
    }
}

Id<people::Account> ObjectFixture::new_account(std::size_t at) {
    const auto made =
        people::create_account(desk_,
                               {.login_name = "person" + std::to_string(++account_count_),
                                .display_name = "张某",
                                .agency_code = agencies_[at].code,
                                .contact = {}},
                               people::operator_named("cli:test"), clock_.now());
    EXPECT_TRUE(made.has_value());
    account_ids_[made->id] = made->public_id;
    return made->id;
}

Actor ObjectFixture::of_agency(std::size_t at, Role role) {
    auto actor = api::actor_with("user:owner", role, agencies_[at].id);
    actor.account = owners_[at];
    return actor;
}

std::string ObjectFixture::made_by(const Response& response) {
    EXPECT_LT(response.status, 300) << response.bytes();
    return std::string(json_of(response).at("id").as_string());
}

std::string ObjectFixture::make_holding(std::size_t at) {
    const auto granted = people::grant_role(database(),
                                            {.account_id = account_ids_.at(new_account(at)),
                                             .role = Role::clerk,
                                             .agency_code = agencies_[at].code,
                                             .valid_from = clock_.today()},
                                            people::operator_named("cli:test"), clock_.now());
    EXPECT_TRUE(granted.has_value());
    last_holder_ = granted->account;
    return granted->public_id;
}

std::string ObjectFixture::make_delegation(std::size_t at) {
    const auto holding = make_holding(at);
    auto holder = of_agency(at, Role::clerk);
    holder.account = last_holder_;
    const auto delegate = new_account(at);
    const auto login = "person" + std::to_string(account_count_);
    EXPECT_TRUE(people::grant_role(database(),
                                   {.account_id = account_ids_.at(delegate),
                                    .role = Role::clerk,
                                    .agency_code = agencies_[at].code,
                                    .valid_from = clock_.today()},
                                   people::operator_named("cli:test"), clock_.now())
                    .has_value());
    const auto given = people::delegate_role(database(),
                                             {.holding_id = holding,
                                              .delegate_login = login,
                                              .valid_from = clock_.today(),
                                              .valid_to = clock_.today(),
                                              .reason = "出差"},
                                             holder, clock_.now());
    EXPECT_TRUE(given.has_value());
    return given->public_id;
}

std::string ObjectFixture::make_session(std::size_t at) {
    return database().write([&](store::Transaction& transaction) {
        people::Session session;
        session.public_id = new_public_id();
        session.account = owners_[at];
        session.began_at = session.last_seen_at = clock_.now();
        session.idle_ms_max = 1'000'000;
        session.expires_at = Moment{clock_.now().utc_ms + 1'000'000};
        return people::insert_session(transaction, session, people::new_token()).public_id;
    });
}

std::string ObjectFixture::make_case(std::size_t at) {
    client_->sign_in(of_agency(at, Role::clerk));
    return made_by(
        client_->post("/api/v1/agencies/" + agencies_[at].code + "/cases",
                      R"({"kind":"disclosure","channel":"counter","on":"2026-02-27","form":"paper",
        "route":"post","identity_kind":"identity_card","applicant_kind":"natural_person",
        "name":"申请人甲","identity_number":"11010519491231002X","phone":"13800138000",
        "title":"2025年镇级财政预算","submission_key":")" +
                          new_public_id() + "\"}"));
}

std::string ObjectFixture::make_case_file(std::size_t at) {
    const auto address = "/api/v1/cases/" + thing(at, "cases/{case}");
    client_->sign_in(of_agency(at, Role::clerk));
    const auto pdf = document::write_pdf({.title = "表",
                                          .author = "某人",
                                          .made_at = Moment{1},
                                          .blocks = {document::Text{{}, "表"}}});
    const auto id = made_by(client_->post_file(address + "/files", "file", "a.pdf", pdf, {}));
    const auto version = json_of(client_->get(address)).at("version").as_int64();
    const auto act =
        R"({"version":)" + std::to_string(version) + R"(,"entry":{"files":[")" + id + R"("]}})";
    EXPECT_EQ(client_->post(address + "/actions/add_material", act).status, 200);
    return id;
}

std::string ObjectFixture::make_letter(std::size_t at) {
    const auto of = thing(at, "cases/{case}");
    client_->sign_in(of_agency(at, Role::clerk));
    return made_by(client_->post("/api/v1/cases/" + of + "/letters",
                                 R"({"kind": "not_found", "values": {
        "recipient_name": "申请人甲", "form_of_address": "您", "case_number": "1",
        "received_on": "2026-02-27", "information_sought": "预算",
        "search_account": "本机关检索了全部档案"}})"));
}

std::string ObjectFixture::make_released_file(std::size_t at) {
    const auto address = "/api/v1/letters/" + thing(at, "letters/{letter}");
    client_->sign_in(of_agency(at, Role::clerk));
    const auto version = json_of(client_->get(address)).at("version").as_int64();
    const auto pdf = document::write_pdf({.title = "表",
                                          .author = "某人",
                                          .made_at = Moment{1},
                                          .blocks = {document::Text{{}, "表"}}});
    client_->post_file(address + "/released-files", "file", "a.pdf", pdf,
                       {{"version", std::to_string(version)}, {"title", "预算表"}});
    const auto letter = json_of(client_->get(address));
    letter_version_ = letter.at("version").as_int64();
    return std::string(letter.at("released_files").as_array().back().at("id").as_string());
}

std::string ObjectFixture::make_remedy(std::size_t at) {
    client_->sign_in(of_agency(at, Role::clerk));
    return made_by(client_->post("/api/v1/agencies/" + agencies_[at].code + "/remedies",
                                 R"({"group": "reconsideration", "title": "不服不予公开",
        "body_name": "某市人民政府", "subject": "refusal", "claimant_name": "申请人甲",
        "on": "2026-02-10"})"));
}

std::string ObjectFixture::make_remedy_document(std::size_t at) {
    const auto address = "/api/v1/remedies/" + thing(at, "remedies/{remedy}");
    client_->sign_in(of_agency(at, Role::clerk));
    const auto pdf = document::write_pdf({.title = "表",
                                          .author = "某人",
                                          .made_at = Moment{1},
                                          .blocks = {document::Text{{}, "表"}}});
    const auto id = made_by(client_->post_file(address + "/documents", "file", "a.pdf", pdf, {}));
    const auto version = json_of(client_->get(address)).at("version").as_int64();
    const auto act =
        R"({"version":)" + std::to_string(version) + R"(,"entry":{"files":[")" + id + R"("]}})";
    EXPECT_EQ(client_->post(address + "/actions/add_document", act).status, 200);
    return id;
}

std::string ObjectFixture::make_view(std::size_t at) {
    client_->sign_in(of_agency(at, Role::clerk));
    return made_by(client_->post("/api/v1/views", R"({"list":"cases","name":")" + new_public_id() +
                                                      R"(","query":"state=closed"})"));
}

std::string ObjectFixture::make_task(std::size_t at) {
    return database().write([&](store::Transaction& transaction) {
        return notify::give_task(transaction,
                                 {.agency = agencies_[at].id,
                                  .kind = std::string(notify::by_hand),
                                  .to = notify::to_role(Role::clerk),
                                  .title = "整理目录",
                                  .due = {.due_on = Date(2026, 3, 9)},
                                  .given_by = "user:owner"},
                                 clock_.now());
    });
}

std::string ObjectFixture::make_message(std::size_t at) {
    return database().write([&](store::Transaction& transaction) {
        return notify::send(transaction,
                            {.agency = agencies_[at].id,
                             .kind = "reminder",
                             .to = notify::to_account(owners_[at]),
                             .title = "有一项逾期",
                             .content = "请尽快办理。"},
                            clock_.now());
    });
}

std::string ObjectFixture::make_outgoing(std::size_t at) {
    return database().write([&](store::Transaction& transaction) {
        return notify::insert_outgoing(transaction, ring_,
                                       {.agency = agencies_[at].id,
                                        .address = "a@example.com",
                                        .subject = "提醒",
                                        .text = "有一项逾期"},
                                       clock_.now(), clock_.now());
    });
}

std::string ObjectFixture::thing(std::size_t at, const std::string& place) {
    using Make = std::function<std::string(std::size_t)>;
    const std::map<std::string, Make> makers = {
        {"accounts/{account}", [this](auto of) { return account_ids_.at(new_account(of)); }},
        {"cases/{case}", [this](auto of) { return make_case(of); }},
        {"documents/{document}", [this](auto of) { return make_remedy_document(of); }},
        {"delegations/{delegation}", [this](auto of) { return make_delegation(of); }},
        {"files/{file}", [this](auto of) { return make_case_file(of); }},
        {"letters/{letter}", [this](auto of) { return make_letter(of); }},
        {"messages/{message}", [this](auto of) { return make_message(of); }},
        {"outgoing-messages/{message}", [this](auto of) { return make_outgoing(of); }},
        {"released-files/{file}", [this](auto of) { return make_released_file(of); }},
        {"remedies/{remedy}", [this](auto of) { return make_remedy(of); }},
        {"role-holdings/{holding}", [this](auto of) { return make_holding(of); }},
        {"sessions/{session}", [this](auto of) { return make_session(of); }},
        {"tasks/{task}", [this](auto of) { return make_task(of); }},
        {"views/{view}", [this](auto of) { return make_view(of); }},
    };
    if (const auto found = things_[at].find(place); found != things_[at].end()) {
        return found->second;
    }
    const auto maker = makers.find(place);
    if (maker == makers.end()) {
        ADD_FAILURE() << place << " is a kind of thing that this test does not make";
        return std::string(unknown_id);
    }
    const auto id = maker->second(at);
    things_[at][place] = id;
    return id;
}

}  // namespace gk::web::office
