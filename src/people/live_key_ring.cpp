#include "people/live_key_ring.hpp"

namespace gk::people {

Result<std::shared_ptr<const KeyRing>> LiveKeyRing::current() {
    const std::lock_guard lock(mutex_);
    // Looked at before it is read: a file that is replaced in between is read once more next time.
    const auto stamp = file_stamp(key_ring_file(keys_));
    if (ring_ == nullptr || !stamp || stamp != stamp_) {
        GK_TRY(auto ring, load_key_ring(keys_));
        ring_ = std::make_shared<const KeyRing>(std::move(ring));
        stamp_ = stamp;
    }
    return ring_;
}

}  // namespace gk::people
