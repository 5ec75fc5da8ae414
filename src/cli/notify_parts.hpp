// What the runner of reminders and mail needs, from the configuration: for `serve` and `notify`.
#pragma once

#include <memory>

#include "calendar/live_calendar_service.hpp"
#include "cli/context.hpp"
#include "notify/runner_service.hpp"

namespace gk::cli {

struct NotifyParts {
    std::unique_ptr<calendar::LiveCalendar> calendar;
    std::unique_ptr<notify::Gateway> gateway;
    notify::RunnerParts runner;  // Refers to the two above and to the database of the context.
};

[[nodiscard]] std::unique_ptr<notify::Gateway> gateway_of(const NotifyConfig& config);

[[nodiscard]] Result<NotifyParts> notify_parts(Context& context);

}  // namespace gk::cli
