#include "notify/outgoing.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::notify {

namespace {

using law::enum_table;

struct CarrierRow {
    Carrier value;
    std::string_view key;
    std::string_view label;
};

constexpr auto carrier_table = enum_table(std::array{
    CarrierRow{Carrier::mail, "mail", "电子邮件"},
    CarrierRow{Carrier::short_message, "short_message", "短信"},
    CarrierRow{Carrier::wechat, "wechat", "微信"},
});

struct StatusRow {
    OutgoingStatus value;
    std::string_view key;
    std::string_view label;
};

constexpr auto statuses = enum_table(std::array{
    StatusRow{OutgoingStatus::waiting, "waiting", "待发送"},
    StatusRow{OutgoingStatus::sent, "sent", "已发送"},
    StatusRow{OutgoingStatus::failed, "failed", "发送失败"},
    StatusRow{OutgoingStatus::skipped, "skipped", "渠道未开通"},
});

constexpr std::int64_t ms_of_minute = 60'000;
// Minutes to wait after the first, second … attempt: seven attempts in about a day and a half.
constexpr std::array<std::int64_t, 6> waits = {1, 5, 30, 120, 480, 1440};

}  // namespace

std::span<const Carrier> carriers() {
    return carrier_table.values();
}

std::string_view key(Carrier carrier) {
    return carrier_table[carrier].key;
}

std::string_view label(Carrier carrier) {
    return carrier_table[carrier].label;
}

std::optional<Carrier> carrier_of(std::string_view key) {
    return carrier_table.value_of(key);
}

std::span<const OutgoingStatus> outgoing_statuses() {
    return statuses.values();
}

std::string_view key(OutgoingStatus status) {
    return statuses[status].key;
}

std::string_view label(OutgoingStatus status) {
    return statuses[status].label;
}

std::optional<OutgoingStatus> outgoing_status_of(std::string_view key) {
    return statuses.value_of(key);
}

std::optional<Moment> next_attempt(int failed_count, Moment now) {
    const auto index = static_cast<std::size_t>(failed_count) - 1;
    if (failed_count < 1 || index >= waits.size()) {
        return std::nullopt;
    }
    return Moment{now.utc_ms + waits[index] * ms_of_minute};
}

}  // namespace gk::notify
