#include "law/working_calendar.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "law/errors.hpp"

namespace gk::law {

namespace {

template <typename Key, typename Value>
std::vector<Value> values_of(std::map<Key, Value> sorted) {
    std::vector<Value> values;
    values.reserve(sorted.size());
    for (auto& [key, value] : sorted) {
        values.push_back(std::move(value));
    }
    return values;
}

// The sources of one year in one entry, each once though its file was loaded again; the years in
// their order.
std::vector<CalendarYear> merged(std::vector<CalendarYear> years) {
    std::map<int, CalendarYear> sorted;
    for (auto& each : years) {
        auto& entry = sorted[each.year];
        entry.year = each.year;
        for (auto& source : each.sources) {
            const bool is_known = std::ranges::any_of(entry.sources, [&](const auto& known) {
                return known.title == source.title &&
                       known.document_number == source.document_number;
            });
            if (!is_known) {
                entry.sources.push_back(std::move(source));
            }
        }
    }
    return values_of(std::move(sorted));
}

// By date; of several with one date the last.
std::vector<CalendarDay> merged(std::vector<CalendarDay> days) {
    std::map<Date, CalendarDay> sorted;
    for (auto& each : days) {
        sorted.insert_or_assign(each.date, std::move(each));
    }
    return values_of(std::move(sorted));
}

}  // namespace

WorkingCalendar::WorkingCalendar(std::vector<CalendarYear> years, std::vector<CalendarDay> days)
    : years_(merged(std::move(years))), days_(merged(std::move(days))) {
    if (days_.empty()) {
        return;
    }
    first_ = days_.front().date;
    const auto count = days_between(first_, days_.back().date) + 1;
    working_.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        working_.push_back(first_.plus_days(i).is_weekend() ? 0 : 1);
    }
    for (const auto& each : days_) {
        working_[static_cast<std::size_t>(days_between(first_, each.date))] =
            each.kind == DayKind::work ? 1 : 0;
    }
}

bool WorkingCalendar::covers(int year) const {
    return std::ranges::binary_search(years_, year, {}, &CalendarYear::year);
}

bool WorkingCalendar::covers(Date from, Date to) const {
    bool covered = true;
    for (int year = from.year(); year <= to.year(); ++year) {
        covered = covered && covers(year);
    }
    return covered;
}

bool WorkingCalendar::is_working_day(Date date) const {
    // A date before first_ wraps round to an index beyond the end.
    const auto index = static_cast<std::size_t>(days_between(first_, date));
    return index < working_.size() ? working_[index] != 0 : !date.is_weekend();
}

const CalendarDay* WorkingCalendar::listed(Date date) const {
    const auto found = std::ranges::lower_bound(days_, date, {}, &CalendarDay::date);
    return found != days_.end() && found->date == date ? &*found : nullptr;
}

Result<WorkingDate> WorkingCalendar::add_working_days(Date from, int count) const {
    if (from.year() > last_year || count < 0 || count > working_days_max) {
        return error(count_out_of_range, from.chinese(), count, working_days_max, last_year);
    }
    auto date = from;
    for (int counted = 0; counted < count;) {
        date = date.next();
        counted += is_working_day(date) ? 1 : 0;
    }
    return WorkingDate{date, !covers(from, date)};
}

Date WorkingCalendar::working_day_from(Date date) const {
    while (!is_working_day(date)) {
        date = date.next();
    }
    return date;
}

int WorkingCalendar::working_days_between(Date after, Date upto) const {
    int count = 0;
    for (auto date = after; date < upto;) {
        date = date.next();
        count += is_working_day(date) ? 1 : 0;
    }
    return count;
}

}  // namespace gk::law
