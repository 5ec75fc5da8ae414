// One file that holds many: tar, compressed with zstd, which any machine can open without us.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace gk::backup {

// What lies in an archive under a name.
struct Part {
    std::string name;  // "files/ab/abcd…"
    std::int64_t byte_count = 0;
    std::string sha256;

    friend bool operator==(const Part&, const Part&) = default;
};

// Writes an archive that its owner alone may read. Throws Fault where the disk does not take it.
class ArchiveWriter {
public:
    // The file must not be there.
    explicit ArchiveWriter(const std::filesystem::path& file);
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;
    ~ArchiveWriter();

    // Nothing where the file has gone meanwhile.
    std::optional<Part> add_file(std::string_view name, const std::filesystem::path& file);
    Part add_text(std::string_view name, std::string_view bytes);
    // Safe on disk when it returns.
    void finish();

private:
    struct State;

    std::unique_ptr<State> state_;
};

// Reads an archive from its beginning to its end, part by part.
class ArchiveReader {
public:
    // Throws Fault where the file cannot be opened.
    explicit ArchiveReader(const std::filesystem::path& file);
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;
    ~ArchiveReader();

    // The name of the next part; nothing behind the last one. Refuses an archive that is cut or
    // changed, and names that no backup has.
    [[nodiscard]] Result<std::optional<std::string>> next();

    // Of the part that next() has named, once: its bytes, or its bytes written to a file that its
    // owner alone may read, or only their digest.
    [[nodiscard]] Result<std::string> read_text();
    [[nodiscard]] Result<Part> extract(const std::filesystem::path& file);
    [[nodiscard]] Result<Part> digest();

private:
    struct State;

    template <typename Take>
    [[nodiscard]] Result<Part> read_part(const Take& take);

    std::unique_ptr<State> state_;
};

}  // namespace gk::backup
