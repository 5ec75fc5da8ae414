#include "store/shim_vfs.hpp"

#include <new>
#include <string_view>

#include <sqlite3.h>

namespace gk::test {

namespace {

struct State {
    std::atomic<int> log_syncs = 0;
    std::atomic<bool> must_fail_syncs = false;
    std::atomic<bool> is_disk_full = false;
};

State state;

struct ShimFile {
    sqlite3_file base;
    sqlite3_file* real;
    bool is_log;
};

ShimFile* shim(sqlite3_file* file) {
    return reinterpret_cast<ShimFile*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
    return shim(file)->real;
}

const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
    .xRead = [](sqlite3_file* f, void* to, int size,
                sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, size, at); },
    .xWrite =
        [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
            return state.is_disk_full ? SQLITE_FULL
                                      : real(f)->pMethods->xWrite(real(f), from, size, at);
        },
    .xTruncate = [](sqlite3_file* f,
                    sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); },
    .xSync =
        [](sqlite3_file* f, int flags) {
            if (shim(f)->is_log) {
                ++state.log_syncs;
                if (state.must_fail_syncs) {
                    return SQLITE_IOERR_FSYNC;
                }
            }
            return real(f)->pMethods->xSync(real(f), flags);
        },
    .xFileSize = [](sqlite3_file* f,
                    sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
    .xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
    .xUnlock = [](sqlite3_file* f,
                  int level) { return real(f)->pMethods->xUnlock(real(f), level); },
    .xCheckReservedLock =
        [](sqlite3_file* f, int* out) {
            return real(f)->pMethods->xCheckReservedLock(real(f), out);
        },
    .xFileControl = [](sqlite3_file* f, int what,
                       void* with) { return real(f)->pMethods->xFileControl(real(f), what, with); },
    .xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
    .xDeviceCharacteristics =
        [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
    .xShmMap =
        [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
            return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
        },
    .xShmLock = [](sqlite3_file* f, int at, int count,
                   int flags) { return real(f)->pMethods->xShmLock(real(f), at, count, flags); },
    .xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
    .xShmUnmap = [](sqlite3_file* f,
                    int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

sqlite3_vfs* under = nullptr;
sqlite3_vfs over;

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    auto* shim_file = new (file) ShimFile{};
    shim_file->real = reinterpret_cast<sqlite3_file*>(shim_file + 1);
    shim_file->is_log = name != nullptr && std::string_view(name).ends_with("-wal");
    const auto code = under->xOpen(under, name, shim_file->real, flags, flags_out);
    file->pMethods = shim_file->real->pMethods != nullptr ? &methods : nullptr;
    return code;
}

}  // namespace

ShimVfs::ShimVfs() {
    under = sqlite3_vfs_find(nullptr);
    over = *under;
    over.zName = "shim";
    over.szOsFile = under->szOsFile + static_cast<int>(sizeof(ShimFile));
    over.xOpen = &open;
    state.log_syncs = 0;
    sqlite3_vfs_register(&over, 1);
}

ShimVfs::~ShimVfs() {
    fail_syncs(false);
    fill_disk(false);
    sqlite3_vfs_unregister(&over);
    sqlite3_vfs_register(under, 1);
}

int ShimVfs::log_syncs() const {
    return state.log_syncs;
}

void ShimVfs::fail_syncs(bool must_fail) {
    state.must_fail_syncs = must_fail;
}

void ShimVfs::fill_disk(bool is_full) {
    state.is_disk_full = is_full;
}

}  // namespace gk::test
