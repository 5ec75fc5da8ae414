// Papers of the demonstration: a page each, said to be an example.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/demo/play.hpp"
#include "letter/service.hpp"

namespace gk::cli::demo {

[[nodiscard]] const letter::LetterTools& tools_of(const Play& play);

struct DemoPage {
    std::string_view title;
    std::vector<std::string_view> paragraphs;
};

// As a PDF.
[[nodiscard]] std::string demo_page(const Play& play, const DemoPage& page, Moment now);

// Taken in for a remedy, to be named by an act on it; returns its public id.
[[nodiscard]] Result<std::string> keep_demo_paper(const Play& play, const Slot& remedy,
                                                  const DemoPage& page, Moment now);

}  // namespace gk::cli::demo
