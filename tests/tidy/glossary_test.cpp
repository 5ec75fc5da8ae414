// The identifiers that are published with a Chinese label are words of the glossary.
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/golden.hpp"
#include "tidy/source.hpp"

namespace gk::tidy {
namespace {

using testing::IsEmpty;
using Words = std::set<std::string, std::less<>>;

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator each(text.begin(), text.end(), pattern), end; each != end; ++each) {
        found.push_back((*each)[1]);
    }
    return found;
}

// The identifiers in the rows of the tables.
const Words& glossary() {
    static const auto words = [] {
        Words all;
        const auto page =
            test::read_file(std::filesystem::path(GONGKAI_SOURCE_DIR) / "docs/GLOSSARY.md");
        for (const auto line : text::split(page, '\n')) {
            if (line.starts_with('|')) {
                for (auto& word : matches(std::string(line), std::regex("`([a-z][a-z0-9_]*)`"))) {
                    all.insert(std::move(word));
                }
            }
        }
        return all;
    }();
    return words;
}

bool is_word(const std::string& name) {
    const auto& words = glossary();
    return words.contains(name) ||
           (name.ends_with('s') && words.contains(name.substr(0, name.size() - 1)));
}

// A word of the glossary, or several of them joined: refused_state_secret.
bool is_made_of_words(const std::string& name) {
    if (is_word(name)) {
        return true;
    }
    for (auto at = name.find('_'); at != std::string::npos; at = name.find('_', at + 1)) {
        if (is_word(name.substr(0, at)) && is_made_of_words(name.substr(at + 1))) {
            return true;
        }
    }
    return false;
}

struct Enumerators {
    std::string type;
    std::vector<std::string> names;
};

// The enums of a header that have both a published key and a label.
std::vector<Enumerators> published_enums(const SourceFile& header) {
    const auto code = without_comments_and_literals(header.text);
    std::vector<Enumerators> found;
    static const std::regex declaration(R"(enum class (\w+)[^{;]*\{([^}]*)\})");
    for (std::sregex_iterator each(code.begin(), code.end(), declaration), end; each != end;
         ++each) {
        const std::string type = (*each)[1];
        if (std::regex_search(code, std::regex("\\bkey\\(" + type + "\\b")) &&
            std::regex_search(code, std::regex("\\blabel\\(" + type + "\\b"))) {
            found.push_back({type, matches((*each)[2], std::regex(R"(\b([a-z]\w*)\b)"))});
        }
    }
    return found;
}

TEST(Glossary, holds_every_enumerator_that_has_a_key_and_a_label) {
    std::vector<std::string> unknown;
    std::size_t seen = 0;
    for (const auto& file : program_code()) {
        if (!file.is_header() || file.folder() == "web" || file.folder() == "cli") {
            continue;
        }
        for (const auto& each : published_enums(file)) {
            for (const auto& name : each.names) {
                ++seen;
                if (!is_made_of_words(name)) {
                    unknown.push_back(each.type + "::" + name);
                }
            }
        }
    }
    EXPECT_GT(seen, 50U);
    EXPECT_THAT(unknown, IsEmpty()) << "give each a row in docs/GLOSSARY.md";
}

TEST(Glossary, words_join_and_take_a_plural) {
    EXPECT_TRUE(is_made_of_words("refused_state_secret"));
    EXPECT_TRUE(is_made_of_words("annual_reports"));
    EXPECT_FALSE(is_made_of_words("refused_secretly"));
    EXPECT_FALSE(is_made_of_words("clarification"));
}

}  // namespace
}  // namespace gk::tidy
