// A file of our own in the temporary folder, gone when we are: for libraries that write to a path
// only.
#pragma once

#include <string>

namespace gk::document {

class ScratchFile {
public:
    // Throws Fault where none can be made.
    ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile();

    [[nodiscard]] const std::string& path() const { return path_; }

    [[nodiscard]] std::string bytes() const;

private:
    std::string path_;
};

}  // namespace gk::document
