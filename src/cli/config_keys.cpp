#include "cli/config_keys.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace gk::cli {

namespace {

constexpr ConfigSection sections[] = {
    {"server", "网页服务"},
    {"data", "数据目录"},
    {"database", "数据库"},
    {"site", "网站和主办单位"},
    {"sign_in", "工作人员登录"},
    {"identity", "统一身份认证（OpenID Connect）"},
    {"calendar", "工作日历"},
    {"fonts", "字体"},
    {"seal", "电子印章"},
    {"notify", "提醒、邮件和短信"},
    {"retention", "个人信息的保存期限"},
    {"log", "日志"},
};

template <auto section, auto member>
Slot slot(Config& config) {
    return &((config.*section).*member);
}

constexpr ConfigKey keys[] = {
    {.section = "server",
     .name = "address",
     .slot = slot<&Config::server, &ServerConfig::address>,
     .help = "监听的地址。只在本机使用写 127.0.0.1；所有网卡写 0.0.0.0。"},
    {.section = "server",
     .name = "port",
     .slot = slot<&Config::server, &ServerConfig::port>,
     .help = "监听的端口；0 表示由系统选一个空闲的。",
     .min = 0,
     .max = 65535},
    {.section = "server",
     .name = "io_threads",
     .slot = slot<&Config::server, &ServerConfig::io_threads>,
     .help = "收发数据的线程数；0 表示与处理器个数相同。",
     .min = 0,
     .max = 256},
    {.section = "server",
     .name = "workers",
     .slot = slot<&Config::server, &ServerConfig::workers>,
     .help = "处理请求的线程数；0 表示处理器个数的两倍，并且多于同时计算和等候计算的登录密码。",
     .min = 0,
     .max = 256},
    {.section = "server",
     .name = "queued_max",
     .slot = slot<&Config::server, &ServerConfig::queued_max>,
     .help = "排队等候处理的请求上限，超出的请访问者稍后再试。",
     .min = 1,
     .max = 100000},
    {.section = "server",
     .name = "connections_max",
     .slot = slot<&Config::server, &ServerConfig::connections_max>,
     .help = "同时打开的连接上限。",
     .min = 16,
     .max = 100000},
    {.section = "server",
     .name = "connections_per_client_max",
     .slot = slot<&Config::server, &ServerConfig::connections_per_client_max>,
     .help = "同一个访问者地址同时打开的连接上限；可信的反向代理不受限制。",
     .min = 1,
     .max = 100000},
    {.section = "server",
     .name = "body_memory_mb",
     .slot = slot<&Config::server, &ServerConfig::body_memory_mb>,
     .help = "正在上传的内容合计占用的内存上限（MB），超出的请访问者稍后再试。",
     .min = 16,
     .max = 65536},
    {.section = "server",
     .name = "trusted_proxies",
     .slot = slot<&Config::server, &ServerConfig::trusted_proxies>,
     .help = "可信的反向代理的地址或网段，只采信它们转来的访问者地址。"},
    {.section = "server",
     .name = "drain_seconds_max",
     .slot = slot<&Config::server, &ServerConfig::drain_seconds_max>,
     .help = "停止服务时，等待正在处理的请求的最长秒数。",
     .min = 0,
     .max = 600},
    {.section = "data",
     .name = "folder",
     .slot = slot<&Config::data, &DataConfig::folder>,
     .help =
         "数据库、文件、密钥和备份所在的目录；写在配置文件里的相对路径从配置文件所在目录算起。"},
    {.section = "database",
     .name = "url",
     .slot = slot<&Config::database, &DatabaseConfig::url>,
     .help =
         "留空时使用数据目录里的 SQLite 文件 gongkai.db；PostgreSQL 写 postgres:// 开头的地址。",
     .is_secret = true},
    {.section = "database",
     .name = "connections_max",
     .slot = slot<&Config::database, &DatabaseConfig::connections_max>,
     .help = "同时使用的数据库连接上限。",
     .min = 1,
     .max = 200},
    {.section = "site",
     .name = "agency",
     .slot = slot<&Config::site, &SiteConfig::agency>,
     .help = "本网站所属行政机关的代码，与 --agency 相同；留空时取库中唯一的机关。"},
    {.section = "site",
     .name = "name",
     .slot = slot<&Config::site, &SiteConfig::name>,
     .help = "网站名称。"},
    {.section = "site",
     .name = "domain",
     .slot = slot<&Config::site, &SiteConfig::domain>,
     .help = "网站域名。"},
    {.section = "site",
     .name = "code",
     .slot = slot<&Config::site, &SiteConfig::code>,
     .help = "政府网站标识码。"},
    {.section = "site",
     .name = "icp_record",
     .slot = slot<&Config::site, &SiteConfig::icp_record>,
     .help = "ICP 备案号。"},
    {.section = "site",
     .name = "police_record",
     .slot = slot<&Config::site, &SiteConfig::police_record>,
     .help = "公安备案号。"},
    {.section = "site",
     .name = "parent_name",
     .slot = slot<&Config::site, &SiteConfig::parent_name>,
     .help = "本站作为栏目所属的上级政府网站的名称。"},
    {.section = "site",
     .name = "parent_url",
     .slot = slot<&Config::site, &SiteConfig::parent_url>,
     .help = "上级政府网站的网址。"},
    {.section = "site",
     .name = "office_name",
     .slot = slot<&Config::site, &SiteConfig::office_name>,
     .help = "政府信息公开工作机构的名称。"},
    {.section = "site",
     .name = "office_address",
     .slot = slot<&Config::site, &SiteConfig::office_address>,
     .help = "工作机构的办公地址。"},
    {.section = "site",
     .name = "office_postcode",
     .slot = slot<&Config::site, &SiteConfig::office_postcode>,
     .help = "工作机构的邮政编码。"},
    {.section = "site",
     .name = "office_hours",
     .slot = slot<&Config::site, &SiteConfig::office_hours>,
     .help = "工作机构的办公时间。"},
    {.section = "site",
     .name = "office_telephone",
     .slot = slot<&Config::site, &SiteConfig::office_telephone>,
     .help = "工作机构的联系电话。"},
    {.section = "site",
     .name = "office_fax",
     .slot = slot<&Config::site, &SiteConfig::office_fax>,
     .help = "工作机构的传真号码。"},
    {.section = "site",
     .name = "office_internet",
     .slot = slot<&Config::site, &SiteConfig::office_internet>,
     .help = "工作机构的互联网联系方式：电子邮箱或网页。"},
    {.section = "site",
     .name = "demo_note",
     .slot = slot<&Config::site, &SiteConfig::demo_note>,
     .help = "演示网站在每一页顶上的说明；真实网站留空。"},
    {.section = "sign_in",
     .name = "password_length_min",
     .slot = slot<&Config::sign_in, &SignInConfig::password_length_min>,
     .help = "密码最少的字符数。",
     .min = 8,
     .max = 64},
    {.section = "sign_in",
     .name = "password_classes_min",
     .slot = slot<&Config::sign_in, &SignInConfig::password_classes_min>,
     .help = "密码至少包含小写字母、大写字母、数字、其他符号中的几类。",
     .min = 1,
     .max = 4},
    {.section = "sign_in",
     .name = "password_history",
     .slot = slot<&Config::sign_in, &SignInConfig::password_history>,
     .help = "新密码不得与最近几次用过的相同；0 表示不查。",
     .min = 0,
     .max = 24},
    {.section = "sign_in",
     .name = "password_age_days_max",
     .slot = slot<&Config::sign_in, &SignInConfig::password_age_days_max>,
     .help = "密码最长使用的天数，到期须更换；0 表示不限。",
     .min = 0,
     .max = 3650},
    {.section = "sign_in",
     .name = "idle_minutes_max",
     .slot = slot<&Config::sign_in, &SignInConfig::idle_minutes_max>,
     .help = "无操作多少分钟后自动退出。",
     .min = 1,
     .max = 1440},
    {.section = "sign_in",
     .name = "session_hours_max",
     .slot = slot<&Config::sign_in, &SignInConfig::session_hours_max>,
     .help = "一次登录最长的小时数。",
     .min = 1,
     .max = 168},
    {.section = "sign_in",
     .name = "link_hours_max",
     .slot = slot<&Config::sign_in, &SignInConfig::link_hours_max>,
     .help = "设置密码的一次性链接的有效小时数。",
     .min = 1,
     .max = 168},
    {.section = "sign_in",
     .name = "hashings_at_once",
     .slot = slot<&Config::sign_in, &SignInConfig::hashings_at_once>,
     .help = "同时校验几个密码，每个占用 64 MB 内存；排不上的请稍后再试。",
     .min = 1,
     .max = 16},
    {.section = "identity",
     .name = "issuer",
     .slot = slot<&Config::identity, &IdentityConfig::issuer>,
     .help = "身份服务的地址，例如 https://id.example.cn；留空时不启用。"},
    {.section = "identity",
     .name = "client_id",
     .slot = slot<&Config::identity, &IdentityConfig::client_id>,
     .help = "本系统在身份服务登记的客户端编号。"},
    {.section = "identity",
     .name = "client_secret",
     .slot = slot<&Config::identity, &IdentityConfig::client_secret>,
     .help = "客户端密钥。",
     .is_secret = true},
    {.section = "identity",
     .name = "return_url",
     .slot = slot<&Config::identity, &IdentityConfig::return_url>,
     .help = "登录后返回的地址，与身份服务的登记一致：网站地址加 /office/identity/return。"},
    {.section = "calendar",
     .name = "folder",
     .slot = slot<&Config::calendar, &CalendarConfig::folder>,
     .help = "另加工作日历（新年度通知、民族自治地方节假日）的目录；留空时只用程序自带的。"},
    {.section = "fonts",
     .name = "folder",
     .slot = slot<&Config::fonts, &FontsConfig::folder>,
     .help = "导出 PDF 时另加字体（例如仿宋）的目录；留空时只用系统字体。"},
    {.section = "seal",
     .name = "command",
     .slot = slot<&Config::seal, &SealConfig::command>,
     .help =
         "盖章的程序和参数：从标准输入读签发的PDF，向标准输出写盖章后的PDF；留空不用电子印章。"},
    {.section = "notify",
     .name = "mail_url",
     .slot = slot<&Config::notify, &NotifyConfig::mail_url>,
     .help = "发邮件的服务器，例如 smtps://mail.example.org；留空不发邮件。"},
    {.section = "notify",
     .name = "mail_from",
     .slot = slot<&Config::notify, &NotifyConfig::mail_from>,
     .help = "发件人的邮箱地址。"},
    {.section = "notify",
     .name = "mail_user",
     .slot = slot<&Config::notify, &NotifyConfig::mail_user>,
     .help = "登录邮件服务器的用户名；不需要登录时留空。"},
    {.section = "notify",
     .name = "mail_password",
     .slot = slot<&Config::notify, &NotifyConfig::mail_password>,
     .help = "登录邮件服务器的密码；有密码时只在加密的连接上发送。",
     .is_secret = true},
    {.section = "notify",
     .name = "webhook_url",
     .slot = slot<&Config::notify, &NotifyConfig::webhook_url>,
     .help = "代发短信和微信的服务的地址，用 POST 发送 JSON；留空不发短信和微信。",
     .is_secret = true},
    {.section = "notify",
     .name = "webhook_secret",
     .slot = slot<&Config::notify, &NotifyConfig::webhook_secret>,
     .help = "与代发服务约定的密钥，用来对发送的内容签名（HMAC-SM3）。",
     .is_secret = true},
    {.section = "notify",
     .name = "pause_seconds",
     .slot = slot<&Config::notify, &NotifyConfig::pause_seconds>,
     .help = "运行 serve 时，每隔多少秒检查一次到期的提醒和待发的邮件、短信；0 表示不在 serve "
             "中运行，改用“gongkai notify run”。",
     .min = 0,
     .max = 3600},
    {.section = "retention",
     .name = "form_days",
     .slot = slot<&Config::retention, &RetentionConfig::form_days>,
     .help = "没有提交的申请表在最后一次改动后、回执在提交后保存的天数。",
     .min = 1,
     .max = 365},
    {.section = "retention",
     .name = "identity_days",
     .slot = slot<&Config::retention, &RetentionConfig::identity_days>,
     .help =
         "身份证明、授权委托书在案件办结后保存的天数，应当长于申请行政复议（60日）和提起行政诉讼"
         "（6个月）的期限；0 表示与申请人信息一起删除。",
     .min = 0,
     .max = 3650},
    {.section = "retention",
     .name = "case_years",
     .slot = slot<&Config::retention, &RetentionConfig::case_years>,
     .help = "申请人信息在案件办结后保存的年数，按机关档案的保管期限填写；0 表示不删除。",
     .min = 0,
     .max = 100},
    {.section = "log",
     .name = "level",
     .slot = slot<&Config::log, &LogConfig::level>,
     .help = "记录到哪一级为止。"},
};

std::string toml_text(std::string_view text) {
    std::string literal = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            literal += '\\';
            literal += c;
        } else if (c >= 0 && c < ' ') {
            literal += fmt::format("\\u{:04X}", static_cast<int>(c));
        } else {
            literal += c;
        }
    }
    return literal + '"';
}

