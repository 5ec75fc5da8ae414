// The files that come with a form: kept across mistakes, stripped, told of at the field, removed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/started/service.hpp"
#include "document/stored_file_store.hpp"
#include "web/citizen/citizen_site.hpp"

namespace gk::web::citizen {
namespace {

using testing::AllOf;
using testing::HasSubstr;

class WizardFiles : public testing::Test {
protected:
    std::string expect_page(const Response& response, int status) {
        EXPECT_EQ(response.status, status) << response.body.substr(0, 200);
        EXPECT_THAT(response.body, HasSubstr("<main"));
        return response.body;
    }

    CitizenSite site_;
};

TEST_F(WizardFiles, keep_photos_across_mistakes_hand_them_to_the_case_and_strip_what_they_tell) {
    const auto link = site_.new_form();
    const Fields wrong = {{"identity_kind", "identity_card"}, {"identity_number", "1"}};
    const auto page = site_.post_file(site_.page("identity", link), wrong, "identity_file",
                                      "身份证.png", small_png());
    EXPECT_THAT(expect_page(site_.get(site_.location(page)), 200),
                AllOf(HasSubstr("身份证.png"), HasSubstr("已上传"), HasSubstr("您填写了1位")));
    EXPECT_EQ(site_.count("stored_files"), 1);
    site_.fill(link);
    EXPECT_THAT(site_.get(site_.page("check", link)).body, HasSubstr("身份证.png"));
    ASSERT_EQ(site_.submit(link).status, 303);
    EXPECT_EQ(site_.count("case_files"), 1);
    EXPECT_EQ(site_.count("case_files WHERE shows_identity = 1"), 1);
    EXPECT_EQ(site_.count("waiting_files"), 0);
    EXPECT_EQ(site_.count("started_files"), 0);
    EXPECT_EQ(site_.count("stored_files"), 1);
    const auto kept = site_.database().read([&](store::Snapshot& snapshot) {
        auto row = snapshot.query("SELECT public_id FROM stored_files");
        EXPECT_TRUE(row.next());
        return *document::load_stored_file(snapshot, row.get<std::string>(0));
    });
    const document::FileStore files(site_.files(), site_.ring());
    const auto bytes = files.read(kept.placed);
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(bytes->starts_with("\x89PNG"));
    EXPECT_EQ(bytes->find("Zhang at home"), std::string::npos);
}

TEST_F(WizardFiles, say_at_the_field_what_is_wrong_with_a_file_and_remove_one_on_request) {
    const auto link = site_.new_form();
    const auto wrong = site_.post_file(site_.page("information", link), {{"title", "水渠"}},
                                       "material_file", "a.png", "MZ this is no picture");
    EXPECT_THAT(expect_page(wrong, 422),
                AllOf(HasSubstr("id=\"material_file-problem\""), HasSubstr("“a.png”：")));
    EXPECT_EQ(site_.count("stored_files"), 0);
    ASSERT_EQ(site_
                  .post_file(site_.page("information", link), {{"title", "水渠"}}, "material_file",
                             "a.png", small_png())
                  .status,
              303);
    const auto id =
        between(site_.get(site_.page("information", link)).body, "name=\"remove\" value=\"", "\"");
    ASSERT_FALSE(id.empty());
    const auto other = site_.new_form();
    site_.post(site_.page("information", other), {{"title", "别人"}, {"remove", id}});
    EXPECT_EQ(site_.count("stored_files"), 1) << "of another form: it stays";
    EXPECT_EQ(site_.location(
                  site_.post(site_.page("information", link), {{"title", "水渠"}, {"remove", id}})),
              site_.page("information", link));
    EXPECT_EQ(site_.count("stored_files"), 0);
    // The trap of a form is no place for a file.
    site_.post_file(site_.page("contact", link), {}, "website", "a.png", small_png());
    EXPECT_EQ(site_.count("stored_files"), 0);
}

// started_form.too_many_files
TEST_F(WizardFiles, take_ten_files_and_forget_them_with_the_form) {
    const auto link = site_.new_form();
    const auto send = [&] {
        return site_.post_file(site_.page("information", link), {{"title", "水渠"}},
                               "material_file", "a.png", small_png());
    };
    for (int i = 0; i < 10; ++i) {
        ASSERT_EQ(send().status, 303) << i;
    }
    EXPECT_THAT(expect_page(send(), 422), HasSubstr("一份申请表最多上传10个文件"));
    site_.post("/applications/started-forms/discard?form=" + link, {});
    EXPECT_EQ(site_.count("stored_files"), 0);
    EXPECT_EQ(site_.count("started_files"), 0);
}

TEST_F(WizardFiles, leave_the_case_its_files_where_they_were_not_told_of_it) {
    const auto link = site_.new_form();
    site_.post_file(site_.page("identity", link), {}, "identity_file", "身份证.png", small_png());
    site_.fill(link);
    ASSERT_EQ(site_.submit(link).status, 303);
    // As if the program had ended between making the case and keeping the receipt.
    site_.database().write([](store::Transaction& transaction) {
        transaction.execute(
            "INSERT INTO started_files (form_id, field, file)"
            " SELECT started_forms.id, 'identity_file', file_id FROM started_forms, case_files");
    });
    const Moment later{site_.clock().now().utc_ms + 100LL * 24 * 3'600'000};
    const auto removed = application::started::remove_expired(
        site_.database(), people::operator_named("cli:test"), later);
    ASSERT_TRUE(removed.has_value());
    EXPECT_EQ(removed->forms, 1);
    EXPECT_EQ(site_.count("started_files"), 0);
    EXPECT_EQ(site_.count("stored_files"), 1);
}

}  // namespace
}  // namespace gk::web::citizen
