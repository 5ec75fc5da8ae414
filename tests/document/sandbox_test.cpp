#include "document/sandbox.hpp"

#include <atomic>
#include <cerrno>
#include <functional>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gk::document {
namespace {

constexpr SandboxLimits limits{512U << 20U, 2};

// The status with which `act` ends in a process of its own that has entered the sandbox; -1 where a
// signal ended it.
int inside(const std::function<int()>& act) {
    const pid_t child = fork();
    if (child == 0) {
        enter_sandbox(limits);
        _exit(act());
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Sandbox, computing_and_writing_to_an_open_pipe_go_on) {
    EXPECT_EQ(inside([] {
                  const std::vector<char> memory(1U << 20U, 'a');
                  return memory[1000] == 'a' ? 7 : 1;
              }),
              7);
}

TEST(Sandbox, the_network_is_out_of_reach) {
    EXPECT_EQ(inside([] { return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0; }), EPERM);
    EXPECT_EQ(inside([] { return socket(AF_UNIX, SOCK_STREAM, 0) < 0 ? errno : 0; }), EPERM);
}

TEST(Sandbox, no_program_and_no_process_can_be_started) {
    EXPECT_EQ(inside([] { return execl("/bin/true", "true", nullptr) < 0 ? errno : 0; }), EPERM);
    EXPECT_EQ(inside([] { return fork() < 0 ? errno : 0; }), EPERM);
}

TEST(Sandbox, files_cannot_be_read_or_made) {
    EXPECT_NE(inside([] { return open("/etc/passwd", O_RDONLY) < 0 ? errno : 0; }), 0);
    EXPECT_EQ(
        inside([] { return open("/tmp/gongkai-x", O_CREAT | O_WRONLY, 0600) < 0 ? errno : 0; }),
        EPERM);
    EXPECT_EQ(inside([] { return unlink("/tmp/gongkai-x") < 0 ? errno : 0; }), EPERM);
}

TEST(Sandbox, memory_cannot_be_made_to_run) {
    EXPECT_EQ(inside([] {
                  const auto* memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
                  return memory == MAP_FAILED ? errno : 0;
              }),
              EPERM);
}

TEST(Sandbox, other_processes_are_out_of_reach) {
    EXPECT_EQ(inside([] { return kill(getppid(), 0) < 0 ? errno : 0; }), EPERM);
}

TEST(Sandbox, an_endless_computation_is_ended) {
    EXPECT_EQ(inside([] {
                  std::atomic<unsigned> count = 0;
                  while (count.fetch_add(0) == 0) {
                  }
                  return 0;
              }),
              -1);
}

}  // namespace
}  // namespace gk::document
