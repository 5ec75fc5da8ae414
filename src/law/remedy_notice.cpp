#include "law/remedy_notice.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "law/enum_table.hpp"
#include "law/instrument.hpp"
#include "law/remedy_period.hpp"

namespace gk::law {

namespace {

using enum RemedyNoticeKind;
using enum RemedySubject;

struct KindRow {
    RemedyNoticeKind value;
    std::string_view key;
    std::string_view label;
};

constexpr auto kinds = enum_table(std::to_array<KindRow>({
    {reconsideration_first, "A", "应当先申请行政复议，不服复议决定的再提起行政诉讼"},
    {reconsideration_or_litigation, "B", "可以申请行政复议，也可以直接提起行政诉讼"},
    {none, "C", "不告知救济途径"},
}));

struct SubjectRow {
    RemedySubject value;
    std::string_view key;
    std::string_view label;
    std::string_view opening;  // Of the sentence in the letter.
};

constexpr auto subjects = enum_table(std::to_array<SubjectRow>({
    {refusal, "refusal", "依照条例第十四条、第十五条、第十六条不予公开", "对本答复不服的"},
    {withheld_part, "withheld_part", "部分公开中不予公开的部分", "对本答复中不予公开的部分不服的"},
    {other_answer, "other_answer", "其他答复和不再处理", "对本答复不服的"},
    {no_answer, "no_answer", "逾期不予答复", "对逾期不予答复不服的"},
    {not_an_answer, "not_an_answer", "程序性文书、撤回确认", ""},
}));

constexpr Citation first_for_refusals{"reconsideration-law-2023", 23, 1, 4};
constexpr Citation first_for_silence{"reconsideration-law-2023", 23, 1, 3};
constexpr Citation silence_is_open_to_both{"disclosure-interpretation-2025", 2, 2};
constexpr Citation after_reconsideration{"reconsideration-law-2023", 34};
constexpr Citation internet_channel{"reconsideration-law-2023", 22};

// What every sentence of one notice shares.
struct Writing {
    const RemedyFacts& facts;
    const RemedyOptions& options;
    std::string body;
    std::string court;
    Ruled<NaturalPeriod> reconsideration;
    Ruled<NaturalPeriod> litigation;
    Ruled<NaturalPeriod> litigation_afterwards;
};

bool stands(std::string_view key, Date date) {
    const auto* instrument = find_instrument(key);
    GK_ASSERT(instrument != nullptr);
    return is_in_force(*instrument, date);
}

// Why 复议 comes first, or why it need not.
std::vector<Citation> order_basis(const Writing& writing, RemedyNoticeKind kind) {
    const auto& facts = writing.facts;
    std::vector<Citation> basis;
    if (kind == reconsideration_first) {
        basis.push_back(facts.subject == no_answer ? first_for_silence : first_for_refusals);
        const auto& scope = writing.options.scope_basis;
        if (facts.subject != no_answer && stands(scope.instrument, facts.answered_on)) {
            basis.push_back(scope);
        }
    } else if (facts.subject == no_answer &&
               stands(silence_is_open_to_both.instrument, facts.answered_on)) {
        basis.push_back(silence_is_open_to_both);
    }
    return basis;
}

RemedyStatement first_sentence(const Writing& writing, RemedyNoticeKind kind) {
    const auto subject = writing.facts.subject;
    const auto opening = subjects[subject].opening;
    // No text says from when the period for 复议 runs where there is no answer to know of.
    const std::string within =
        subject == no_answer
            ? std::string()
            : fmt::format("自知道本答复之日起{}内", text(writing.reconsideration.value));
    RemedyStatement statement{.text = {}, .basis = {writing.reconsideration.basis}};
    if (kind == reconsideration_first) {
        statement.text = fmt::format("{}，应当先申请行政复议，可以{}向{}提出申请。", opening,
                                     within, writing.body);
    } else {
        statement.text = fmt::format(
            "{}，可以{}向{}申请行政复议，也可以自{}之日起{}内向{}提起行政诉讼。", opening, within,
            writing.body, subject == no_answer ? "答复期限届满" : "知道本答复",
            text(writing.litigation.value), writing.court);
        statement.basis.push_back(writing.litigation.basis);
    }
    const auto why = order_basis(writing, kind);
    statement.basis.insert(statement.basis.end(), why.begin(), why.end());
    return statement;
}

RemedyStatement litigation_afterwards(const Writing& writing) {
    const auto period = text(writing.litigation_afterwards.value);
    return {
        .text = fmt::format("对行政复议决定不服的，可以自收到行政复议决定书之日起{0}内向{1}"
                            "提起行政诉讼；行政复议机关决定不予受理、驳回申请或者逾期不作答复的，"
                            "可以自收到决定书之日起或者行政复议期限届满之日起{0}内提起行政诉讼。",
                            period, writing.court),
        .basis = {writing.litigation_afterwards.basis, after_reconsideration}};
}

RemedyStatement internet_sentence(const Writing& writing) {
    return {.text = fmt::format("行政复议申请可以通过互联网向{}提交。", writing.body),
            .basis = {internet_channel}};
}

}  // namespace

std::span<const RemedyNoticeKind> remedy_notice_kinds() {
    return kinds.values();
}

std::string_view key(RemedyNoticeKind kind) {
    return kinds[kind].key;
}

std::string_view label(RemedyNoticeKind kind) {
    return kinds[kind].label;
}

std::span<const RemedySubject> remedy_subjects() {
    return subjects.values();
}

std::string_view label(RemedySubject subject) {
    return subjects[subject].label;
}

RemedySubject remedy_subject(Outcome outcome) {
    if (exemption(outcome)) {
        return refusal;
    }
    if (outcome == Outcome::granted_in_part) {
        return withheld_part;
    }
    return outcome == Outcome::withdrawn ? not_an_answer : other_answer;
}

RemedySubject remedy_subject(LetterKind kind) {
    if (kind == LetterKind::refused) {
        return refusal;
    }
    if (kind == LetterKind::granted_in_part) {
        return withheld_part;
    }
    return role(kind) == LetterRole::final_answer ? other_answer : not_an_answer;
}

RemedyNoticeKind remedy_notice_kind(RemedySubject subject, const RemedyOptions& options) {
    switch (subject) {
        // 复议法(2023)第23条第1款第4项：申请政府信息公开，行政机关不予公开。
        case refusal:
            return reconsideration_first;
        case withheld_part:
            return options.withheld_part;
        case other_answer:
            return reconsideration_or_litigation;
        case no_answer:
            return options.no_answer;
        case not_an_answer:
            return none;
    }
    throw_bug("what a remedy is sought against", std::source_location::current());
}

Result<RemedyNotice> remedy_notice(const RemedyFacts& facts, const RemedyOptions& options) {
    const auto on = facts.answered_on;
    GK_TRY(const auto body, review_body(facts.level, facts.leadership, on));
    const auto to_sue = facts.subject == no_answer ? RemedyPeriod::litigation_without_answer
                                                   : RemedyPeriod::direct_litigation;
    const Writing writing{
        .facts = facts,
        .options = options,
        .body = std::string(facts.review_body_name.empty() ? label(body.value)
                                                           : facts.review_body_name),
        .court = std::string(facts.court_name.empty() ? "人民法院" : facts.court_name),
        // The law that names the body has been found to stand on that day.
        .reconsideration = *remedy_period(RemedyPeriod::reconsideration, on),
        .litigation = *remedy_period(to_sue, on),
        .litigation_afterwards =
            *remedy_period(RemedyPeriod::litigation_after_reconsideration, on)};
    RemedyNotice notice{.kind = remedy_notice_kind(facts.subject, options),
                        .review_body = body.value,
                        .statements = {}};
    if (notice.kind == none) {
        return notice;
    }
    notice.statements.push_back(first_sentence(writing, notice.kind));
    notice.statements.front().basis.push_back(body.basis);
    if (notice.kind == reconsideration_first) {
        notice.statements.push_back(litigation_afterwards(writing));
    }
    if (facts.served_by == ServedBy::internet) {
        notice.statements.push_back(internet_sentence(writing));
    }
    return notice;
}

}  // namespace gk::law
