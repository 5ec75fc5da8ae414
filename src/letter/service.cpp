#include "letter/service.hpp"

#include "base/text.hpp"
#include "document/docx_filling.hpp"
#include "document/stored_file_store.hpp"
#include "letter/act.hpp"
#include "letter/desk_service.hpp"
#include "letter/draft_check.hpp"
#include "letter/draft_store.hpp"
#include "letter/errors.hpp"
#include "letter/letter_template.hpp"
#include "letter/store.hpp"
#include "people/store.hpp"

namespace gk::letter {

namespace {

using people::Actor;
using people::Permission;
using store::Snapshot;
using store::Transaction;

people::Agency agency_of(Snapshot& snapshot, Id<people::Agency> id) {
    auto agency = people::load_agency(snapshot, id);
    GK_ASSERT(agency.has_value());
    return *std::move(agency);
}

using OptionalFile = std::optional<Id<document::StoredFile>>;

// The text for the PDF, and the agency's own docx filled with the same values.
struct FromTemplate {
    LetterText text;
    OptionalFile docx;
};

// 文号 and 成文日期 stay until the letter is signed.
Result<OptionalFile> fill_docx(Transaction& transaction, const LetterTools& tools,
                               const NewLetter& given, const document::StoredFile& own,
                               const OfficeValues& office, Moment now) {
    GK_TRY(const auto bytes, tools.files.read(own.placed));
    const auto printed = printed_values(given.kind, given.values, office);
    GK_TRY(const auto filled, document::filled_docx(bytes, [&](std::string_view name) {
               const auto found = printed.find(name);
               return found == printed.end() ? std::nullopt : std::optional(found->second);
           }));
    const auto placed = tools.files.place(filled, document::Sealing::sealed);
    return OptionalFile(document::insert_stored_file(transaction,
                                                     {.agency = given.agency,
                                                      .kind = document::MediaKind::docx,
                                                      .given_name = law::label(given.kind),
                                                      .placed = placed},
                                                     now)
                            .id);
}

Result<FromTemplate> from_template(Transaction& transaction, const LetterTools& tools,
                                   const NewLetter& given, Moment now) {
    const auto agency = agency_of(transaction, given.agency);
    GK_TRY(const auto office, office_values(agency, load_letterhead(transaction, given.agency),
                                            {.kind = given.kind,
                                             .answered_on = now.date(),
                                             .options = given.remedy_options,
                                             .served_by = given.served_by}));
    const auto used = template_in_use(transaction, given.agency, given.kind);
    FromTemplate made;
    GK_TRY(made.text, fill_template(given.kind, used.text, given.values, office));
    if (used.docx) {
        GK_TRY(made.docx, fill_docx(transaction, tools, given, *used.docx, office, now));
    }
    return made;
}

Result<Letter> write_draft(Transaction& transaction, const LetterTools& tools, Letter letter,
                           LetterText text, OptionalFile file, const Actor& actor, Moment now) {
    GK_CHECK(check_draft(letter.kind, text));
    const auto insert = [&](Letter& changed, const std::string& name) -> Result<void> {
        ++changed.draft_number;
        insert_draft(transaction, tools.ring, changed.id,
                     {.number = changed.draft_number,
                      .text = text,
                      .file = file,
                      .actor = name,
                      .made_at = now});
        return {};
    };
    return change(transaction, std::move(letter), actor, now,
                  {.action = LetterAction::write, .apply = insert});
}

Result<void> check_comment(std::string_view comment, LetterAction action) {
    if (text::trim(comment).empty() || !text::is_utf8(comment)) {
        return error(comment_missing, label(action)).at("comment");
    }
    return {};
}

Result<Letter> act(Transaction& transaction, const LetterReference& reference, const Actor& actor,
                   Moment now, LetterAction action, std::string_view comment = {}) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    if (action == LetterAction::send_back || action == LetterAction::cancel) {
        GK_CHECK(check_comment(comment, action));
    }
    return change(transaction, std::move(letter), actor, now,
                  {.action = action, .comment = text::trim(comment)});
}

// Number, date and the PDF with its hashes.
Result<void> freeze(Transaction& transaction, const LetterTools& tools, Letter& letter,
                    Date dated_on, Moment now) {
    const auto agency = agency_of(transaction, letter.agency);
    GK_TRY(const auto written, find_draft(transaction, tools, letter));
    GK_TRY(const auto pattern,
           NumberPattern::parse(pattern_in_use(transaction, agency, letter.kind)));
    const auto stem = pattern.stem(dated_on.year());
    letter.number = numbered(stem, take_number(transaction, letter.agency, stem));
    letter.dated_on = dated_on;
    const auto pdf = document::write_pdf(
        official_document(written.text, {.number = *letter.number,
                                         .dated_on = dated_on,
                                         .layout = load_letterhead(transaction, agency.id).layout,
                                         .made_at = now}),
        tools.fonts);
    const auto placed = tools.files.place(pdf, document::Sealing::sealed);
    letter.file = document::insert_stored_file(transaction,
                                               {.agency = letter.agency,
                                                .kind = document::MediaKind::pdf,
                                                .given_name = *letter.number,
                                                .placed = placed},
                                               now)
                      .id;
    return {};
}

Result<void> check_delivery_date(std::string_view field, std::string_view name, Date date,
                                 Date earliest, Date today) {
    if (date < earliest || date > today) {
        return error(delivery_dates_wrong, name, date.chinese(), earliest.chinese()).at(field);
    }
    return {};
}

std::optional<Date> counted_day(const LetterDelivery& delivery) {
    return counts_when_signed_for(delivery.route) ? delivery.signed_for_on
                                                  : std::optional(delivery.handed_over_on);
}

void note_delivered(Letter& letter, const LetterDelivery& delivery) {
    if (delivery.delivered_on &&
        (!letter.delivered_on || *delivery.delivered_on < *letter.delivered_on)) {
        letter.delivered_on = delivery.delivered_on;
    }
}

}  // namespace

