#include "law/calendar_of_vectors.hpp"

#include <utility>

#include "law/vector_file.hpp"

namespace gk::test {

namespace {

law::WorkingCalendar read_calendar() {
    std::vector<law::CalendarYear> years;
    for (int year = 2008; year <= 2026; ++year) {
        years.push_back({year, {}});
    }
    std::vector<law::CalendarDay> days;
    for (const auto& row : read_vectors("workdays.tsv")) {
        days.push_back({*Date::parse(row.at("date")),
                        row.at("kind") == "off" ? law::DayKind::off : law::DayKind::work,
                        row.at("name")});
    }
    return {std::move(years), std::move(days)};
}

}  // namespace

const law::WorkingCalendar& calendar_of_vectors() {
    static const auto calendar = read_calendar();
    return calendar;
}

std::vector<YearCount> working_days_of_years() {
    return {{2008, 251}, {2009, 250}, {2010, 250}, {2011, 250}, {2012, 249},
            {2013, 250}, {2014, 250}, {2015, 249}, {2016, 250}, {2017, 249},
            {2018, 250}, {2019, 250}, {2020, 249}, {2021, 250}, {2022, 249},
            {2023, 249}, {2024, 251}, {2025, 248}, {2026, 248}};
}

}  // namespace gk::test
