#include "application/started/form.hpp"

#include <gtest/gtest.h>

#include "application/started/filled_fields.hpp"

namespace gk::application::started {
namespace {

TEST(FormFields, come_back_from_their_packing_as_they_were) {
    const Fields fields = {{"title", "名称\r\n第二行\t\x01"}, {"name", ""}, {"email", "=1+1"}};
    EXPECT_EQ(unpacked(packed(fields)), fields);
    EXPECT_EQ(unpacked(packed({})), Fields());
}

TEST(FormFields, of_a_page_replace_those_of_the_page_and_no_others) {
    const auto after =
        with_page(of_a_person(), FormPage::contact,
                  {{"email", "jia@example.cn"}, {"title", "别的"}, {"role", "root"}});
    EXPECT_EQ(value(after, "email"), "jia@example.cn");
    EXPECT_EQ(value(after, "phone"), "") << "what a browser leaves out is emptied";
    EXPECT_EQ(value(after, "title"), value(of_a_person(), "title"));
    EXPECT_FALSE(after.contains("role"));
}

TEST(FormFields, are_kept_up_to_a_length_and_cut_between_characters) {
    std::string long_text;
    for (std::size_t i = 0; i < kept_characters_max + 5; ++i) {
        long_text += "字";
    }
    const auto after = with_page({}, FormPage::information, {{"description", long_text}});
    EXPECT_EQ(value(after, "description").size(), 3 * kept_characters_max);
}

TEST(FormReceipt, comes_back_from_its_fields) {
    const Receipt receipt{.application = "01J",
                          .number = "LH-2026-0017",
                          .query_code = "7QK4-M2XD-9AB3-C",
                          .agency_name = "礼和镇人民政府",
                          .title = "水渠修缮项目验收材料",
                          .told_to = "138****0000",
                          .submitted_at = Moment{1'700'000'000'000}};
    EXPECT_EQ(receipt_of(fields_of(receipt)), receipt);
}

}  // namespace
}  // namespace gk::application::started
