#include "cli/run.hpp"

#include <exception>
#include <iostream>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/print_error.hpp"

namespace gk::cli {

namespace {

Exit show_help(const Invocation& invocation, Streams& streams) {
    if (invocation.command != nullptr) {
        streams.out << command_page(*invocation.command);
    } else {
        streams.out << overview_page(commands(), invocation.arguments.one("COMMAND").value_or(""));
    }
    return Exit::ok;
}

Exit dispatch(std::span<const std::string_view> words, Surroundings surroundings,
              Streams& streams) {
    auto parsed = parse(words, commands());
    if (!parsed) {
        return fail(parsed.error(), streams);
    }
    const auto& invocation = *parsed;
    if (invocation.wants_version) {
        streams.out << version_line() << '\n';
        return Exit::ok;
    }
    if (invocation.wants_help) {
        return show_help(invocation, streams);
    }
    if (invocation.command == nullptr) {
        streams.err << overview_page(commands());
        return Exit::unusable;
    }
    Context context(std::move(surroundings), invocation.config_file);
    return invocation.command->run(invocation.arguments, context, streams);
}

std::string account_name() {
    // Once, before there is a second thread.
    const auto* account = getpwuid(geteuid());  // NOLINT(concurrency-mt-unsafe)
    return account == nullptr ? fmt::format("uid{}", geteuid()) : account->pw_name;
}

Environment process_environment() {
    Environment variables;
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string_view line(*each);
        const auto equals = line.find('=');
        if (equals != std::string_view::npos) {
            variables.emplace(line.substr(0, equals), line.substr(equals + 1));
        }
    }
    return variables;
}

}  // namespace

int run(std::span<const std::string_view> words, Surroundings surroundings, Streams& streams) {
    try {
        return static_cast<int>(dispatch(words, std::move(surroundings), streams));
    } catch (const Bug& bug) {
        streams.err << fmt::format(
            "程序内部错误，操作没有完成，请把下面一行报告给维护人员：\n  {}\n", bug.what());
    } catch (const std::exception& fault) {
        streams.err << fmt::format("系统故障，操作没有完成：\n  {}\n", fault.what());
    }
    return static_cast<int>(Exit::unusable);
}

int run_process(int count, char** words) {
    const std::vector<std::string_view> typed(words + (count > 0 ? 1 : 0), words + count);
    const SystemClock clock;
    Streams streams{.out = std::cout, .err = std::cerr, .is_terminal = isatty(STDOUT_FILENO) == 1};
    return run(
        typed,
        {.clock = clock, .environment = process_environment(), .operator_name = account_name()},
        streams);
}

}  // namespace gk::cli
