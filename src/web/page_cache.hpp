// The pages that were made since the data last changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "web/representation.hpp"

namespace gk::web {

class PageCache {
public:
    explicit PageCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    // Counts the changes of the data.
    [[nodiscard]] std::uint64_t version() const;
    // Empty where the page is not there.
    [[nodiscard]] std::shared_ptr<const Representation> find(const std::string& key);
    // Keeps nothing where the data have changed since `version`: the page may be of before. The
    // pages that were not asked for longest make room.
    void put(const std::string& key, std::uint64_t version,
             std::shared_ptr<const Representation> page);

    // The data have changed; called once the change can be read. Any thread.
    void invalidate_all();

private:
    struct Entry {
        std::string key;
        std::shared_ptr<const Representation> page;
    };

    mutable std::mutex mutex_;
    std::size_t bytes_max_;
    std::size_t bytes_ = 0;
    std::uint64_t version_ = 0;
    std::list<Entry> entries_;  // The one asked for last stands first.
    std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace gk::web
