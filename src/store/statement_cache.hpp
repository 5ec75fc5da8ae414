// The prepared statements of one connection by their text; the one used longest ago goes first.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace gk::store {

template <typename Prepared>
class StatementCache {
public:
    // Enough for every statement of the program; the limit is for statements with lists in them.
    static constexpr std::size_t size_max = 512;

    [[nodiscard]] std::shared_ptr<Prepared> find(std::string_view sql) {
        const auto at = by_text_.find(sql);
        if (at == by_text_.end()) {
            return nullptr;
        }
        entries_.splice(entries_.begin(), entries_, at->second);
        return at->second->prepared;
    }

    // Returns the statement that had to make room, or nullptr.
    std::shared_ptr<Prepared> add(std::string_view sql, std::shared_ptr<Prepared> prepared) {
        entries_.push_front({std::string(sql), std::move(prepared)});
        by_text_.emplace(entries_.front().sql, entries_.begin());
        if (entries_.size() <= size_max) {
            return nullptr;
        }
        auto oldest = std::move(entries_.back().prepared);
        by_text_.erase(entries_.back().sql);
        entries_.pop_back();
        return oldest;
    }

    void clear() {
        by_text_.clear();
        entries_.clear();
    }

private:
    struct Entry {
        std::string sql;
        std::shared_ptr<Prepared> prepared;
    };

    std::list<Entry> entries_;
    std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_text_;
};

}  // namespace gk::store
