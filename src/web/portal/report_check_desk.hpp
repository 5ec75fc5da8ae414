// Checks a report that a visitor sends: read in the sandboxed child, checked, forgotten. Limited in
// size, time, how often one address may come and how many are read at once.
#pragma once

#include <chrono>
#include <optional>
#include <semaphore>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/problem.hpp"
#include "law/agency_level.hpp"
#include "report/check.hpp"
#include "report/read.hpp"
#include "web/http/message.hpp"
#include "web/rate_limit.hpp"

namespace gk::web::portal {

struct CheckedUpload {
    std::string file_name;
    report::Reading reading;
    report::CheckResult check;  // Its remarks begin with those of the reading.
};

struct DeskAnswer {
    int status = 200;
    std::optional<int> retry_after_seconds = {};
    std::optional<CheckedUpload> checked = {};
    std::vector<Problem> problems = {};  // Where nothing was checked.
    std::string level = {};              // The level that was chosen; may be anything.
};

class ReportCheckDesk {
public:
    static constexpr std::size_t file_bytes_max = 10U << 20U;
    // The file and the rest of the form.
    static constexpr std::size_t body_bytes_max = file_bytes_max + (64U << 10U);
    static constexpr RateLimit::Rule rule{.at_once = 10, .one_each = std::chrono::seconds(6)};

    // `at_once_max`: how many are read at once. The clock must outlive the desk.
    explicit ReportCheckDesk(const Clock& clock, int at_once_max = 2)
        : clock_(clock), readers_(at_once_max) {}

    // `request` carries the form of /report-check. Any thread.
    [[nodiscard]] DeskAnswer answer(const Request& request);

private:
    const Clock& clock_;
    RateLimit limit_{rule};
    std::counting_semaphore<> readers_;
};

}  // namespace gk::web::portal
