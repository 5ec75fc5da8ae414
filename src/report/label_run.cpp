#include "report/label_run.hpp"

#include <algorithm>
#include <limits>

namespace gk::report {

namespace {

// No label is broken into more pieces, a letter in each, and no header has more of them.
constexpr std::size_t pieces_of_label_max = 48;
constexpr std::size_t fuzzy_pieces_max = 3;
constexpr std::size_t pieces_max = 192;
// A number alone, "（三）" or "1.", waits for its label.
constexpr int number_alone_cost = 1;

}  // namespace

void LabelRun::add(std::string_view text, std::uint32_t row, int column, int column_span,
                   bool is_cell) {
    if (pieces_.size() == pieces_max) {
        pieces_.erase(pieces_.begin(), pieces_.begin() + pieces_max / 2);
    }
    pieces_.push_back({FoldedText::of(text), text, row, column, column_span, is_cell});
}

LabelFound LabelRun::found(std::size_t first, std::size_t end,
                           std::optional<FormLabel> label) const {
    LabelFound result;
    result.label = label;
    for (auto i = first; i < end; ++i) {
        if (result.number.kind == NumberKind::none) {
            result.number = pieces_[i].text.number();
        }
    }
    result.last_text = pieces_[end - 1].printed;
    result.row = pieces_[first].row;
    result.last_row = pieces_[end - 1].row;
    result.column = pieces_[first].column;
    result.column_span = pieces_[first].column_span;
    result.last_column_end = pieces_[end - 1].column + pieces_[end - 1].column_span;
    return result;
}

// Most runs are one label in one piece.
bool LabelRun::take_exact(std::vector<LabelFound>& result) const {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
        const auto label = exact_label(pieces_[i].text);
        if (!label) {
            result.clear();
            return false;
        }
        result.push_back(found(i, i + 1, label));
    }
    return true;
}

void LabelRun::extend(std::vector<Step>& steps, std::size_t first) const {
    const int before = steps[first].cost;
    const auto offer = [&](std::size_t end, int cost, std::optional<FormLabel> label) {
        if (before + cost < steps[end].cost) {
            steps[end] = {before + cost, first, label};
        }
    };
    auto text = pieces_[first].text;
    const bool is_number_alone = text.body().empty() && text.number().kind != NumberKind::none;
    offer(first + 1, is_number_alone ? number_alone_cost : no_label_cost, std::nullopt);
    std::size_t pieces_with_letters = 0;
    for (auto end = first + 1;; ++end) {
        pieces_with_letters += pieces_[end - 1].text.body().empty() ? 0 : 1;
        // A misprint in a few letters that stand apart could be the end of any label.
        const bool is_fuzzy =
            end - first <= fuzzy_pieces_max && text.body().size() >= 2 * pieces_with_letters;
        if (const auto label = exact_label(text)) {
            offer(end, 0, label);
        } else if (const auto match = is_fuzzy ? nearest_label(text) : std::nullopt) {
            offer(end, match->cost, match->label);
        }
        if (end == pieces_.size() || end - first == pieces_of_label_max ||
            !text.may_join(pieces_[end].text)) {
            return;
        }
        const bool is_beside = pieces_[end].is_cell && pieces_[end].row == pieces_[end - 1].row;
        if (is_beside && !text.body().empty()) {
            return;
        }
        text = text.joined(pieces_[end].text);
        if (text.is_too_long()) {
            return;
        }
    }
}

std::vector<LabelFound> LabelRun::take() {
    std::vector<LabelFound> result;
    if (!take_exact(result)) {
        std::vector<Step> steps(pieces_.size() + 1, Step{std::numeric_limits<int>::max(), 0, {}});
        steps[0].cost = 0;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            extend(steps, i);
        }
        for (auto end = pieces_.size(); end > 0; end = steps[end].from) {
            result.push_back(found(steps[end].from, end, steps[end].label));
        }
        std::ranges::reverse(result);
    }
    pieces_.clear();
    return result;
}

}  // namespace gk::report
