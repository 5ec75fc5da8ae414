#include "tidy/problem_codes.hpp"

#include <string_view>

#include "tidy/source.hpp"

namespace gk::tidy {

namespace {

// The literals of one initialiser: neighbours are one text, a comma separates two.
std::vector<std::string> literals(std::string_view initialiser) {
    std::vector<std::string> texts;
    bool is_open = false;
    bool is_joined = false;
    for (std::size_t at = 0; at < initialiser.size(); ++at) {
        const char c = initialiser[at];
        if (c == '"') {
            if (!is_open && !is_joined) {
                texts.emplace_back();
            }
            is_open = !is_open;
            is_joined = true;
        } else if (is_open) {
            if (c == '\\') {
                ++at;
            }
            texts.back() += initialiser[at];
        } else if (c == ',') {
            is_joined = false;
        }
    }
    return texts;
}

std::string kind_in(std::string_view initialiser) {
    constexpr std::string_view type = "ErrorKind::";
    const auto begin = initialiser.find(type);
    if (begin == std::string_view::npos) {
        return {};
    }
    const auto name = initialiser.substr(begin + type.size());
    return std::string(name.substr(0, name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_")));
}

}  // namespace

std::vector<ProblemRow> problem_rows() {
    std::vector<ProblemRow> rows;
    for (const auto& file : program_code()) {
        constexpr std::string_view declaration = "inline constexpr ProblemCode ";
        std::string_view code = file.text;
        for (auto at = code.find(declaration); at != std::string_view::npos;
             at = code.find(declaration)) {
            code.remove_prefix(at + declaration.size());
            const auto initialiser = code.substr(0, code.find(';'));
            auto texts = literals(initialiser);
            texts.resize(3);
            rows.push_back({file.path, texts[0], kind_in(initialiser), texts[1], texts[2]});
        }
    }
    return rows;
}

}  // namespace gk::tidy
