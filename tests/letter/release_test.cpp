#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "letter/office.hpp"
#include "letter/release_service.hpp"

namespace gk::letter {
namespace {

using law::LetterKind;

class ReleasedFiles : public test::LetterOffice {
protected:
    NewReleasedFile file(std::vector<Severance> severances = {}) {
        return {.title = "养护合同",
                .kind = document::MediaKind::pdf,
                .copy = files().place("%PDF-1.4 没有元数据", document::Sealing::sealed),
                .source_sha256 = std::string(64, 'b'),
                .severances = std::move(severances)};
    }

    Result<Letter> add(const Letter& letter, const NewReleasedFile& given) {
        return act([&](store::Transaction& transaction) {
            return add_released_file(transaction, {letter.public_id}, given, clerk(), now());
        });
    }

    Result<Letter> review(const Letter& letter, ReleaseVerdict verdict, std::string_view opinion,
                          const people::Actor& actor) {
        const auto id = letter.released_files.front().public_id;
        return act([&](store::Transaction& transaction) {
            return review_released_file(transaction, {letter.public_id}, id, verdict, opinion,
                                        actor, now());
        });
    }

    Result<Letter> deliver(const Letter& letter) {
        return act([&](store::Transaction& transaction) {
            return record_delivery(
                transaction, {letter.public_id},
                {.route = DeliveryRoute::internet, .handed_over_on = now().date()}, clerk(), now());
        });
    }