Result<Letter> draft(Transaction& transaction, const LetterTools& tools, const NewLetter& given,
                     const Actor& actor, Moment now) {
    LetterStanding standing;
    standing.agency = given.agency;
    standing.kind = given.kind;
    GK_CHECK(permit(LetterAction::write, standing, actor));
    GK_TRY(auto made, from_template(transaction, tools, given, now));
    Letter letter;
    letter.agency = given.agency;
    letter.case_id = given.case_id;
    letter.kind = given.kind;
    return write_draft(transaction, tools, insert_letter(transaction, std::move(letter)),
                       std::move(made.text), made.docx, actor, now);
}

Result<Letter> draft_again(Transaction& transaction, const LetterTools& tools,
                           const LetterReference& reference, const NewLetter& given,
                           const Actor& actor, Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    auto same = given;
    same.agency = letter.agency;
    same.kind = letter.kind;
    GK_CHECK(permit(LetterAction::write, letter.standing(), actor));
    GK_TRY(auto made, from_template(transaction, tools, same, now));
    return write_draft(transaction, tools, std::move(letter), std::move(made.text), made.docx,
                       actor, now);
}

Result<Letter> write(Transaction& transaction, const LetterTools& tools,
                     const LetterReference& reference, const NewDraft& given, const Actor& actor,
                     Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    GK_CHECK(permit(LetterAction::write, letter.standing(), actor));
    auto text = given.text;
    text.signature = agency_of(transaction, letter.agency).name;
    OptionalFile file;
    if (given.docx) {
        file = document::insert_stored_file(transaction,
                                            {.agency = letter.agency,
                                             .kind = document::MediaKind::docx,
                                             .given_name = given.file_name,
                                             .placed = *given.docx},
                                            now)
                   .id;
    }
    return write_draft(transaction, tools, std::move(letter), std::move(text), file, actor, now);
}

Result<Letter> submit(Transaction& transaction, const LetterReference& reference,
                      const Actor& actor, Moment now) {
    return act(transaction, reference, actor, now, LetterAction::submit);
}

Result<Letter> send_back(Transaction& transaction, const LetterReference& reference,
                         std::string_view comment, const Actor& actor, Moment now) {
    return act(transaction, reference, actor, now, LetterAction::send_back, comment);
}

Result<Letter> clear(Transaction& transaction, const LetterReference& reference, const Actor& actor,
                     Moment now) {
    return act(transaction, reference, actor, now, LetterAction::clear);
}

Result<Letter> sign_off(Transaction& transaction, const LetterTools& tools,
                        const LetterReference& reference, Date dated_on, const Actor& actor,
                        Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    if (dated_on > now.date()) {
        return error(dated_in_future, dated_on.chinese()).at("dated_on");
    }
    const auto apply = [&](Letter& changed, const std::string&) {
        return freeze(transaction, tools, changed, dated_on, now);
    };
    return change(transaction, std::move(letter), actor, now,
                  {.action = LetterAction::sign_off, .apply = apply});
}

Result<void> check_delivery(const Letter& letter, const NewDelivery& given, Date today) {
    GK_ASSERT(letter.dated_on.has_value());
    GK_CHECK(check_delivery_date("handed_over_on", "送出日期", given.handed_over_on,
                                 *letter.dated_on, today));
    if (given.signed_for_on) {
        GK_CHECK(check_delivery_date("signed_for_on", "签收日期", *given.signed_for_on,
                                     given.handed_over_on, today));
    }
    return {};
}

