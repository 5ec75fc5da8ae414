#include "web/http/connection_limits.hpp"

namespace gk::web {

ConnectionLimits::Place::~Place() {
    if (limits_ != nullptr) {
        limits_->leave(address_);
    }
}

std::optional<ConnectionLimits::Place> ConnectionLimits::enter(const std::string& address,
                                                               Counted counted) {
    const std::scoped_lock lock(mutex_);
    auto& from_address = by_address_[address];
    const bool is_full = counted == Counted::by_address && from_address >= per_address_max_;
    if (is_full || in_all_ >= in_all_max_) {
        if (from_address == 0) {
            by_address_.erase(address);
        }
        return std::nullopt;
    }
    ++from_address;
    ++in_all_;
    return Place(*this, address);
}

bool ConnectionLimits::wait_until_none(std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    return none_.wait_for(lock, timeout, [this] { return in_all_ == 0; });
}

void ConnectionLimits::leave(const std::string& address) {
    const std::scoped_lock lock(mutex_);
    const auto from_address = by_address_.find(address);
    if (--from_address->second == 0) {
        by_address_.erase(from_address);
    }
    if (--in_all_ == 0) {
        none_.notify_all();
    }
}

}  // namespace gk::web
