// What is wrong with a text that is not TOML, in Chinese: the parser tells it in English, and in
// its own terms.
#pragma once

#include <string>
#include <string_view>

namespace gk {

struct TomlMistake {
    std::string what;    // “port”的值看不懂
    std::string remedy;  // What to write instead, as sentences.
};

// `line`, from 1, and `description` are the parser's (toml++). The values of the text are not
// repeated: they may be secret.
[[nodiscard]] TomlMistake toml_mistake(std::string_view toml, unsigned line,
                                       std::string_view description);

}  // namespace gk
