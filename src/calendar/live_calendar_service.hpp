// The circulars that were loaded into the running system, and the calendar that holds with them.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "law/working_calendar.hpp"
#include "people/actor.hpp"
#include "store/database.hpp"

namespace gk::calendar {

struct LoadedFile {
    std::int64_t number = 0;  // From 1, in the order of their loading.
    std::string public_id;
    std::string file_name;
    std::string content;  // As read_file() reads it.
    std::string loaded_by;
    Moment loaded_at;
};

// The first one first.
[[nodiscard]] std::vector<LoadedFile> list_loaded(store::Database& database);

// Keeps the circular; from the next LiveCalendar::refresh() on it holds. The trail records it.
// Refuses who may not load one, and every mistake in the file.
[[nodiscard]] Result<LoadedFile> load_circular(store::Database& database,
                                               std::string_view file_name, std::string_view content,
                                               const people::Actor& actor, Moment now);

// As load.hpp does; the loaded files are read last. `further`: one more, that is not kept.
[[nodiscard]] Result<law::WorkingCalendar> load_with(
    store::Database& database, const std::optional<std::filesystem::path>& extra_folder,
    const std::optional<LoadedFile>& further = {});

// The calendar of a process that goes on while circulars are loaded, here or by another process.
class LiveCalendar {
public:
    // Refuses as load_with() does. The database must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<LiveCalendar>> open(
        store::Database& database, std::optional<std::filesystem::path> extra_folder);

    // As it holds now. What was handed out stays as it was, as long as this lives.
    [[nodiscard]] const law::WorkingCalendar& current() const { return *current_.load(); }

    operator const law::WorkingCalendar&() const { return current(); }  // NOLINT: converts

    // Takes in what was loaded meanwhile. Not within a read or a write of the database.
    [[nodiscard]] Result<void> refresh();

    // What would hold with this file as well.
    [[nodiscard]] Result<law::WorkingCalendar> with(std::string_view file_name,
                                                    std::string_view content) const;

private:
    LiveCalendar(store::Database& database, std::optional<std::filesystem::path> extra_folder)
        : database_(database), extra_folder_(std::move(extra_folder)) {}

    store::Database& database_;
    std::optional<std::filesystem::path> extra_folder_;
    std::mutex mutex_;
    std::int64_t loaded_ = -1;
    std::deque<std::unique_ptr<const law::WorkingCalendar>> all_;
    std::atomic<const law::WorkingCalendar*> current_ = nullptr;
};

}  // namespace gk::calendar
