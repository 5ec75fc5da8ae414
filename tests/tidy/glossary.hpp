// docs/GLOSSARY.md as a set of words.
#pragma once

#include <regex>
#include <string>
#include <vector>

namespace gk::tidy {

// What the first group of the pattern takes, at every match.
[[nodiscard]] std::vector<std::string> matches(const std::string& text, const std::regex& pattern);

// A word of the glossary, perhaps in the plural, or several of them joined: refused_state_secret.
[[nodiscard]] bool is_made_of_words(const std::string& name);

}  // namespace gk::tidy
