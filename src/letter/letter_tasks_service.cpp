#include "letter/letter_tasks_service.hpp"

#include <vector>

#include <fmt/format.h>

#include "notify/service.hpp"

namespace gk::letter {

namespace {

using notify::WantedTask;
using people::Role;

WantedTask task(std::string_view kind, std::string_view what, Role role, const Letter& letter) {
    return {.kind = std::string(kind),
            .to = notify::to_role(role),
            .title = fmt::format("{}：{}", what,
                                 letter.number.value_or(std::string(law::label(letter.kind))))};
}

// A draft is on its writer's desk already.
std::vector<WantedTask> wanted_tasks(const Letter& letter) {
    switch (letter.status) {
        case LetterStatus::submitted:
            // Whichever of the two comes first.
            return {task("letter.review", "审核文书", Role::office_head, letter),
                    task("letter.review", "审核文书", Role::deputy_leader, letter)};
        case LetterStatus::sent_back:
            return {task("letter.mend", "修改文书", Role::clerk, letter)};
        case LetterStatus::cleared:
            return {task("letter.sign", "签发文书", Role::signatory, letter)};
        case LetterStatus::signed_off:
            return {task("letter.deliver", "送达文书", Role::clerk, letter)};
        case LetterStatus::draft:
        case LetterStatus::delivered:
        case LetterStatus::cancelled:
            break;
    }
    return {};
}

}  // namespace

bool goes_with_case(law::LetterKind kind) {
    switch (law::role(kind)) {
        case law::LetterRole::final_answer:
        case law::LetterRole::separate:
            return true;
        case law::LetterRole::procedural:
        case law::LetterRole::confirmation:
            break;
    }
    return false;
}

void bring_tasks_along(store::Transaction& transaction, const Letter& letter,
                       std::string_view actor_name, Moment now) {
    if (!goes_with_case(letter.kind)) {
        notify::keep_tasks(transaction, letter.agency, {"letter", letter.public_id},
                           wanted_tasks(letter), actor_name, now);
    }
}

}  // namespace gk::letter
