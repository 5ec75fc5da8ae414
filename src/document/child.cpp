#include "document/child.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>

#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/errors.hpp"
#include "document/extract.hpp"
#include "document/sandbox.hpp"
#include "document/wire.hpp"

namespace gk::document {

namespace {

constexpr const char* child_argument = "reading-child";
constexpr int input_descriptor = 3;
constexpr int output_descriptor = 4;
constexpr std::size_t answer_bytes_max = 512U << 20U;

std::atomic<bool> program_can_be_child = false;

enum class Work : std::uint8_t { read, clean };

// Before the bytes of the file.
struct RequestHead {
    Work work = Work::read;
    ExtractLimits limits;
    CleanLimits clean_limits;
    std::size_t name_size = 0;
};

static_assert(std::is_trivially_copyable_v<RequestHead>);

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {
        if (number_ < 0) {
            throw Fault("no file descriptor: " + std::generic_category().message(errno));
        }
    }

    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    ~Descriptor() { close_now(); }

    [[nodiscard]] int number() const { return number_; }

    void close_now() {
        if (number_ >= 0) {
            close(std::exchange(number_, -1));
        }
    }

private:
    int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// ---- The child ----

// The converters that poppler opens: once loaded, they need no file.
void load_converters() {
    [[maybe_unused]] auto* const to_utf16 = iconv_open("UTF-16", "UTF-8");
    [[maybe_unused]] auto* const from_utf16 = iconv_open("UTF-8", "UTF-16");
}

int answer() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto size = lseek(input_descriptor, 0, SEEK_END);
    if (size < static_cast<off_t>(sizeof(RequestHead))) {
        return 1;
    }
    const auto request_size = static_cast<std::size_t>(size);
    const void* request = mmap(nullptr, request_size, PROT_READ, MAP_PRIVATE, input_descriptor, 0);
    if (request == MAP_FAILED) {
        return 1;
    }
    RequestHead head;
    std::memcpy(&head, request, sizeof(head));
    auto rest = std::string_view(static_cast<const char*>(request), request_size);
    rest.remove_prefix(sizeof(head));
    if (head.work == Work::clean) {
        enter_sandbox({.memory_max = head.clean_limits.child_memory_max,
                       .seconds_max = head.clean_limits.child_seconds_max,
                       .may_start_threads = true});
        return write_all(output_descriptor, clean_to_wire(clean_here(rest, head.clean_limits))) ? 0
                                                                                                : 1;
    }
    load_converters();
    enter_sandbox(
        {.memory_max = head.limits.child_memory_max, .seconds_max = head.limits.child_seconds_max});
    const auto result =
        extract_here(rest.substr(head.name_size), rest.substr(0, head.name_size), head.limits);
    return write_all(output_descriptor, to_wire(result)) ? 0 : 1;
}

// ---- The parent ----

// Above the numbers that the child uses, so that moving one there does not close another.
Descriptor moved_up(Descriptor low) {
    return Descriptor(fcntl(low.number(), F_DUPFD_CLOEXEC, 16));
}

Descriptor request_file(RequestHead head, std::string_view file_name, std::string_view bytes) {
    auto file = moved_up(Descriptor(memfd_create("gongkai-document", MFD_CLOEXEC)));
    head.name_size = file_name.size();
    std::array<char, sizeof(head)> head_bytes;
    std::memcpy(head_bytes.data(), &head, sizeof(head));
    if (!write_all(file.number(), {head_bytes.data(), head_bytes.size()}) ||
        !write_all(file.number(), file_name) || !write_all(file.number(), bytes)) {
        throw Fault("no memory for a copy of the file");
    }
    return file;
}

pid_t start_child(const Descriptor& input, const Descriptor& output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0);
    }
    posix_spawn_file_actions_adddup2(&actions, input.number(), input_descriptor);
    posix_spawn_file_actions_adddup2(&actions, output.number(), output_descriptor);
    posix_spawn_file_actions_addclosefrom_np(&actions, output_descriptor + 1);
    std::string name = "gongkai";
    std::string argument = child_argument;
    std::string locale = "LC_ALL=C.UTF-8";
    std::array<char*, 3> arguments = {name.data(), argument.data(), nullptr};
    std::array<char*, 2> environment = {locale.data(), nullptr};
    pid_t child = 0;
    const int failed = posix_spawn(&child, "/proc/self/exe", &actions, nullptr, arguments.data(),
                                   environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw Fault("no child process: " + std::generic_category().message(failed));
    }
    return child;
}

// What the child writes before it ends, or nothing where it takes too long or writes too much. Its
// processor time is limited to `seconds_max`; a busy machine may be longer about it.
std::optional<std::string> answer_of(const Descriptor& output, int seconds_max) {
    using std::chrono::steady_clock;
    constexpr int clock_factor = 3;
    const auto end = steady_clock::now() + clock_factor * std::chrono::seconds(seconds_max);
    std::string bytes;
    std::array<char, 64U << 10U> chunk;
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - steady_clock::now());
        pollfd waiting{output.number(), POLLIN, 0};
        const int ready = left.count() <= 0 ? 0 : poll(&waiting, 1, static_cast<int>(left.count()));
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        if (ready <= 0) {
            return std::nullopt;
        }
        const auto size = read(output.number(), chunk.data(), chunk.size());
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size <= 0) {
            return size == 0 ? std::optional(std::move(bytes)) : std::nullopt;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(size));
        if (bytes.size() > answer_bytes_max) {
            return std::nullopt;
        }
    }
}

// The answer tells by itself whether it is whole; a child that still does something is not needed.
void end_child(pid_t child) {
    kill(child, SIGKILL);
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
}

// Runs a child and returns what it wrote; nothing where it stopped or took too long.
std::optional<std::string> answer_to(const RequestHead& head, std::string_view file_name,
                                     std::string_view bytes, int seconds_max) {
    GK_ASSERT(program_can_be_child);
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw Fault("no pipe: " + std::generic_category().message(errno));
    }
    const Descriptor output(ends[0]);
    auto child_output = moved_up(Descriptor(ends[1]));
    auto input = request_file(head, file_name, bytes);
    const auto child = start_child(input, child_output);
    child_output.close_now();
    input.close_now();
    auto answer = answer_of(output, seconds_max);
    end_child(child);
    return answer;
}

}  // namespace

std::optional<int> run_as_child(int argc, const char* const* argv) {
    program_can_be_child = true;
    if (argc != 2 || std::string_view(argv[1]) != child_argument) {
        return std::nullopt;
    }
    try {
        return answer();
    } catch (const std::exception&) {
        return 1;  // The parent says what there is to say.
    }
}

Result<Document> read_in_child(std::string_view bytes, std::string_view file_name,
                               const ExtractLimits& limits) {
    RequestHead head;
    head.limits = limits;
    const auto answer = answer_to(head, file_name, bytes, limits.child_seconds_max);
    auto result = answer ? from_wire(*answer) : std::nullopt;
    if (!result) {
        return error(reader_stopped);
    }
    return std::move(*result);
}

Result<CleanFile> clean_in_child(std::string_view bytes, const CleanLimits& limits) {
    RequestHead head;
    head.work = Work::clean;
    head.clean_limits = limits;
    const auto answer = answer_to(head, {}, bytes, limits.child_seconds_max);
    auto result = answer ? clean_from_wire(*answer) : std::nullopt;
    if (!result) {
        return error(cleaner_stopped);
    }
    return std::move(*result);
}

}  // namespace gk::document
