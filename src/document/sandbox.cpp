#include "document/sandbox.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/assert.hpp"

namespace gk::document {

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif
#else
constexpr bool is_sanitized = false;
#endif

// What poppler may read once the door is locked: its tables of character codes.
constexpr const char* readable_folder = "/usr/share/poppler";

void limit(decltype(RLIMIT_AS) resource, rlim_t most) {
    const rlimit both{most, most};
    if (setrlimit(resource, &both) != 0) {
        throw Fault("setrlimit refused");
    }
}

constexpr std::uint64_t read_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// Every right of the file system that the first version of Landlock knows.
constexpr std::uint64_t every_access =
    read_access | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
    LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
    LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
    LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;

// False where the kernel has no Landlock.
bool lock_files() {
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = every_access;
    const auto ruleset =
        static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0));
    if (ruleset < 0) {
        return false;
    }
    const int folder = open(readable_folder, O_PATH | O_CLOEXEC);
    if (folder >= 0) {
        landlock_path_beneath_attr beneath{};
        beneath.allowed_access = read_access;
        beneath.parent_fd = folder;
        syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
        close(folder);
    }
    const bool is_locked = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return is_locked;
}

struct Release {
    void operator()(void* filter) const { seccomp_release(filter); }
};

// Everything else fails with EPERM.
constexpr auto allowed_calls = std::to_array<int>({
    SCMP_SYS(read),           SCMP_SYS(write),           SCMP_SYS(readv),
    SCMP_SYS(writev),         SCMP_SYS(pread64),         SCMP_SYS(lseek),
    SCMP_SYS(fstat),          SCMP_SYS(newfstatat),      SCMP_SYS(close),
    SCMP_SYS(munmap),         SCMP_SYS(mremap),          SCMP_SYS(brk),
    SCMP_SYS(madvise),        SCMP_SYS(futex),           SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn),    SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday),    SCMP_SYS(getrandom),
    SCMP_SYS(exit),           SCMP_SYS(exit_group),      SCMP_SYS(sched_yield),
    SCMP_SYS(getpid),         SCMP_SYS(gettid),          SCMP_SYS(sysinfo),
    SCMP_SYS(getdents64),     SCMP_SYS(set_robust_list),
});

// The third argument has none of these bits.
scmp_arg_cmp without_bits(unsigned bits) {
    return {2, SCMP_CMP_MASKED_EQ, bits, 0};
}

// Threads of this process, no process of their own. The newer call takes its flags where no filter
// sees them: to the C library it is not there, and it takes the older.
int allow_threads(scmp_filter_ctx filter) {
    constexpr unsigned thread_flags = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
    const scmp_arg_cmp is_thread{0, SCMP_CMP_MASKED_EQ, thread_flags, thread_flags};
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, is_thread) |
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) |
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(rseq), 0);
}

void lock_calls(bool may_open_files, bool may_start_threads) {
    const std::unique_ptr<void, Release> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    int refused = filter ? 0 : -1;
    for (const int call : allowed_calls) {
        refused |= seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    }
    // No memory that can be run.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        refused |= seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 1, without_bits(PROT_EXEC));
    }
    if (may_open_files) {
        constexpr unsigned writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
        refused |= seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                                    without_bits(writing));
    }
    if (may_start_threads) {
        refused |= allow_threads(filter.get());
    }
    if (refused != 0 || seccomp_load(filter.get()) != 0) {
        throw Fault("seccomp refused the filter");
    }
}

}  // namespace

void enter_sandbox(const SandboxLimits& limits) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds_max));
    if (!is_sanitized) {
        limit(RLIMIT_AS, limits.memory_max);
    }
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        throw Fault("prctl refused");
    }
    lock_calls(lock_files(), limits.may_start_threads);
}

}  // namespace gk::document
