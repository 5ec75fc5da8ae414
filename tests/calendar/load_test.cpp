#include "calendar/load.hpp"

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "law/calendar_of_vectors.hpp"
#include "support/folders.hpp"

namespace gk::calendar {
namespace {

using testing::HasSubstr;

// A folder of its own for each test, emptied first.
class CalendarFolder : public testing::Test {
protected:
    void SetUp() override {
        folder_ = gk::test::binary_folder() / "calendar_test" /
                  testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }

    void write(std::string_view name, std::string_view text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }

    [[nodiscard]] Result<law::WorkingCalendar> loaded() const { return load(folder_); }

    // The codes of all problems, sorted.
    [[nodiscard]] std::multiset<std::string> codes() const {
        const auto result = loaded();
        std::multiset<std::string> found;
        if (!result) {
            for (const auto& each : result.error().problems()) {
                found.insert(each.code);
            }
        }
        return found;
    }

    std::filesystem::path folder_;
};

constexpr std::string_view source = "[[source]]\ntitle = \"关于放假的通知\"\n";

std::string file(std::string_view head, std::string_view tail = "") {
    return std::string(head) + "\n" + std::string(source) + std::string(tail);
}

TEST(Calendar, carries_every_day_of_the_vectors_and_no_other) {
    const auto calendar = load(std::nullopt);
    ASSERT_TRUE(calendar.has_value());
    const auto& expected = test::calendar_of_vectors();
    ASSERT_EQ(calendar->days().size(), expected.days().size());
    for (std::size_t i = 0; i < expected.days().size(); ++i) {
        EXPECT_EQ(calendar->days()[i].date, expected.days()[i].date);
        EXPECT_EQ(calendar->days()[i].kind, expected.days()[i].kind);
        EXPECT_EQ(calendar->days()[i].name, expected.days()[i].name);
    }
}

TEST(Calendar, has_the_working_days_of_every_year_and_names_its_circular) {
    const auto calendar = load(std::nullopt);
    const auto counts = test::working_days_of_years();
    ASSERT_EQ(calendar->years().size(), counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto& year = calendar->years()[i];
        EXPECT_EQ(year.year, counts[i].year);
        EXPECT_EQ(
            calendar->working_days_between(Date::last_of(year.year - 1), Date::last_of(year.year)),
            counts[i].working_days)
            << year.year;
        ASSERT_FALSE(year.sources.empty());
        EXPECT_EQ(year.sources[0].title,
                  "国务院办公厅关于" + std::to_string(year.year) + "年部分节假日安排的通知");
        EXPECT_THAT(year.sources[0].document_number, HasSubstr("国办发明电〔"));
    }
}

TEST_F(CalendarFolder, a_new_year_is_added_without_a_rebuild) {
    write("2027.toml", file("year = 2027", R"(
[[holiday]]
name = "元旦"
off = [2027-01-01]
work = [2026-12-27]
)"));
    const auto calendar = loaded();
    ASSERT_TRUE(calendar.has_value());
    EXPECT_TRUE(calendar->covers(2027));
    EXPECT_FALSE(calendar->is_working_day(Date(2027, 1, 1)));
    EXPECT_TRUE(calendar->is_working_day(Date(2026, 12, 27)));
    EXPECT_EQ(calendar->years().back().sources[0].title, "关于放假的通知");
}

TEST_F(CalendarFolder, local_holidays_are_added_and_do_not_make_a_year_published) {
    const auto holiday = [](int year) {
        return file(
            "year = " + std::to_string(year) + "\nlocal = true",
            "[[holiday]]\nname = \"地方节日\"\noff = [" + std::to_string(year) + "-05-27]\n");
    };
    write("2026-local.toml", holiday(2026));
    write("2027-local.toml", holiday(2027));
    const auto calendar = loaded();
    ASSERT_TRUE(calendar.has_value());
    EXPECT_FALSE(calendar->is_working_day(Date(2026, 5, 27)));
    EXPECT_EQ(calendar->listed(Date(2026, 5, 27))->name, "地方节日");
    EXPECT_FALSE(calendar->is_working_day(Date(2027, 5, 27)));
    EXPECT_FALSE(calendar->covers(2027));
}

TEST_F(CalendarFolder, a_later_file_overrides_a_day_of_an_earlier_one) {
    write("2026-amended.toml", file("year = 2026", R"(
[[holiday]]
name = "国庆节"
work = [2026-10-07]
off = [2026-10-10]
)"));
    const auto calendar = loaded();
    ASSERT_TRUE(calendar.has_value());
    EXPECT_TRUE(calendar->is_working_day(Date(2026, 10, 7)));
    EXPECT_FALSE(calendar->is_working_day(Date(2026, 10, 10)));
}

TEST_F(CalendarFolder, other_files_of_the_folder_are_left_alone) {
    write("notes.txt", "not a calendar");
    EXPECT_TRUE(loaded().has_value());
}

TEST_F(CalendarFolder, a_folder_that_is_not_there_is_a_problem) {
    const auto calendar = load(folder_ / "none");
    ASSERT_FALSE(calendar.has_value());
    EXPECT_EQ(calendar.error().first().code, "calendar.folder_unreadable");
}

TEST_F(CalendarFolder, a_file_that_cannot_be_read_is_a_problem) {
    std::filesystem::create_directories(folder_ / "folder.toml");
    write("large.toml", std::string(1024 * 1024 + 1, '#'));
    EXPECT_EQ(codes(),
              (std::multiset<std::string>{"calendar.file_unreadable", "calendar.file_unreadable"}));
}

TEST_F(CalendarFolder, bad_toml_names_the_file_and_the_line) {
    write("a.toml", "year = 2027\nsource = [\n");
    write("b.toml", "year = 2027 # \xD6\xD0");
    const auto calendar = loaded();
    ASSERT_FALSE(calendar.has_value());
    ASSERT_EQ(calendar.error().problems().size(), 2U);
    EXPECT_EQ(calendar.error().first().code, "calendar.syntax");
    EXPECT_THAT(calendar.error().first().message, HasSubstr("a.toml”第"));
}

TEST_F(CalendarFolder, all_mistakes_of_all_files_are_told_at_once) {
    write("a.toml", "jahr = 2027\n");
    write("b.toml", file("year = \"2027\""));
    write("c.toml", file("year = 1900\nlocal = 1"));
    write("d.toml", "year = 2027\nsource = 1\nholiday = 2\n");
    EXPECT_EQ(codes(), (std::multiset<std::string>{
                           "calendar.key_missing", "calendar.key_missing", "calendar.key_missing",
                           "calendar.unknown_key", "calendar.wrong_type", "calendar.wrong_type",
                           "calendar.wrong_type", "calendar.wrong_type", "calendar.wrong_type"}));
}

TEST_F(CalendarFolder, mistakes_in_a_holiday_name_their_line_and_key) {
    write("2027.toml", file("year = 2027", R"([[holiday]]
off = [2027-01-01, 2027-01-01, 2026-11-30, 2028-01-01, "2027-01-02", 2027-02-03T00:00:00]
on = []
work = 2027-01-03
)"));
    // The two entries of "off" that are no dates stand in one line: said once.
    EXPECT_EQ(codes(), (std::multiset<std::string>{
                           "calendar.date_outside_year", "calendar.date_outside_year",
                           "calendar.date_repeated", "calendar.key_missing", "calendar.unknown_key",
                           "calendar.wrong_type", "calendar.wrong_type"}));
    const auto calendar = loaded();
    EXPECT_THAT(calendar.error().first().message, HasSubstr("2027.toml”第6行：没有“on”这个键"));
}

}  // namespace
}  // namespace gk::calendar
