// retention run: deletes the personal data that has served its purpose.
#include <ostream>

#include <fmt/format.h>

#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/print_error.hpp"
#include "cli/retention_periods.hpp"
#include "people/key_ring.hpp"
#include "retention/retention_service.hpp"

namespace gk::cli {

retention::RetentionPeriods retention_periods(const Config& config) {
    const auto unless_zero = [](int value) {
        return value > 0 ? std::optional(value) : std::nullopt;
    };
    return {.identity_days = unless_zero(config.retention.identity_days),
            .case_years = unless_zero(config.retention.case_years)};
}

namespace {

Result<retention::RetentionRun> run(Context& context) {
    GK_TRY(const auto* loaded, context.config());
    GK_TRY(auto* database, context.database());
    GK_TRY(const auto keys, context.keys_folder());
    GK_TRY(const auto ring, people::load_key_ring(keys));
    const document::FileStore files(document::files_folder(loaded->values.data.folder), ring);
    return retention::run_retention(
        {.database = *database, .files = files, .periods = retention_periods(loaded->values)},
        people::operator_named(context.actor()), context.clock().now());
}

Exit run_run(const Arguments& /*arguments*/, Context& context, Streams& streams) {
    const auto done = run(context);
    if (!done) {
        return fail(done.error(), streams);
    }
    streams.out << fmt::format(
        "删除到期的申请表{}份、没有用上的上传文件{}个；删除身份证明、授权委托书{}个；"
        "删除申请人信息{}条、第三方信息{}条、复议和诉讼当事人信息{}条、申请人提交的其他文件{}"
        "个。\n",
        done->forms, done->waiting_files, done->identity_files, done->applicants,
        done->third_parties, done->claimants, done->files);
    for (const auto& [record, count] : done->records) {
        streams.out << fmt::format("删除{}{}条（保存{}天）。\n", people::label(record), count,
                                   people::kept_for(record).count());
    }
    return Exit::ok;
}

constexpr Command rows[] = {
    {.name = "retention run",
     .summary = "删除超过保存期限的个人信息",
     .description =
         "删除到期没有提交的申请表和到期的回执，上传后30天没有用上的文件；办结满 "
         "retention.identity_days 天的案件，删除身份证明和授权委托书；办结满 retention.case_years "
         "年的案件，删除申请人、代理人、第三方、复议和诉讼当事人的姓名、证件号码、联系方式和申请人"
         "提交的文件，案件、统计和审计记录保留（个人信息保护法第四十七条，条例第四十五条）；"
         "有复议、诉讼的，从复议、诉讼结束起算；"
         "删除到期的登录日志、会话和一次性链接。serve 每天自动运行一次；可以随时重复。",
     .positionals = {},
     .options = {},
     .permission = people::Permission::operate,
     .run = run_run},
};

}  // namespace

std::span<const Command> retention_commands() {
    return rows;
}

}  // namespace gk::cli
