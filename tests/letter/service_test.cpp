#include "letter/service.hpp"

#include <filesystem>
#include <set>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audit/store.hpp"
#include "document/extract.hpp"
#include "letter/desk_store.hpp"
#include "letter/office.hpp"
#include "letter/sample.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;
using testing::HasSubstr;

class Letters : public test::LetterOffice {};

GK_ON_BOTH_DATABASES(Letters);

TEST_P(Letters, a_draft_is_written_from_the_template_and_kept_sealed) {
    const auto letter = *draft(LetterKind::not_found);
    EXPECT_EQ(letter.status, LetterStatus::draft);
    EXPECT_EQ(letter.version, 1);
    const auto text = draft_of(letter);
    EXPECT_EQ(text.text.addressee, "申请人甲");
    EXPECT_EQ(text.text.signature, "沙湾市西戈壁镇人民政府");
    database().read([](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT content FROM letter_drafts");
        ASSERT_TRUE(row.next());
        const auto bytes = row.get<store::Blob>(0);
        const std::string content(std::bit_cast<const char*>(bytes.data()), bytes.size());
        EXPECT_EQ(content.find("申请人甲"), std::string::npos);
    });
}

TEST_P(Letters, a_draft_that_is_refused_leaves_nothing) {
    auto values = sample_values(LetterKind::not_found);
    values.erase("search_account");
    EXPECT_FALSE(draft(LetterKind::not_found, values).has_value());
    EXPECT_EQ(count("letters"), 0);
}

TEST_P(Letters, go_from_draft_to_delivery) {
    const auto letter = signed_letter(LetterKind::not_found);
    EXPECT_EQ(letter.status, LetterStatus::signed_off);
    EXPECT_EQ(letter.number, "西戈壁镇公开〔2026〕1号");
    EXPECT_EQ(letter.dated_on, Date(2026, 3, 31));
    const auto sent = act([&](auto& transaction) {
        return record_delivery(transaction, {letter.public_id},
                               {.route = DeliveryRoute::mail,
                                .handed_over_on = Date(2026, 4, 1),
                                .tracking_number = "XA123"},
                               clerk(), at(Date(2026, 4, 2)));
    });
    ASSERT_TRUE(sent.has_value());
    EXPECT_EQ(sent->delivered_on, Date(2026, 4, 1));  // 交邮之日
    const auto received = act([&](auto& transaction) {
        return record_receipt(transaction, {letter.public_id}, 1, Date(2026, 4, 3), clerk(),
                              at(Date(2026, 4, 5)));
    });
    ASSERT_TRUE(received.has_value());
    EXPECT_EQ(received->deliveries.front().signed_for_on, Date(2026, 4, 3));
    EXPECT_EQ(received->delivered_on, Date(2026, 4, 1));
}

TEST_P(Letters, the_pdf_that_was_signed_is_kept_with_its_hashes) {
    const auto letter = signed_letter(LetterKind::not_found);
    const auto file = stored(*letter.file);
    EXPECT_EQ(file.placed.sealing, document::Sealing::sealed);
    EXPECT_EQ(file.given_name, "西戈壁镇公开〔2026〕1号.pdf");
    const auto pdf = *files().read(file.placed);
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_EQ(sha256_hex(pdf), file.placed.sha256);
    EXPECT_EQ(static_cast<std::int64_t>(pdf.size()), file.placed.byte_count);
    const auto read = document::extract(pdf, "a.pdf");
    ASSERT_TRUE(read.has_value());
    std::string text;
    for (const auto& block : read->blocks) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
            text += paragraph->text;
        }
    }
    EXPECT_THAT(text, HasSubstr("西戈壁镇公开〔2026〕1号"));
    EXPECT_THAT(text, HasSubstr("2026年3月31日"));
}

