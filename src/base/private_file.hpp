// Files that nobody but their owner may read: keys.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace gk {

enum class PrivateFileState {
    missing,
    exposed,  // Another user may read or write it: what it holds is no longer a secret.
    fine,
};

struct PrivateFile {
    PrivateFileState state = PrivateFileState::missing;
    std::string bytes;  // Only where it is fine.
};

// Throws Fault where it is there and cannot be read.
[[nodiscard]] PrivateFile read_private_file(const std::filesystem::path& path);

// Makes the folder where it is missing, and every missing one above it, for its owner alone (0700).
// Throws Fault where it cannot.
void make_private_folder(const std::filesystem::path& folder);

// Writes the file as a whole, mode 0600, safe on disk when this returns; its folder is made (0700)
// where it is missing. A crash leaves what was there before or all of the new. Throws Fault where
// the disk does not take it.
void write_private_file(const std::filesystem::path& path, std::string_view bytes);

// The same where no file of that name is there; false, and nothing done, where one is: of two
// that make it in the same moment one does.
[[nodiscard]] bool create_private_file(const std::filesystem::path& path, std::string_view bytes);

// Differs once the file has been written again or its mode has changed.
struct FileStamp {
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed_at_ns = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// Nothing where there is no such file.
[[nodiscard]] std::optional<FileStamp> file_stamp(const std::filesystem::path& path);

// Keeps a folder for one process at a time, by a file in it; released when this goes or the process
// ends, however it does.
class FolderLock {
public:
    // Throws Fault where the file cannot be made.
    explicit FolderLock(const std::filesystem::path& folder);
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

    // False: another has it.
    [[nodiscard]] bool is_held() const { return is_held_; }

private:
    int descriptor_;
    bool is_held_;
};

}  // namespace gk
