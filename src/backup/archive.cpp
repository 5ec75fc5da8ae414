#include "backup/archive.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <system_error>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup/errors.hpp"
#include "base/assert.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

namespace gk::backup {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_size = 256UL * 1024;
constexpr std::string_view zstd_mark = "\x28\xB5\x2F\xFD";
constexpr std::int64_t text_bytes_max = 256LL * 1024 * 1024;

[[noreturn]] void fail(const fs::path& file, std::string_view what) {
    throw Fault(fmt::format("{}: {}", file.string(), what));
}

[[noreturn]] void fail(const fs::path& file) {
    fail(file, std::generic_category().message(errno));
}

class Descriptor {
public:
    Descriptor(const fs::path& file, int flags) : number_(open(file.c_str(), flags, 0600)) {}

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

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

using Entry = std::unique_ptr<archive_entry, FreeEntry>;

// No path that leaves the folder: parts of letters, digits and marks, none of them "." or "..".
bool is_plain_name(std::string_view name) {
    return std::ranges::all_of(text::split(name, '/'), [](std::string_view step) {
        return !step.empty() && step != "." && step != ".." &&
               std::ranges::all_of(step, [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
               });
    });
}

void write_all(const fs::path& file, int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0) {
            fail(file);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

struct ArchiveWriter::State {
    struct Free {
        void operator()(archive* opened) const { archive_write_free(opened); }
    };

    explicit State(const fs::path& path)
        : file(path),
          out(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC),
          writer(archive_write_new()) {
        if (!out.is_open()) {
            fail(file);
        }
        check(archive_write_set_format_pax_restricted(writer.get()));
        check(archive_write_add_filter_zstd(writer.get()));
        check(archive_write_open_fd(writer.get(), out.number()));
    }

    void check(la_ssize_t code) const {
        if (code < ARCHIVE_OK) {
            const auto* text = archive_error_string(writer.get());
            fail(file, text != nullptr ? text : "cannot be written");
        }
    }

    void begin(std::string_view name, std::int64_t size) const {
        GK_ASSERT(is_plain_name(name));
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname(entry.get(), std::string(name).c_str());
        archive_entry_set_size(entry.get(), size);
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), S_IRUSR | S_IWUSR);
        check(archive_write_header(writer.get(), entry.get()));
    }

    void write(std::string_view bytes) const {
        const auto written = archive_write_data(writer.get(), bytes.data(), bytes.size());
        check(written);
        // More than the header has promised is left out.
        GK_ASSERT(static_cast<std::size_t>(written) == bytes.size());
    }

    fs::path file;
    Descriptor out;
    std::unique_ptr<archive, Free> writer;
};

ArchiveWriter::ArchiveWriter(const fs::path& file) : state_(std::make_unique<State>(file)) {}

ArchiveWriter::~ArchiveWriter() = default;

std::optional<Part> ArchiveWriter::add_file(std::string_view name, const fs::path& file) {
    const Descriptor in(file, O_RDONLY | O_CLOEXEC);
    if (!in.is_open()) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        fail(file);
    }
    struct stat status = {};
    if (fstat(in.number(), &status) != 0) {
        fail(file);
    }
    state_->begin(name, status.st_size);
    Sha256 digest;
    std::string piece(piece_size, '\0');
    auto left = static_cast<std::size_t>(status.st_size);
    while (left > 0) {
        const auto size = read(in.number(), piece.data(), std::min(piece.size(), left));
        if (size <= 0) {
            fail(file, "has changed while it was read");
        }
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(size));
        state_->write(bytes);
        digest.add(bytes);
        left -= bytes.size();
    }
    return Part{std::string(name), status.st_size, digest.hex()};
}

Part ArchiveWriter::add_text(std::string_view name, std::string_view bytes) {
    state_->begin(name, static_cast<std::int64_t>(bytes.size()));
    state_->write(bytes);
    return {std::string(name), static_cast<std::int64_t>(bytes.size()), sha256_hex(bytes)};
}

void ArchiveWriter::finish() {
    state_->check(archive_write_close(state_->writer.get()));
    if (fsync(state_->out.number()) != 0) {
        fail(state_->file);
    }
}

struct ArchiveReader::State {
    struct Free {
        void operator()(archive* opened) const { archive_read_free(opened); }
    };

    explicit State(const fs::path& path)
        : file(path), in(path, O_RDONLY | O_CLOEXEC), reader(archive_read_new()) {
        if (!in.is_open()) {
            fail(file);
        }
        std::array<char, 4> first{};
        is_zstd = pread(in.number(), first.data(), first.size(), 0) == std::ssize(first) &&
                  std::string_view(first.data(), first.size()) == zstd_mark;
        archive_read_support_format_tar(reader.get());
        archive_read_support_filter_zstd(reader.get());
        is_archive = archive_read_open_fd(reader.get(), in.number(), piece_size) == ARCHIVE_OK;
    }

    [[nodiscard]] Error damaged() const {
        return error(is_zstd ? archive_damaged : not_a_backup, file.filename().string());
    }

    fs::path file;
    Descriptor in;
    std::unique_ptr<archive, Free> reader;
    bool is_zstd = false;
    bool is_archive = false;
    std::string name;  // Of the part.
};

ArchiveReader::ArchiveReader(const fs::path& file) : state_(std::make_unique<State>(file)) {}

ArchiveReader::~ArchiveReader() = default;

Result<std::optional<std::string>> ArchiveReader::next() {
    if (!state_->is_archive || !state_->is_zstd) {
        return state_->damaged();
    }
    archive_entry* entry = nullptr;
    const auto code = archive_read_next_header(state_->reader.get(), &entry);
    if (code == ARCHIVE_EOF) {
        return std::optional<std::string>();
    }
    const auto* name = code == ARCHIVE_OK ? archive_entry_pathname(entry) : nullptr;
    if (name == nullptr || !is_plain_name(name) || archive_entry_filetype(entry) != AE_IFREG) {
        return state_->damaged();
    }
    state_->name = name;
    return std::optional(state_->name);
}

template <typename Take>
Result<Part> ArchiveReader::read_part(const Take& take) {
    Sha256 digest;
    Part part{.name = state_->name, .byte_count = 0, .sha256 = {}};
    std::string piece(piece_size, '\0');
    for (;;) {
        const auto size = archive_read_data(state_->reader.get(), piece.data(), piece.size());
        if (size < 0) {
            return state_->damaged();
        }
        if (size == 0) {
            break;
        }
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(size));
        digest.add(bytes);
        part.byte_count += size;
        if (!take(bytes)) {
            return state_->damaged();
        }
    }
    part.sha256 = digest.hex();
    return part;
}

Result<std::string> ArchiveReader::read_text() {
    std::string text;
    GK_TRY(const auto part, read_part([&](std::string_view bytes) {
               text += bytes;
               return static_cast<std::int64_t>(text.size()) <= text_bytes_max;
           }));
    GK_ASSERT(part.byte_count == static_cast<std::int64_t>(text.size()));
    return text;
}

Result<Part> ArchiveReader::extract(const fs::path& file) {
    const Descriptor out(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC);
    if (!out.is_open()) {
        fail(file);
    }
    GK_TRY(auto part, read_part([&](std::string_view bytes) {
               write_all(file, out.number(), bytes);
               return true;
           }));
    if (fsync(out.number()) != 0) {
        fail(file);
    }
    return part;
}

Result<Part> ArchiveReader::digest() {
    return read_part([](std::string_view) { return true; });
}

}  // namespace gk::backup
