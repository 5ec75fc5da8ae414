#include "web/http/body_memory.hpp"

namespace gk::web {

BodyMemory::Share::~Share() {
    memory_.taken_ -= taken_;
}

bool BodyMemory::Share::grow_to(std::size_t body_bytes) {
    if (body_bytes <= small_bytes_max || body_bytes <= taken_) {
        return true;
    }
    const auto more = body_bytes - taken_;
    auto all = memory_.taken_.load();
    do {
        if (more > memory_.bytes_max_ || all > memory_.bytes_max_ - more) {
            return false;
        }
    } while (!memory_.taken_.compare_exchange_weak(all, all + more));
    taken_ = body_bytes;
    return true;
}

}  // namespace gk::web
