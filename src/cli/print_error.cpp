#include "cli/print_error.hpp"

#include <ostream>

#include <fmt/format.h>

#include "law/citation_text.hpp"

namespace gk::cli {

void print_error(const Error& error, std::ostream& out) {
    for (const auto& problem : error.problems()) {
        out << fmt::format("错误：{}（{}）\n", problem.message, problem.code);
        if (!problem.basis.empty()) {
            out << fmt::format("  依据：{}\n", law::citation_text(problem.basis));
        }
        if (!problem.hint.empty()) {
            out << fmt::format("  办法：{}\n", problem.hint);
        }
    }
}

Exit fail(const Error& error, Streams& streams) {
    print_error(error, streams.err);
    return Exit::unusable;
}

}  // namespace gk::cli
