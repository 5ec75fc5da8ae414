// The ZIP container of a docx or xlsx, opened with suspicion: the number of entries, the ratio of
// packing and the total unpacked are bounded while reading.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "document/limits.hpp"

struct zip;

namespace gk::document {

class OfficePackage {
public:
    // `bytes` must outlive the package. Refuses what is no ZIP (document.broken_archive), an
    // archive of too many entries (document.archive_bomb) and one with a password
    // (document.encrypted).
    [[nodiscard]] static Result<OfficePackage> open(std::string_view bytes,
                                                    const ExtractLimits& limits);

    // Paths are matched without regard to case, "\" for "/", and a leading "/".
    [[nodiscard]] bool has(std::string_view path) const;

    // The path as it is matched → the name as the archive has it.
    [[nodiscard]] std::map<std::string, std::string> names() const;

    // Refuses a missing or damaged part (document.broken_archive) and one that unpacks to too much
    // (document.archive_bomb).
    [[nodiscard]] Result<std::string> read(std::string_view path);

private:
    struct Discard {
        void operator()(::zip* archive) const;
    };

    explicit OfficePackage(const ExtractLimits& limits) : limits_(limits) {}

    std::unique_ptr<::zip, Discard> archive_;
    std::map<std::string, std::uint64_t> entries_;
    std::uint64_t unpacked_ = 0;  // So far, of all parts.
    ExtractLimits limits_;
};

}  // namespace gk::document
