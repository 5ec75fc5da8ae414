// The problems of the command line and of the configuration.
#pragma once

#include "base/problem.hpp"

namespace gk::cli {

inline constexpr ProblemCode unknown_command{"cli.unknown_command", ErrorKind::invalid,
                                             "没有命令“{0}”。", "{1}"};
inline constexpr ProblemCode incomplete_command{"cli.incomplete_command", ErrorKind::invalid,
                                                "命令“{0}”后面还要写一个子命令。", "可以写：{1}。"};
inline constexpr ProblemCode unknown_option{"cli.unknown_option", ErrorKind::invalid,
                                            "命令“{0}”没有选项“{1}”。", "{2}"};
inline constexpr ProblemCode option_without_value{"cli.option_without_value", ErrorKind::invalid,
                                                  "选项“{0}”后面缺少它的值 {1}。",
                                                  "写成“{0} {1}”，其中 {1} 换成实际内容。"};
inline constexpr ProblemCode option_takes_no_value{"cli.option_takes_no_value", ErrorKind::invalid,
                                                   "选项“{0}”不带值，现写了“{1}”。", "只写“{0}”。"};
inline constexpr ProblemCode option_repeated{"cli.option_repeated", ErrorKind::invalid,
                                             "选项“{0}”写了不止一次。", "只保留一个“{0}”。"};
inline constexpr ProblemCode option_missing{"cli.option_missing", ErrorKind::invalid,
                                            "缺少必须写的选项“{0} {1}”。", "{2}"};
inline constexpr ProblemCode not_a_choice{"cli.not_a_choice", ErrorKind::invalid,
                                          "“{0}”不能是“{1}”。", "可以写：{2}。"};
inline constexpr ProblemCode argument_missing{"cli.argument_missing", ErrorKind::invalid,
                                              "缺少参数 {0}。", "{1}"};
inline constexpr ProblemCode argument_extra{"cli.argument_extra", ErrorKind::invalid,
                                            "多出参数“{0}”。",
                                            "用“gongkai help {1}”查看这个命令的写法。"};
inline constexpr ProblemCode not_a_date{"cli.not_a_date", ErrorKind::invalid,
                                        "“{0}”应当是日期，现写的是“{1}”。",
                                        "写成年-月-日，例如 2026-02-10。"};
inline constexpr ProblemCode not_a_time{"cli.not_a_time", ErrorKind::invalid,
                                        "“{0}”应当是一天中的时刻，现写的是“{1}”。",
                                        "写成时:分，例如 08:30。"};
inline constexpr ProblemCode not_a_number{"cli.not_a_number", ErrorKind::invalid,
                                          "“{0}”应当是 {2} 至 {3} 之间的整数，现写的是“{1}”。",
                                          "填写 {2} 至 {3} 之间的整数，不带单位。"};

inline constexpr ProblemCode output_exists{"cli.output_exists", ErrorKind::conflict,
                                           "文件“{0}”已经存在，没有覆盖。", "换一个文件名。"};

inline constexpr ProblemCode config_unreadable{"config.unreadable", ErrorKind::not_found,
                                               "配置文件“{0}”打不开。",
                                               "检查路径是否写对，当前用户能否读取。"};
inline constexpr ProblemCode config_syntax{"config.syntax", ErrorKind::invalid,
                                           "配置文件“{0}”第{1}行第{2}列：{3}。", "{4}"};
inline constexpr ProblemCode config_unknown_section{"config.unknown_section", ErrorKind::invalid,
                                                    "{0}：没有“[{1}]”这一节。", "{2}"};
inline constexpr ProblemCode config_unknown_key{"config.unknown_key", ErrorKind::invalid,
                                                "{0}：[{1}] 里没有“{2}”这个键。", "{3}"};
inline constexpr ProblemCode config_unknown_variable{"config.unknown_variable", ErrorKind::invalid,
                                                     "环境变量“{0}”不对应任何配置。", "{1}"};
inline constexpr ProblemCode config_wrong_type{"config.wrong_type", ErrorKind::invalid,
                                               "{0}：“{1}”应当是{2}。", "按这个类型改写。"};
inline constexpr ProblemCode config_out_of_range{"config.out_of_range", ErrorKind::invalid,
                                                 "{0}：“{1}”现为 {2}，应当在 {3} 至 {4} 之间。",
                                                 "改为 {3} 至 {4} 之间的整数。"};
inline constexpr ProblemCode config_site_agency_missing{
    "config.site_agency_missing", ErrorKind::invalid, "没有写明本网站属于哪个行政机关。",
    "在配置里填写 site.agency。数据库里的机关：{0}。"};
inline constexpr ProblemCode config_not_a_network{
    "config.not_a_network", ErrorKind::invalid,
    "{1}：“server.trusted_proxies”里的“{0}”不是 IP 地址，也不是网段。",
    "写成 127.0.0.1 或者 10.0.0.0/8 这样。"};
inline constexpr ProblemCode config_not_a_choice{"config.not_a_choice", ErrorKind::invalid,
                                                 "{0}：“{1}”不能是“{2}”。", "可以写：{3}。"};
inline constexpr ProblemCode not_a_consultation{
    "cli.not_a_consultation", ErrorKind::invalid, "“--consult”不能是“{0}”。",
    "写成“种类,发出日期,收到意见日期,送达日期”，种类为 third-party、joint-agency 或 agency，没有的"
    "日期留空，例如 third-party,2026-03-02,,2026-03-04。"};

inline constexpr ProblemCode notify_test_nobody{
    "cli.notify_test_nobody", ErrorKind::invalid, "没有写明测试消息发给谁。",
    "至少写一个：--mail 邮箱、--short-message 手机号或者 --wechat 收件人。"};
inline constexpr ProblemCode file_not_written{"cli.file_not_written", ErrorKind::refused,
                                              "不能写入文件“{0}”。",
                                              "请确认文件夹存在、有写的权限、磁盘有空间。"};

}  // namespace gk::cli
