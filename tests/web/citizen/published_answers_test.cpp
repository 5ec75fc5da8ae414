// What somebody else was given and the release review lets everybody have: shown beside the form
// where it matches, handed out by its id and by nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/sample_case.hpp"
#include "letter/release_service.hpp"
#include "letter/sample.hpp"
#include "letter/service.hpp"
#include "people/service.hpp"
#include "web/citizen/citizen_site.hpp"

namespace gk::web::citizen {
namespace {

using letter::ReleaseVerdict;
using people::Role;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::string_view answers = "/applications/answers/";

enum class Sent { yes, not_yet };

class PublishedAnswers : public testing::Test {
protected:
    Id<people::Agency> agency(std::string_view code) {
        return people::find_agency(site_.database(), code)->id;
    }

    // A letter of that agency with one file, judged so; returns the id of the file.
    std::string released(std::string_view agency_code, std::optional<ReleaseVerdict> verdict,
                         Sent sent, const std::string& title = "南干渠修缮项目验收报告") {
        const auto of = agency(agency_code);
        const auto by = [&](Role role) { return test::person(role, of); };
        const auto now = site_.clock().now();
        const document::FileStore files(site_.files(), site_.ring());
        const letter::LetterTools tools{.files = files, .ring = site_.ring()};
        const letter::NewReleasedFile file{.title = title,
                                           .kind = document::MediaKind::png,
                                           .copy = files.place(picture_, document::Sealing::sealed),
                                           .source_sha256 = std::string(64, 'b')};
        const auto made =
            site_.database().write([&](store::Transaction& transaction) -> Result<letter::Letter> {
                GK_TRY(auto written,
                       letter::draft(transaction, tools,
                                     {.agency = of,
                                      .case_id = "CASE1",
                                      .kind = law::LetterKind::granted,
                                      .values = letter::sample_values(law::LetterKind::granted)},
                                     by(Role::clerk), now));
                const letter::LetterReference any{written.public_id};
                GK_CHECK(done(letter::submit(transaction, any, by(Role::clerk), now)));
                GK_CHECK(done(letter::clear(transaction, any, by(Role::department_reviewer), now)));
                GK_CHECK(done(letter::sign_off(transaction, tools, any, now.date(),
                                               by(Role::signatory), now)));
                GK_TRY(written,
                       letter::add_released_file(transaction, any, file, by(Role::clerk), now));
                const auto id = written.released_files.front().public_id;
                if (verdict) {
                    GK_TRY(written,
                           letter::review_released_file(transaction, any, id, *verdict, "意见",
                                                        by(Role::secrecy_reviewer), now));
                }
                if (sent == Sent::yes) {
                    GK_CHECK(done(letter::record_delivery(
                        transaction, any,
                        {.route = letter::DeliveryRoute::internet, .handed_over_on = now.date()},
                        by(Role::clerk), now)));
                }
                return written;
            });
        EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().first().message);
        return made->released_files.front().public_id;
    }

    static Result<void> done(Result<letter::Letter> result) {
        return result ? Result<void>() : Result<void>(std::move(result).error());
    }

    Response opened(const std::string& id) { return site_.get(std::string(answers) + id); }

    // What the form shows to who is about to ask for this.
    std::string beside(const std::string& title) {
        const auto link = site_.new_form();
        const auto sent = site_.post(site_.page("information", link), {{"title", title}});
        return site_.get(site_.location(sent)).body;
    }

    CitizenSite site_;
    const std::string picture_ = small_png();
};

TEST_F(PublishedAnswers, are_saved_by_anybody_under_their_titles) {
    const auto id = released("lihe", ReleaseVerdict::publish, Sent::yes);
    const auto file = opened(id);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, picture_);
    EXPECT_EQ(file.headers.get("Content-Type"), "image/png");
    EXPECT_THAT(std::string(file.headers.get("Content-Disposition")),
                AllOf(StartsWith("attachment; filename*=UTF-8''"), testing::EndsWith(".png")));
    EXPECT_TRUE(site_.cookies.empty());
}

TEST_F(PublishedAnswers, are_none_of_those_that_only_their_applicant_may_have) {
    for (const auto& id :
         {released("lihe", ReleaseVerdict::publish, Sent::not_yet),
          released("lihe", ReleaseVerdict::clear, Sent::yes),
          released("lihe", ReleaseVerdict::refuse, Sent::not_yet),
          released("lihe", std::nullopt, Sent::not_yet), std::string(26, '0'), std::string("x")}) {
        EXPECT_EQ(opened(id).body, "web.not_found") << id;
    }
    EXPECT_THAT(beside("南干渠修缮项目验收报告"), Not(HasSubstr(answers)));
}

TEST_F(PublishedAnswers, are_not_opened_by_the_id_of_the_stored_file_or_of_the_letter) {
    released("lihe", ReleaseVerdict::publish, Sent::yes);
    const auto others = site_.database().read([](store::Snapshot& snapshot) {
        std::vector<std::string> ids;
        auto row = snapshot.query(
            "SELECT public_id FROM stored_files UNION"
            " SELECT public_id FROM letters");
        while (row.next()) {
            ids.push_back(row.get<std::string>(0));
        }
        return ids;
    });
    ASSERT_GE(others.size(), 3U);
    for (const auto& id : others) {
        EXPECT_EQ(opened(id).body, "web.not_found");
    }
}

TEST_F(PublishedAnswers, that_match_stand_beside_the_form_with_the_agency_that_gave_them) {
    const auto own = released("lihe", ReleaseVerdict::publish, Sent::yes);
    const auto other =
        released("fuyuan", ReleaseVerdict::publish, Sent::yes, "北干渠修缮项目验收报告");
    released("lihe", ReleaseVerdict::clear, Sent::yes, "东干渠修缮项目验收报告");
    const auto page = beside("南干渠修缮项目验收报告");
    EXPECT_THAT(page, AllOf(HasSubstr("这些信息已经公开"), HasSubstr(std::string(answers) + own),
                            HasSubstr(std::string(answers) + other), HasSubstr("礼和镇人民政府"),
                            HasSubstr("富源县人民政府"), Not(HasSubstr("东干渠"))));
    EXPECT_LT(page.find(own), page.find(other)) << "the nearest first";
    EXPECT_THAT(beside("村级道路照明"), Not(HasSubstr(answers)));
}

}  // namespace
}  // namespace gk::web::citizen
