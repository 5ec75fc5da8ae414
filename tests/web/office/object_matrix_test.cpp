// Every row of the office's API that names a thing by its id, asked by every role for a thing of
// the own agency and of another one: what belongs to another agency is not there, and neither is
// what does not exist, in the same words. The rows come from the route table; a row that names a
// thing of a kind that this test cannot make fails it.
#include <algorithm>
#include <map>
#include <set>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/golden.hpp"
#include "web/office/object_fixture.hpp"

namespace gk::web::office {
namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::json_of;
using people::Actor;
using people::Permission;
using people::Role;
using testing::IsEmpty;

constexpr int not_found = 404;

// Names that are no things of an agency: closed sets, years, names that each account gives itself.
const std::map<std::string, std::string, std::less<>> plain_arguments = {
    {"cases/actions/{action}", "close"},    {"letters/actions/{action}", "cancel"},
    {"remedies/actions/{action}", "close"}, {"drafts/{kind}", "letter"},
    {"drafts/{kind}/{name}", "x"},          {"letter-forms/{kind}", "not_found"},
    {"answers/{outcome}", "not_found"},
};

// The sample that fits a schema: its shortest and smallest values.
json::value sample_of(const api::Schema& schema) {
    using api::Shape;
    switch (schema.shape) {
        case Shape::text:
        case Shape::long_text:
        case Shape::secret:
            return "x";
        case Shape::date:
            return "2026-03-01";
        case Shape::moment:
            return "2026-03-01T09:30:00.000+08:00";
        case Shape::number:
            return schema.min;
        case Shape::flag:
            return true;
        case Shape::choice:
            return json::string(schema.choices.front().key);
        case Shape::list: {
            json::array items;
            for (std::int64_t at = 0; at < schema.min; ++at) {
                items.push_back(sample_of(*schema.item));
            }
            return items;
        }
        case Shape::object: {
            json::object members;
            for (const auto& field : *schema.fields) {
                if (field.need == api::Need::required) {
                    members[field.name] = sample_of(field.schema);
                }
            }
            return members;
        }
        case Shape::anything:
            return json::object();
        case Shape::file:
            return nullptr;
    }
    GK_ASSERT(!"a shape of a schema");
    return nullptr;
}

class ObjectMatrix : public ObjectFixture {
protected:
    // Those that name a thing by an id, in the order of their patterns.
    std::vector<ApiRoute> rows_with_ids() {
        auto rows = office_rows(services_);
        std::erase_if(rows, [](const ApiRoute& row) {
            return row.permission.value() == Permission::everyone || things_in(row).empty();
        });
        std::ranges::sort(rows, {},
                          [](const ApiRoute& row) { return std::pair(row.pattern, row.method); });
        return rows;
    }

    // "cases/{case}": the parameters of the path with the folder before them.
    static std::vector<std::string> places_in(const ApiRoute& row) {
        std::vector<std::string> places;
        std::string folder;
        std::string before;
        for (const auto segment : text::split(row.pattern, '/')) {
            if (segment.starts_with('{')) {
                places.push_back(segment == "{action}" ? folder + "/" + before + "/{action}"
                                 : segment == "{name}" ? folder + "/{kind}/{name}"
                                                       : before + "/" + std::string(segment));
            } else {
                folder = folder.empty() || before.empty() ? std::string(segment) : folder;
                before = std::string(segment);
                if (places.empty()) {
                    folder = before;
                }
            }
        }
        return places;
    }

    // Of them those that are things. Below {agency} the kit looks after the agency.
    static std::vector<std::string> things_in(const ApiRoute& row) {
        auto places = places_in(row);
        if (row.pattern.find("{agency}") != std::string::npos) {
            return {};
        }
        std::erase_if(places,
                      [](const std::string& place) { return plain_arguments.contains(place); });
        return places;
    }

    using Ids = std::map<std::string, std::string>;  // By place.

    Ids ids_of(std::size_t at, const ApiRoute& row) {
        Ids ids;
        for (const auto& place : things_in(row)) {
            ids[place] = thing(at, place);
        }
        return ids;
    }

    static std::string path_of(const ApiRoute& row, const Ids& ids) {
        std::string path;
        auto place = places_in(row);
        std::ranges::reverse(place);
        for (const auto segment : text::split(std::string_view(row.pattern).substr(1), '/')) {
            path += '/';
            if (!segment.starts_with('{')) {
                path += segment;
                continue;
            }
            const auto plain = plain_arguments.find(place.back());
            path += plain != plain_arguments.end() ? plain->second : ids.at(place.back());
            place.pop_back();
        }
        return path;
    }

    // What must be said in the query.
    static std::string asked_of(const ApiRoute& row) {
        std::string asked;
        for (const auto& field : row.query) {
            if (field.need == api::Need::required) {
                const auto value = sample_of(field.schema);
                asked +=
                    (asked.empty() ? "?" : "&") + field.name + "=" +
                    (value.is_string() ? std::string(value.as_string()) : json::serialize(value));
            }
        }
        return asked;
    }

    Response ask(const ApiRoute& row, const Ids& ids, const Actor& actor) {
        client_->sign_in(actor);
        const auto path = path_of(row, ids);
        if (!row.body) {
            return client_->send(row.method, path + asked_of(row), "", "");
        }
        auto body = sample_of(*row.body).as_object();
        if (body.contains("version") && ids.contains("letters/{letter}")) {
            body["version"] = letter_version_;
        }
        if (row.operation_id == "hand_over_account") {
            body["to"] = account_ids_.at(owners_[0]);
        }
        if (row.body_kind == api::BodyKind::json) {
            return client_->send(row.method, path, "application/json", json::serialize(body));
        }
        Parameters fields;
        std::string file_field = "file";
        for (const auto& field : *row.body->fields) {
            if (field.schema.shape == api::Shape::file) {
                file_field = field.name;
            } else if (field.need == api::Need::required) {
                const auto& value = body.at(field.name);
                fields.emplace_back(field.name, value.is_string() ? std::string(value.as_string())
                                                                  : json::serialize(value));
            }
        }
        return client_->post_file(path, file_field, "a.txt", "文字", fields);
    }

