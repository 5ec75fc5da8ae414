#include "support/case_table.hpp"

#include <fstream>

#include <gtest/gtest.h>

#include "support/folders.hpp"

namespace gk::test {

namespace {

std::string_view trim(std::string_view text) {
    constexpr std::string_view spaces = " \t\r";
    const auto begin = text.find_first_not_of(spaces);
    return begin == std::string_view::npos
               ? std::string_view()
               : text.substr(begin, text.find_last_not_of(spaces) + 1 - begin);
}

// "| a | `b` |" → a, b.
std::vector<std::string> fields_of(std::string_view line) {
    line.remove_prefix(1);
    std::vector<std::string> fields;
    while (!line.empty()) {
        const auto bar = std::min(line.find('|'), line.size());
        auto field = trim(line.substr(0, bar));
        if (field.size() >= 2 && field.starts_with('`') && field.ends_with('`')) {
            field = field.substr(1, field.size() - 2);
        }
        if (bar < line.size() || !field.empty()) {
            fields.emplace_back(field);
        }
        line.remove_prefix(std::min(bar + 1, line.size()));
    }
    return fields;
}

bool is_rule(std::string_view line) {
    return line.find_first_not_of("|-: ") == std::string_view::npos;
}

}  // namespace

const std::string& CaseRow::operator[](std::string_view column) const {
    static const std::string nothing;
    const auto found = fields.find(column);
    if (found == fields.end()) {
        ADD_FAILURE() << place << ": no column " << column;
        return nothing;
    }
    return found->second;
}

std::vector<CaseTable> read_case_tables(const std::filesystem::path& path) {
    std::ifstream file(source_folder() / path);
    EXPECT_TRUE(file.good()) << "cannot read " << path;
    std::vector<CaseTable> tables;
    std::vector<std::string> head;
    std::string heading;
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        const auto text = trim(line);
        if (text.starts_with('#')) {
            heading = trim(text.substr(text.find_first_not_of('#')));
        }
        if (!text.starts_with('|')) {
            head.clear();
            continue;
        }
        auto fields = fields_of(text);
        if (head.empty()) {
            head = std::move(fields);
            tables.push_back({.heading = heading, .rows = {}});
            continue;
        }
        if (is_rule(text)) {
            continue;
        }
        CaseRow row{.place = path.string() + ":" + std::to_string(number), .fields = {}};
        EXPECT_EQ(fields.size(), head.size()) << row.place << ": as many fields as the head";
        for (std::size_t i = 0; i < std::min(head.size(), fields.size()); ++i) {
            row.fields.emplace(head[i], std::move(fields[i]));
        }
        tables.back().rows.push_back(std::move(row));
    }
    return tables;
}

std::vector<CaseRow> case_rows(const std::filesystem::path& path, std::string_view heading) {
    for (auto& table : read_case_tables(path)) {
        if (table.heading == heading) {
            EXPECT_FALSE(table.rows.empty()) << path << ": no row under " << heading;
            return std::move(table.rows);
        }
    }
    ADD_FAILURE() << path << ": no table under " << heading;
    return {};
}

}  // namespace gk::test
