#include "web/office/detail_labels.hpp"

#include <algorithm>
#include <optional>

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "application/awaited_day.hpp"
#include "application/standing.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "law/letter_kind.hpp"
#include "law/receipt.hpp"
#include "letter/flow.hpp"
#include "letter/letter.hpp"
#include "notify/settings.hpp"
#include "people/role.hpp"
#include "remedy/remedy.hpp"
#include "report/compute.hpp"
#include "report/flow.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;

// Turns the value of a detail into words; nothing where it is none that it knows.
using Words = std::optional<std::string> (*)(std::string_view value);

template <auto value_of>
std::optional<std::string> known(std::string_view value) {
    const auto found = value_of(value);
    return found ? std::optional<std::string>(label(*found)) : std::nullopt;
}

std::optional<std::string> role_words(std::string_view value) {
    if (value == "all" || value == "every") {
        return "全部角色";
    }
    return known<people::role_of>(value);
}

std::optional<std::string> yes_or_no(std::string_view value) {
    return value == "true" ? "是" : "否";
}

std::optional<std::string> changed_words(std::string_view value) {
    return value == "changed" ? std::optional<std::string>("已修改") : std::nullopt;
}

// correction payment → 补正、缴费
std::optional<std::string> awaited_words(std::string_view value) {
    std::vector<std::string> words;
    for (const auto name : text::split(value, ' ')) {
        const auto kinds = application::awaited_kinds();
        const auto found = std::ranges::find_if(
            kinds, [name](application::Awaited awaited) { return key(awaited) == name; });
        words.emplace_back(found == kinds.end() ? name : label(*found));
    }
    return text::join(words, "、");
}

// 510 → 08:30
std::optional<std::string> time_of_day(std::string_view value) {
    const auto minutes = text::whole_number<int>(value);
    return minutes ? std::optional(notify::time_of_day(*minutes)) : std::nullopt;
}

struct Row {
    std::string_view trade;  // What the act begins with; empty: whichever it is.
    std::string_view name;
    std::string_view label;
    Words words = nullptr;  // As it stands.
};

