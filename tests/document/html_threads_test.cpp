// Many threads that all begin with a page of HTML. A program of its own: the first page that a
// process reads is the one that counts.
#include <barrier>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/html.hpp"

namespace gk::document {
namespace {

constexpr int processes = 200;
constexpr int threads = 8;
constexpr unsigned hung_after_seconds = 60;

bool read_in_threads() {
    std::barrier start(threads);
    std::vector<int> read(threads);
    {
        std::vector<std::jthread> readers;
        for (auto& one : read) {
            readers.emplace_back([&start, &one] {
                start.arrive_and_wait();
                one = extract_html("<table><tr><td>规章<td>0</table>", {}).has_value() ? 1 : 0;
            });
        }
    }
    return read == std::vector<int>(threads, 1);
}

TEST(HtmlThreads, those_that_begin_together_do_not_wait_for_each_other) {
    for (int i = 0; i < processes; ++i) {
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            alarm(hung_after_seconds);
            _exit(read_in_threads() ? 0 : 1);
        }
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFEXITED(status)) << "process " << i << " did not end";
        ASSERT_EQ(WEXITSTATUS(status), 0);
    }
}

}  // namespace
}  // namespace gk::document