    static std::string name_of(const ApiRoute& row) {
        return std::string(key(row.method)) + " " + row.pattern;
    }
};

GK_ON_BOTH_DATABASES(ObjectMatrix);

TEST_P(ObjectMatrix, shows_no_thing_of_another_agency_to_any_role) {
    std::vector<std::string> open;
    const auto colleague = new_account(0);
    for (const auto& row : rows_with_ids()) {
        const auto theirs = ids_of(1, row);
        Ids unknown;
        for (const auto& [place, id] : theirs) {
            unknown[place] = unknown_id;
        }
        for (const auto role : people::roles()) {
            auto actor = api::actor_with("user:li", role, agencies_[0].id);
            actor.account = colleague;
            const auto answer = ask(row, theirs, actor);
            const auto missing = ask(row, unknown, actor);
            if (answer.status != not_found || missing.status != not_found ||
                api::problem_codes(answer) != api::problem_codes(missing)) {
                open.push_back(std::string(people::key(role)) + " " + name_of(row) + " " +
                               std::to_string(answer.status) + " " +
                               std::to_string(missing.status));
            }
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(ObjectMatrix, knows_no_part_of_another_agencys_thing_below_an_own_one) {
    std::vector<std::string> open;
    for (const auto& row : rows_with_ids()) {
        auto mixed = ids_of(0, row);
        if (mixed.size() < 2) {
            continue;
        }
        const auto part = things_in(row).back();
        mixed[part] = thing(1, part);
        for (const auto role : people::roles()) {
            if (ask(row, mixed, api::actor_with("user:li", role, agencies_[0].id)).status !=
                not_found) {
                open.push_back(std::string(people::key(role)) + " " + name_of(row));
            }
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

TEST_P(ObjectMatrix, lists_nothing_of_another_agency) {
    std::vector<std::string> open;
    for (const auto& row : office_rows(services_)) {
        const bool takes_agency = std::ranges::any_of(
            row.query, [](const api::Field& field) { return field.name == "agency"; });
        // The trail is read as a whole; an export hands out the rows of its list.
        if (!takes_agency || row.permission.value() == Permission::trail_read ||
            row.pattern.ends_with("/export.xlsx")) {
            continue;
        }
        for (const auto role : people::roles()) {
            client_->sign_in(api::actor_with("user:li", role, agencies_[0].id));
            const auto answer =
                client_->send(row.method, row.pattern + "?agency=" + agencies_[1].code, "", "");
            const bool is_empty_list = answer.status == 200 && row.media_type.empty() &&
                                       json_of(answer).at("total").as_int64() == 0;
            if (answer.status != not_found && answer.status != 403 && !is_empty_list) {
                open.push_back(std::string(people::key(role)) + " " + name_of(row) + " " +
                               std::to_string(answer.status));
            }
        }
    }
    EXPECT_THAT(open, IsEmpty());
}

// Rows below {agency} that ask for no more than to be signed in: what they show of another agency
// is what everybody who works here may know.
TEST_P(ObjectMatrix, shows_of_another_agency_what_it_is_and_no_person) {
    const std::set<std::string, std::less<>> open_to_all = {"get_agency", "list_dictionaries",
                                                            "get_dictionary"};
    for (const auto& row : office_rows(services_)) {
        if (row.permission.value() != Permission::sign_in ||
            row.pattern.find("{agency}") == std::string::npos) {
            continue;
        }
        const auto path = text::replace_all(
            text::replace_all(row.pattern, "{agency}", agencies_[1].code), "{dictionary}", "none");
        for (const auto role : people::roles()) {
            client_->sign_in(api::actor_with("user:li", role, agencies_[0].id));
            const auto status = client_->send(row.method, path, "", "").status;
            EXPECT_TRUE(open_to_all.contains(row.operation_id) || status == not_found)
                << people::key(role) << " " << name_of(row) << " " << status;
        }
    }
}

TEST_P(ObjectMatrix, lets_in_whom_a_thing_of_the_own_agency_concerns) {
    std::string golden =
        "Who learns of a thing of the own agency by each row with its id: its owner where it is\n"
        "somebody's own, and the roles that do not look after it as their own. For a thing of\n"
        "another agency: nobody.\n";
    const auto colleague = new_account(0);
    for (const auto& row : rows_with_ids()) {
        std::vector<std::string> let_in;
        const auto knows = [&](const Actor& actor) {
            const auto ids = ids_of(0, row);
            const auto answer = ask(row, ids, actor);
            if (row.method != Method::get && answer.status < 300) {
                for (const auto& [place, id] : ids) {
                    things_[0].erase(place);
                }
            }
            return answer.status != not_found;
        };
        for (const auto role : people::roles()) {
            auto actor = api::actor_with("user:li", role, agencies_[0].id);
            actor.account = colleague;
            if (knows(actor)) {
                let_in.emplace_back(people::key(role));
            }
        }
        if (let_in.empty() && knows(of_agency(0, Role::clerk))) {
            let_in.emplace_back("its owner");
        }
        golden += name_of(row) + ": " +
                  (let_in.empty()                            ? "nobody"
                   : let_in.size() == people::roles().size() ? "every role"
                                                             : text::join(let_in, ", ")) +
                  "\n";
    }
    test::expect_golden("tests/golden/api_objects.txt", golden);
}

}  // namespace
}  // namespace gk::web::office
