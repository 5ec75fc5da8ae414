#include "cli/operation_findings.hpp"

#include <charconv>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "backup/service.hpp"
#include "base/assert.hpp"
#include "base/text.hpp"
#include "remedy/daily_round_service.hpp"

namespace gk::cli {

namespace {

namespace fs = std::filesystem;

using State = FindingState;

constexpr std::int64_t ms_per_day = 24LL * 60 * 60 * 1000;
constexpr std::int64_t backup_days_max = 7;
constexpr std::int64_t hsts_seconds_min = 180LL * 24 * 60 * 60;

// What came back from an address.
struct Answer {
    std::string problem;  // Empty: there was an answer.
    long status = 0;
    std::string location;
    std::string hsts;
};

struct CloseHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};

std::size_t drop_body(char* /*bytes*/, std::size_t size, std::size_t count, void* /*to*/) {
    return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& answer = *static_cast<Answer*>(to);
    const std::string_view line(bytes, size * count);
    const auto colon = line.find(':');
    if (colon != std::string_view::npos) {
        const auto name = text::lower_ascii(line.substr(0, colon));
        const auto value = text::trim(line.substr(colon + 1));
        if (name == "location") {
            answer.location = value;
        } else if (name == "strict-transport-security") {
            answer.hsts = value;
        }
    }
    return size * count;
}

Answer open_address(const std::string& url, const std::optional<std::string>& ca_file) {
    constexpr long seconds_max = 10;
    const std::unique_ptr<CURL, CloseHandle> handle(curl_easy_init());
    if (handle == nullptr) {
        throw Fault("libcurl cannot start");
    }
    Answer answer;
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, seconds_max);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, drop_body);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &answer);
    if (ca_file) {
        curl_easy_setopt(handle.get(), CURLOPT_CAINFO, ca_file->c_str());
    }
    const auto code = curl_easy_perform(handle.get());
    if (code != CURLE_OK) {
        answer.problem = curl_easy_strerror(code);
    }
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    return answer;
}

// max-age of the header; 0 where it has none.
std::int64_t hsts_seconds(std::string_view header) {
    constexpr std::string_view name = "max-age=";
    const auto lower = text::lower_ascii(header);
    const auto begin = lower.find(name);
    std::int64_t seconds = 0;
    if (begin != std::string::npos) {
        const auto* first = lower.data() + begin + name.size();
        std::from_chars(first, lower.data() + lower.size(), seconds);
    }
    return seconds;
}

bool is_open_to_others(const fs::path& folder) {
    constexpr auto others = fs::perms::group_all | fs::perms::others_all;
    return fs::exists(folder) && (fs::status(folder).permissions() & others) != fs::perms::none;
}

}  // namespace

std::string_view label(FindingState state) {
    switch (state) {
        case State::fine:
            return "正常";
        case State::attention:
            return "注意";
        case State::broken:
            return "有误";
    }
    GK_ASSERT(!"a state of a finding");
    return {};
}

void look_at_backups(store::Database& database, Moment now, Findings& findings) {
    constexpr std::string_view subject = "备份";
    constexpr std::string_view hint = "运行“gongkai backup create”，并让它每天自动运行。";
    const auto last = backup::last_backup_at(database);
    if (!last) {
        findings.push_back({State::attention, subject, "还没有做过。", std::string(hint)});
        return;
    }
    const auto days = (now.utc_ms - last->utc_ms) / ms_per_day;
    if (days > backup_days_max) {
        findings.push_back({State::attention, subject,
                            fmt::format("最近一次是 {}，已过{}天。", last->minutes(), days),
                            std::string(hint)});
    } else {
        findings.push_back({State::fine, subject, fmt::format("最近一次是 {}。", last->minutes())});
    }
}

void look_at_daily_rounds(store::Database& database, Moment now, Findings& findings) {
    constexpr std::string_view subject = "每日处理";
    constexpr std::string_view hint =
        "运行“gongkai daily run”，或者让“gongkai serve”一直运行：它每天自动处理已过的期限。";
    const auto last = remedy::last_daily_round(database);
    if (!last) {
        findings.push_back({State::attention, subject, "还没有做过。", std::string(hint)});
    } else if (last->date().next() < now.date()) {
        findings.push_back({State::attention, subject,
                            fmt::format("最近一次是 {}。", last->minutes()), std::string(hint)});
    } else {
        findings.push_back({State::fine, subject, fmt::format("最近一次是 {}。", last->minutes())});
    }
}

void look_at_modes(const fs::path& data, Findings& findings) {
    for (const auto& folder : {data, data / "keys", data / "files", data / "backups"}) {
        if (is_open_to_others(folder)) {
            findings.push_back({State::attention, "目录权限",
                                fmt::format("本机其他用户可以进入 {}。", folder.string()),
                                fmt::format("运行“chmod 700 {}”。", folder.string())});
        }
    }
}

void look_at_url(const std::string& url, const std::optional<std::string>& ca_file,
                 Findings& findings) {
    constexpr std::string_view subject = "网站地址";
    constexpr std::string_view https = "https://";
    if (!url.starts_with(https)) {
        findings.push_back({State::broken, subject, fmt::format("{} 不是 https 地址。", url),
                            "写成 https://www.example.gov.cn 这样。"});
        return;
    }
    const auto answer = open_address(url, ca_file);
    if (!answer.problem.empty()) {
        findings.push_back({State::broken, subject,
                            fmt::format("{} 打不开：{}。", url, answer.problem),
                            "检查域名、反向代理和证书：证书要由浏览器信任的机构签发，没有过期。"});
        return;
    }
    findings.push_back({State::fine, subject, fmt::format("{} 可以打开，证书有效。", url)});
    if (hsts_seconds(answer.hsts) < hsts_seconds_min) {
        findings.push_back(
            {State::attention, "HSTS", "网站没有要求浏览器只用 https，或者要求的时间不到180天。",
             "在反向代理里加上 Strict-Transport-Security，见 packaging/nginx/gongkai.conf。"});
    } else {
        findings.push_back({State::fine, "HSTS", fmt::format("{}。", answer.hsts)});
    }
    const bool names_port = url.find(':', https.size()) != std::string::npos;
    if (names_port) {
        return;
    }
    const auto plain = open_address("http://" + url.substr(https.size()), std::nullopt);
    if (plain.problem.empty() && !plain.location.starts_with(https)) {
        findings.push_back({State::attention, "明文访问", "http 地址没有转到 https。",
                            "在反向代理里把80端口转到 https，见 packaging/nginx/gongkai.conf。"});
    }
}

}  // namespace gk::cli
