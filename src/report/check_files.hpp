// Many files read and checked at once, each alone.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/check.hpp"
#include "report/read.hpp"

namespace gk::report {

struct CheckedFile {
    std::string file;            // The path as given; below a folder, the folder's with its name.
    std::optional<Error> error;  // Why it could not be read.
    Reading reading;
    CheckResult result;
};

enum class Verdict {
    holds,       // Every relation of level error that can be assessed holds.
    fails,       // One fails.
    unreadable,  // Not readable, or no report.
};

[[nodiscard]] Verdict verdict(const CheckedFile& checked);

struct FilesToCheck {
    std::vector<std::string> files;
    std::optional<std::string> previous;  // The report of the year before.
    std::optional<law::AgencyLevel> level;
    int jobs = 0;  // 0: one for each processor.
};

// A folder as the files in it and below whose names end like a report's (html, docx, pdf, md, txt,
// xlsx, and doc, wps, ofd, which cannot be read), in the order of their names; a file as itself,
// whatever its name.
[[nodiscard]] std::vector<std::string> report_files(std::span<const std::string> paths);

// In the order of `files`. `on_progress` is called with the number of files done, by one thread at
// a time. Refuses where the report of the year before cannot be read.
[[nodiscard]] Result<std::vector<CheckedFile>> check_files(
    const FilesToCheck& files, const std::function<void(std::size_t)>& on_progress);

}  // namespace gk::report
