#include "base/private_file.hpp"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/assert.hpp"
#include "base/id.hpp"

namespace gk {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path) {
    throw Fault(path.string() + ": " + std::generic_category().message(errno));
}

class Descriptor {
public:
    Descriptor(const fs::path& path, int flags) : number_(open(path.c_str(), flags, 0600)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    ~Descriptor() {
        if (is_open()) {
            close(number_);
        }
    }

    [[nodiscard]] bool is_open() const { return number_ >= 0; }

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

void sync_folder(const fs::path& folder) {
    const Descriptor opened(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (!opened.is_open() || fsync(opened.number()) != 0) {
        fail(folder);
    }
}

// Beside its place, under a name of its own.
fs::path write_beside(const fs::path& path, std::string_view bytes) {
    make_private_folder(path.parent_path());
    auto beside = path;
    beside += "." + new_public_id();
    const Descriptor file(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
    if (!file.is_open()) {
        fail(beside);
    }
    while (!bytes.empty()) {
        const auto written = write(file.number(), bytes.data(), bytes.size());
        if (written < 0) {
            const auto reason = errno;
            unlink(beside.c_str());
            errno = reason;
            fail(path);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (fsync(file.number()) != 0) {
        fail(path);
    }
    return beside;
}

}  // namespace

void make_private_folder(const fs::path& folder) {
    std::error_code failed;
    if (folder.empty() || fs::is_directory(folder, failed)) {
        return;
    }
    make_private_folder(folder.parent_path());
    if (fs::create_directory(folder, failed)) {
        fs::permissions(folder, fs::perms::owner_all, failed);
    }
    if (failed) {
        throw Fault(folder.string() + ": " + failed.message());
    }
}

PrivateFile read_private_file(const fs::path& path) {
    const Descriptor file(path, O_RDONLY | O_CLOEXEC);
    if (!file.is_open()) {
        if (errno == ENOENT) {
            return {};
        }
        fail(path);
    }
    struct stat status = {};
    if (fstat(file.number(), &status) != 0) {
        fail(path);
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return {.state = PrivateFileState::exposed, .bytes = {}};
    }
    PrivateFile found{.state = PrivateFileState::fine, .bytes = {}};
    std::array<char, 4096> part{};
    for (;;) {
        const auto size = read(file.number(), part.data(), part.size());
        if (size < 0) {
            fail(path);
        }
        if (size == 0) {
            return found;
        }
        found.bytes.append(part.data(), static_cast<std::size_t>(size));
    }
}

void write_private_file(const fs::path& path, std::string_view bytes) {
    const auto beside = write_beside(path, bytes);
    if (rename(beside.c_str(), path.c_str()) != 0) {
        fail(path);
    }
    sync_folder(path.parent_path());
}

bool create_private_file(const fs::path& path, std::string_view bytes) {
    const auto beside = write_beside(path, bytes);
    const bool is_made = link(beside.c_str(), path.c_str()) == 0;
    const auto reason = errno;
    unlink(beside.c_str());
    if (!is_made && reason != EEXIST) {
        errno = reason;
        fail(path);
    }
    sync_folder(path.parent_path());
    return is_made;
}

std::optional<FileStamp> file_stamp(const fs::path& path) {
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    constexpr std::int64_t ns_per_second = 1'000'000'000;
    return FileStamp{
        .inode = status.st_ino,
        .size = status.st_size,
        .changed_at_ns = status.st_ctim.tv_sec * ns_per_second + status.st_ctim.tv_nsec};
}

FolderLock::FolderLock(const fs::path& folder)
    : descriptor_(open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
      is_held_(descriptor_ >= 0 && flock(descriptor_, LOCK_EX | LOCK_NB) == 0) {
    if (descriptor_ < 0) {
        fail(folder / "lock");
    }
}

FolderLock::~FolderLock() {
    close(descriptor_);
}

}  // namespace gk
