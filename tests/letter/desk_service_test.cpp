#include "letter/desk_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/office_builder.hpp"
#include "document/office_package.hpp"
#include "letter/office.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;
using testing::HasSubstr;

class LetterDesk : public test::LetterOffice {
protected:
    [[nodiscard]] people::Agency whole_agency() {
        return *people::find_agency(database(), "xigebi");
    }

    Result<int> save(LetterKind kind, const LetterTemplate& text, int version,
                     const people::Actor& actor) {
        const NewTemplate given{.kind = kind,
                                .version = version,
                                .text = text,
                                .docx = files().place(docx_, document::Sealing::open),
                                .file_name = "模板.docx"};
        return act([&](store::Transaction& transaction) {
            return save_template(transaction, agency(), given, actor, now());
        });
    }

    Result<void> set(std::optional<LetterKind> kind, std::string pattern,
                     std::optional<int> last_number = {}) {
        return act([&](store::Transaction& transaction) {
            return set_pattern(transaction, whole_agency_, {kind, std::move(pattern), last_number},
                               clerk(), now());
        });
    }

    std::vector<PatternView> patterns() {
        return database().read([&](store::Snapshot& snapshot) {
            return list_patterns(snapshot, whole_agency_, 2026);
        });
    }

    // With its own look: a table, a header, bold words, a placeholder in two runs.
    std::string docx_ = document::test::docx(
        "<w:tbl><w:tr>" + document::test::table_cell("申请编号") +
            document::test::table_cell("{{申请编号}}") + "</w:tr></w:tbl>" +
            document::test::paragraph("{{收件人}}：") +
            "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{{检索</w:t></w:r><w:r><w:t>情况}}。</w:t></w:r>"
            "</w:p>" +
            document::test::paragraph("{{救济告知}}") + document::test::paragraph("{{文号}}") +
            document::test::paragraph("{{成文日期}}"),
        {{"word/header1.xml",
          "<w:hdr xmlns:w=\"urn:w\"><w:p><w:r><w:t>{{机关名称}}</w:t></w:r></w:p></w:hdr>"}});
    people::Agency whole_agency_ = whole_agency();
};

GK_ON_BOTH_DATABASES(LetterDesk);

TEST_P(LetterDesk, letters_are_written_from_the_template_of_the_agency) {
    auto text = default_template(LetterKind::not_found);
    text.paragraphs.insert(text.paragraphs.begin(), "感谢{{称谓}}关心本镇工作。");
    EXPECT_EQ(*save(LetterKind::not_found, text, 0, clerk()), 1);
    const auto letter = *draft(LetterKind::not_found);
    EXPECT_EQ(draft_of(letter).text.paragraphs.front().text, "感谢您关心本镇工作。");
    const auto dropped = act([&](store::Transaction& transaction) {
        return drop_template(transaction, agency(), LetterKind::not_found, 1, clerk(), now());
    });
    EXPECT_EQ(*dropped, 2);
    EXPECT_THAT(draft_of(*draft(LetterKind::not_found)).text.paragraphs.front().text,
                HasSubstr("本机关于2026年3月3日收到"));
}

TEST_P(LetterDesk, letters_keep_the_look_of_the_docx_of_the_agency_to_be_edited_and_sent_again) {
    EXPECT_EQ(*save(LetterKind::not_found, default_template(LetterKind::not_found), 0, clerk()), 1);
    const auto part_of = [&](const Letter& letter, std::string_view part) {
        const auto written = draft_of(letter);
        const auto bytes = database().read([&](store::Snapshot& snapshot) {
            return *letter_docx(snapshot, tools(), letter, written);
        });
        auto package = document::OfficePackage::open(bytes, {});
        return *package->read(part);
    };
    const auto letter = *draft(LetterKind::not_found);
    const auto body = part_of(letter, "word/document.xml");
    EXPECT_THAT(body, HasSubstr("<w:tbl>"));
    EXPECT_THAT(body, HasSubstr("西戈壁公开申〔2026〕12号"));
    EXPECT_THAT(body, HasSubstr("<w:b/>"));
    EXPECT_THAT(body, HasSubstr("检索词为“养护资金”"));
    EXPECT_THAT(body, HasSubstr("人民法院提起行政诉讼"));
    EXPECT_THAT(body, HasSubstr("{{文号}}"));
    EXPECT_THAT(part_of(letter, "word/header1.xml"), HasSubstr("沙湾市西戈壁镇人民政府"));
    const auto signed_off = signed_letter(LetterKind::not_found);
    const auto signed_body = part_of(signed_off, "word/document.xml");
    EXPECT_THAT(signed_body, HasSubstr(*signed_off.number));
    EXPECT_THAT(signed_body, HasSubstr("2026年3月31日"));
    EXPECT_THAT(signed_body, testing::Not(HasSubstr("{{")));
    // What was edited comes back as it was sent in.
    const auto edited = docx_;
    const auto placed = files().place(edited, document::Sealing::sealed);
    const auto text = draft_of(letter).text;
    const auto again = act([&](store::Transaction& transaction) {
        return write(transaction, tools(), {letter.public_id},
                     {.text = text, .docx = placed, .file_name = "改.docx"}, clerk(), now());
    });
    EXPECT_THAT(part_of(*again, "word/document.xml"), HasSubstr("{{收件人}}"));
}

