#include "document/file_store.hpp"

#include <chrono>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/hex.hpp"
#include "base/private_file.hpp"
#include "document/sealed_bytes.hpp"

namespace gk::document {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t address_size = 64;
constexpr std::size_t folder_name_size = 2;

bool is_address(std::string_view name) {
    return name.size() == address_size && from_hex(name).has_value();
}

// The name of a new folder is safe on disk only once the folder above is.
void sync_folder(const fs::path& folder) {
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_synced = opened >= 0 && fsync(opened) == 0;
    if (opened >= 0) {
        close(opened);
    }
    if (!is_synced) {
        throw Fault("cannot sync the folder " + folder.string());
    }
}

Moment moment_of(fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    return {
        std::chrono::duration_cast<std::chrono::milliseconds>(system.time_since_epoch()).count()};
}

}  // namespace

fs::path FileStore::path_of(std::string_view address) const {
    GK_ASSERT(is_address(address));
    return folder_ / address.substr(0, folder_name_size) / address;
}

PlacedFile FileStore::place(std::string_view bytes, Sealing sealing) const {
    PlacedFile file{.address = {},
                    .sha256 = sha256_hex(bytes),
                    .sm3 = to_hex(sm3(bytes)),
                    .byte_count = static_cast<std::int64_t>(bytes.size()),
                    .sealing = sealing};
    const auto sealed = sealing == Sealing::sealed ? seal_bytes(*ring_, bytes) : std::string();
    const auto on_disk = sealing == Sealing::sealed ? std::string_view(sealed) : bytes;
    file.address = sealing == Sealing::sealed ? sha256_hex(on_disk) : file.sha256;
    const auto path = path_of(file.address);
    const bool is_new_folder = !fs::exists(path.parent_path());
    if (state(file.address) == State::fine) {
        // It may be an orphan about to be collected: it counts as placed now.
        std::error_code ignored;
        fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
        return file;
    }
    write_private_file(path, on_disk);
    if (is_new_folder) {
        sync_folder(folder_);
        sync_folder(folder_.parent_path().empty() ? fs::path(".") : folder_.parent_path());
    }
    return file;
}

Result<std::string> FileStore::read(const PlacedFile& file) const {
    auto found = read_private_file(path_of(file.address));
    if (found.state != PrivateFileState::fine || sha256_hex(found.bytes) != file.address) {
        throw Fault("the stored file " + file.address + " is missing, exposed or damaged");
    }
    if (file.sealing == Sealing::open) {
        return std::move(found.bytes);
    }
    return open_bytes(*ring_, found.bytes);
}

FileStore::State FileStore::state(std::string_view address) const {
    const auto found = read_private_file(path_of(address));
    if (found.state == PrivateFileState::missing) {
        return State::missing;
    }
    const bool is_fine =
        found.state == PrivateFileState::fine && sha256_hex(found.bytes) == address;
    return is_fine ? State::fine : State::damaged;
}

int FileStore::key_number(std::string_view address) const {
    std::string head(sealed_head_bytes, '\0');
    std::ifstream file(path_of(address), std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    return file ? key_number_of_bytes(head) : 0;
}

void FileStore::each(const std::function<void(const Entry&)>& visit) const {
    std::error_code failed;
    for (const auto& entry : fs::recursive_directory_iterator(folder_, failed)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        visit({.address = entry.path().filename().string(),
               .byte_count = static_cast<std::int64_t>(entry.file_size()),
               .changed_at = moment_of(entry.last_write_time())});
    }
}

void FileStore::remove(std::string_view address) const {
    const auto folder = folder_ / address.substr(0, folder_name_size);
    std::error_code failed;
    fs::remove(folder / address, failed);
    if (failed) {
        throw Fault("cannot remove the stored file " + std::string(address));
    }
}

fs::path files_folder(const fs::path& data) {
    return data / "files";
}

}  // namespace gk::document
