#include "web/page_cache.hpp"

#include <utility>

namespace gk::web {

std::uint64_t PageCache::version() const {
    const std::scoped_lock lock(mutex_);
    return version_;
}

std::shared_ptr<const Representation> PageCache::find(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) {
        return nullptr;
    }
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->page;
}

void PageCache::put(const std::string& key, std::uint64_t version,
                    std::shared_ptr<const Representation> page) {
    const std::scoped_lock lock(mutex_);
    if (version != version_ || page->size() > bytes_max_ || by_key_.contains(key)) {
        return;
    }
    bytes_ += page->size();
    entries_.push_front({key, std::move(page)});
    by_key_.emplace(entries_.front().key, entries_.begin());
    while (bytes_ > bytes_max_) {
        bytes_ -= entries_.back().page->size();
        by_key_.erase(entries_.back().key);
        entries_.pop_back();
    }
}

void PageCache::invalidate_all() {
    const std::scoped_lock lock(mutex_);
    ++version_;
    by_key_.clear();
    entries_.clear();
    bytes_ = 0;
}

}  // namespace gk::web
