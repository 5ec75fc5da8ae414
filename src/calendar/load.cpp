#include "calendar/load.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/problem_list.hpp"
#include "base/resource.hpp"
#include "calendar/errors.hpp"
#include "calendar/read_file.hpp"

namespace gk {

extern const EmbeddedFile gk_calendar_files[];

}  // namespace gk

namespace gk::calendar {

namespace {

constexpr std::size_t file_bytes_max = 1024UL * 1024;

// What has been read so far, and what was wrong with the rest.
struct Gathered {
    std::vector<law::CalendarYear> years;
    std::vector<law::CalendarDay> days;
    ProblemList problems;

    void take(Result<CalendarFile> file) {
        if (auto taken = problems.take(std::move(file))) {
            std::ranges::move(taken->years, std::back_inserter(years));
            std::ranges::move(taken->days, std::back_inserter(days));
        }
    }
};

Result<std::vector<std::filesystem::path>> toml_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code failed;
    for (auto each = std::filesystem::directory_iterator(folder, failed);
         !failed && each != std::filesystem::directory_iterator(); each.increment(failed)) {
        if (each->path().extension() == ".toml") {
            files.push_back(each->path());
        }
    }
    if (failed) {
        return error(folder_unreadable, folder.string());
    }
    std::ranges::sort(files);
    return files;
}

Result<CalendarFile> read_path(const std::filesystem::path& path) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(path, failed);
    std::ifstream stream(path, std::ios::binary);
    if (failed || size > file_bytes_max || !stream) {
        return error(file_unreadable, path.string());
    }
    const std::string bytes(std::istreambuf_iterator<char>(stream), {});
    return read_file(path.string(), bytes);
}

}  // namespace

Result<law::WorkingCalendar> load(const std::optional<std::filesystem::path>& extra_folder) {
    return load(extra_folder, {});
}

Result<law::WorkingCalendar> load(const std::optional<std::filesystem::path>& extra_folder,
                                  std::span<const FurtherFile> further) {
    Gathered gathered;
    for (const auto& [path, bytes] : ResourceTable(gk_calendar_files).all()) {
        gathered.take(read_file(path, bytes));
    }
    if (extra_folder) {
        GK_TRY(const auto files, toml_files(*extra_folder));
        for (const auto& each : files) {
            gathered.take(read_path(each));
        }
    }
    for (const auto& [name, toml] : further) {
        gathered.take(read_file(name, toml));
    }
    if (!gathered.problems.empty()) {
        return std::move(gathered.problems).error();
    }
    return law::WorkingCalendar(std::move(gathered.years), std::move(gathered.days));
}

}  // namespace gk::calendar
