// Gives up, for the rest of this process, everything that reading bytes does not need: network,
// other programs, files, more memory and time than allowed.
#pragma once

#include <cstdint>

namespace gk::document {

struct SandboxLimits {
    std::uint64_t memory_max = 0;    // Bytes of address space; not held in sanitizer builds.
    int seconds_max = 0;             // Of processor time.
    bool may_start_threads = false;  // The decoder of HEIC pictures works with one.
};

// Open files stay open. Where the kernel has Landlock, poppler's own tables may still be read (and
// no other file); where it has not, no file can be opened at all. Throws Fault where the kernel
// refuses to lock the door.
void enter_sandbox(const SandboxLimits& limits);

}  // namespace gk::document
