// The problems of agencies, of accounts and signing in, and of the keys of personal data.
#pragma once

#include "base/problem.hpp"

namespace gk::people {

inline constexpr ProblemCode agency_unknown{"people.agency_unknown", ErrorKind::not_found,
                                            "没有代码为“{}”的行政机关。",
                                            "请核对代码，或者先登记这个机关。"};

inline constexpr ProblemCode agency_code_invalid{
    "people.agency_code_invalid", ErrorKind::invalid, "机关代码“{}”的写法不对。",
    "用2至40个小写拉丁字母、数字或连字符，以字母开头，例如 xigebi。"};

inline constexpr ProblemCode agency_code_taken{"people.agency_code_taken", ErrorKind::conflict,
                                               "代码“{}”已经用于另一个行政机关。",
                                               "请换一个代码；已用过的代码不能改作他用。"};

inline constexpr ProblemCode agency_name_blank{"people.agency_name_blank", ErrorKind::invalid,
                                               "请填写机关的{}。"};

inline constexpr ProblemCode agency_dates_crossed{"people.agency_dates_crossed", ErrorKind::invalid,
                                                  "机关的撤销日期{}早于设立日期{}。",
                                                  "请核对两个日期。"};

inline constexpr ProblemCode not_permitted{"people.not_permitted", ErrorKind::forbidden,
                                           "您没有“{}”的权限。",
                                           "需要时请向安全管理员申请相应的角色。"};

inline constexpr ProblemCode sign_in_refused{
    "people.sign_in_refused", ErrorKind::refused, "登录名或者密码不对。",
    "请核对登录名、大小写和输入法；忘记密码的，请联系系统管理员。"};

inline constexpr ProblemCode sign_in_delayed{"people.sign_in_delayed", ErrorKind::refused,
                                             "登录失败的次数过多，请在{}秒后再试。",
                                             "请核对登录名和密码；忘记密码的，请联系系统管理员。"};

inline constexpr ProblemCode sign_in_busy{"people.sign_in_busy", ErrorKind::refused,
                                          "现在登录的人较多，还没有轮到您。", "请过几秒再试。"};

inline constexpr ProblemCode sign_in_locked{"people.sign_in_locked", ErrorKind::refused,
                                            "您的账号已被管理员锁定。",
                                            "请联系本机关的系统管理员。"};

inline constexpr ProblemCode session_over{"people.session_over", ErrorKind::forbidden,
                                          "您还没有登录，或者登录已经过期。", "请重新登录。"};

inline constexpr ProblemCode session_incomplete{"people.session_incomplete", ErrorKind::forbidden,
                                                "登录还没有完成：{}。", "请先完成这一步。"};

inline constexpr ProblemCode session_unknown{"people.session_unknown", ErrorKind::not_found,
                                             "没有这个登录会话，或者它已经结束。",
                                             "请刷新会话列表。"};

inline constexpr ProblemCode second_factor_refused{
    "people.second_factor_refused", ErrorKind::refused, "动态口令不对，或者已经用过。",
    "请输入身份验证器现在显示的6位数字；手机不在身边的，输入一个恢复码。"};

// Of the app alone, while it is bound and where recovery codes are made anew.
inline constexpr ProblemCode app_code_refused{
    "people.app_code_refused", ErrorKind::refused, "动态口令不对，或者已经用过。",
    "请输入手机动态口令应用现在显示的6位数字，用过的等下一个；一直不对的，核对手机的时间。"};

inline constexpr ProblemCode second_factor_there{"people.second_factor_there", ErrorKind::conflict,
                                                 "您已经绑定了动态口令。",
                                                 "需要换手机的，先解除现在的绑定。"};

inline constexpr ProblemCode second_factor_none{
    "people.second_factor_none", ErrorKind::conflict, "这个账号没有绑定动态口令。",
    "不需要解除、重置；需要使用的，由本人在“我的账号”中绑定。"};

inline constexpr ProblemCode second_factor_required{
    "people.second_factor_required", ErrorKind::refused, "您的角色必须使用动态口令，不能解除。",
    "需要换手机的，请联系安全管理员重置。"};

inline constexpr ProblemCode password_wrong{"people.password_wrong", ErrorKind::invalid,
                                            "现在的密码不对。", "请核对大小写和输入法。"};
inline constexpr ProblemCode password_too_short{"people.password_too_short", ErrorKind::invalid,
                                                "密码至少{}个字符，现有{}个。",
                                                "请换一个更长的密码。"};
inline constexpr ProblemCode password_too_long{"people.password_too_long", ErrorKind::invalid,
                                               "密码超过了{}字节。", "请换一个短一些的密码。"};
inline constexpr ProblemCode password_too_plain{
    "people.password_too_plain", ErrorKind::invalid,
    "密码应当包含小写字母、大写字母、数字、其他符号中的至少{}类。",
    "请在密码中加入其他种类的字符。"};
inline constexpr ProblemCode password_holds_login_name{"people.password_holds_login_name",
                                                       ErrorKind::invalid, "密码中含有登录名。",
                                                       "请换一个与登录名无关的密码。"};
inline constexpr ProblemCode password_used_before{"people.password_used_before", ErrorKind::invalid,
                                                  "这个密码最近用过。",
                                                  "请换一个最近{}次没有用过的密码。"};
inline constexpr ProblemCode link_over{"people.link_over", ErrorKind::refused,
                                       "这个链接已经用过、已经过期，或者不完整。",
                                       "请核对链接是否复制完整；需要新链接的，请联系系统管理员。"};
inline constexpr ProblemCode account_unknown{"people.account_unknown", ErrorKind::not_found,
                                             "没有账号“{}”。", "请核对登录名。"};
inline constexpr ProblemCode login_name_invalid{
    "people.login_name_invalid", ErrorKind::invalid, "登录名“{}”的写法不对。",
    "用2至40个小写拉丁字母、数字、点、连字符或下划线，以字母开头，例如 zhang.san。"};
inline constexpr ProblemCode login_name_taken{"people.login_name_taken", ErrorKind::conflict,
                                              "登录名“{}”已经有账号使用。",
                                              "请换一个登录名；注销的账号的登录名也不能改作他用。"};
inline constexpr ProblemCode display_name_blank{"people.display_name_blank", ErrorKind::invalid,
                                                "没有填写姓名，或者超过了{}个字。",
                                                "请填写账号使用人的姓名。"};
inline constexpr ProblemCode email_invalid{"people.email_invalid", ErrorKind::invalid,
                                           "电子邮箱的写法不对。", "例如 name@example.cn。"};
inline constexpr ProblemCode phone_invalid{"people.phone_invalid", ErrorKind::invalid,
                                           "联系电话的写法不对。",
                                           "填写数字，可以带区号、连字符和开头的加号。"};
inline constexpr ProblemCode account_stale{"people.account_stale", ErrorKind::conflict,
                                           "这个账号刚刚被别人改过，没有保存您的修改。",
                                           "请看过现在的内容后再改。"};
inline constexpr ProblemCode account_state_wrong{"people.account_state_wrong", ErrorKind::refused,
                                                 "账号{}，不能{}。", "请刷新后核对账号的状态。"};
inline constexpr ProblemCode account_own{"people.account_own", ErrorKind::refused,
                                         "不能对自己的账号做这件事。", "请由另一位管理员办理。"};

inline constexpr ProblemCode unit_unknown{"people.unit_unknown", ErrorKind::not_found,
                                          "这个机关没有代码为“{}”的内设机构。",
                                          "请核对代码，或者先登记这个内设机构。"};
inline constexpr ProblemCode unit_name_blank{"people.unit_name_blank", ErrorKind::invalid,
                                             "请填写内设机构的名称。"};
inline constexpr ProblemCode unit_code_invalid{
    "people.unit_code_invalid", ErrorKind::invalid, "内设机构代码“{}”的写法不对。",
    "用2至40个小写拉丁字母、数字或连字符，以字母开头，例如 finance。"};
inline constexpr ProblemCode unit_code_taken{"people.unit_code_taken", ErrorKind::conflict,
                                             "代码“{}”已经用于本机关的另一个内设机构。",
                                             "请换一个代码；已用过的代码不能改作他用。"};
inline constexpr ProblemCode unit_end_wrong{
    "people.unit_end_wrong", ErrorKind::refused,
    "内设机构不能以{}为最后一天：它已经撤销，或者那时还没有设立。", "请核对日期。"};
inline constexpr ProblemCode unit_not_there{"people.unit_not_there", ErrorKind::invalid,
                                            "“{}”不是本机关现有的内设机构。",
                                            "请从列表中选择；已经撤销的不能再承办。"};
inline constexpr ProblemCode unit_has_search_tasks{
    "people.unit_has_search_tasks", ErrorKind::refused, "{0}还有{1}件检索任务没有反馈。",
    "请它的经办人登记检索结果、转办或者退回，或者由公开工作机构的经办人代为登记检索结果；办完以后再"
    "撤销。"};
inline constexpr ProblemCode unit_has_tasks{
    "people.unit_has_tasks", ErrorKind::refused, "{0}还有{1}项交办的任务没有完成。",
    "请它的经办人完成，或者由交办的人取消后交给别的内设机构；办完以后再撤销。"};
inline constexpr ProblemCode agency_ended{"people.agency_ended", ErrorKind::refused,
                                          "{}已于{}终止。", "请改为办理承接它职责的机关。"};
inline constexpr ProblemCode agency_change_date{
    "people.agency_change_date", ErrorKind::invalid, "生效日期不能是{}。",
    "生效日期不晚于今天，不早于这个机关上一次变动的日期。"};
inline constexpr ProblemCode agency_has_below{
    "people.agency_has_below", ErrorKind::refused, "{0}在{1}还有下级机关：{2}。",
    "先在这些机关的页面“调整隶属”，或者先撤销它们，生效日期不晚于{1}；{1}以后才改隶的，{0}"
    "的生效日期填改隶之日或者以后。"};
inline constexpr ProblemCode agency_has_cases{
    "people.agency_has_cases", ErrorKind::refused, "{0}还有{1}件申请未办结。",
    "由继续行使它职权的机关的人员用这里的账号办结以后，再办理撤销或者并入；生效日期仍填批准文件上"
    "的日期。"};
inline constexpr ProblemCode agency_has_remedies{
    "people.agency_has_remedies", ErrorKind::refused, "{0}还有{1}件行政复议、行政诉讼未办结。",
    "由继续行使它职权的机关参加复议和诉讼；在这里登记结果、办结以后，再办理撤销或者并入。"};
inline constexpr ProblemCode agency_has_accounts{
    "people.agency_has_accounts", ErrorKind::refused, "{0}还有账号没有注销：{1}。",
    "先移交未办结的工作，再注销这些账号；{0}自己的系统管理员，由上级机关的系统管理员注销。"};
inline constexpr ProblemCode agency_has_roles{
    "people.agency_has_roles", ErrorKind::refused, "其他机关的账号在{0}还担任角色：{1}。",
    "请安全管理员在“角色授予”中终止这些角色，最后一天最早为昨天。"};
inline constexpr ProblemCode agency_successor_wrong{
    "people.agency_successor_wrong", ErrorKind::invalid,
    "{}不能承接：就是这个机关，或者那时不存在。", "请选择生效之日存在的另一个机关。"};
inline constexpr ProblemCode agency_parent_wrong{
    "people.agency_parent_wrong", ErrorKind::invalid,
    "{}不能作为新的上级：就是这个机关、在它之下、已经是它的上级，那时不存在，或者已经撤销。",
    "请选择生效之日存在、现在也存在的另一个机关。"};
inline constexpr ProblemCode agency_parent_foreign{
    "people.agency_parent_foreign", ErrorKind::refused, "您不管理{}，不能把机关放在它之下。",
    "请由管理{}的系统管理员办理。"};
inline constexpr ProblemCode role_dates_past{"people.role_dates_past", ErrorKind::invalid,
                                             "开始日期{}已经过去。", "最早从今天开始。"};
inline constexpr ProblemCode role_dates_crossed{"people.role_dates_crossed", ErrorKind::invalid,
                                                "最后一天{}早于开始日期{}。", "请核对两个日期。"};
inline constexpr ProblemCode role_not_separate{
    "people.role_not_separate", ErrorKind::refused,
    "这个账号不能再担任“{}”：系统、安全、审计管理员互不兼任，也不担任办件的角色。",
    "请另建账号，或者先终止它现有的角色。"};
inline constexpr ProblemCode role_held_already{"people.role_held_already", ErrorKind::conflict,
                                               "这个账号在这段时间里已经担任“{}”。",
                                               "请核对开始日期，或者先终止现有的角色。"};
inline constexpr ProblemCode role_end_wrong{"people.role_end_wrong", ErrorKind::invalid,
                                            "角色不能以{}为最后一天。",
                                            "最早为昨天（即时终止），最晚为现在的最后一天。"};
inline constexpr ProblemCode holding_unknown{"people.holding_unknown", ErrorKind::not_found,
                                             "没有这个角色。", "请刷新角色列表。"};
inline constexpr ProblemCode delegation_unknown{"people.delegation_unknown", ErrorKind::not_found,
                                                "没有这项代行，或者它已经结束。",
                                                "请刷新代行列表。"};
inline constexpr ProblemCode delegation_too_long{"people.delegation_too_long", ErrorKind::refused,
                                                 "代行的时间超出了您自己担任这个角色的时间。",
                                                 "请把起止日期改到您担任角色的时间之内。"};
inline constexpr ProblemCode delegation_of_administrator{
    "people.delegation_of_administrator", ErrorKind::refused, "“{}”的角色不能委托他人代行。",
    "请由安全管理员另行授予。"};
inline constexpr ProblemCode delegate_unsuitable{
    "people.delegate_unsuitable", ErrorKind::refused, "不能委托“{}”代行。",
    "代行的人应当是本机关在用账号、担任办件角色的其他人。"};
inline constexpr ProblemCode reason_blank{"people.reason_blank", ErrorKind::invalid,
                                          "没有写明理由，或者超过了{}个字。",
                                          "请写明理由，它会记入审计记录。"};

inline constexpr ProblemCode operator_only{"people.operator_only", ErrorKind::forbidden,
                                           "这项操作只能由系统操作员在命令行进行。",
                                           "请联系负责这套系统的人员。"};

inline constexpr ProblemCode keys_missing{
    "people.keys_missing", ErrorKind::not_found, "没有个人信息密钥文件 {}。",
    "首次使用时运行“gongkai keys create”；以前建立过的，请从备份恢复，不要新建。"};

inline constexpr ProblemCode keys_exist{"people.keys_exist", ErrorKind::conflict,
                                        "个人信息密钥文件 {} 已经存在，没有改动。",
                                        "需要更换密钥时运行“gongkai keys rotate”。"};

inline constexpr ProblemCode keys_exposed{
    "people.keys_exposed", ErrorKind::refused, "个人信息密钥文件 {} 可被其他用户读写，拒绝使用。",
    "运行“chmod 600 {}”；可能已经泄露的，随后运行“gongkai keys rotate”。"};

inline constexpr ProblemCode keys_damaged{"people.keys_damaged", ErrorKind::refused,
                                          "个人信息密钥文件 {} 已损坏，无法读取。",
                                          "请从备份恢复这个文件。"};

inline constexpr ProblemCode rotation_running{"people.rotation_running", ErrorKind::conflict,
                                              "另一个进程正在更换个人信息密钥。",
                                              "等它结束后再试。"};

inline constexpr ProblemCode seal_key_unknown{"people.seal_key_unknown", ErrorKind::refused,
                                              "这项个人信息用第{}号密钥加密，密钥文件里没有。",
                                              "请从备份恢复包含这个密钥的密钥文件。"};

inline constexpr ProblemCode sealed_text_changed{
    "people.sealed_text_changed", ErrorKind::refused,
    "这项个人信息的密文已被改动，或者不是为这一处保存的，不能解密。",
    "请联系系统管理员核对审计记录，并从备份恢复。"};

}  // namespace gk::people
