#include "tidy/glossary.hpp"

#include <filesystem>
#include <set>

#include "base/text.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

namespace gk::tidy {

namespace {

using Words = std::set<std::string, std::less<>>;

// The identifiers in the rows of the tables.
const Words& glossary() {
    static const auto words = [] {
        Words all;
        const auto page = test::read_file(gk::test::source_folder() / "docs/GLOSSARY.md");
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
    const auto without = [&](std::size_t letters) { return name.substr(0, name.size() - letters); };
    return words.contains(name) || (name.ends_with('s') && words.contains(without(1))) ||
           (name.ends_with("ies") && words.contains(without(3) + "y"));
}

}  // namespace

std::vector<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::vector<std::string> found;
    for (std::sregex_iterator each(text.begin(), text.end(), pattern), end; each != end; ++each) {
        found.push_back((*each)[1]);
    }
    return found;
}

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

}  // namespace gk::tidy
