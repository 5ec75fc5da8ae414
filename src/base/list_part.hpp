// Which part of a list is wanted, and in which order; pages and exports ask alike.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gk {

enum class Direction { ascending, descending };

struct ListPart {
    std::int64_t offset = 0;
    std::int64_t limit = 20;
    std::string sort = {};  // The key of an order that the list declares; empty: its own.
    Direction direction = Direction::descending;
};

// `total`: how many there are without the limit.
template <typename Row>
struct Listed {
    std::vector<Row> rows;
    std::int64_t total = 0;
};

}  // namespace gk
