#include "report/flattened_text.hpp"

#include "base/text.hpp"
#include "report/printed_figure.hpp"
#include "report/text_line.hpp"

namespace gk::report {

namespace {

constexpr std::string_view pipe = "|";

void add_piece(std::vector<std::string_view>& pieces, std::string_view piece) {
    piece = text::trim(piece);
    if (!piece.empty() && !is_rule(piece)) {
        pieces.push_back(piece);
    }
}

std::vector<std::string_view> between_pipes(std::string_view line) {
    std::vector<std::string_view> pieces;
    for (const auto piece : text::split(line, pipe.front())) {
        add_piece(pieces, piece);
    }
    return pieces;
}

std::vector<std::string_view> between_spaces(std::string_view line) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (auto rest = line; !rest.empty();) {
        const auto at = line.size() - rest.size();
        if (text::is_space(text::take(rest))) {
            add_piece(pieces, line.substr(begin, at - begin));
            begin = line.size() - rest.size();
        }
    }
    add_piece(pieces, line.substr(begin));
    return pieces;
}

bool has_row_of_figures(const std::vector<std::string_view>& pieces) {
    constexpr int row_min = 3;  // Of 规章, in table 二.
    int figures = 0;
    for (const auto piece : pieces) {
        const auto printed = printed_figure(piece);
        figures = printed && printed->value ? figures + 1 : 0;
        if (figures == row_min) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<std::string_view> flattened_pieces(std::string_view line) {
    auto pieces = line.find(pipe) == line.npos ? between_spaces(line) : between_pipes(line);
    if (!has_row_of_figures(pieces)) {
        pieces.clear();
    }
    return pieces;
}

}  // namespace gk::report
