// A ledger over HTTP: what was read is shown before anything is kept.
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/table_sheet.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Ledger : public OfficeFixture {
protected:
    Ledger() { clock_.set(FixedClock(Date(2026, 3, 2)).now()); }
};

GK_ON_BOTH_DATABASES(Ledger);

TEST_P(Ledger, is_tried_shown_as_it_was_read_and_kept) {
    document::TableSheet sheet("台账", {{"收文日期", 12},
                                        {"申请人", 12},
                                        {"申请内容", 20},
                                        {"办理结果", 12},
                                        {"答复日期", 12},
                                        {"答复文号", 12}});
    const document::SheetCell row[] = {Date(2025, 12, 1), "申请人乙",        "决算",
                                       "予以公开",        Date(2026, 1, 20), "西政公开〔2026〕1号"};
    sheet.add_row(row);
    const auto bytes = sheet.finish();
    sign_in(Role::clerk);
    const auto send = [&](const Parameters& fields) {
        return client_->post_file("/api/v1/agencies/lihe/cases/ledger", "file", "台账.xlsx", bytes,
                                  fields);
    };
    const auto tried = json_of(send({}));
    EXPECT_EQ(tried.at("imported_count"), 1);
    EXPECT_EQ(tried.at("is_kept"), false);
    EXPECT_THAT(tried.at("problems").as_array(), IsEmpty());
    ASSERT_EQ(tried.at("rows").as_array().size(), 1);
    const auto& read = tried.at("rows").at(0);
    EXPECT_EQ(read.at("row_number"), 2);
    EXPECT_EQ(read.at("applicant"), "申***") << "masked, as in every list";
    EXPECT_EQ(read.at("title"), "决算");
    EXPECT_EQ(read.at("outcome"), "granted");
    EXPECT_EQ(read.at("concluded_on"), "2026-01-20");
    EXPECT_EQ(json_of(send({{"is_kept", "true"}, {"columns", "title=申请内容\n"}})).at("is_kept"),
              true);
    const auto list = json_of(client_->get("/api/v1/cases?state=closed"));
    EXPECT_EQ(list.at("total"), 1);
    const auto id = list.at("items").at(0).at("id").as_string();
    const auto kept = client_->get("/api/v1/cases/" + std::string(id));
    EXPECT_EQ(json_of(kept).at("timeliness"), "overdue");
    EXPECT_THAT(kept.body, HasSubstr(R"("label":"答复文号","text":"西政公开〔2026〕1号")"));
    EXPECT_THAT(problem_codes(send({{"columns", "title=没有"}})),
                ElementsAre("application.field_invalid at columns"));
}

}  // namespace
}  // namespace gk::web::office
