// The published samples, read and checked, beside their hand-made golds: cell by cell, relation by
// relation.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "report/check.hpp"
#include "report/check_json.hpp"
#include "report/read.hpp"
#include "support/shared_data.hpp"

namespace gk::report {
namespace {

namespace json = boost::json;

std::string content(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<std::string> sorted(const json::value& codes) {
    std::vector<std::string> result;
    for (const auto& code : codes.as_array()) {
        result.emplace_back(code.is_object() ? code.at("code").as_string() : code.as_string());
    }
    std::ranges::sort(result);
    return result;
}

// Every key of the gold is there and says the same; a row that is null in one may be all null in
// the other.
void expect_same(const json::value& gold, const json::value& actual, const std::string& path) {
    if (gold.is_object()) {
        for (const auto& [key, value] : gold.as_object()) {
            const auto name = path + "." + std::string(key);
            if (!actual.is_object() || !actual.as_object().contains(key)) {
                EXPECT_TRUE(value.is_null()) << name << " is missing";
                continue;
            }
            expect_same(value, actual.at(key), name);
        }
        return;
    }
    if (gold.is_array() && actual.is_array() &&
        gold.as_array().size() == actual.as_array().size()) {
        for (std::size_t i = 0; i < gold.as_array().size(); ++i) {
            expect_same(gold.at(i), actual.at(i), path + "[" + std::to_string(i) + "]");
        }
        return;
    }
    if (gold.is_number() && actual.is_number()) {
        EXPECT_DOUBLE_EQ(gold.to_number<double>(), actual.to_number<double>()) << path;
        return;
    }
    EXPECT_EQ(json::serialize(gold), json::serialize(actual)) << path;
}

void expect_like_gold(const std::filesystem::path& folder, const std::filesystem::path& gold_path) {
    const auto gold = json::parse(content(gold_path));
    const auto file = folder / std::string(gold.at("file").as_string());
    const auto document = document::extract_file(file);
    ASSERT_TRUE(document.has_value()) << file << ": " << document.error().first().message;
    const auto reading = read(*document);
    const auto result = check(reading.report, {});
    const auto actual = json::parse(to_check_json(file.string(), reading, result));
    SCOPED_TRACE(file.filename().string());
    for (const auto* key : {"format", "report_year", "truncated"}) {
        EXPECT_EQ(json::serialize(gold.at(key)), json::serialize(actual.at(key))) << key;
    }
    for (const auto* table : {"proactive_disclosure", "applications", "remedies"}) {
        expect_same(gold.at(table), actual.at(table), table);
    }
    for (const auto* state : {"hold", "fail", "not_assessable"}) {
        EXPECT_EQ(sorted(gold.at("relations").at(state)), sorted(actual.at("relations").at(state)))
            << state;
    }
    const auto agency = std::string(gold.at("agency").as_string());
    ASSERT_TRUE(actual.at("agency").is_string());
    if (content(file).find(agency) != std::string::npos) {
        EXPECT_EQ(actual.at("agency").as_string(), agency);
    }
    EXPECT_EQ(actual.at("status").as_string(),
              gold.at("truncated").as_bool() ? "partly_read" : "read");
}

int compare_all(const std::filesystem::path& folder, const std::set<std::string>& extensions) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto path = entry.path().string();
        if (!path.ends_with(".gold.json")) {
            continue;
        }
        const auto file = json::parse(content(path)).at("file").as_string();
        const auto extension = std::filesystem::path(std::string(file)).extension().string();
        if (extensions.contains(extension)) {
            expect_like_gold(folder, path);
            ++count;
        }
    }
    return count;
}

TEST(Samples, agree_with_their_golds_in_every_cell_and_relation) {
    GK_SHARED_FOLDER_OR_SKIP(folder, "samples/annual-reports");
    EXPECT_EQ(compare_all(folder, {".txt", ".html", ".docx", ".pdf"}), 13);
}

}  // namespace
}  // namespace gk::report
