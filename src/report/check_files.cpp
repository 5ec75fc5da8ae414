#include "report/check_files.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "base/text.hpp"
#include "document/extract.hpp"
#include "report/errors.hpp"

namespace gk::report {

namespace {

namespace fs = std::filesystem;

// Those that cannot be read are among them: who checks a folder is to know that they were not.
constexpr std::array<std::string_view, 17> extensions = {
    ".html", ".htm",  ".shtml", ".xhtml", ".mht", ".docx", ".pdf", ".md", ".markdown",
    ".txt",  ".xlsx", ".doc",   ".wps",   ".rtf", ".xls",  ".et",  ".ofd"};

bool is_named_like_a_report(const fs::path& path) {
    const auto extension = text::lower_ascii(path.extension().string());
    return std::ranges::find(extensions, extension) != extensions.end();
}

CheckedFile check_one(const std::string& file, const CheckContext& context) {
    CheckedFile checked;
    checked.file = file;
    auto document = document::extract_file(file);
    if (!document.has_value()) {
        checked.error = std::move(document).error();
        return checked;
    }
    checked.reading = read(*document);
    checked.result = check(checked.reading.report, context);
    return checked;
}

}  // namespace

Verdict verdict(const CheckedFile& checked) {
    if (checked.error || checked.reading.status == ReadStatus::not_a_report) {
        return Verdict::unreadable;
    }
    return checked.result.has_error() ? Verdict::fails : Verdict::holds;
}

std::vector<std::string> report_files(std::span<const std::string> paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::error_code ignored;
        if (!fs::is_directory(path, ignored)) {
            files.push_back(path);
            continue;
        }
        const auto first = files.size();
        constexpr auto options = fs::directory_options::skip_permission_denied;
        for (const auto& entry : fs::recursive_directory_iterator(path, options, ignored)) {
            if (entry.is_regular_file(ignored) && is_named_like_a_report(entry.path())) {
                files.push_back(entry.path().string());
            }
        }
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

Result<std::vector<CheckedFile>> check_files(const FilesToCheck& files,
                                             const std::function<void(std::size_t)>& on_progress) {
    std::optional<Reading> previous;
    if (files.previous) {
        GK_TRY(auto document, document::extract_file(*files.previous));
        previous = read(document);
        if (previous->status == ReadStatus::not_a_report) {
            return error(previous_is_no_report, *files.previous);
        }
    }
    const CheckContext context{.previous = previous ? &previous->report : nullptr,
                               .level = files.level};
    std::vector<CheckedFile> checked(files.files.size());
    std::atomic<std::size_t> next = 0;
    std::size_t done = 0;
    std::exception_ptr failure;
    std::mutex mutex;
    const auto work = [&] {
        for (auto i = next++; i < checked.size(); i = next++) {
            try {
                checked[i] = check_one(files.files[i], context);
            } catch (...) {
                const std::lock_guard lock(mutex);
                failure = failure ? failure : std::current_exception();
                next = checked.size();
                return;
            }
            const std::lock_guard lock(mutex);
            on_progress(++done);
        }
    };
    const auto processors = std::max(1U, std::thread::hardware_concurrency());
    const auto jobs = std::min<std::size_t>(
        files.jobs > 0 ? static_cast<std::size_t>(files.jobs) : processors, checked.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 1; i < jobs; ++i) {
            threads.emplace_back(work);
        }
        work();
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
    return checked;
}

}  // namespace gk::report