TEST_P(LetterDesk, a_template_that_another_has_replaced_is_a_conflict) {
    const auto text = default_template(LetterKind::not_found);
    EXPECT_TRUE(save(LetterKind::not_found, text, 0, clerk()).has_value());
    EXPECT_EQ(save(LetterKind::not_found, text, 0, clerk()).error().first().code,
              "letter.changed_by_another");
}

TEST_P(LetterDesk, a_template_that_lacks_what_the_law_wants_is_not_kept) {
    LetterTemplate text{.title = "答复书", .paragraphs = {"您好。"}};
    EXPECT_EQ(save(LetterKind::not_found, text, 0, clerk()).error().first().code,
              "letter.statement_missing");
    EXPECT_EQ(count("letter_templates"), 0);
    EXPECT_EQ(count("stored_files"), 0);
}

TEST_P(LetterDesk, is_laid_out_by_who_may) {
    const auto text = default_template(LetterKind::not_found);
    EXPECT_EQ(save(LetterKind::not_found, text, 0, signatory()).error().first().code,
              "letter.not_permitted");
}

TEST_P(LetterDesk, numbers_follow_the_default_until_a_pattern_is_set) {
    EXPECT_EQ(patterns().size(), 1U);
    EXPECT_TRUE(patterns().front().is_default);
    EXPECT_EQ(patterns().front().next, "西戈壁镇公开〔2026〕1号");
    EXPECT_TRUE(set({}, "西戈壁政公开〔{{年}}〕{{序号}}号", 6).has_value());
    EXPECT_FALSE(patterns().front().is_default);
    EXPECT_EQ(patterns().front().last_number, 6);
    EXPECT_EQ(patterns().front().next, "西戈壁政公开〔2026〕7号");
    EXPECT_EQ(signed_letter(LetterKind::not_found).number, "西戈壁政公开〔2026〕7号");
}

TEST_P(LetterDesk, numbers_that_were_given_are_not_given_again) {
    EXPECT_TRUE(set({}, "公开〔{{年}}〕{{序号}}号", 6).has_value());
    EXPECT_EQ(set({}, "公开〔{{年}}〕{{序号}}号", 5).error().first().code,
              "letter.number_taken_back");
    EXPECT_EQ(set({}, "公开").error().first().code, "letter.pattern_invalid");
}

TEST_P(LetterDesk, a_kind_goes_back_to_the_numbers_of_all) {
    EXPECT_TRUE(set(LetterKind::refused, "不予〔{{年}}〕{{序号}}号").has_value());
    EXPECT_EQ(patterns().size(), 2U);
    EXPECT_TRUE(act([&](store::Transaction& transaction) {
                    return drop_pattern(transaction, whole_agency_, LetterKind::refused, clerk(),
                                        now());
                }).has_value());
    EXPECT_EQ(patterns().size(), 1U);
}

TEST_P(LetterDesk, the_letterhead_stands_in_every_answer) {
    auto letterhead = sample_letterhead();
    letterhead.version = 0;
    const auto saved = act([&](store::Transaction& transaction) {
        return set_letterhead(transaction, whole_agency_, letterhead, clerk(), now());
    });
    EXPECT_EQ(saved->version, 1);
    const auto text = draft_of(*draft(LetterKind::not_found)).text;
    EXPECT_THAT(text.paragraphs.back().text, HasSubstr("沙湾市人民法院提起行政诉讼"));
    EXPECT_THAT(text.note, HasSubstr("0993-0000000"));
    const auto stale = act([&](store::Transaction& transaction) {
        return set_letterhead(transaction, whole_agency_, letterhead, clerk(), now());
    });
    EXPECT_EQ(stale.error().first().code, "letter.changed_by_another");
}

}  // namespace
}  // namespace gk::letter
