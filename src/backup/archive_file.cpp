#include "backup/archive_file.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "backup/errors.hpp"
#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/id.hpp"
#include "base/private_file.hpp"
#include "base/text.hpp"

namespace gk::backup {

namespace {

namespace fs = std::filesystem;

void sync_folder(const fs::path& folder) {
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_safe = opened >= 0 && fsync(opened) == 0;
    if (opened >= 0) {
        close(opened);
    }
    if (!is_safe) {
        throw Fault(fmt::format("{}: cannot be made safe on disk", folder.string()));
    }
}

// The digest says of an unreadable file what it says of a missing one: nothing.
bool is_the_same(const fs::path& file, const Part& part) {
    std::error_code failed;
    return fs::file_size(file, failed) == static_cast<std::uintmax_t>(part.byte_count) && !failed &&
           digest_of_file(file) == part.sha256;
}

// Hands every part that the prefix begins to `take`, which reads it or not.
template <typename Take>
Result<void> for_each_part(const fs::path& archive, std::string_view prefix, const Take& take) {
    ArchiveReader reader(archive);
    for (;;) {
        GK_TRY(const auto name, reader.next());
        if (!name) {
            return {};
        }
        if (name->starts_with(prefix)) {
            GK_CHECK(take(reader, *name));
        }
    }
}

// Brings a part to its place in the data folder. False where it is there already.
Result<bool> bring(ArchiveReader& reader, const Extraction& extraction, const std::string& name,
                   bool puts_aside) {
    const auto fresh = extraction.scratch / "part";
    GK_TRY(const auto part, reader.extract(fresh));
    const auto place = extraction.data / name;
    const bool is_there = fs::exists(place);
    if (is_there && is_the_same(place, part)) {
        fs::remove(fresh);
        return false;
    }
    if (is_there && puts_aside) {
        const auto stamp = text::replace_all(extraction.now.minutes(), ":", "");
        fs::rename(place, fmt::format("{}.before-restore-{}", place.string(),
                                      text::replace_all(stamp, " ", "-")));
    }
    make_private_folder(place.parent_path());
    fs::rename(fresh, place);
    sync_folder(place.parent_path());
    return true;
}

}  // namespace

ScratchFolder::ScratchFolder(const fs::path& beside)
    : path_(beside / (".scratch-" + new_public_id())) {
    make_private_folder(beside);
    make_private_folder(path_);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void add_folder(ArchiveWriter& archive, std::string_view prefix, const fs::path& folder,
                std::vector<Part>& parts) {
    if (!fs::exists(folder)) {
        return;
    }
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            names.push_back(entry.path().lexically_relative(folder).generic_string());
        }
    }
    std::ranges::sort(names);
    for (const auto& name : names) {
        const bool is_data = name != "lock" && name.find(".before-restore-") == std::string::npos;
        if (!is_data) {
            continue;
        }
        if (auto part = archive.add_file(std::string(prefix) + name, folder / name)) {
            parts.push_back(*std::move(part));
        }
    }
}

std::string digest_of_file(const fs::path& file) {
    constexpr std::size_t piece_size = 256UL * 1024;
    std::ifstream in(file, std::ios::binary);
    Sha256 digest;
    std::string piece(piece_size, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())), in.gcount() > 0) {
        digest.add({piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (!in.eof()) {
        throw Fault(fmt::format("{}: cannot be read", file.string()));
    }
    return digest.hex();
}

bool put_in_place(const fs::path& finished, const fs::path& file) {
    const auto place = fs::absolute(file);
    if (fs::exists(place)) {
        return false;
    }
    fs::rename(finished, place);
    sync_folder(place.parent_path());
    return true;
}

Result<Manifest> read_archive(const fs::path& archive, const fs::path& dump) {
    ArchiveReader reader(archive);
    const auto file_name = archive.filename().string();
    std::optional<Manifest> manifest;
    std::vector<Part> parts;
    for (;;) {
        GK_TRY(const auto name, reader.next());
        if (!name) {
            break;
        }
        if (*name == manifest_name) {
            GK_TRY(const auto text, reader.read_text());
            manifest = manifest_of(text);
            if (!manifest) {
                return error(archive_damaged, file_name);
            }
        } else if (*name == content_name && parts.empty()) {
            GK_TRY(auto part, reader.extract(dump));
            parts.push_back(std::move(part));
        } else {
            GK_TRY(auto part, reader.digest());
            parts.push_back(std::move(part));
        }
    }
    if (!manifest || manifest->parts != parts) {
        return error(archive_damaged, file_name);
    }
    const bool has_content = !parts.empty() && parts.front().name == content_name;
    if (has_content != manifest->database.has_value()) {
        return error(archive_damaged, file_name);
    }
    return *std::move(manifest);
}

Result<std::size_t> extract_files(const Extraction& extraction) {
    std::size_t count = 0;
    GK_CHECK(for_each_part(extraction.archive, files_prefix,
                           [&](ArchiveReader& reader, const std::string& name) -> Result<void> {
                               GK_TRY(const bool is_new, bring(reader, extraction, name, false));
                               count += is_new ? 1U : 0U;
                               return {};
                           }));
    return count;
}

Result<std::size_t> extract_keys(const Extraction& extraction, bool puts_aside) {
    if (!puts_aside) {
        GK_CHECK(for_each_part(extraction.archive, keys_prefix,
                               [&](ArchiveReader& reader, const std::string& name) -> Result<void> {
                                   GK_TRY(const auto part, reader.digest());
                                   const auto place = extraction.data / name;
                                   if (fs::exists(place) && !is_the_same(place, part)) {
                                       return error(keys_differ, place.string());
                                   }
                                   return {};
                               }));
    }
    std::size_t count = 0;
    GK_CHECK(for_each_part(extraction.archive, keys_prefix,
                           [&](ArchiveReader& reader, const std::string& name) -> Result<void> {
                               GK_TRY(const bool is_new,
                                      bring(reader, extraction, name, puts_aside));
                               count += is_new ? 1U : 0U;
                               return {};
                           }));
    return count;
}

}  // namespace gk::backup
