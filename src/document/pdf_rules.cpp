#include "document/pdf_rules.hpp"

#include <algorithm>
#include <cmath>

namespace gk::document {

namespace {

constexpr std::uint8_t dark_below = 160;
// A paler line shows by being darker than what lies on both sides of it: shading does not.
constexpr int contrast_min = 20;
constexpr int side = 3;                       // Pixels.
constexpr double horizontal_length_min = 14;  // Points.
constexpr double vertical_length_min = 10;
constexpr double thickness_max = 4;
constexpr int gap_max = 2;  // Pixels: cells draw their own borders, which may not quite meet.

struct Run {
    int from = 0;
    int to = 0;  // The pixel after.
};

// A bar of runs that lie on each other.
struct Bar {
    Run run;
    int first_row = 0;
    int last_row = 0;
};

// `is_dark(row, i)`: rows are the picture's rows or, for vertical lines, its columns.
template <typename IsDark>
std::vector<Run> runs_of(int row, int length, int length_min, IsDark is_dark) {
    std::vector<Run> runs;
    int from = -1;
    int end = 0;  // After the last dark pixel.
    const auto close = [&] {
        if (from >= 0 && end - from >= length_min) {
            runs.push_back({from, end});
        }
        from = -1;
    };
    for (int i = 0; i < length; ++i) {
        if (!is_dark(row, i)) {
            continue;
        }
        if (from >= 0 && i - end > gap_max) {
            close();
        }
        from = from < 0 ? i : from;
        end = i + 1;
    }
    close();
    return runs;
}

bool lies_on(const Run& run, const Run& below) {
    const int shared = std::min(run.to, below.to) - std::max(run.from, below.from);
    return shared * 2 > std::min(run.to - run.from, below.to - below.from);
}

template <typename IsDark>
std::vector<PdfRule> rules_along(int rows, int length, double length_min, double scale,
                                 IsDark is_dark) {
    std::vector<Bar> open;
    std::vector<PdfRule> rules;
    const auto close = [&](const Bar& bar) {
        if (bar.last_row - bar.first_row + 1 <= std::ceil(thickness_max * scale)) {
            rules.push_back({(bar.first_row + bar.last_row + 1) / 2.0 / scale, bar.run.from / scale,
                             bar.run.to / scale});
        }
    };
    const int pixels_min = static_cast<int>(length_min * scale);
    for (int row = 0; row < rows; ++row) {
        std::vector<Bar> next;
        for (const auto& run : runs_of(row, length, pixels_min, is_dark)) {
            const auto above = std::ranges::find_if(open, [&](const Bar& bar) {
                return bar.last_row == row - 1 && lies_on(bar.run, run);
            });
            if (above == open.end()) {
                next.push_back({run, row, row});
                continue;
            }
            above->last_row = row;
            above->run = {std::min(above->run.from, run.from), std::max(above->run.to, run.to)};
        }
        for (const auto& bar : open) {
            if (bar.last_row == row) {
                next.push_back(bar);
            } else {
                close(bar);
            }
        }
        open = std::move(next);
    }
    std::for_each(open.begin(), open.end(), close);
    return rules;
}

}  // namespace

PdfRules find_rules(const GrayPicture& picture) {
    const auto gray_at = [&](int x, int y) {
        const bool is_inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
        const auto row =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.bytes_per_row);
        return is_inside ? int{picture.pixels[row + static_cast<std::size_t>(x)]} : 255;
    };
    // `across_x`, `across_y`: the way from the line to its side.
    const auto is_on_line = [&](int x, int y, int across_x, int across_y) {
        const int gray = gray_at(x, y);
        return gray < dark_below || (gray + contrast_min <= gray_at(x - across_x, y - across_y) &&
                                     gray + contrast_min <= gray_at(x + across_x, y + across_y));
    };
    PdfRules rules;
    rules.horizontal =
        rules_along(picture.height, picture.width, horizontal_length_min, picture.pixels_per_point,
                    [&](int row, int i) { return is_on_line(i, row, 0, side); });
    rules.vertical =
        rules_along(picture.width, picture.height, vertical_length_min, picture.pixels_per_point,
                    [&](int row, int i) { return is_on_line(row, i, side, 0); });
    return rules;
}

}  // namespace gk::document
