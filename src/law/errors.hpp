// The problems that the rules of law answer with. A code is stable and never reused.
#pragma once

#include "base/problem.hpp"

namespace gk::law {

// What no law of that date answers, and what this program does not model of an old law.
inline constexpr ProblemCode no_law_in_force{"law.no_law_in_force", ErrorKind::refused,
                                             "{0}没有可适用的生效规定。",
                                             "请核对日期；《条例》自2008年5月1日起施行。"};
inline constexpr ProblemCode not_modelled{
    "law.not_modelled", ErrorKind::refused,
    "{0}适用2007年公布的《条例》，除答复期限和延期外，本系统不计算当时的规定。",
    "请按当时的规定人工办理。"};

// Dates and counts.
inline constexpr ProblemCode count_out_of_range{"law.count_out_of_range", ErrorKind::invalid,
                                                "从{0}起数{1}个工作日超出了可计算的范围。",
                                                "工作日数填0至{2}之间，日期不晚于{3}年。"};
inline constexpr ProblemCode date_out_of_range{"law.date_out_of_range", ErrorKind::invalid,
                                               "{0}超出了可计算的范围。", "日期不晚于{1}年。"};
inline constexpr ProblemCode dates_out_of_order{"law.dates_out_of_order", ErrorKind::invalid,
                                                "{0}（{1}）早于{2}（{3}）。", "请核对这两个日期。"};

// Receipt, art. 31.
inline constexpr ProblemCode signature_missing{
    "law.signature_missing", ErrorKind::invalid,
    "以{0}方式提交的申请没有签收日期，不能确定收到申请之日。", "请填写本机关签收邮件的日期。"};
inline constexpr ProblemCode not_of_channel{"law.not_of_channel", ErrorKind::invalid,
                                            "以{0}方式提交的申请没有{1}。",
                                            "请核对提交方式，或者去掉这个日期。"};
inline constexpr ProblemCode event_before_receipt{"law.event_before_receipt", ErrorKind::refused,
                                                  "尚未与申请人确认，申请还没有收到，不能{0}。",
                                                  "请先与申请人确认，并填写双方确认日期。"};

// Correction, art. 30.
inline constexpr ProblemCode correction_asked_twice{
    "law.correction_asked_twice", ErrorKind::refused, "补正只能一次性告知，现记录了{0}次。",
    "补正后仍不明确的，依法作出答复，不再告知补正。"};
inline constexpr ProblemCode correction_not_asked{"law.correction_not_asked", ErrorKind::invalid,
                                                  "收到了补正材料，但没有告知补正的日期。",
                                                  "请填写发出补正告知书的日期。"};

// Reply period, extension and deferral, arts. 33 and 35.
inline constexpr ProblemCode extension_too_long{"law.extension_too_long", ErrorKind::refused,
                                                "延长的期限最长为{0}个工作日，现填{1}个。",
                                                "填写1至{0}之间的天数。"};
inline constexpr ProblemCode extension_not_positive{
    "law.extension_not_positive", ErrorKind::invalid, "延长答复期限的天数应当是正数，现填{1}个。",
    "填写1至{0}之间的天数。"};
inline constexpr ProblemCode extension_without_consent{
    "law.extension_without_consent", ErrorKind::refused,
    "延长答复期限没有经政府信息公开工作机构负责人同意。", "先报工作机构负责人同意。"};
inline constexpr ProblemCode extension_without_notice{
    "law.extension_without_notice", ErrorKind::refused, "延长答复期限没有告知申请人。",
    "向申请人发出延期答复告知书。"};
inline constexpr ProblemCode deferral_not_later{"law.deferral_not_later", ErrorKind::invalid,
                                                "延迟答复的期限（{0}）不晚于原答复期限（{1}）。",
                                                "填写晚于原答复期限的日期。"};

// Fees: 信息处理费管理办法 arts. 4 to 6.
inline constexpr ProblemCode fee_not_notified{"law.fee_not_notified", ErrorKind::invalid,
                                              "已缴费，但没有申请人收到收费通知的日期。",
                                              "请填写申请人收到收费通知的日期。"};
inline constexpr ProblemCode fee_count_out_of_range{
    "law.fee_count_out_of_range", ErrorKind::invalid, "不能按{0}{1}计算信息处理费。",
    "填写0至{2}之间的整数。"};
inline constexpr ProblemCode fee_not_due{"law.fee_not_due", ErrorKind::invalid,
                                         "{0}{1}在不收费的范围内，不能收取信息处理费。", "{2}"};
inline constexpr ProblemCode fee_amount_wrong{"law.fee_amount_wrong", ErrorKind::invalid,
                                              "{0}{1}应收{2}，现填{3}元。",
                                              "请核对金额和{0}，与收费通知书一致。"};

inline constexpr ProblemCode remedies_not_modelled{
    "law.remedies_not_modelled", ErrorKind::refused,
    "{0}适用2023年修订以前的《行政复议法》，本系统不提供当时的救济告知。",
    "2024年1月1日起的答复才能由本系统写明救济途径；此前的请按当时的法律人工填写。"};

}  // namespace gk::law