constexpr Row rows[] = {
    {"audit.", "breaches", "对不上的处数"},
    {"backup.", "made_at", "备份时间"},
    {"backup.", "ended_sessions", "作废的登录会话"},
    {"backup.", "dropped_links", "作废的一次性链接"},
    {"backup.", "key_count", "密钥文件数"},
    {"backup.", "has_database", "含有数据库", yes_or_no},
    {"calendar.", "days", "放假和上班的日子（天）"},
    {"case.", "awaited", "已过的期限", awaited_words},
    {"case.", "event", "第几条记录"},
    {"case.", "state", "办件状态", known<application::case_state_of>},
    {"case.move_dates", "changed", "变动的件数"},
    {"case.rebuild", "changed", "变动的件数"},
    {"remedy.", "changed", "变动的件数"},
    {"", "moved", "移动的期限"},
    {"", "cases", "件数"},
    {"", "form", "导出的形式"},
    {"", "files", "文件数"},
    {"agency.change_site", "changed", "改动的栏目"},
    {"agency.", "from", "原来"},
    {"agency.", "to", "改为"},
    {"agency.", "into", "有关机关的代码"},
    {"agency.", "successor", "承接机关的代码"},
    {"", "effective_on", "生效日期"},
    {"unit.", "from", "原名称"},
    {"unit.", "to", "新名称"},
    {"role.delegate", "from", "委托人登录名"},
    {"role.delegate", "to", "代行人登录名"},
    {"role.end_delegation", "from", "委托人登录名"},
    {"role.end_delegation", "to", "代行人登录名"},
    {"", "from", "移交人登录名"},
    {"", "to", "接手人登录名"},
    {"letter.", "kind", "文书种类", known<law::letter_kind_of>},
    {"letter.", "number", "发文字号"},
    {"letter.", "status", "文书状态", known<letter::letter_status_of>},
    {"released_file.", "status", "审查情况", known<letter::release_status_of>},
    {"remedy.", "stage", "阶段", known<remedy::remedy_stage_of>},
    {"remedy_counting.", "rules", "规则条数"},
    {"report.", "status", "报告状态", known<report::report_status_of>},
    {"report_settings.", "remedies", "表四计哪些案件", known<report::remedy_scope_of>},
    {"receipt_settings.", "rest_day", "休息日收到的", known<law::rest_day_receipt_of>},
    {"receipt_settings.", "ordinary", "平常信函的收到之日", known<law::receipt_by_of>},
    {"receipt_settings.", "internet", "互联网的收到之日", known<law::receipt_by_of>},
    {"receipt_settings.", "fax", "传真的收到之日", known<law::receipt_by_of>},
    {"notify_settings.", "soon_from", "黄灯（剩余工作日）"},
    {"notify_settings.", "red_from", "红灯（剩余工作日）"},
    {"notify_settings.", "remind_at", "提醒（剩余工作日）"},
    {"notify_settings.", "escalate_after", "上报（逾期工作日）"},
    {"notify_settings.", "escalate_to", "上报给", role_words},
    {"notify_settings.", "sends_from_minute", "开始发送", time_of_day},
    {"notify_settings.", "sends_until_minute", "停止发送", time_of_day},
    {"notify_settings.", "is_working_days_only", "只在工作日发送", yes_or_no},
    {"keys.", "resealed_count", "重新加密的条数"},
    {"keys.", "unreadable_count", "解不开的条数"},
    {"keys.", "resealed_file_count", "重新加密的文件数"},
    {"keys.", "unreadable_file_count", "解不开的文件数"},
    {"", "account", "账号"},
    {"", "address", "地址"},
    {"", "agency", "机关代码"},
    {"", "byte_count", "字节数"},
    {"", "checksum", "结构文件的校验值"},
    {"", "code", "代码"},
    {"", "contact", "联系方式", changed_words},
    {"", "count", "条数"},
    {"", "days", "保存天数"},
    {"", "dictionary", "词表"},
    {"", "display_name", "姓名"},
    {"", "file", "文件编号"},
    {"", "file_count", "文件数"},
    {"", "holder", "角色持有人登录名"},
    {"", "identity_subject", "统一身份认证中的标识"},
    {"", "login_name", "登录名"},
    {"", "name", "名称"},
    {"", "number", "申请编号"},
    {"", "pattern", "编号规则"},
    {"", "reason", "理由"},
    {"", "role", "角色", role_words},
    {"", "sessions", "结束的登录会话"},
    {"", "sha256", "内容的摘要（SHA-256）"},
    {"", "unit", "内设机构代码"},
    {"", "valid_from", "自"},
    {"", "valid_to", "至"},
    {"", "version", "版次"},
    {"", "words", "词条数"},
    {"", "year", "年份"},
    {"", "years", "保存年数"},
};

DetailWords words_of(std::string_view act, std::string_view name, const std::string& value) {
    const auto* const row = std::ranges::find_if(
        rows, [&](const Row& each) { return each.name == name && act.starts_with(each.trade); });
    if (row == std::end(rows)) {
        return {std::string(name), value};
    }
    const auto words = row->words != nullptr ? row->words(value) : std::nullopt;
    return {std::string(row->label), words.value_or(value)};
}

}  // namespace

std::vector<DetailWords> detail_words(std::string_view act, std::string_view details) {
    std::vector<DetailWords> all;
    const auto parsed = json::parse(details);
    for (const auto& [name, value] : parsed.as_object()) {
        const auto text = value.is_string() ? std::string(std::string_view(value.as_string()))
                                            : json::serialize(value);
        if (!text.empty()) {
            all.push_back(words_of(act, name, text));
        }
    }
    return all;
}

std::string object_name(std::string_view act, std::string_view object_id,
                        std::string_view details) {
    const auto parsed = json::parse(details);
    for (const auto* const name : {"number", "login_name", "year", "name", "kind"}) {
        const auto* const value = parsed.as_object().if_contains(name);
        if (value != nullptr && value->is_string() && !value->as_string().empty()) {
            return words_of(act, name, std::string(std::string_view(value->as_string()))).text;
        }
    }
    return object_id == "all" ? "全部" : std::string(object_id);
}

std::string in_one_line(const std::vector<DetailWords>& details) {
    std::string line;
    for (const auto& [label, text] : details) {
        line += fmt::format("{}{}：{}", line.empty() ? "" : "；", label, text);
    }
    return line;
}

}  // namespace gk::web::office
