// An empty database with an agency, and the verbs with which cases come about in it.
#pragma once

#include <string>

#include <gtest/gtest.h>

#include "application/sample_case.hpp"
#include "application/service.hpp"
#include "application/view_service.hpp"
#include "document/stored_file_store.hpp"
#include "people/service.hpp"
#include "store/migration.hpp"
#include "support/both_databases.hpp"

namespace gk::test {

class ApplicationFixture : public OnBothDatabases {
protected:
    using Action = application::Action;
    using Entry = application::Entry;

    ApplicationFixture() {
        EXPECT_TRUE(store::migrate_up(database(), Moment{1}).has_value());
        agency_ = add_agency("xigebi");
    }

    Id<people::Agency> add_agency(const std::string& code) {
        const auto agency = people::register_agency(database(),
                                                    {.code = code,
                                                     .name = "某某镇人民政府",
                                                     .short_name = "某某镇",
                                                     .parent_code = {},
                                                     .valid_from = {},
                                                     .valid_to = {},
                                                     .units = {{"finance", "财政所"}}},
                                                    people::operator_named("cli:root"), now_);
        EXPECT_TRUE(agency.has_value());
        return agency->id;
    }

    [[nodiscard]] application::Desk desk() { return {database(), ring_, sample_calendar()}; }

    static application::NewApplication application_of(std::string name = "申请人甲",
                                                      std::string title = "2025年镇级财政预算") {
        return {.agency_code = "xigebi",
                .applicant = {.name = std::move(name),
                              .identity_number = "11010519491231002X",
                              .contact = {.phone = "13800138000", .address = "某某路1号"}},
                .wanted = {.title = std::move(title)},
                .notice_version = "1"};
    }

    application::Receipt submit(const application::NewApplication& given,
                                const std::string& submission_key) {
        const auto receipt = submit_application(desk(), given, code_, submission_key, now_);
        EXPECT_TRUE(receipt.has_value());
        return *receipt;
    }

    // Handed in at the counter on that day.
    std::string registered(Date on = Date(2026, 3, 2),
                           const application::NewApplication& given = application_of()) {
        const auto receipt =
            register_application(desk(), given, {.on = on, .channel = law::Channel::counter}, code_,
                                 "", clerk(), noon(on));
        EXPECT_TRUE(receipt.has_value());
        return receipt->public_id;
    }

    Result<application::Done> act_on(const std::string& id, Action action, const Entry& entry,
                                     people::Role role, Date day = Date(2026, 3, 10)) {
        return act(desk(), {.public_id = id}, action, entry, person(role, agency_), noon(day));
    }

    void did(const std::string& id, Action action, const Entry& entry, people::Role role,
             Date day = Date(2026, 3, 10)) {
        const auto done = act_on(id, action, entry, role, day);
        EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().first().message);
    }

    // Drafted, reviewed, signed and posted on that day.
    void answered(const std::string& id, law::Outcome outcome, Date day) {
        using people::Role;
        did(id, Action::draft_decision, {.text = "答复", .outcome = outcome}, Role::clerk, day);
        did(id, Action::review_decision, {}, Role::office_head, day);
        did(id, Action::sign_decision, {}, Role::signatory, day);
        if (outcome == law::Outcome::granted) {
            did(id, Action::review_release, {}, Role::secrecy_reviewer, day);
        }
        did(id, Action::deliver, {.on = day, .route = application::AnswerRoute::post}, Role::clerk,
            day);
    }

    [[nodiscard]] people::Actor clerk() const { return person(people::Role::clerk, agency_); }

    application::CaseView found(const std::string& id, Date today = Date(2026, 3, 10)) {
        auto view = find_case(desk(), id, clerk(), noon(today));
        EXPECT_TRUE(view.has_value());
        return *std::move(view);
    }

    // Of this agency, with nothing behind it.
    std::string stored_file() {
        return database().write([&](store::Transaction& transaction) {
            const document::PlacedFile placed{.address = new_public_id(), .sha256 = {}, .sm3 = {}};
            return document::insert_stored_file(transaction,
                                                {.agency = agency_,
                                                 .kind = document::MediaKind::pdf,
                                                 .given_name = "文件.pdf",
                                                 .placed = placed},
                                                now_)
                .public_id;
        });
    }

    std::int64_t count_of(std::string_view table) {
        return database().read([&](store::Snapshot& snapshot) {
            auto row = snapshot.query("SELECT COUNT(*) FROM " + std::string(table));
            EXPECT_TRUE(row.next());
            return row.get<std::int64_t>(0);
        });
    }

    template <typename T>
    static std::string code_of(const Result<T>& result) {
        return result ? "yes" : result.error().first().code;
    }

    const Moment now_ = noon(Date(2026, 3, 2));
    const people::KeyRing ring_ = people::new_key_ring();
    const application::QueryCode code_ = application::new_query_code();
    Id<people::Agency> agency_;
};

}  // namespace gk::test
