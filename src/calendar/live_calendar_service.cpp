#include "calendar/live_calendar_service.hpp"

#include <utility>

#include "audit/store.hpp"
#include "calendar/errors.hpp"
#include "calendar/load.hpp"
#include "calendar/read_file.hpp"

namespace gk::calendar {

namespace {

using people::Permission;

std::vector<LoadedFile> load_files(store::Snapshot& snapshot) {
    std::vector<LoadedFile> files;
    auto row = snapshot.query(
        "SELECT number, public_id, file_name, content, loaded_by, loaded_at FROM calendar_files"
        " ORDER BY number");
    while (row.next()) {
        files.push_back({.number = row.get<std::int64_t>(0),
                         .public_id = row.get<std::string>(1),
                         .file_name = row.get<std::string>(2),
                         .content = row.get<std::string>(3),
                         .loaded_by = row.get<std::string>(4),
                         .loaded_at = row.get<Moment>(5)});
    }
    return files;
}

std::int64_t last_number(store::Snapshot& snapshot) {
    auto row = snapshot.query("SELECT COALESCE(MAX(number), 0) FROM calendar_files");
    return row.next() ? row.get<std::int64_t>(0) : 0;
}

void insert(store::Transaction& transaction, const LoadedFile& file, const CalendarFile& read) {
    transaction.execute(
        "INSERT INTO calendar_files (number, public_id, file_name, content, loaded_by, loaded_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        file.number, file.public_id, file.file_name, file.content, file.loaded_by, file.loaded_at);
    const auto year = read.years.empty() ? std::string() : std::to_string(read.years.front().year);
    audit::append(transaction,
                  {.at = file.loaded_at,
                   .actor = file.loaded_by,
                   .act = "calendar.load",
                   .object_kind = "calendar_file",
                   .object_id = file.public_id,
                   .agency = std::nullopt,
                   .details = {{"year", year}, {"days", std::to_string(read.days.size())}}});
}

}  // namespace

std::vector<LoadedFile> list_loaded(store::Database& database) {
    return database.read(load_files);
}

Result<LoadedFile> load_circular(store::Database& database, std::string_view file_name,
                                 std::string_view content, const people::Actor& actor, Moment now) {
    if (!actor.may(Permission::calendar_load)) {
        return error(loading_not_permitted);
    }
    GK_TRY(const auto read, read_file(file_name, content));
    const LoadedFile given{.number = 0,
                           .public_id = new_public_id(),
                           .file_name = std::string(file_name),
                           .content = std::string(content),
                           .loaded_by = actor.name,
                           .loaded_at = now};
    return database.write([&](store::Transaction& transaction) -> Result<LoadedFile> {
        auto file = given;
        file.number = last_number(transaction) + 1;
        insert(transaction, file, read);
        return file;
    });
}

Result<law::WorkingCalendar> load_with(store::Database& database,
                                       const std::optional<std::filesystem::path>& extra_folder,
                                       const std::optional<LoadedFile>& further) {
    auto files = list_loaded(database);
    if (further) {
        files.push_back(*further);
    }
    std::vector<FurtherFile> texts;
    texts.reserve(files.size());
    for (const auto& file : files) {
        texts.push_back({file.file_name, file.content});
    }
    return load(extra_folder, texts);
}

Result<std::unique_ptr<LiveCalendar>> LiveCalendar::open(
    store::Database& database, std::optional<std::filesystem::path> extra_folder) {
    std::unique_ptr<LiveCalendar> calendar(new LiveCalendar(database, std::move(extra_folder)));
    GK_CHECK(calendar->refresh());
    return calendar;
}

Result<void> LiveCalendar::refresh() {
    const std::scoped_lock lock(mutex_);
    const auto number = database_.read(last_number);
    if (number == loaded_) {
        return {};
    }
    GK_TRY(auto loaded, load_with(database_, extra_folder_));
    all_.push_back(std::make_unique<const law::WorkingCalendar>(std::move(loaded)));
    current_ = all_.back().get();
    loaded_ = number;
    return {};
}

Result<law::WorkingCalendar> LiveCalendar::with(std::string_view file_name,
                                                std::string_view content) const {
    LoadedFile further;
    further.file_name = file_name;
    further.content = content;
    return load_with(database_, extra_folder_, further);
}

}  // namespace gk::calendar
