#include "application/answer_letter_service.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/acting_service.hpp"
#include "application/case_letter_service.hpp"
#include "application/errors.hpp"
#include "application/receipt_settings_store.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "law/citation_text.hpp"
#include "letter/service.hpp"

namespace gk::application {

namespace {

using letter::Letter;
using letter::LetterValues;
using store::Snapshot;
using store::Transaction;

// 《…条例》第十六条第二款、…
std::string articles_of(law::Outcome outcome) {
    std::vector<std::string> texts;
    for (const auto& citation : law::basis(outcome)) {
        texts.push_back(law::citation_text(citation));
    }
    return text::join(texts, "、");
}

LetterValues values_of(const std::vector<LetterField>& fields) {
    LetterValues values;
    for (const auto& field : fields) {
        if (!field.value.empty()) {
            values[field.placeholder->key] = field.value;
        }
    }
    return values;
}

Result<void> check_kind(const Case& of) {
    if (of.kind != CaseKind::disclosure) {
        return error(not_of_kind, label(of.kind), "选择办理结果");
    }
    return {};
}

// Drafted for the decision and not yet on its way.
Result<void> check_state(Snapshot& snapshot, const Case& of, const Desk& desk, Date today) {
    GK_TRY(const auto standing,
           standing_of(of, desk.calendar, today, receipt_rules_of(snapshot, of)));
    if (standing.round.drafted != nullptr || is_concluded(standing.state)) {
        return error(action_not_now, label(standing.state), "更换办理结果",
                     "先退回修改，或者撤销后面的记录");
    }
    return {};
}

}  // namespace

Result<OutcomeForm> answer_form(const Desk& desk, std::string_view case_id, law::Outcome outcome,
                                const people::Actor& actor, Moment now) {
    OutcomeForm form{
        .answer = answer_of(outcome, law::ReportFormat::form_2021), .fields = {}, .letter = {}};
    const auto begun = desk.database.read([&](Snapshot& snapshot) -> Result<std::string> {
        GK_TRY(const auto of, load_for(snapshot, case_id, actor));
        GK_CHECK(check_kind(of));
        const auto open = open_answer(snapshot, of, actor);
        return open ? open->public_id : std::string();
    });
    if (!begun) {
        return begun.error();
    }
    if (!begun->empty()) {
        form.letter = *begun;
    }
    if (!form.answer.letter) {
        return form;
    }
    GK_TRY(form.fields, letter_fields(desk, case_id, *form.answer.letter, actor, now));
    for (auto& field : form.fields) {
        // Art. 37 only severs: what is withheld rests on arts. 14 to 16, which the clerk must name.
        if (field.placeholder->key == "ground_articles" && field.value.empty() &&
            outcome != law::Outcome::granted_in_part) {
            field.value = articles_of(outcome);
        }
    }
    return form;
}

Result<Letter> draft_answer(const Desk& desk, const CaseReference& reference, law::Outcome outcome,
                            const LetterValues& values, const people::Actor& actor, Moment now) {
    GK_ASSERT(desk.letters != nullptr);
    GK_TRY(const auto form, answer_form(desk, reference.public_id, outcome, actor, now));
    if (!form.answer.letter) {
        return error(outcome_without_letter, law::label(outcome));
    }
    auto filled = values_of(form.fields);
    for (const auto& [key, value] : values) {
        filled[key] = value;
    }
    return desk.database.write([&](Transaction& transaction) -> Result<Letter> {
        GK_TRY(const auto of, load_for(transaction, reference.public_id, actor));
        if (reference.version && *reference.version != of.version) {
            return error(changed_by_another, of.version, *reference.version);
        }
        GK_CHECK(check_state(transaction, of, desk, now.date()));
        const letter::NewLetter given{.agency = of.agency,
                                      .case_id = of.public_id,
                                      .kind = *form.answer.letter,
                                      .values = filled};
        const auto open = open_answer(transaction, of, actor);
        if (open && open->kind == given.kind) {
            return letter::draft_again(transaction, *desk.letters, {open->public_id}, given, actor,
                                       now);
        }
        if (open) {
            GK_CHECK(replace_answer(transaction, *open, outcome, actor, now));
        }
        return letter::draft(transaction, *desk.letters, given, actor, now);
    });
}

}  // namespace gk::application
