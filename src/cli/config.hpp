// What the operator may set, with the default of each. The table in config_keys.hpp says what it
// means and where it may lie; docs/generated/config.md is made from both.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/log.hpp"

namespace gk::cli {

struct ServerConfig {
    std::string address = "127.0.0.1";
    int port = 8080;
    int io_threads = 0;  // 0: one for each processor.
    int workers = 0;     // 0: two for each processor, and more than wait for a password.
    int queued_max = 256;
    int connections_max = 4096;
    int connections_per_client_max = 100;
    int body_memory_mb = 256;
    std::vector<std::string> trusted_proxies;
    int drain_seconds_max = 20;
};

struct DataConfig {
    std::filesystem::path folder = "var";
};

struct DatabaseConfig {
    std::string url;  // Empty: gongkai.db in the data folder.
    int connections_max = 8;
};

// The agency whose site this is, and how to reach its disclosure office.
struct SiteConfig {
    std::string agency;
    std::string name;
    std::string domain;
    std::string code;
    std::string icp_record;
    std::string police_record;
    std::string parent_name;
    std::string parent_url;
    std::string office_name;
    std::string office_address;
    std::string office_postcode;
    std::string office_hours;
    std::string office_telephone;
    std::string office_fax;
    std::string office_internet;
    std::string demo_note;  // Empty: the data are real.
};

// Of the workbench: passwords and sessions.
struct SignInConfig {
    int password_length_min = 10;
    int password_classes_min = 3;
    int password_history = 5;
    int password_age_days_max = 90;
    int idle_minutes_max = 30;
    int session_hours_max = 12;
    int link_hours_max = 24;
    int hashings_at_once = 1;
};

// An identity service (OpenID Connect) through which people may sign in.
struct IdentityConfig {
    std::string issuer;  // Empty: none.
    std::string client_id;
    std::string client_secret;
    std::string return_url;
};

struct CalendarConfig {
    std::filesystem::path folder;  // Empty: only the calendars that the program brings.
};

struct FontsConfig {
    std::filesystem::path folder;  // Empty: the fonts of the system.
};

// An external seal service: off until a program is named.
struct SealConfig {
    std::vector<std::string> command;
};

// Mail by SMTP and short messages by a webhook: off until an address is set.
struct NotifyConfig {
    std::string mail_url;
    std::string mail_from;
    std::string mail_user;
    std::string mail_password;
    std::string webhook_url;
    std::string webhook_secret;
    int pause_seconds = 60;
};

// How long personal data is kept.
struct RetentionConfig {
    int form_days = 30;  // A started form after its last change, and a receipt.
    // Proof of identity and authority, after the case was concluded: as long as one may go to
    // reconsideration (60 days) or to court (six months). 0: as long as the applicant.
    int identity_days = 190;
    int case_years = 10;  // Who an applicant is, after the case was concluded; 0: for good.
};

// "debug", "info", "warning", "error": in the order of log::Level.
[[nodiscard]] std::span<const std::string_view> log_level_names();

struct LogConfig {
    log::Level level = log::Level::info;
};

struct Config {
    ServerConfig server;
    DataConfig data;
    DatabaseConfig database;
    SiteConfig site;
    SignInConfig sign_in;
    IdentityConfig identity;
    CalendarConfig calendar;
    FontsConfig fonts;
    SealConfig seal;
    NotifyConfig notify;
    RetentionConfig retention;
    LogConfig log;
};

// What store::Options wants: database.url, else gongkai.db in the data folder.
[[nodiscard]] std::string database_address(const Config& config);

}  // namespace gk::cli
