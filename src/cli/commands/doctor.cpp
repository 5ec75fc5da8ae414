// doctor: whether this machine is ready to serve, and what to do where it is not.
#include <filesystem>
#include <ostream>

#include <fmt/format.h>
#include <unistd.h>

#include "audit/service.hpp"
#include "base/assert.hpp"
#include "calendar/live_calendar_service.hpp"
#include "calendar/load.hpp"
#include "cli/command_groups.hpp"
#include "cli/context.hpp"
#include "cli/operation_findings.hpp"
#include "people/key_ring.hpp"
#include "store/database.hpp"
#include "store/migration.hpp"

namespace gk::cli {

namespace {

namespace fs = std::filesystem;

using State = FindingState;

constexpr std::uintmax_t free_bytes_wanted = 1024ULL * 1024 * 1024;

void add_error(Findings& findings, std::string_view subject, const Error& error) {
    for (const auto& problem : error.problems()) {
        findings.push_back({State::broken, subject, problem.message, problem.hint});
    }
}

// The folder, or where it does not exist yet the one that it will be made in.
fs::path existing_part(fs::path folder) {
    folder = fs::absolute(folder);
    while (!fs::exists(folder)) {
        folder = folder.parent_path();
    }
    return folder;
}

void look_at_data_folder(const Config& config, Findings& findings) {
    const auto& folder = config.data.folder;
    const auto existing = existing_part(folder);
    if (access(existing.c_str(), W_OK | X_OK) != 0) {
        findings.push_back({State::broken, "数据目录",
                            fmt::format("{} 不能写入。", existing.string()),
                            "用启动服务的用户运行，或把目录的所有者改为该用户。"});
        return;
    }
    const bool is_there = fs::is_directory(folder);
    findings.push_back({State::fine, "数据目录",
                        fmt::format("{}，{}。", fs::absolute(folder).lexically_normal().string(),
                                    is_there ? "可写" : "使用时自动建立")});
    const auto free_bytes = fs::space(existing).available;
    const auto text = fmt::format("还有 {} MB。", free_bytes / (1024ULL * 1024));
    if (free_bytes < free_bytes_wanted) {
        findings.push_back({State::attention, "磁盘空间", text, "腾出空间；写满后不能再登记。"});
    } else {
        findings.push_back({State::fine, "磁盘空间", text});
    }
}

// Whether it is the schema of this program.
bool look_at_schema(store::Database& database, Findings& findings) {
    const auto status = store::migration_status(database);
    if (!status) {
        add_error(findings, "数据库结构", status.error());
        return false;
    }
    std::size_t missing = 0;
    for (const auto& each : *status) {
        missing += each.applied_at ? 0 : 1;
    }
    if (missing > 0) {
        findings.push_back({State::attention, "数据库结构",
                            fmt::format("还差 {} 步升级。", missing),
                            "运行“gongkai migrate up”。"});
    } else {
        findings.push_back({State::fine, "数据库结构", "与程序相符。"});
    }
    return missing == 0;
}

void look_at_calendar(const Config& config, store::Database* database, Date today,
                      Findings& findings) {
    const auto& folder = config.calendar.folder;
    const auto extra = folder.empty() ? std::nullopt : std::optional(folder);
    const auto calendar =
        database == nullptr ? calendar::load(extra) : calendar::load_with(*database, extra);
    if (!calendar) {
        add_error(findings, "工作日历", calendar.error());
        return;
    }
    // The circular for a year comes in the autumn of the year before.
    constexpr unsigned month_of_the_circular = 11;
    const int year = today.year() + (today.month() > month_of_the_circular ? 1 : 0);
    if (calendar->covers(year)) {
        findings.push_back({State::fine, "工作日历", fmt::format("已有{}年的放假安排。", year)});
    } else {
        findings.push_back(
            {State::attention, "工作日历",
             fmt::format("还没有{}年的放假安排，跨入该年的期限只能暂按周末推算。", year),
             "放假通知公布后，在工作台“工作日历”或者用“gongkai calendar load”载入。"});
    }
}

// Returns the database where it can be worked with.
store::Database* look_at_database(Context& context, Findings& findings) {
    try {
        const auto database = context.database_of_any_schema();
        if (!database) {
            add_error(findings, "数据库", database.error());
            return nullptr;
        }
        const bool is_sqlite = (*database)->dialect() == store::Dialect::sqlite;
        findings.push_back(
            {State::fine, "数据库", is_sqlite ? "SQLite，可以打开。" : "PostgreSQL，可以连接。"});
        const bool is_current = look_at_schema(**database, findings);
        look_at_backups(**database, context.clock().now(), findings);
        if (is_current) {
            look_at_daily_rounds(**database, context.clock().now(), findings);
            return *database;
        }
    } catch (const Fault& fault) {
        findings.push_back({State::broken, "数据库", fmt::format("打不开：{}", fault.what()),
                            "检查 database.url 和数据目录。"});
    }
    return nullptr;
}

// Without a proxy that says so, a request came without TLS.
void look_at_sign_in(const Config& config, Findings& findings) {
    if (config.server.trusted_proxies.empty()) {
        findings.push_back(
            {State::attention, "工作人员登录",
             "没有可信的反向代理：登录不经 TLS，会话 Cookie 用不受约束的名称 gongkai。",
             "在可信的内部网络之外使用时，按 packaging/nginx 配置 HTTPS 代理，"
             "并写入 server.trusted_proxies。"});
    } else {
        findings.push_back({State::fine, "工作人员登录",
                            "经可信的反向代理；TLS 下会话 Cookie 用 __Host-gongkai。"});
    }
}

void look_at_personal_keys(const fs::path& keys, Findings& findings) {
    constexpr std::string_view subject = "个人信息密钥";
    const auto ring = people::load_key_ring(keys);
    if (!ring && ring.error().kind() == ErrorKind::not_found) {
        findings.push_back({State::attention, subject, "没有，不能保存申请人的个人信息。",
                            "首次使用时运行“gongkai keys create”；以前建立过的，从备份恢复。"});
    } else if (!ring) {
        add_error(findings, subject, ring.error());
    } else if (ring->is_rotating) {
        findings.push_back({State::attention, subject, "更换没有完成，部分记录还用旧密钥。",
                            "再次运行“gongkai keys rotate”。"});
    } else {
        findings.push_back(
            {State::fine, subject, fmt::format("现用第{}号。", ring->seal_key().number)});
    }
}

void look_at_signing_key(const fs::path& keys, Findings& findings) {
    constexpr std::string_view subject = "审计签名密钥";
    switch (audit::signing_key_state(keys)) {
        case PrivateFileState::missing:
            findings.push_back({State::fine, subject, "第一次导出检查点时生成。"});
            return;
        case PrivateFileState::exposed:
            findings.push_back({State::broken, subject, "可被其他用户读写。",
                                fmt::format("查明是否泄露，再运行“chmod 600 {}”。",
                                            audit::signing_key_file(keys).string())});
            return;
        case PrivateFileState::fine:
            findings.push_back({State::fine, subject, "只有所有者可读。"});
            return;
    }
}

void look_at_keys(const fs::path& keys, Findings& findings) {
    try {
        look_at_personal_keys(keys, findings);
        look_at_signing_key(keys, findings);
    } catch (const Fault& fault) {
        findings.push_back({State::broken, "密钥", fmt::format("读不出：{}", fault.what()),
                            "检查 keys 目录的所有者和权限。"});
    }
}

Exit run_doctor(const Arguments& arguments, Context& context, Streams& streams) {
    Findings findings;
    const auto config = context.config();
    if (config) {
        const auto& file = (*config)->file;
        findings.push_back({State::fine, "配置", file ? file->string() + "。" : "全部取默认值。"});
        look_at_data_folder((*config)->values, findings);
        look_at_modes((*config)->values.data.folder, findings);
        auto* const database = look_at_database(context, findings);
        look_at_sign_in((*config)->values, findings);
        look_at_keys((*config)->values.data.folder / "keys", findings);
        look_at_calendar((*config)->values, database, context.clock().today(), findings);
        if (const auto url = arguments.one("--url")) {
            look_at_url(*url, arguments.one("--ca-file"), findings);
        }
    } else {
        add_error(findings, "配置", config.error());
    }
    auto exit = Exit::ok;
    for (const auto& finding : findings) {
        streams.out << fmt::format("{}  {}：{}\n", label(finding.state), finding.subject,
                                   finding.text);
        if (!finding.hint.empty()) {
            streams.out << fmt::format("      办法：{}\n", finding.hint);
        }
        if (finding.state == State::broken) {
            exit = Exit::failed;
        }
    }
    return exit;
}

constexpr Option options[] = {
    {.name = "--url",
     .takes = Takes::one,
     .value_name = "URL",
     .help = "从外面打开网站的地址，例如 https://www.example.gov.cn：另查证书和 HSTS。"},
    {.name = "--ca-file",
     .takes = Takes::one,
     .value_name = "FILE",
     .help = "核对证书用的根证书；不写用系统的。"}};

constexpr Command rows[] = {
    {.name = "doctor",
     .summary = "检查本机是否具备运行条件",
     .description = "逐项检查配置、数据目录、磁盘空间、数据库、数据库结构、备份、每日处理、密钥、"
                    "工作日历和工作人员登录，有一项“有误”时退出状态为 1。各行的意思见操作手册。",
     .positionals = {},
     .options = options,
     .permission = people::Permission::operate,
     .run = run_doctor},
};

}  // namespace

std::span<const Command> doctor_commands() {
    return rows;
}

}  // namespace gk::cli
