// A backup as a file, and the folders beside it: what is read and written on disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "backup/manifest.hpp"
#include "base/result.hpp"

namespace gk::backup {

// A folder below `beside`, for its owner alone, that goes away with the object.
class ScratchFolder {
public:
    explicit ScratchFolder(const std::filesystem::path& beside);
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

// Every file below the folder, by name; none where there is no folder. Locks and what a crash has
// left half written are no data.
void add_folder(ArchiveWriter& archive, std::string_view prefix,
                const std::filesystem::path& folder, std::vector<Part>& parts);

// SHA-256 of all of it.
[[nodiscard]] std::string digest_of_file(const std::filesystem::path& file);

// Moves a finished file to its name, safe on disk when this returns; false where one is there.
[[nodiscard]] bool put_in_place(const std::filesystem::path& finished,
                                const std::filesystem::path& file);

// Reads the archive to its end and writes the database's part to `dump`. Refuses what is no backup,
// and one whose parts are not those of its manifest.
[[nodiscard]] Result<Manifest> read_archive(const std::filesystem::path& archive,
                                            const std::filesystem::path& dump);

struct Extraction {
    std::filesystem::path archive;  // Verified.
    std::filesystem::path data;
    std::filesystem::path scratch;  // On the same disk as `data`.
    Moment now;
};

// Returns how many were not there yet.
[[nodiscard]] Result<std::size_t> extract_files(const Extraction& extraction);
// Refuses keys that differ from those that are there, before any is written, unless these are to be
// put aside.
[[nodiscard]] Result<std::size_t> extract_keys(const Extraction& extraction, bool puts_aside);

}  // namespace gk::backup
