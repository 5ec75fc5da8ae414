// The key ring of a running server: read again once its file has changed, so that what is sealed
// after `gongkai keys rotate` has the new key, and a ring restored from a backup serves at once.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "base/private_file.hpp"
#include "base/result.hpp"
#include "people/key_ring.hpp"

namespace gk::people {

class LiveKeyRing {
public:
    explicit LiveKeyRing(std::filesystem::path keys) : keys_(std::move(keys)) {}

    // The ring as the file has it now; the one that is handed out stays as it was. Refuses as
    // load_key_ring() does. For any thread.
    [[nodiscard]] Result<std::shared_ptr<const KeyRing>> current();

private:
    std::filesystem::path keys_;
    std::mutex mutex_;
    std::optional<FileStamp> stamp_;  // Of the file that `ring_` was read from.
    std::shared_ptr<const KeyRing> ring_;
};

}  // namespace gk::people