struct ToToml {
    std::string operator()(const std::string* value) const { return toml_text(*value); }

    std::string operator()(const int* value) const { return fmt::format("{}", *value); }

    std::string operator()(const std::filesystem::path* value) const {
        return toml_text(value->string());
    }

    std::string operator()(const log::Level* value) const {
        return toml_text(log_level_names()[static_cast<std::size_t>(*value)]);
    }

    std::string operator()(const std::vector<std::string>* value) const {
        std::vector<std::string> items;
        std::ranges::transform(*value, std::back_inserter(items), toml_text);
        return fmt::format("[{}]", fmt::join(items, ", "));
    }
};

struct InWords {
    const ConfigKey& key;

    std::string operator()(const std::string*) const { return "文字"; }

    std::string operator()(const int*) const {
        return fmt::format("整数，{} 至 {}", key.min, key.max);
    }

    std::string operator()(const std::filesystem::path*) const { return "路径"; }

    std::string operator()(const std::vector<std::string>*) const { return "文字的列表"; }

    std::string operator()(const log::Level*) const {
        return fmt::format("{} 之一", fmt::join(log_level_names(), "、"));
    }
};

}  // namespace

std::span<const std::string_view> log_level_names() {
    static constexpr std::string_view names[] = {"debug", "info", "warning", "error"};
    return names;
}

std::span<const ConfigSection> config_sections() {
    return sections;
}

std::span<const ConfigKey> config_keys() {
    return keys;
}

std::string dotted_name(const ConfigKey& key) {
    return fmt::format("{}.{}", key.section, key.name);
}

std::string variable_name(const ConfigKey& key) {
    auto name = fmt::format("GONGKAI_{}_{}", key.section, key.name);
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return name;
}

std::string type_in_words(const ConfigKey& key) {
    Config any;
    return std::visit(InWords{key}, key.slot(any));
}

std::string value_as_toml(const ConfigKey& key, Config& config) {
    return std::visit(ToToml{}, key.slot(config));
}

}  // namespace gk::cli
