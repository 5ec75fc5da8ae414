// How much memory the bodies of requests may take in all: what is uploaded is held until it has
// been dealt with, and many uploads at once must not take the machine down.
#pragma once

#include <atomic>
#include <cstddef>

namespace gk::web {

class BodyMemory {
public:
    // Bodies up to this size are not counted: signing in and looking something up go on while
    // uploads wait. How many of them there are is limited by the connections.
    static constexpr std::size_t small_bytes_max = 65'536;

    explicit BodyMemory(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    BodyMemory(const BodyMemory&) = delete;
    BodyMemory& operator=(const BodyMemory&) = delete;

    // What one body takes, given back when it ends.
    class Share {
    public:
        explicit Share(BodyMemory& memory) : memory_(memory) {}

        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;
        ~Share();

        // The body is so large now. False, and nothing taken, where there is no room for more.
        [[nodiscard]] bool grow_to(std::size_t body_bytes);

    private:
        BodyMemory& memory_;
        std::size_t taken_ = 0;
    };

    [[nodiscard]] std::size_t taken() const { return taken_; }

private:
    const std::size_t bytes_max_;
    std::atomic<std::size_t> taken_ = 0;
};

}  // namespace gk::web
