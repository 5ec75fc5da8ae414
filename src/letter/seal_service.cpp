#include "letter/seal_service.hpp"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/store.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "document/extract.hpp"
#include "document/stored_file_store.hpp"
#include "letter/act.hpp"
#include "letter/errors.hpp"
#include "letter/store.hpp"

namespace gk::letter {

namespace {

constexpr std::size_t sealed_bytes_max = 32U << 20U;

// A file in memory.
class MemoryFile {
public:
    explicit MemoryFile(const char* name) : number_(memfd_create(name, MFD_CLOEXEC)) {
        if (number_ < 0) {
            throw Fault("no memory for a copy of the letter");
        }
    }

    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    ~MemoryFile() { close(number_); }

    [[nodiscard]] int number() const { return number_; }

    void fill(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto written = ::write(number_, bytes.data(), bytes.size());
            if (written <= 0) {
                throw Fault("no memory for a copy of the letter");
            }
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        lseek(number_, 0, SEEK_SET);
    }

    // Nothing where it holds too much.
    [[nodiscard]] std::optional<std::string> bytes() const {
        struct stat status = {};
        if (fstat(number_, &status) != 0 ||
            static_cast<std::size_t>(status.st_size) > sealed_bytes_max) {
            return std::nullopt;
        }
        std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
        const auto size = pread(number_, bytes.data(), bytes.size(), 0);
        return size == status.st_size ? std::optional(std::move(bytes)) : std::nullopt;
    }

private:
    int number_;
};

std::optional<pid_t> start(const SealCommand& command, const MemoryFile& input,
                           const MemoryFile& output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.number(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto words = command.words;
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int failed =
        posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? std::optional(child) : std::nullopt;
}

// Whether it ended well within the time; one that did not is ended.
bool ends_well(pid_t child, int seconds_max) {
    constexpr int ms_per_second = 1000;
    const auto handle = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
    pollfd waiting{handle, POLLIN, 0};
    const bool is_over = handle >= 0 && poll(&waiting, 1, seconds_max * ms_per_second) == 1;
    if (!is_over) {
        kill(child, SIGKILL);
    }
    if (handle >= 0) {
        close(handle);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return is_over && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string without_spaces(std::string_view utf8) {
    std::u32string kept;
    for (const auto c : text::decode(utf8)) {
        if (!text::is_space(c)) {
            kept += c;
        }
    }
    return text::encode(kept);
}

bool holds(std::string_view pdf, std::string_view number) {
    const auto read = document::extract_in_child(pdf, "sealed.pdf");
    if (!read || read->kind != document::FileKind::pdf) {
        return false;
    }
    std::string all;
    for (const auto& block : read->blocks) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block)) {
            all += without_spaces(paragraph->text);
        }
    }
    return all.find(without_spaces(number)) != std::string::npos;
}

}  // namespace

Result<std::string> sealed_pdf(const SealCommand& command, std::string_view pdf,
                               std::string_view number) {
    GK_ASSERT(command.is_set());
    const MemoryFile input("gongkai-letter");
    const MemoryFile output("gongkai-sealed");
    input.fill(pdf);
    const auto child = start(command, input, output);
    if (!child) {
        return error(seal_failed, "程序无法启动");
    }
    if (!ends_well(*child, command.seconds_max)) {
        return error(seal_failed, "程序出错或者超时");
    }
    auto sealed = output.bytes();
    if (!sealed || !holds(*sealed, number)) {
        return error(seal_failed, "返回的不是这份文书的PDF");
    }
    return *std::move(sealed);
}

Result<Letter> keep_sealed_copy(store::Transaction& transaction, const LetterReference& reference,
                                const document::PlacedFile& placed, const people::Actor& actor,
                                Moment now) {
    GK_TRY(auto letter, load_for(transaction, reference, actor));
    const auto needed = permission_of(LetterAction::sign_off, letter.kind);
    if (!actor.may(needed, letter.agency)) {
        return error(not_permitted, people::label(needed));
    }
    if (letter.status != LetterStatus::signed_off) {
        return error(not_signed, label(letter.status));
    }
    letter.sealed_file = document::insert_stored_file(transaction,
                                                      {.agency = letter.agency,
                                                       .kind = document::MediaKind::pdf,
                                                       .given_name = *letter.number,
                                                       .placed = placed},
                                                      now)
                             .id;
    update_sealed_file(transaction, letter);
    ++letter.version;
    audit::append(transaction, {.at = now,
                                .actor = actor.trail_name(needed, letter.agency),
                                .act = "letter.seal",
                                .object_kind = "letter",
                                .object_id = letter.public_id,
                                .agency = letter.agency.value,
                                .details = {{"sha256", placed.sha256}}});
    return letter;
}

}  // namespace gk::letter
