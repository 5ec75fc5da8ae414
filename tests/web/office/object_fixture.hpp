// The rows of the office over two agencies in which everything is there that a row can name by its
// id: cases, letters and their files, remedies, tasks, messages, accounts, roles, sessions, views.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "people/account_desk.hpp"
#include "people/password_hasher.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {

inline constexpr std::string_view unknown_id = "zzzzzzzzzzzzzzzzzzzzzzzzzz";

class ObjectFixture : public OfficeFixture {
protected:
    ObjectFixture();

    Id<people::Account> new_account(std::size_t at);

    people::Actor of_agency(std::size_t at, people::Role role);

    // The id that the answer to this request names.
    std::string made_by(const Response& response);

    std::string make_holding(std::size_t at);

    std::string make_delegation(std::size_t at);

    std::string make_session(std::size_t at);

    std::string make_case(std::size_t at);

    std::string make_case_file(std::size_t at);

    std::string make_letter(std::size_t at);

    std::string make_released_file(std::size_t at);

    std::string make_remedy(std::size_t at);

    std::string make_remedy_document(std::size_t at);

    std::string make_view(std::size_t at);

    std::string make_task(std::size_t at);

    std::string make_message(std::size_t at);

    std::string make_outgoing(std::size_t at);

    // The thing of that agency to which the place leads; made where there is none.
    std::string thing(std::size_t at, const std::string& place);

    people::PasswordHasher hasher_{{.memory_bytes = 64UL * 1024, .passes = 1, .niceness = 0}};
    people::AccountDesk desk_{
        .database = database(), .hasher = hasher_, .keys = key_folder_, .settings = {}};
    int account_count_ = 0;
    std::int64_t letter_version_ = 0;  // Of the letter that was made last.
    std::map<Id<people::Account>, std::string> account_ids_;
    Id<people::Account> last_holder_ = {};
    std::vector<Id<people::Account>> owners_;
    std::vector<std::map<std::string, std::string>> things_;
};

}  // namespace gk::web::office