Result<void> check_receipt(const Letter& letter, int delivery_number, Date signed_for_on,
                           Date today) {
    if (delivery_number < 1 || delivery_number > static_cast<int>(letter.deliveries.size())) {
        return error(delivery_unknown, delivery_number);
    }
    const auto& delivery = letter.deliveries[static_cast<std::size_t>(delivery_number) - 1];
    return check_delivery_date("signed_for_on", "签收日期", signed_for_on, delivery.handed_over_on,
                               today);
}

Result<Letter> record_delivery(Transaction& transaction, const LetterReference& reference,
                               const NewDelivery& given, const Actor& actor, Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    const auto apply = [&](Letter& changed, const std::string& name) -> Result<void> {
        GK_CHECK(check_delivery(changed, given, now.date()));
        LetterDelivery delivery{.number = static_cast<int>(changed.deliveries.size()) + 1,
                                .route = given.route,
                                .handed_over_on = given.handed_over_on,
                                .delivered_on = {},
                                .tracking_number = given.tracking_number,
                                .signed_for_on = given.signed_for_on,
                                .actor = name,
                                .recorded_at = now};
        delivery.delivered_on = counted_day(delivery);
        note_delivered(changed, delivery);
        changed.deliveries.push_back(delivery);
        insert_delivery(transaction, changed, delivery);
        return {};
    };
    return change(transaction, std::move(letter), actor, now,
                  {.action = LetterAction::deliver, .comment = label(given.route), .apply = apply});
}

Result<Letter> record_receipt(Transaction& transaction, const LetterReference& reference,
                              int delivery_number, Date signed_for_on, const Actor& actor,
                              Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    const auto apply = [&](Letter& changed, const std::string&) -> Result<void> {
        GK_CHECK(check_receipt(changed, delivery_number, signed_for_on, now.date()));
        auto& delivery = changed.deliveries[static_cast<std::size_t>(delivery_number) - 1];
        delivery.signed_for_on = signed_for_on;
        delivery.delivered_on = counted_day(delivery);
        note_delivered(changed, delivery);
        update_delivery(transaction, changed, delivery);
        return {};
    };
    return change(transaction, std::move(letter), actor, now,
                  {.action = LetterAction::sign_for, .apply = apply});
}

Result<Letter> cancel(Transaction& transaction, const LetterReference& reference,
                      std::string_view comment, const Actor& actor, Moment now) {
    return act(transaction, reference, actor, now, LetterAction::cancel, comment);
}

Result<Letter> find_letter(Snapshot& snapshot, std::string_view public_id, const Actor& actor) {
    auto letter = load_letter(snapshot, public_id);
    if (!letter || !actor.may(Permission::case_read, letter->agency)) {
        return error(letter_unknown);
    }
    return *std::move(letter);
}

std::vector<Letter> letters_of_case(Snapshot& snapshot, std::string_view case_id,
                                    const Actor& actor) {
    auto letters = load_letters(snapshot, case_id);
    std::erase_if(letters, [&](const Letter& letter) {
        return !actor.may(Permission::case_read, letter.agency);
    });
    return letters;
}

document::OfficialDocument letter_document(const Letter& letter, const LetterDraft& written,
                                           const Letterhead& letterhead) {
    return official_document(written.text, {.number = letter.number.value_or(""),
                                            .dated_on = letter.dated_on,
                                            .layout = letterhead.layout,
                                            .made_at = written.made_at});
}

std::string letter_pdf(const LetterTools& tools, const Letter& letter, const LetterDraft& written,
                       const Letterhead& letterhead) {
    return document::write_pdf(letter_document(letter, written, letterhead), tools.fonts);
}

Result<std::string> letter_docx(Snapshot& snapshot, const LetterTools& tools, const Letter& letter,
                                const LetterDraft& written) {
    const auto own =
        written.file ? document::load_stored_file(snapshot, *written.file) : std::nullopt;
    if (!own) {
        return document::write_docx(
            letter_document(letter, written, load_letterhead(snapshot, letter.agency)));
    }
    GK_TRY(const auto bytes, tools.files.read(own->placed));
    return document::filled_docx(bytes, [&](std::string_view name) -> std::optional<std::string> {
        const auto mark = "{{" + std::string(name) + "}}";
        if (mark == number_mark) {
            return letter.number;
        }
        return mark == date_mark && letter.dated_on ? std::optional(letter.dated_on->chinese())
                                                    : std::nullopt;
    });
}

Result<LetterDraft> find_draft(Snapshot& snapshot, const LetterTools& tools, const Letter& letter,
                               std::optional<int> number) {
    GK_TRY(auto found,
           load_draft(snapshot, tools.ring, letter.id, number.value_or(letter.draft_number)));
    if (!found) {
        return error(letter_unknown);
    }
    return *std::move(found);
}

std::vector<LetterDraft> drafts_of(Snapshot& snapshot, const Letter& letter) {
    return load_draft_heads(snapshot, letter.id);
}

}  // namespace gk::letter
