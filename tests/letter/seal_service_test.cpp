#include "letter/seal_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/office.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;

class Seals : public test::LetterOffice {
protected:
    std::string pdf_of(const Letter& letter) { return *files().read(stored(*letter.file).placed); }

    Result<Letter> keep(const Letter& letter, std::string_view pdf, const people::Actor& actor) {
        const auto placed = files().place(pdf, document::Sealing::sealed);
        return act([&](store::Transaction& transaction) {
            return keep_sealed_copy(transaction, {letter.public_id}, placed, actor, now());
        });
    }
};

GK_ON_BOTH_DATABASES(Seals);

// `cat` stands in for a seal service: what it gives back has the number of the letter in it.
TEST_P(Seals, are_put_by_a_program_and_kept_beside_what_was_signed) {
    const auto letter = signed_letter(LetterKind::not_found);
    const auto pdf = pdf_of(letter);
    const auto sealed = sealed_pdf({.words = {"cat"}}, pdf, *letter.number);
    ASSERT_TRUE(sealed.has_value());
    EXPECT_EQ(*sealed, pdf);
    const auto kept = keep(letter, *sealed + "\n%seal", signatory());
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->version, letter.version + 1);
    EXPECT_EQ(kept->file, letter.file);
    EXPECT_EQ(*files().read(stored(*kept->sealed_file).placed), pdf + "\n%seal");
}

TEST_P(Seals, are_not_believed_to_be_there_where_the_program_fails) {
    const auto letter = signed_letter(LetterKind::not_found);
    const auto pdf = pdf_of(letter);
    for (const auto& command :
         std::vector<SealCommand>{{.words = {"/nowhere/seal"}},
                                  {.words = {"false"}},
                                  {.words = {"echo", "sealed"}},
                                  {.words = {"sleep", "60"}, .seconds_max = 0}}) {
        const auto sealed = sealed_pdf(command, pdf, *letter.number);
        ASSERT_FALSE(sealed.has_value());
        EXPECT_EQ(sealed.error().first().code, "letter.seal_failed");
    }
    EXPECT_FALSE(sealed_pdf({.words = {"cat"}}, pdf, "别的文号〔2026〕9号").has_value());
}

TEST_P(Seals, are_put_after_signing_by_who_may_sign) {
    const auto draft_letter = *draft(LetterKind::not_found);
    EXPECT_EQ(keep(draft_letter, "%PDF-", signatory()).error().first().code, "letter.not_signed");
    const auto letter = signed_letter(LetterKind::not_found);
    EXPECT_EQ(keep(letter, "%PDF-", clerk()).error().first().code, "letter.not_permitted");
}

}  // namespace
}  // namespace gk::letter
