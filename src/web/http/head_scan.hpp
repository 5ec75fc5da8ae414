// Where the head of a request ends, and whether its bytes may stand in one at all: looked at as
// they arrive, so that a bad byte is refused at once and never waited upon.
#pragma once

#include <cstddef>
#include <string_view>

namespace gk::web {

class HeadScan {
public:
    enum class State { incomplete, complete, malformed };

    // `bytes`: everything received of this request so far; what was seen before is not read again.
    // malformed: a control character other than HTAB, CR and LF; CR or LF alone; an empty line
    // before the head; a line that begins with a space or HTAB (folding).
    [[nodiscard]] State look(std::string_view bytes);

    // Of a complete head, with its empty line.
    [[nodiscard]] std::size_t size() const { return seen_; }

    // The target has not even ended.
    [[nodiscard]] bool is_in_first_line() const { return line_begin_ == 0; }

private:
    std::size_t seen_ = 0;
    std::size_t line_begin_ = 0;
    bool after_cr_ = false;
};

}  // namespace gk::web
