#include "web/http/head_scan.hpp"

namespace gk::web {

HeadScan::State HeadScan::look(std::string_view bytes) {
    while (seen_ < bytes.size()) {
        const auto byte = static_cast<unsigned char>(bytes[seen_]);
        if (after_cr_ != (byte == '\n')) {
            return State::malformed;
        }
        const bool is_line_begin = seen_ == line_begin_;
        ++seen_;
        if (byte == '\n') {
            const bool is_empty_line = seen_ - line_begin_ == 2;
            line_begin_ = seen_;
            after_cr_ = false;
            if (is_empty_line) {
                return seen_ == 2 ? State::malformed : State::complete;
            }
        } else if (byte == '\r') {
            after_cr_ = true;
        } else if ((byte < 0x20 && byte != '\t') || byte == 0x7f ||
                   (is_line_begin && (byte == ' ' || byte == '\t'))) {
            return State::malformed;
        }
    }
    return State::incomplete;
}

}  // namespace gk::web
