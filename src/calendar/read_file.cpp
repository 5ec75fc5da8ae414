#include "calendar/read_file.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "base/toml_mistake.hpp"
#include "calendar/errors.hpp"

namespace gk::calendar {

namespace {

using Keys = std::span<const std::string_view>;

constexpr std::string_view file_keys[] = {"year", "local", "source", "holiday"};
constexpr std::string_view source_keys[] = {"title", "document_number"};
constexpr std::string_view holiday_keys[] = {"name", "off", "work"};

constexpr int first_year = 1949;

// Reads one file, taking every mistake down.
class Reader {
public:
    explicit Reader(std::string_view name) : name_(name) {}

    Result<CalendarFile> read(const toml::table& file);

private:
    void check_keys(const toml::table& table, Keys allowed);

    template <typename... Arguments>
    void add(const ProblemCode& code, const toml::node& node, const Arguments&... arguments) {
        problems_.add(error(code, name_, node.source().begin.line, arguments...));
    }

    // Null and a problem where the key is missing or of another type.
    template <typename T>
    const T* need(const toml::table& table, std::string_view key, std::string_view type);
    // The tables of [[key]]; a problem where it is something else.
    std::vector<const toml::table*> tables(const toml::table& file, std::string_view key);
    std::string text(const toml::table& table, std::string_view key);
    void read_source(const toml::table& table);
    void read_holiday(const toml::table& table);
    void read_days(const toml::table& table, std::string_view key, law::DayKind kind,
                   const std::string& holiday);
    void read_day(const toml::node& node, law::DayKind kind, const std::string& holiday);

    std::string name_;
    int year_ = 0;
    ProblemList problems_;
    std::vector<law::CalendarSource> sources_;
    std::vector<law::CalendarDay> days_;
    std::set<Date> seen_;
};

void Reader::check_keys(const toml::table& table, Keys allowed) {
    for (const auto& [key, value] : table) {
        if (std::ranges::find(allowed, key.str()) == allowed.end()) {
            add(unknown_key, value, key.str(), fmt::format("{}", fmt::join(allowed, "、")));
        }
    }
}

template <typename T>
const T* Reader::need(const toml::table& table, std::string_view key, std::string_view type) {
    const auto* node = table.get(key);
    if (node == nullptr) {
        add(key_missing, table, key, type);
        return nullptr;
    }
    const auto* value = node->as<T>();
    if (value == nullptr) {
        add(wrong_type, *node, key, type);
    }
    return value;
}

std::vector<const toml::table*> Reader::tables(const toml::table& file, std::string_view key) {
    std::vector<const toml::table*> found;
    const auto* node = file.get(key);
    if (node == nullptr) {
        return found;
    }
    if (!node->is_array_of_tables()) {
        add(wrong_type, *node, key, fmt::format("若干个 [[{}]]", key));
        return found;
    }
    for (const auto& each : *node->as_array()) {
        found.push_back(each.as_table());
    }
    return found;
}

std::string Reader::text(const toml::table& table, std::string_view key) {
    const auto* value = need<toml::value<std::string>>(table, key, "文字");
    return value == nullptr ? std::string() : value->get();
}

void Reader::read_source(const toml::table& table) {
    check_keys(table, source_keys);
    law::CalendarSource source{.title = text(table, "title"), .document_number = {}};
    if (table.contains("document_number")) {
        source.document_number = text(table, "document_number");
    }
    sources_.push_back(std::move(source));
}

void Reader::read_day(const toml::node& node, law::DayKind kind, const std::string& holiday) {
    const auto* value = node.as_date();
    if (value == nullptr) {
        add(wrong_type, node, kind == law::DayKind::off ? "off" : "work", "日期的列表");
        return;
    }
    const auto typed = value->get();
    const auto date = Date::of(typed.year, typed.month, typed.day);
    const bool is_here =
        date && (date->year() == year_ || (date->year() == year_ - 1 && date->month() == 12));
    if (!is_here) {
        add(date_outside_year, node,
            fmt::format("{:04}-{:02}-{:02}", typed.year, typed.month, typed.day), year_);
        return;
    }
    if (!seen_.insert(*date).second) {
        add(date_repeated, node, date->iso());
        return;
    }
    days_.push_back({*date, kind, holiday});
}

void Reader::read_days(const toml::table& table, std::string_view key, law::DayKind kind,
                       const std::string& holiday) {
    if (!table.contains(key)) {
        return;
    }
    if (const auto* list = need<toml::array>(table, key, "日期的列表")) {
        for (const auto& each : *list) {
            read_day(each, kind, holiday);
        }
    }
}

void Reader::read_holiday(const toml::table& table) {
    check_keys(table, holiday_keys);
    const auto holiday = text(table, "name");
    read_days(table, "off", law::DayKind::off, holiday);
    read_days(table, "work", law::DayKind::work, holiday);
}

Result<CalendarFile> Reader::read(const toml::table& file) {
    check_keys(file, file_keys);
    if (const auto* year = need<toml::value<std::int64_t>>(file, "year", "年份，例如 2027")) {
        year_ = static_cast<int>(
            std::clamp<std::int64_t>(year->get(), 0, law::WorkingCalendar::last_year + 1));
        if (year_ < first_year || year_ > law::WorkingCalendar::last_year) {
            add(wrong_type, *year, "year", "年份，例如 2027");
        }
    }
    bool is_local = false;
    if (file.contains("local")) {
        const auto* local = need<toml::value<bool>>(file, "local", "true 或 false");
        is_local = local != nullptr && local->get();
    }
    for (const auto* each : tables(file, "source")) {
        read_source(*each);
    }
    if (sources_.empty()) {
        add(key_missing, file, "source", "[[source]]，写明放假安排的通知");
    }
    // Dates are judged by the year: without one they would all be wrong.
    if (year_ != 0) {
        for (const auto* each : tables(file, "holiday")) {
            read_holiday(*each);
        }
    }
    if (!problems_.empty()) {
        return std::move(problems_).error();
    }
    CalendarFile result{.years = {}, .days = std::move(days_)};
    if (!is_local) {
        result.years.push_back({year_, std::move(sources_)});
    }
    return result;
}

}  // namespace

Result<CalendarFile> read_file(std::string_view name, std::string_view toml) {
    if (!text::is_utf8(toml)) {
        const auto told = toml_mistake(toml, 1, "utf-8");
        return error(syntax, name, 1, told.what, told.remedy);
    }
    try {
        const auto file = toml::parse(toml);
        return Reader(name).read(file);
    } catch (const toml::parse_error& mistake) {
        const auto line = mistake.source().begin.line;
        const auto told = toml_mistake(toml, line, mistake.description());
        return error(syntax, name, line, told.what, told.remedy);
    }
}

}  // namespace gk::calendar
