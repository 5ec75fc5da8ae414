// The two things that are not an answer: a Fault (disk full, database gone) and a Bug (our own
// mistake). Both are thrown and caught once, at the top of a request or a command.
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>

namespace gk {

// Something outside failed; the caller cannot mend it. The text goes to the log, never to a page.
class Fault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// An assertion of ours did not hold. The text names the place.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void throw_bug(const char* condition, std::source_location where);

}  // namespace gk

// On in every build: a transaction rolls back, the request ends, the log has the place.
#define GK_ASSERT(condition)                                              \
    do {                                                                  \
        if (!(condition)) {                                               \
            ::gk::throw_bug(#condition, std::source_location::current()); \
        }                                                                 \
    } while (false)

#ifdef GONGKAI_COVERAGE
// Branches are counted where they are written: an assertion that holds, as it should, is no branch
// of the code that asserts, so here it is one of this function.
namespace gk {
inline void assert_holds(bool holds, const char* condition, std::source_location where) {
    if (!holds) {
        throw_bug(condition, where);
    }
}
}  // namespace gk

#undef GK_ASSERT
#define GK_ASSERT(condition) \
    ::gk::assert_holds(static_cast<bool>(condition), #condition, std::source_location::current())
#endif
