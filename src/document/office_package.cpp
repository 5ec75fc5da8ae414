#include "document/office_package.hpp"

#include <array>

#include <zip.h>

#include "base/text.hpp"
#include "document/errors.hpp"

namespace gk::document {

namespace {

// Below this size no ratio of packing does harm.
constexpr std::uint64_t ratio_counts_from = 1U << 20U;

std::string plain_path(std::string_view path) {
    auto plain = text::lower_ascii(path);
    for (auto& c : plain) {
        c = c == '\\' ? '/' : c;
    }
    return plain.starts_with('/') ? plain.substr(1) : plain;
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void OfficePackage::Discard::operator()(::zip* archive) const {
    zip_discard(archive);
}

Result<OfficePackage> OfficePackage::open(std::string_view bytes, const ExtractLimits& limits) {
    zip_error_t failure;
    zip_error_init(&failure);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &failure);
    if (source == nullptr) {
        throw Fault("libzip has no memory");
    }
    OfficePackage package(limits);
    package.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &failure));
    zip_error_fini(&failure);
    if (!package.archive_) {
        zip_source_free(source);
        return error(broken_archive, "目录");
    }
    const auto count = zip_get_num_entries(package.archive_.get(), 0);
    if (std::cmp_greater(count, limits.archive_entries_max)) {
        return error(archive_bomb);
    }
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        const auto* name = zip_get_name(package.archive_.get(), index, ZIP_FL_ENC_GUESS);
        if (name != nullptr) {
            package.entries_.emplace(plain_path(name), index);
        }
    }
    return package;
}

bool OfficePackage::has(std::string_view path) const {
    return entries_.contains(plain_path(path));
}

std::map<std::string, std::string> OfficePackage::names() const {
    std::map<std::string, std::string> names;
    for (const auto& [path, index] : entries_) {
        names.emplace(path, zip_get_name(archive_.get(), index, ZIP_FL_ENC_GUESS));
    }
    return names;
}

Result<std::string> OfficePackage::read(std::string_view path) {
    const auto entry = entries_.find(plain_path(path));
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (entry == entries_.end() || zip_stat_index(archive_.get(), entry->second, 0, &stat) != 0) {
        return error(broken_archive, path);
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return error(encrypted);
    }
    const std::unique_ptr<zip_file_t, CloseFile> file(
        zip_fopen_index(archive_.get(), entry->second, 0));
    if (!file) {
        return error(broken_archive, path);
    }
    std::string bytes;
    std::array<char, 64U << 10U> chunk;
    while (true) {
        const auto read = zip_fread(file.get(), chunk.data(), chunk.size());
        if (read < 0) {
            return error(broken_archive, path);
        }
        if (read == 0) {
            return bytes;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(read));
        unpacked_ += static_cast<std::uint64_t>(read);
        const bool is_too_dense = bytes.size() > ratio_counts_from &&
                                  bytes.size() / limits_.packing_ratio_max > stat.comp_size;
        if (unpacked_ > limits_.unpacked_bytes_max || is_too_dense) {
            return error(archive_bomb);
        }
    }
}

}  // namespace gk::document
