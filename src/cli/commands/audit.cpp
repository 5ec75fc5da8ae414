// audit verify, audit checkpoint: whether the trail is what was written, and a signed note of it.
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "audit/service.hpp"
#include "cli/command_groups.hpp"
#include "cli/commands/json_values.hpp"
#include "cli/context.hpp"
#include "cli/file_argument.hpp"

namespace gk::cli {

namespace {

constexpr std::string_view checkpoint_option = "--checkpoint";
constexpr std::string_view output_option = "--output";

void print_as_json(const audit::AuditVerification& found, std::ostream& out) {
    boost::json::array breaches;
    for (const auto& breach : found.breaches) {
        breaches.push_back({{"sequence", breach.sequence}, {"kind", audit::key(breach.kind)}});
    }
    print_json({{"is_intact", found.is_intact()},
                {"entry_count", found.entry_count},
                {"head", {{"entry_count", found.head.entry_count}, {"hash", found.head.hash}}},
                {"breach_count", found.breach_count},
                {"breaches", std::move(breaches)}},
               out);
}

void print_in_words(const audit::AuditVerification& found, std::ostream& out) {
    if (found.is_intact()) {
        out << fmt::format("审计记录完好，共{}条。\n最后一条的摘要：{}\n", found.entry_count,
                           found.head.hash);
        return;
    }
    out << fmt::format("审计记录有{}处不符，共读到{}条。\n", found.breach_count, found.entry_count);
    for (const auto& breach : found.breaches) {
        out << fmt::format("  第{}条：{}。\n", breach.sequence, audit::description(breach.kind));
    }
    if (found.breach_count > static_cast<std::int64_t>(found.breaches.size())) {
        out << "  其余各处从略。\n";
    }
}

Result<audit::AuditVerification> verify(const Arguments& arguments, Context& context) {
    GK_TRY(auto* database, context.database());
    const auto file = arguments.one(checkpoint_option);
    if (!file) {
        return audit::verify(*database);
    }
    GK_TRY(const auto text, read_file_argument(*file));
    GK_TRY(const auto keys, context.keys_folder());
    return audit::verify(*database, text, keys);
}

Exit run_verify(const Arguments& arguments, Context& context, Streams& streams) {
    const auto found = verify(arguments, context);
    if (!found) {
        return fail(found.error(), arguments, streams);
    }
    if (arguments.has(json_option.name)) {
        print_as_json(*found, streams.out);
    } else {
        print_in_words(*found, streams.out);
    }
    return found->is_intact() ? Exit::ok : Exit::failed;
}

Result<audit::SignedCheckpoint> checkpoint(const std::string& output, Context& context) {
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(auto made, audit::make_checkpoint(*database, keys, context.clock().now()));
    GK_CHECK(write_file_argument(output, made.json));
    return made;
}

Exit run_checkpoint(const Arguments& arguments, Context& context, Streams& streams) {
    const auto output = *arguments.one(output_option);
    const auto made = checkpoint(output, context);
    if (!made) {
        return fail(made.error(), arguments, streams);
    }
    streams.out << fmt::format(
        "已导出检查点 {}：第{}条，摘要 "
        "{}。\n签名公钥指纹：{}\n请把文件和指纹交由审计管理员另处保存，"
        "以后用“gongkai audit verify --checkpoint 文件”核对。\n",
        output, made->checkpoint.sequence, made->checkpoint.hash, made->fingerprint);
    return Exit::ok;
}

constexpr Option verify_options[] = {
    {.name = checkpoint_option,
     .takes = Takes::one,
     .value_name = "FILE",
     .help = "同时与以前导出的检查点核对。"},
    json_option,
};

constexpr Option checkpoint_options[] = {
    {.name = output_option,
     .takes = Takes::one,
     .value_name = "FILE",
     .help = "写入的文件；已有同名文件时不覆盖。",
     .is_required = true},
};

constexpr Command rows[] = {
    {.name = "audit verify",
     .summary = "核对审计记录有没有被改动、删除或调换",
     .description = "从头逐条核对 SM3 哈希链和登记的条数。有一处不符时退出状态为 1。\n\n"
                    "能改写整个数据库的人也能重造整条链，所以应当定期导出检查点、另处保存，"
                    "并用 --checkpoint 核对。",
     .positionals = {},
     .options = verify_options,
     .permission = people::Permission::operate,
     .run = run_verify},
    {.name = "audit checkpoint",
     .summary = "导出审计记录当前状态的签名检查点",
     .description = "检查点记下条数、最后一条的摘要和时间，用数据目录 keys 中的 SM2 密钥签名；"
                    "密钥在第一次使用时生成。",
     .positionals = {},
     .options = checkpoint_options,
     .permission = people::Permission::operate,
     .run = run_checkpoint},
};

}  // namespace

std::span<const Command> audit_commands() {
    return rows;
}

}  // namespace gk::cli
