#include "document/zip_writer.hpp"

#include <memory>

#include <zip.h>

#include "base/assert.hpp"

namespace gk::document {

namespace {

// The first moment that a ZIP can hold: containers do not differ by when they were made.
constexpr zip_uint16_t dos_date_1980_01_01 = (1U << 5U) | 1U;

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

void add(zip_t* archive, const ZipPart& part) {
    auto* bytes = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    const auto index = zip_file_add(archive, part.path.c_str(), bytes, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(bytes);
        throw Fault("libzip cannot add " + part.path);
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    zip_file_set_dostime(archive, entry, 0, dos_date_1980_01_01, 0);
    zip_set_file_compression(archive, entry, ZIP_CM_DEFLATE, 1);
}

std::string bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        throw Fault("libzip cannot read back its archive");
    }
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    GK_ASSERT(read == static_cast<zip_int64_t>(bytes.size()));
    return bytes;
}

}  // namespace

std::string zip(const std::vector<ZipPart>& parts) {
    zip_error_t failure;
    zip_error_init(&failure);
    const std::unique_ptr<zip_source_t, FreeSource> source(
        zip_source_buffer_create(nullptr, 0, 0, &failure));
    if (!source) {
        throw Fault("libzip has no memory");
    }
    zip_source_keep(source.get());
    auto* archive = zip_open_from_source(source.get(), ZIP_TRUNCATE, &failure);
    if (archive == nullptr) {
        throw Fault("libzip cannot open an archive in memory");
    }
    try {
        for (const auto& part : parts) {
            add(archive, part);
        }
    } catch (...) {
        zip_discard(archive);
        throw;
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        throw Fault("libzip cannot close an archive in memory");
    }
    return bytes_of(source.get());
}

}  // namespace gk::document
