// The problems of reconsiderations and lawsuits.
#pragma once

#include "base/problem.hpp"

namespace gk::remedy {

inline constexpr ProblemCode remedy_not_found{"remedy.not_found", ErrorKind::not_found,
                                              "没有找到这件复议或者诉讼。",
                                              "请核对编号；也可能是您没有查看的权限。"};

inline constexpr ProblemCode remedy_not_allowed{"remedy.not_allowed", ErrorKind::forbidden,
                                                "您没有在这个机关{}的权限。",
                                                "请联系公开工作机构的经办人。"};

inline constexpr ProblemCode action_not_now{"remedy.action_not_now", ErrorKind::refused,
                                            "这件{0}现在是“{1}”，不能{2}。", "现在可以做的：{3}。"};

inline constexpr ProblemCode only_reconsideration{"remedy.only_reconsideration", ErrorKind::refused,
                                                  "行政诉讼不能{}。", "这一步只有行政复议才有。"};

inline constexpr ProblemCode only_litigation{"remedy.only_litigation", ErrorKind::refused,
                                             "行政复议不能{}。",
                                             "对复议决定不服而起诉的，另外登记一件“复议后起诉”。"};

inline constexpr ProblemCode without_application{"remedy.without_application", ErrorKind::refused,
                                                 "这件{}没有关联申请，不能{}。",
                                                 "履行情况请用“补充材料”记录。"};

inline constexpr ProblemCode changed_by_another{
    "remedy.changed_by_another", ErrorKind::conflict,
    "这件复议或者诉讼已被他人改动：现为第{0}版，您看到的是第{1}版。这次操作没有保存。",
    "请重新打开，核对后再操作。"};

inline constexpr ProblemCode field_missing{"remedy.field_missing", ErrorKind::invalid,
                                           "请填写{}。"};

inline constexpr ProblemCode field_not_used{"remedy.field_not_used", ErrorKind::invalid,
                                            "{0}时不填{1}。", "请去掉这一项。"};

inline constexpr ProblemCode text_too_long{"remedy.text_too_long", ErrorKind::invalid,
                                           "{0}有{1}个字，最多{2}个字。",
                                           "请缩短，或者把全文作为材料上传。"};

inline constexpr ProblemCode date_in_future{"remedy.date_in_future", ErrorKind::invalid,
                                            "{0}（{1}）晚于今天。", "请填写已经发生的日期。"};

inline constexpr ProblemCode date_too_early{"remedy.date_too_early", ErrorKind::invalid,
                                            "{0}（{1}）早于前一步的日期（{2}）。",
                                            "请核对这两个日期；前一步填错的，先撤销那条记录。"};

inline constexpr ProblemCode due_not_later{"remedy.due_not_later", ErrorKind::invalid,
                                           "重新答复的期限（{0}）早于{1}。",
                                           "请填写决定或者裁判限定的日期。"};

inline constexpr ProblemCode extension_out_of_range{
    "remedy.extension_out_of_range", ErrorKind::invalid, "延长{0}日不在可以延长的范围内。",
    "填写1至{1}之间的天数。"};

inline constexpr ProblemCode decision_of_other_kind{
    "remedy.decision_of_other_kind", ErrorKind::invalid, "{0}的结果应当从{1}中选择。",
    "请重新选择结果。"};

inline constexpr ProblemCode decision_not_final{"remedy.decision_not_final", ErrorKind::invalid,
                                                "“{}”不是一项结果。",
                                                "中止请用“登记中止”；没有审结的不用登记结果。"};

inline constexpr ProblemCode counting_to_choose{
    "remedy.counting_to_choose", ErrorKind::invalid,
    "“{0}”计入年度报告哪一项，各地做法不一，需要您选定。", "通常选“{1}”。"};

inline constexpr ProblemCode counting_reason_missing{
    "remedy.counting_reason_missing", ErrorKind::invalid,
    "“{0}”通常计入“{1}”，现选“{2}”，没有写明理由。", "请写明为什么这样计。"};

inline constexpr ProblemCode counting_rule_twice{"remedy.counting_rule_twice", ErrorKind::invalid,
                                                 "“{}”写了两次。", "每种结果只写一行。"};

inline constexpr ProblemCode act_not_cancellable{
    "remedy.act_not_cancellable", ErrorKind::invalid, "第{0}条记录不能撤销。",
    "只能撤销最后一条还有效的记录；登记本身不能撤销，登记错了的请办结并写明原因。"};

inline constexpr ProblemCode application_unknown{
    "remedy.application_unknown", ErrorKind::invalid, "没有找到申请编号为“{}”的申请。",
    "请核对申请编号；没有在本系统办理的申请可以不填。"};

inline constexpr ProblemCode preceding_unknown{"remedy.preceding_unknown", ErrorKind::invalid,
                                               "没有找到起诉以前的那件行政复议“{}”。",
                                               "请从本机关的行政复议中选择；没有登记的可以不填。"};

inline constexpr ProblemCode paper_unknown{"remedy.paper_unknown", ErrorKind::not_found,
                                           "没有找到这份材料。",
                                           "材料可能已经删除，或者不是为这件复议、诉讼上传的。"};

inline constexpr ProblemCode dossier_too_large{"remedy.dossier_too_large", ErrorKind::refused,
                                               "案卷的文件共{0} MB，超过一次导出的{1} MB。",
                                               "请从办理过程和文书中分别下载文件。"};

inline constexpr ProblemCode dossier_file_unreadable{
    "remedy.dossier_file_unreadable", ErrorKind::refused, "“{}”不能转为页面，案卷不能合成一个PDF。",
    "请导出ZIP，其中有这个文件本身。"};

}  // namespace gk::remedy
