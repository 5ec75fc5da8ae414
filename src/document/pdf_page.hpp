// What a page of a foreign PDF shows, in points from its top left corner, free of the library that
// found it.
#pragma once

#include <string>
#include <vector>

namespace gk::document {

struct PdfWord {
    std::string text;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    int rotation = 0;  // Quarter turns clockwise: 1 is read from top to bottom.
    std::vector<double> character_centers;  // From the left; one for each code point.
    bool begins_cell = false;               // However near the word before it is.
};

// A straight line: `at` is its height on the page if it is horizontal, else its distance from the
// left; it runs `from` … `to` in the other direction.
struct PdfRule {
    double at = 0;
    double from = 0;
    double to = 0;
};

struct PdfRules {
    std::vector<PdfRule> horizontal;
    std::vector<PdfRule> vertical;
};

struct PdfPage {
    double width = 0;
    double height = 0;
    std::vector<PdfWord> words;
    PdfRules rules;
};

}  // namespace gk::document
