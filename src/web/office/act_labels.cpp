#include "web/office/act_labels.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "application/event.hpp"
#include "letter/flow.hpp"
#include "people/account_flow.hpp"
#include "people/agency_act.hpp"
#include "remedy/remedy.hpp"
#include "report/flow.hpp"

namespace gk::web::office {

namespace {

// Those that have words of their own, beside those of the flows.
struct NamedAct {
    std::string_view act;
    std::string_view label;
};

constexpr NamedAct acts[] = {
    {"account.bind_second_factor", "绑定动态口令"},
    {"account.change_password", "修改密码"},
    {"account.create", "建立账号"},
    {"account.remove_second_factor", "解除动态口令"},
    {"account.renew_recovery_codes", "生成新的恢复码"},
    {"account.use_link", "使用一次性链接"},
    {"agency.change_dictionary", "修改常用词条"},
    {"agency.change_site", "修改网站信息"},
    {"agency.register", "登记机关"},
    {"agency.require_second_factor", "要求使用动态口令"},
    {"agency.waive_second_factor", "不再要求使用动态口令"},
    {"audit.verify", "核验审计记录"},
    {"backup.create", "制作备份"},
    {"backup.restore", "从备份恢复"},
    {"calendar.load", "载入放假安排"},
    {"case.day_passed", "期限已过"},
    {"case.erase_applicants", "删除到期的申请人信息"},
    {"case.erase_files", "删除到期的申请人提交的文件"},
    {"case.erase_identity_files", "删除到期的身份证明、授权委托书"},
    {"case.erase_third_parties", "删除到期的第三方信息"},
    {"case.move_dates", "按新的放假安排重算期限"},
    {"case.rebuild", "重建办件列表"},
    {"case.replace_query_code", "换发查询码"},
    {"case.seal_third_parties", "加密以前登记的第三方信息"},
    {"case.take_out_dossier", "导出案卷"},
    {"case.view_applicant", "查看申请人信息"},
    {"case.view_applicant_file", "查看申请人提交的材料"},
    {"case.view_third_parties", "查看第三方信息"},
    {"files.collect", "清理不再使用的文件"},
    {"files.expire", "删除没有用上的上传文件"},
    {"keys.rotate", "更换密钥"},
    {"keys.rotated", "密钥更换完毕"},
    {"letter.seal", "加盖电子印章"},
    {"letter_template.drop", "恢复默认模板"},
    {"letter_template.save", "保存文书模板"},
    {"letterhead.set", "修改发文信息"},
    {"notify_settings.change", "修改提醒设置"},
    {"number_pattern.drop", "取消单独的编号规则"},
    {"number_pattern.set", "修改编号规则"},
    {"outgoing_message.retry", "重新发送消息"},
    {"receipt_settings.change", "修改收到日期的确定方法"},
    {"released_file.add", "添加随文书提供的文件"},
    {"released_file.remove", "移除随文书提供的文件"},
    {"released_file.review", "审查随文书提供的文件"},
    {"released_file.sever", "登记区分处理"},
    {"remedy.erase_claimants", "删除到期的复议、诉讼当事人信息"},
    {"remedy.move_dates", "按新的放假安排重算复议诉讼期限"},
    {"remedy.rebuild", "重建复议诉讼列表"},
    {"remedy.view_claimant", "查看复议申请人、原告信息"},
    {"remedy.view_file", "打开复议、诉讼的材料"},
    {"remedy_counting.change", "修改复议诉讼的统计口径"},
    {"report_settings.change", "修改年度报告的计数方法"},
    {"role.delegate", "委托代行"},
    {"role.end", "终止角色"},
    {"role.end_delegation", "结束代行"},
    {"role.grant", "授予角色"},
    {"role.take_over", "接手角色"},
    {"schema.migrate", "升级数据库结构"},
    {"session.act_in_role", "选择以哪个角色办理"},
    {"session.begin", "登录"},
    {"session.end", "结束登录会话"},
    {"session.sign_out", "退出登录"},
    {"sign_in_records.delete", "删除到期的登录记录"},
    {"started_form.expire", "删除过期的未提交表单"},
    {"task.cancel", "取消任务"},
    {"task.finish", "完成任务"},
    {"task.give", "交办任务"},
    {"unit.add", "登记内设机构"},
    {"unit.end", "撤销内设机构"},
    {"unit.rename", "内设机构更名"},
};

struct ObjectKind {
    std::string_view kind;
    std::string_view label;
};

constexpr ObjectKind object_kinds[] = {
    {"account", "账号"},
    {"agency", "机关"},
    {"annual_report", "年度报告"},
    {"audit_entry", "审计记录"},
    {"backup", "备份"},
    {"calendar_file", "放假安排"},
    {"case", "申请"},
    {"case_applicants", "申请人信息"},
    {"case_files", "申请材料"},
    {"case_parties", "第三方信息"},
    {"cases", "申请"},
    {"delegation", "代行"},
    {"files", "文件"},
    {"key_ring", "密钥"},
    {"letter", "文书"},
    {"letter_desk", "文书设置"},
    {"migration", "数据库结构"},
    {"outgoing_message", "外发消息"},
    {"remedies", "复议诉讼"},
    {"remedy", "复议诉讼"},
    {"role_holding", "角色"},
    {"session", "登录会话"},
    {"sign_in_records", "登录记录"},
    {"started_forms", "未提交的表单"},
    {"task", "任务"},
};

// What an act of the trade begins with, and what stands before its label among those of all.
struct Trade {
    std::string_view prefix;  // "case."
    std::string_view label;
};

void add_choice(std::vector<api::Choice>& choices, const Trade& trade, std::string_view act,
                std::string_view label) {
    const bool says_so = label.find(trade.label) != std::string_view::npos;
    choices.push_back({std::string(act),
                       says_so ? std::string(label) : fmt::format("{}：{}", trade.label, label)});
}

template <typename Action>
void add_trade(std::vector<api::Choice>& choices, const Trade& trade,
               std::span<const Action> actions) {
    add_choice(choices, trade, trade.prefix, "全部操作");
    for (const auto action : actions) {
        add_choice(choices, trade, std::string(trade.prefix) + std::string(key(action)),
                   label(action));
    }
    for (const auto& [act, label] : acts) {
        if (act.starts_with(trade.prefix)) {
            add_choice(choices, trade, act, label);
        }
    }
}

template <typename Value>
std::optional<std::string_view> label_if(const std::optional<Value>& value) {
    return value ? std::optional(label(*value)) : std::nullopt;
}

// What the flow of that trade calls it.
std::optional<std::string_view> label_in_flow(std::string_view trade, std::string_view action) {
    if (trade == "account") {
        return label_if(people::account_action_of(action));
    }
    if (trade == "agency") {
        return label_if(people::agency_action_of(action));
    }
    if (trade == "case") {
        return label_if(application::action_of(action));
    }
    if (trade == "letter") {
        return label_if(letter::letter_action_of(action));
    }
    if (trade == "remedy") {
        return label_if(remedy::remedy_action_of(action));
    }
    if (trade == "report") {
        return label_if(report::report_action_of(action));
    }
    return std::nullopt;
}

}  // namespace

std::string act_label(std::string_view act) {
    const auto* const named = std::ranges::find(acts, act, &NamedAct::act);
    if (named != std::end(acts)) {
        return std::string(named->label);
    }
    const auto dot = act.find('.');
    if (dot != std::string_view::npos) {
        if (const auto label = label_in_flow(act.substr(0, dot), act.substr(dot + 1))) {
            return std::string(*label);
        }
    }
    return std::string(act);
}

std::vector<api::Choice> act_choices() {
    std::vector<api::Choice> choices;
    add_trade(choices, {"case.", "申请"}, application::actions());
    add_trade(choices, {"letter.", "文书"}, letter::letter_actions());
    add_trade(choices, {"remedy.", "复议诉讼"}, remedy::remedy_actions());
    add_trade(choices, {"report.", "年度报告"}, report::report_actions());
    add_trade(choices, {"account.", "账号"}, people::account_actions());
    add_trade(choices, {"agency.", "机关"}, people::agency_actions());
    for (const auto& [act, label] : acts) {
        if (std::ranges::none_of(choices,
                                 [act](const api::Choice& known) { return known.key == act; })) {
            choices.push_back({std::string(act), std::string(label)});
        }
    }
    return choices;
}

std::string object_label(std::string_view object_kind) {
    const auto* const found = std::ranges::find(object_kinds, object_kind, &ObjectKind::kind);
    return std::string(found == std::end(object_kinds) ? object_kind : found->label);
}

}  // namespace gk::web::office
