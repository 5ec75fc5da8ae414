// The identifiers that are published with a Chinese label are words of the glossary.
#include "tidy/glossary.hpp"

#include <regex>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tidy/source.hpp"

namespace gk::tidy {
namespace {

using testing::IsEmpty;

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
