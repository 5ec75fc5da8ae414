// Which elements the styles of a page hide: those written beside the element, and simple rules
// (.class, #id) of its <style> elements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gk::document {

// Whether a style="" hides what it stands at: no display, no visibility, no size.
[[nodiscard]] bool style_hides(std::string_view style);

class HiddenNames {
public:
    // The text of a <style>. Rules under a condition (@media) are left aside.
    void add(std::string_view css);

    [[nodiscard]] bool empty() const { return classes_.empty() && ids_.empty(); }

    // `names`: a class="" with its names between spaces.
    [[nodiscard]] bool has_class(std::string_view names) const;
    [[nodiscard]] bool has_id(std::string_view id) const;

private:
    void add_selectors(std::string_view selectors);

    std::vector<std::string> classes_;
    std::vector<std::string> ids_;
};

}  // namespace gk::document
