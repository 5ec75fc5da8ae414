// The tab-separated vectors in tests/law/vectors/: lines that start with # are comments, the first
// other line is the head.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::test {

// One row: the name of a column to its text.
using VectorRow = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] inline std::vector<VectorRow> read_vectors(const std::string& file_name) {
    const auto bytes = read_file(source_folder() / "tests/law/vectors" / file_name);
    std::vector<std::string_view> head;
    std::vector<VectorRow> rows;
    for (const auto line : text::split(bytes, '\n')) {
        if (line.empty() || line.starts_with('#')) {
            continue;
        }
        const auto fields = text::split(line, '\t');
        if (head.empty()) {
            head = fields;
            continue;
        }
        VectorRow row;
        for (std::size_t i = 0; i < head.size(); ++i) {
            row.emplace(head[i], i < fields.size() ? fields[i] : "");
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace gk::test