    const Severance severance_{"第2页银行账号", law::Exemption::third_party_rights, "个人信息"};
};

GK_ON_BOTH_DATABASES(ReleasedFiles);

TEST_P(ReleasedFiles, leave_only_after_the_review) {
    const auto letter = signed_letter(LetterKind::granted_in_part);
    const auto with_file = add(letter, file({severance_}));
    ASSERT_TRUE(with_file.has_value());
    EXPECT_EQ(with_file->released_files.front().status, ReleaseStatus::awaiting_review);
    EXPECT_EQ(deliver(letter).error().first().code, "letter.release_not_reviewed");
    const auto cleared = review(*with_file, ReleaseVerdict::clear, "", secrecy_reviewer());
    ASSERT_TRUE(cleared.has_value());
    EXPECT_EQ(cleared->released_files.front().reviewed_by, "user:secrecy");
    const auto sent = deliver(letter);
    ASSERT_TRUE(sent.has_value());
    EXPECT_THAT(sent->released_files.front().severances, testing::ElementsAre(severance_));
    EXPECT_EQ(sent->released_files.front().source_sha256, std::string(64, 'b'));
    EXPECT_EQ(add(letter, file()).error().first().code, "letter.files_closed");
}

TEST_P(ReleasedFiles, are_for_everybody_where_the_review_says_so_and_once_they_have_left) {
    const auto published = [&] {
        return database().read(
            [](store::Snapshot& snapshot) { return published_answers(snapshot); });
    };
    const auto letter = signed_letter(LetterKind::granted);
    const auto with_file = *add(letter, file());
    ASSERT_TRUE(review(with_file, ReleaseVerdict::publish, "", secrecy_reviewer()).has_value());
    EXPECT_TRUE(published().empty());
    ASSERT_TRUE(deliver(letter).has_value());
    ASSERT_EQ(published().size(), 1U);
    EXPECT_EQ(published().front().title, "养护合同");
    EXPECT_EQ(published().front().delivered_on, now().date());
    const auto found = [&](const std::string& id) {
        return database().read(
            [&](store::Snapshot& snapshot) { return published_file(snapshot, id); });
    };
    ASSERT_TRUE(found(published().front().public_id).has_value());
    EXPECT_EQ(found(published().front().public_id)->title, "养护合同");
    EXPECT_FALSE(found(std::string(26, '0')).has_value());
    EXPECT_FALSE(found("\xff").has_value());
    // Cleared for its applicant alone.
    const auto other = signed_letter(LetterKind::granted);
    const auto own = *add(other, file());
    ASSERT_TRUE(review(own, ReleaseVerdict::clear, "", secrecy_reviewer()).has_value());
    ASSERT_TRUE(deliver(other).has_value());
    EXPECT_EQ(published().size(), 1U);
    EXPECT_FALSE(found(own.released_files.front().public_id).has_value());
}

TEST_P(ReleasedFiles, of_a_partial_grant_say_what_was_withheld) {
    const auto letter = signed_letter(LetterKind::granted_in_part);
    const auto with_file = add(letter, file());
    const auto refused = review(*with_file, ReleaseVerdict::clear, "", secrecy_reviewer());
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().first().code, "letter.severance_missing");
    EXPECT_EQ(refused.error().first().basis, (Citation{"regulation-2019", 37}));
}

TEST_P(ReleasedFiles, of_a_partial_grant_do_not_leave_without_the_one_that_says_what_was_withheld) {
    const auto letter = signed_letter(LetterKind::granted_in_part);
    const auto severed = *add(letter, file({severance_}));
    const auto both = *add(letter, file());
    for (const auto& each : both.released_files) {
        ASSERT_TRUE(act([&](store::Transaction& transaction) {
                        return review_released_file(transaction, {letter.public_id}, each.public_id,
                                                    ReleaseVerdict::clear, "", secrecy_reviewer(),
                                                    now());
                    }).has_value());
    }
    ASSERT_TRUE(act([&](store::Transaction& transaction) {
                    return remove_released_file(transaction, {letter.public_id},
                                                severed.released_files.front().public_id, clerk(),
                                                now());
                }).has_value());
    EXPECT_EQ(deliver(letter).error().first().code, "letter.severance_missing");
}

TEST_P(ReleasedFiles, what_was_withheld_of_them_can_be_said_until_the_review) {
    const auto letter = signed_letter(LetterKind::granted_in_part);
    const auto with_file = *add(letter, file());
    const auto id = with_file.released_files.front().public_id;
    const auto sever = [&](const std::vector<Severance>& severances) {
        return act([&](store::Transaction& transaction) {
            return set_severances(transaction, {letter.public_id}, id, severances, clerk(), now());
        });
    };
    EXPECT_TRUE(sever({severance_, severance_}).has_value());
    EXPECT_TRUE(sever({severance_}).has_value());
    const auto cleared = review(with_file, ReleaseVerdict::clear, "", secrecy_reviewer());
    ASSERT_TRUE(cleared.has_value());
    EXPECT_THAT(cleared->released_files.front().severances, testing::ElementsAre(severance_));
    EXPECT_EQ(sever({}).error().first().code, "letter.release_closed");
}

TEST_P(ReleasedFiles, that_are_refused_must_be_taken_out) {
    const auto letter = signed_letter(LetterKind::granted);
    const auto with_file = *add(letter, file());
    EXPECT_EQ(
        review(with_file, ReleaseVerdict::refuse, " ", secrecy_reviewer()).error().first().code,
        "letter.comment_missing");
    EXPECT_TRUE(review(with_file, ReleaseVerdict::refuse, "首页有密级标志", secrecy_reviewer())
                    .has_value());
    EXPECT_EQ(review(with_file, ReleaseVerdict::clear, "", secrecy_reviewer()).error().first().code,
              "letter.release_closed");
    EXPECT_EQ(deliver(letter).error().first().code, "letter.release_not_reviewed");
    const auto id = with_file.released_files.front().public_id;
    const auto removed = act([&](store::Transaction& transaction) {
        return remove_released_file(transaction, {letter.public_id}, id, clerk(), now());
    });
    ASSERT_TRUE(removed.has_value());
    EXPECT_TRUE(removed->released_files.empty());
    EXPECT_TRUE(deliver(letter).has_value());
    const auto gone = act([&](store::Transaction& transaction) {
        return review_released_file(transaction, {letter.public_id}, id, ReleaseVerdict::clear, "",
                                    secrecy_reviewer(), now());
    });
    EXPECT_EQ(gone.error().first().code, "letter.released_file_unknown");
}

TEST_P(ReleasedFiles, are_reviewed_by_who_may_and_did_not_add_them) {
    const auto letter = signed_letter(LetterKind::granted);
    const auto with_file = *add(letter, file());
    EXPECT_EQ(review(with_file, ReleaseVerdict::clear, "", clerk()).error().first().code,
              "letter.not_permitted");
    auto both = secrecy_reviewer();
    both.name = clerk().name;
    EXPECT_EQ(review(with_file, ReleaseVerdict::clear, "", both).error().first().code,
              "letter.own_letter");
}

TEST_P(ReleasedFiles, are_named_and_their_severances_complete) {
    const auto letter = signed_letter(LetterKind::granted);
    auto nameless = file();
    nameless.title = "  ";
    EXPECT_EQ(add(letter, nameless).error().first().code, "letter.value_missing");
    EXPECT_EQ(
        add(letter, file({{"第1页", law::Exemption::deliberative, " "}})).error().first().code,
        "letter.severance_incomplete");
}

}  // namespace
}  // namespace gk::letter