TEST_P(Letters, what_is_signed_can_no_longer_be_written) {
    const auto letter = signed_letter(LetterKind::not_found);
    const auto text = draft_of(letter).text;
    const auto again = act([&](auto& transaction) {
        return write(transaction, tools(), {letter.public_id}, {.text = text}, clerk(), now());
    });
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().first().code, "letter.action_not_now");
}

TEST_P(Letters, who_does_not_sign_for_it_at_the_counter_has_not_got_it) {
    const auto letter = signed_letter(LetterKind::not_found);
    const auto sent = act([&](auto& transaction) {
        return record_delivery(
            transaction, {letter.public_id},
            {.route = DeliveryRoute::entrusted, .handed_over_on = Date(2026, 4, 1)}, clerk(),
            at(Date(2026, 4, 2)));
    });
    ASSERT_TRUE(sent.has_value());
    EXPECT_EQ(sent->delivered_on, std::nullopt);
    const auto received = act([&](auto& transaction) {
        return record_receipt(transaction, {letter.public_id}, 1, Date(2026, 4, 3), clerk(),
                              at(Date(2026, 4, 5)));
    });
    EXPECT_EQ(received->delivered_on, Date(2026, 4, 3));
}

TEST_P(Letters, days_of_delivery_lie_between_the_letter_and_today) {
    const auto letter = signed_letter(LetterKind::not_found);
    const auto deliver = [&](Date sent, std::optional<Date> signed_for) {
        return act([&](auto& transaction) {
            return record_delivery(
                transaction, {letter.public_id},
                {.route = DeliveryRoute::mail, .handed_over_on = sent, .signed_for_on = signed_for},
                clerk(), at(Date(2026, 4, 2)));
        });
    };
    for (const auto& wrong :
         {deliver(Date(2026, 3, 30), std::nullopt), deliver(Date(2026, 4, 3), std::nullopt),
          deliver(Date(2026, 4, 1), Date(2026, 3, 31))}) {
        ASSERT_FALSE(wrong.has_value());
        EXPECT_EQ(wrong.error().first().code, "letter.delivery_dates_wrong");
    }
    EXPECT_TRUE(deliver(Date(2026, 3, 31), Date(2026, 4, 2)).has_value());
    const auto unknown = act([&](auto& transaction) {
        return record_receipt(transaction, {letter.public_id}, 2, Date(2026, 4, 2), clerk(),
                              at(Date(2026, 4, 2)));
    });
    EXPECT_EQ(unknown.error().first().code, "letter.delivery_unknown");
}

TEST_P(Letters, a_date_in_the_future_is_not_signed) {
    const auto letter = cleared_letter(LetterKind::not_found);
    const auto refused = act([&](auto& transaction) {
        return sign_off(transaction, tools(), {letter.public_id}, now().date().next(), signatory(),
                        now());
    });
    EXPECT_EQ(refused.error().first().code, "letter.dated_in_future");
}

TEST_P(Letters, a_letter_that_another_has_changed_is_a_conflict) {
    const auto letter = *draft(LetterKind::not_found);
    EXPECT_TRUE(act([&](auto& transaction) {
                    return submit(transaction, {letter.public_id, 1}, clerk(), now());
                }).has_value());
    const auto stale = act([&](auto& transaction) {
        return cancel(transaction, {letter.public_id, 1}, "重复", clerk(), now());
    });
    ASSERT_FALSE(stale.has_value());
    EXPECT_EQ(stale.error().kind(), ErrorKind::conflict);
    EXPECT_EQ(stale.error().first().code, "letter.changed_by_another");
}

TEST_P(Letters, of_another_agency_do_not_exist) {
    const auto letter = *draft(LetterKind::not_found);
    const auto stranger = test::person("stranger", people::Role::clerk, Id<people::Agency>{99});
    const auto found = database().read([&](store::Snapshot& snapshot) {
        return find_letter(snapshot, letter.public_id, stranger);
    });
    EXPECT_EQ(found.error().first().code, "letter.unknown");
    const auto none = database().read(
        [&](store::Snapshot& snapshot) { return find_letter(snapshot, "\xFF", clerk()); });
    EXPECT_FALSE(none.has_value());
}

