// The problems of agencies and of the keys of personal data.
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
                                               "没有填写机关的{}。", "请填写机关的{}。"};

inline constexpr ProblemCode agency_dates_crossed{"people.agency_dates_crossed", ErrorKind::invalid,
                                                  "机关的撤销日期{}早于设立日期{}。",
                                                  "请核对两个日期。"};

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
