// How much of a foreign file is read before it is refused. The defaults are many times what an
// annual report needs.
#pragma once

#include <cstddef>
#include <cstdint>

namespace gk::document {

struct ExtractLimits {
    std::uint64_t bytes_max = 50ULL << 20U;
    std::uint64_t bytes_here_max = 2ULL << 20U;       // Larger files are read in the child.
    std::uint64_t unpacked_bytes_max = 64ULL << 20U;  // All parts that are read of a docx or xlsx.
    std::uint64_t packing_ratio_max = 200;            // Of a part larger than 1 MB unpacked.
    std::size_t archive_entries_max = 4000;
    std::size_t depth_max = 500;  // Elements within elements.
    std::size_t blocks_max = 200'000;
    std::size_t grid_cells_max = 1'000'000;  // Rows × columns of one grid.
    int grid_columns_max = 256;
    int pages_max = 500;
    int child_seconds_max = 20;  // Processor time of the reading child; by the clock, three times.
    std::uint64_t child_memory_max = 1ULL << 30U;
};

}  // namespace gk::document