TEST_P(Letters, are_sent_back_with_a_reason_and_written_again) {
    const auto letter = *draft(LetterKind::not_found);
    EXPECT_TRUE(act([&](auto& transaction) {
                    return submit(transaction, {letter.public_id}, clerk(), now());
                }).has_value());
    const auto blank = act([&](auto& transaction) {
        return send_back(transaction, {letter.public_id}, " ", reviewer(), now());
    });
    EXPECT_EQ(blank.error().first().code, "letter.comment_missing");
    const auto back = act([&](auto& transaction) {
        return send_back(transaction, {letter.public_id}, "检索范围没有写全", reviewer(), now());
    });
    EXPECT_EQ(back->status, LetterStatus::sent_back);
    auto values = sample_values(LetterKind::not_found);
    values["search_account"] = "本机关检索了全部档案";
    const auto again = act([&](auto& transaction) {
        return draft_again(transaction, tools(), {letter.public_id}, given(letter.kind, values),
                           clerk(), now());
    });
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->draft_number, 2);
    EXPECT_THAT(draft_of(*again).text.paragraphs[1].text, HasSubstr("检索了全部档案"));
    const auto heads =
        database().read([&](store::Snapshot& snapshot) { return drafts_of(snapshot, *again); });
    EXPECT_EQ(heads.size(), 2U);
    const auto first = database().read(
        [&](store::Snapshot& snapshot) { return find_draft(snapshot, tools(), *again, 1); });
    EXPECT_THAT(first->text.paragraphs[1].text, HasSubstr("2020年至2026年"));
    const auto third = database().read(
        [&](store::Snapshot& snapshot) { return find_draft(snapshot, tools(), *again, 3); });
    EXPECT_FALSE(third.has_value());
}

