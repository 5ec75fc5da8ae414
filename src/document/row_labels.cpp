#include "document/row_labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gk::document {

namespace {

enum class Place { centred, at_top, at_bottom };

constexpr std::size_t lines_of_label_max = 20;
constexpr std::size_t skipped_lines_max = 4;
// In heights of a line. Nothing is as bad as no label, and a line that is nobody's is bad.
constexpr double no_label_cost = 1.5;
constexpr double skipped_line_cost = 0.8;
constexpr double joined_cost = 1;  // Of a line with a number that is taken for the rest of a label.
constexpr double line_cost = 0.01;  // Of two that fit, the shorter label.
constexpr double rest_cost = 0.5;   // Of a line close to the first or last label that is not taken.
constexpr double gap_in_label_max = 1.9;

struct Choice {
    double cost = std::numeric_limits<double>::infinity();
    LabelLines label;
};

class Assignment {
public:
    Assignment(std::span<const double> rows, std::span<const LabelLine> lines, double line_height,
               Place place)
        : rows_(rows),
          lines_(lines),
          line_height_(line_height),
          place_(place),
          choices_((rows.size() + 1) * (lines.size() + 1)),
          previous_(choices_.size()) {
        at(0, 0).cost = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t line = 0; line <= lines.size(); ++line) {
                if (std::isfinite(at(row, line).cost)) {
                    extend(row, line);
                }
            }
        }
        for (std::size_t line = 0; line <= lines.size(); ++line) {
            end_ = cost_of_end(line) < cost_of_end(end_) ? line : end_;
        }
    }

    [[nodiscard]] double cost() { return cost_of_end(end_); }

    [[nodiscard]] std::vector<LabelLines> labels() {
        std::vector<LabelLines> labels(rows_.size());
        auto line = end_;
        for (auto row = rows_.size(); row > 0; --row) {
            const auto& choice = at(row, line);
            labels[row - 1] = choice.label;
            line = previous_[(row * (lines_.size() + 1)) + line];
        }
        return labels;
    }

private:
    // The rest of a label with a number stands close below it.
    double cost_of_end(std::size_t line) {
        const auto& last = at(rows_.size(), line);
        const bool is_rest = line > 0 && line < lines_.size() &&
                             last.label.end > last.label.first &&
                             lines_[last.label.first].begins_with_number &&
                             !lines_[line].begins_with_number && !is_apart(line);
        return last.cost + (is_rest ? rest_cost : 0);
    }

    // So does a label whose number stands close above the first line taken.
    [[nodiscard]] double cost_of_beginning(std::size_t first) const {
        const bool is_rest = first > 0 && lines_[first - 1].begins_with_number &&
                             !lines_[first].begins_with_number && !is_apart(first);
        return is_rest ? rest_cost : 0;
    }

    [[nodiscard]] bool is_apart(std::size_t line) const {
        return lines_[line].middle - lines_[line - 1].middle > gap_in_label_max * line_height_;
    }

    Choice& at(std::size_t row, std::size_t line) {
        return choices_[(row * (lines_.size() + 1)) + line];
    }

    // The row takes no line, or some of those that follow `line`.
    void extend(std::size_t row, std::size_t line) {
        const double before = at(row, line).cost;
        offer(row + 1, line, line, {line, line}, before + no_label_cost);
        const auto skipped_max = row == 0 ? lines_.size() : line + skipped_lines_max;
        for (auto first = line; first < lines_.size() && first <= skipped_max; ++first) {
            const double skipped = row == 0 ? cost_of_beginning(first)
                                            : skipped_line_cost * static_cast<double>(first - line);
            double joined = 0;
            for (auto end = first + 1; end <= lines_.size(); ++end) {
                if ((end - first > 1 && is_apart(end - 1)) || end - first > lines_of_label_max) {
                    break;
                }
                joined += end - first > 1 && lines_[end - 1].begins_with_number ? joined_cost : 0;
                offer(row + 1, end, line, {first, end},
                      before + skipped + joined + distance(row, first, end) +
                          line_cost * static_cast<double>(end - first));
            }
        }
    }

    void offer(std::size_t row, std::size_t line, std::size_t from, LabelLines label, double cost) {
        if (auto& choice = at(row, line); cost < choice.cost) {
            choice = {cost, label};
            previous_[(row * (lines_.size() + 1)) + line] = from;
        }
    }

    [[nodiscard]] double distance(std::size_t row, std::size_t first, std::size_t end) const {
        const double top = lines_[first].middle;
        const double bottom = lines_[end - 1].middle;
        const double place = place_ == Place::centred  ? (top + bottom) / 2
                             : place_ == Place::at_top ? top
                                                       : bottom;
        return std::abs(place - rows_[row]) / line_height_;
    }

    std::span<const double> rows_;
    std::span<const LabelLine> lines_;
    double line_height_;
    Place place_;
    std::vector<Choice> choices_;
    std::vector<std::size_t> previous_;
    std::size_t end_ = 0;
};

}  // namespace

std::vector<LabelLines> labels_of_rows(std::span<const double> rows,
                                       std::span<const LabelLine> lines, double line_height) {
    std::vector<LabelLines> best;
    double cost = std::numeric_limits<double>::infinity();
    for (const auto place : {Place::centred, Place::at_top, Place::at_bottom}) {
        Assignment assignment(rows, lines, std::max(line_height, 1.0), place);
        if (best.empty() || assignment.cost() < cost) {
            cost = assignment.cost();
            best = assignment.labels();
        }
    }
    return best;
}

}  // namespace gk::document
