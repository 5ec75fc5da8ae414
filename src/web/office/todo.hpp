// The counters at the start of the day: each is the length of the list that it opens. A capability
// adds its own by a line in todo.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "web/office/office_services.hpp"

namespace gk::web::office {

struct Counter {
    std::string key;    // "tasks_overdue"
    std::string label;  // 已逾期
    std::int64_t count = 0;
    std::string address;         // Of the list in the workbench, below /office.
    std::string_view icon = {};  // Of its light (notify/light.hpp); empty: none.
};

using CountTodo = std::vector<Counter> (*)(const OfficeServices&, const people::Actor&, Moment);

// In the order in which they are shown.
[[nodiscard]] std::span<const CountTodo> todo_counters();

[[nodiscard]] std::vector<Counter> count_tasks_and_messages(const OfficeServices& services,
                                                            const people::Actor& actor, Moment now);
[[nodiscard]] std::vector<Counter> count_cases(const OfficeServices& services,
                                               const people::Actor& actor, Moment now);
[[nodiscard]] std::vector<Counter> count_letters(const OfficeServices& services,
                                                 const people::Actor& actor, Moment now);
[[nodiscard]] std::vector<Counter> count_remedies(const OfficeServices& services,
                                                  const people::Actor& actor, Moment now);
// Reports that wait for an act of this actor.
[[nodiscard]] std::vector<Counter> count_annual_reports(const OfficeServices& services,
                                                        const people::Actor& actor, Moment now);

}  // namespace gk::web::office
