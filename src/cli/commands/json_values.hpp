// What several commands write with --json.
#pragma once

#include <boost/json/fwd.hpp>

#include "base/problem.hpp"
#include "cli/command.hpp"

namespace gk::cli {

// {"instrument":"regulation-2019","article":33,"paragraph":2,"text":"《…》第三十三条第二款"}, as
// deep as the citation goes; null for an empty one.
[[nodiscard]] boost::json::value json_value(const Citation& citation);

// {"kind":"refused","problems":[{"code":…,"field":…,"message":…,"hint":…,"basis":…}]}
[[nodiscard]] boost::json::value json_value(const Error& error);

// One object on a line of its own.
void print_json(const boost::json::value& value, std::ostream& out);

// The end of a command that gives no answer: with --json the problems as JSON, otherwise in words,
// both to the error stream.
[[nodiscard]] Exit fail(const Error& error, const Arguments& arguments, Streams& streams);

// --json, as every command has it that prints JSON.
inline constexpr Option json_option{
    .name = "--json", .takes = Takes::nothing, .value_name = {}, .help = "输出 JSON，供程序使用。"};

}  // namespace gk::cli
