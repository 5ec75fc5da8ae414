#include "application/date_message_service.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "application/case_tasks_service.hpp"
#include "notify/service.hpp"

namespace gk::application {

namespace {

using people::Role;

constexpr std::size_t lines_max = 50;

std::string in_words(std::optional<Date> date) {
    return date ? date->iso() : "无";
}

std::string listed(const std::vector<const MovedDate*>& moved) {
    std::string lines;
    for (std::size_t i = 0; i < std::min(moved.size(), lines_max); ++i) {
        const auto& each = *moved[i];
        lines += fmt::format("{} {}：{} → {}\n", each.number, label(each.date),
                             in_words(each.before), in_words(each.after));
    }
    if (moved.size() > lines_max) {
        lines += fmt::format("其余{}项见办件列表。\n", moved.size() - lines_max);
    }
    return lines;
}

}  // namespace

void tell_of_passing(store::Transaction& transaction, const Case& of, const AwaitedDay& day,
                     Moment now) {
    const auto words = passed_words(day);
    notify::send(transaction,
                 {.agency = of.agency,
                  .kind = "day_passed",
                  .object = {"case", of.public_id},
                  .to = notify::to_role(Role::clerk),
                  .title = fmt::format("{}：{}", words.title, of.number),
                  .content = words.content,
                  .once = fmt::format("day_passed:{}:{}:{}:{}", of.public_id, key(day.awaited),
                                      day.event_number, day.last_day.iso())},
                 now);
}

void tell_of_moves(store::Transaction& transaction, std::span<const MovedDate> moved, Moment now) {
    std::map<std::pair<Id<people::Agency>, Role>, std::vector<const MovedDate*>> of_readers;
    for (const auto& each : moved) {
        for (const auto role :
             std::set{Role::clerk, role_asked(each.state).value_or(Role::clerk)}) {
            of_readers[{each.agency, role}].push_back(&each);
        }
    }
    for (const auto& [reader, dates] : of_readers) {
        notify::send(transaction,
                     {.agency = reader.first,
                      .kind = "dates_moved",
                      .object = {},
                      .to = notify::to_role(reader.second),
                      .title = fmt::format("工作日历有变动，{}项期限随之调整", dates.size()),
                      .content = listed(dates)},
                     now);
    }
}

}  // namespace gk::application
