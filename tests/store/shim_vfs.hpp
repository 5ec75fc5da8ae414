// The file system under SQLite, with a disk that can be told to fail and that counts.
#pragma once

#include <atomic>

namespace gk::test {

// While one of these lives, every SQLite file that is opened goes through it.
class ShimVfs {
public:
    ShimVfs();
    ShimVfs(const ShimVfs&) = delete;
    ShimVfs& operator=(const ShimVfs&) = delete;
    ~ShimVfs();

    // How often a write-ahead log was brought to the disk.
    [[nodiscard]] int log_syncs() const;
    // From now on fsync of a write-ahead log fails, or no longer.
    void fail_syncs(bool must_fail);
    // From now on the disk has no room for a longer file, or again.
    void fill_disk(bool is_full);
};

}  // namespace gk::test
