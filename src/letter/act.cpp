#include "letter/act.hpp"

#include "letter/errors.hpp"
#include "letter/letter_tasks_service.hpp"
#include "letter/store.hpp"

namespace gk::letter {

Result<Letter> load_for(store::Snapshot& snapshot, const LetterReference& reference,
                        const people::Actor& actor) {
    GK_TRY(auto letter, find_letter(snapshot, reference.public_id, actor));
    if (reference.version && *reference.version != letter.version) {
        return error(changed_by_another, letter.version, *reference.version);
    }
    return letter;
}

Result<Letter> change(store::Transaction& transaction, Letter letter, const people::Actor& actor,
                      Moment now, const Change& made) {
    auto standing = letter.standing();
    if (letter.acts.empty()) {
        standing.status = std::nullopt;
    }
    GK_TRY(const auto after, permit(made.action, standing, actor));
    const auto before = letter.version;
    const auto name = actor.trail_name(permission_of(made.action, letter.kind), letter.agency);
    letter.status = after;
    letter.version = before + 1;
    if (made.apply) {
        GK_CHECK(made.apply(letter, name));
    }
    const LetterAct act{
        .action = made.action, .actor = name, .at = now, .comment = std::string(made.comment)};
    letter.acts.push_back(act);
    append_act(transaction, letter, act, before);
    bring_tasks_along(transaction, letter, name, now);
    return letter;
}

}  // namespace gk::letter
