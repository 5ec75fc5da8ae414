#include "web/portal/report_check_desk.hpp"

#include <memory>

#include "base/problem_list.hpp"
#include "document/extract.hpp"
#include "report/errors.hpp"
#include "web/error_answer.hpp"
#include "web/form/multipart.hpp"
#include "web/portal/errors.hpp"

namespace gk::web::portal {

namespace {

constexpr int too_many_requests = 429;
constexpr int unavailable = 503;
constexpr int busy_seconds = 10;
constexpr int child_seconds_max = 10;

struct Upload {
    std::string file_name;
    std::string_view bytes;
    std::optional<law::AgencyLevel> level;
};

Result<Upload> upload_of(const std::vector<FormPart>& parts, const std::string& level) {
    ProblemList problems;
    Upload upload;
    if (!level.empty()) {
        upload.level = law::agency_level_of(level);
        if (!upload.level) {
            problems.add(error(unknown_level, level).at("level"));
        }
    }
    const auto* file = find(parts, "file");
    if (file == nullptr || !file->file_name || file->file_name->empty()) {
        problems.add(error(file_missing).at("file"));
    } else {
        upload.file_name = *file->file_name;
        upload.bytes = file->content;
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return upload;
}

Result<CheckedUpload> check_upload(const Upload& upload) {
    const document::ExtractLimits limits{.bytes_max = ReportCheckDesk::file_bytes_max,
                                         .child_seconds_max = child_seconds_max};
    const auto document = document::extract_in_child(upload.bytes, upload.file_name, limits);
    if (!document) {
        return Error(document.error()).at("file");
    }
    CheckedUpload checked{
        .file_name = upload.file_name, .reading = report::read(*document), .check = {}};
    if (checked.reading.status == report::ReadStatus::not_a_report) {
        return error(report::file_is_no_report, upload.file_name).at("file");
    }
    checked.check =
        report::check(checked.reading.report, {.previous = nullptr, .level = upload.level});
    auto& remarks = checked.check.remarks;
    const auto& of_reading = checked.reading.remarks;
    remarks.insert(remarks.begin(), of_reading.begin(), of_reading.end());
    return checked;
}

DeskAnswer refused(const Error& error, int status) {
    return {.status = status, .problems = error.problems()};
}

DeskAnswer refused_for(const ProblemCode& code, int status, int seconds) {
    auto answer = refused(error(code, seconds), status);
    answer.retry_after_seconds = seconds;
    return answer;
}

}  // namespace

DeskAnswer ReportCheckDesk::answer(const Request& request) {
    if (const auto wait = limit_.wait_seconds(request.client_address, clock_.now())) {
        return refused_for(too_often, too_many_requests, *wait);
    }
    const auto parts = parse_multipart(request.headers.get("Content-Type"), request.body);
    if (!parts) {
        return refused(parts.error(), status(parts.error().kind()));
    }
    const auto* chosen = find(*parts, "level");
    const std::string level(chosen == nullptr ? std::string_view() : chosen->content);
    const auto upload = upload_of(*parts, level);
    if (!upload) {
        auto answer = refused(upload.error(), status(upload.error().kind()));
        answer.level = level;
        return answer;
    }
    if (!readers_.try_acquire()) {
        return refused_for(all_busy, unavailable, busy_seconds);
    }
    const auto release = [this](const Upload*) { readers_.release(); };
    const std::unique_ptr<const Upload, decltype(release)> reading(&*upload, release);
    auto checked = check_upload(*reading);
    DeskAnswer answer;
    if (checked) {
        answer.checked = *std::move(checked);
    } else {
        answer = refused(checked.error(), status(checked.error().kind()));
    }
    answer.level = level;
    return answer;
}

}  // namespace gk::web::portal
