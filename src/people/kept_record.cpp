#include "people/kept_record.hpp"

#include <array>

#include "law/enum_table.hpp"

namespace gk::people {

namespace {

using std::chrono::days;

struct Row {
    KeptRecord value;
    std::string_view key;
    std::string_view label;
    days kept;
};

constexpr auto rows = law::enum_table(std::array{
    Row{KeptRecord::sign_in, "sign_in", "登录日志", days(365)},
    Row{KeptRecord::session, "session", "已结束的登录会话", days(365)},
    Row{KeptRecord::one_time_link, "one_time_link", "过期的一次性链接", days(0)},
    Row{KeptRecord::sign_in_delay, "sign_in_delay", "登录失败的计数", days(1)},
    Row{KeptRecord::sign_in_device, "sign_in_device", "登录过的浏览器", days(180)},
});

}  // namespace

std::span<const KeptRecord> kept_records() {
    return rows.values();
}

std::string_view key(KeptRecord record) {
    return rows[record].key;
}

std::string_view label(KeptRecord record) {
    return rows[record].label;
}

days kept_for(KeptRecord record) {
    return rows[record].kept;
}

}  // namespace gk::people