TEST_P(Letters, a_text_written_by_hand_must_still_tell_the_remedies) {
    const auto letter = *draft(LetterKind::not_found);
    auto text = draft_of(letter).text;
    text.paragraphs.pop_back();
    text.paragraphs.push_back({ParagraphLevel::body, "请补{{收到日期}}"});
    text.addressee = "";
    const auto refused = act([&](auto& transaction) {
        return write(transaction, tools(), {letter.public_id}, {.text = text}, clerk(), now());
    });
    ASSERT_FALSE(refused.has_value());
    std::vector<std::string> codes;
    for (const auto& problem : refused.error().problems()) {
        codes.push_back(problem.code);
    }
    EXPECT_THAT(codes, testing::ElementsAre("letter.addressee_missing", "letter.placeholder_left",
                                            "letter.remedy_missing"));
    text = draft_of(letter).text;
    text.paragraphs.push_back({ParagraphLevel::body, std::string(70'000, 'a')});
    const auto long_text = act([&](auto& transaction) {
        return write(transaction, tools(), {letter.public_id}, {.text = text}, clerk(), now());
    });
    EXPECT_EQ(long_text.error().first().code, "letter.text_too_long");
}

TEST_P(Letters, the_signature_is_that_of_the_agency_whatever_was_written) {
    const auto letter = *draft(LetterKind::not_found);
    auto text = draft_of(letter).text;
    text.signature = "另一机关";
    const auto written = act([&](auto& transaction) {
        return write(transaction, tools(), {letter.public_id}, {.text = text}, clerk(), now());
    });
    EXPECT_EQ(draft_of(*written).text.signature, "沙湾市西戈壁镇人民政府");
}

TEST_P(Letters, a_clerk_issues_a_receipt_alone) {
    const auto letter = *draft(LetterKind::acknowledgement);
    const auto issued = act([&](auto& transaction) {
        return sign_off(transaction, tools(), {letter.public_id}, now().date(), clerk(), now());
    });
    EXPECT_EQ(issued->status, LetterStatus::signed_off);
}

TEST_P(Letters, are_listed_by_their_case) {
    const auto first = *draft(LetterKind::acknowledgement);
    const auto second = *draft(LetterKind::not_found);
    const auto letters = database().read(
        [&](store::Snapshot& snapshot) { return letters_of_case(snapshot, "CASE1", clerk()); });
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(letters[0].public_id, first.public_id);
    EXPECT_EQ(letters[1].public_id, second.public_id);
}

TEST_P(Letters, every_act_stands_in_the_trail_without_a_name_of_the_applicant) {
    const auto letter = signed_letter(LetterKind::not_found);
    database().read([&](store::Snapshot& snapshot) {
        auto row = snapshot.query(
            "SELECT act, details FROM audit_entries WHERE object_id = ? ORDER BY sequence",
            letter.public_id);
        std::vector<std::string> acts;
        while (row.next()) {
            acts.push_back(row.get<std::string>(0));
            EXPECT_EQ(row.get<std::string>(1).find("申请人"), std::string::npos);
        }
        EXPECT_THAT(acts, testing::ElementsAre("letter.write", "letter.submit", "letter.clear",
                                               "letter.sign_off"));
    });
}

TEST_P(Letters, a_cancelled_letter_keeps_its_number_taken) {
    const auto letter = signed_letter(LetterKind::not_found);
    EXPECT_TRUE(act([&](auto& transaction) {
                    return cancel(transaction, {letter.public_id}, "发现笔误", clerk(), now());
                }).has_value());
    EXPECT_EQ(signed_letter(LetterKind::not_found).number, "西戈壁镇公开〔2026〕2号");
}

TEST_P(Letters, numbers_run_without_gap_whoever_signs_at_once) {
    constexpr int count = 12;
    std::vector<Letter> letters;
    for (int i = 0; i < count; ++i) {
        letters.push_back(cleared_letter(LetterKind::not_found));
    }
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
        threads.emplace_back([&, i] {
            const auto& letter = letters[static_cast<std::size_t>(i)];
            const auto signed_now = act([&](auto& transaction) {
                return sign_off(transaction, tools(), {letter.public_id}, now().date(), signatory(),
                                now());
            });
            EXPECT_TRUE(signed_now.has_value());
            // One that is refused takes no number.
            EXPECT_FALSE(act([&](auto& transaction) {
                             return sign_off(transaction, tools(), {letter.public_id}, now().date(),
                                             signatory(), now());
                         }).has_value());
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    std::set<std::string> numbers;
    database().read([&](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT number FROM letters");
        while (row.next()) {
            numbers.insert(row.get<std::string>(0));
        }
    });
    std::set<std::string> expected;
    for (int i = 1; i <= count; ++i) {
        expected.insert("西戈壁镇公开〔2026〕" + std::to_string(i) + "号");
    }
    EXPECT_EQ(numbers, expected);
}

TEST_P(Letters, a_kind_may_have_a_series_of_its_own) {
    database().write([&](store::Transaction& transaction) {
        save_pattern(transaction, agency(), {std::nullopt, "西戈壁政公开〔{{年}}〕{{序号}}号"});
        save_pattern(transaction, agency(),
                     {LetterKind::acknowledgement, "西戈壁政公开回执〔{{年}}〕{{序号}}号"});
        save_last_number(transaction, agency(), "西戈壁政公开〔2026〕{{序号}}号", 6);
    });
    EXPECT_EQ(signed_letter(LetterKind::not_found).number, "西戈壁政公开〔2026〕7号");
    const auto letter = *draft(LetterKind::acknowledgement);
    const auto issued = act([&](auto& transaction) {
        return sign_off(transaction, tools(), {letter.public_id}, now().date(), clerk(), now());
    });
    EXPECT_EQ(issued->number, "西戈壁政公开回执〔2026〕1号");
}

}  // namespace
}  // namespace gk::letter
