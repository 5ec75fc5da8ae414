// The problems of a form that is being filled in. The messages name the field as its label does.
#pragma once

#include "base/problem.hpp"

namespace gk::application::started {

inline constexpr ProblemCode form_not_found{
    "started_form.not_found", ErrorKind::not_found,
    "没有找到这份申请表：链接不完整，或者已经超过保存期限。",
    "请使用保存时的完整链接；已超过期限的，请从“依申请公开”重新开始填写。"};
inline constexpr ProblemCode form_submitted{"started_form.submitted", ErrorKind::refused,
                                            "这份申请表已经提交，不能再改动。",
                                            "需要补充或者更改的，请在“办理进度”中办理。"};
inline constexpr ProblemCode field_not_text{"started_form.field_not_text", ErrorKind::invalid,
                                            "“{}”里有无法识别的字符。", "请删去后重新填写。"};

inline constexpr ProblemCode field_missing{"started_form.field_missing", ErrorKind::invalid,
                                           "请填写{}。"};
inline constexpr ProblemCode information_missing{
    "started_form.information_missing", ErrorKind::invalid,
    "请写明您要的信息：名称、文号、其他特征描述，至少填写一项。"};
inline constexpr ProblemCode choice_missing{"started_form.choice_missing", ErrorKind::invalid,
                                            "请选择{}。"};
inline constexpr ProblemCode field_too_long{"started_form.field_too_long", ErrorKind::invalid,
                                            "{}最多{}个字，您填写了{}个字。"};
inline constexpr ProblemCode agency_unknown{"started_form.agency_unknown", ErrorKind::invalid,
                                            "选择的受理机关不在列表中。",
                                            "请在列表中重新选择受理机关。"};
inline constexpr ProblemCode number_length{"started_form.number_length", ErrorKind::invalid,
                                           "{}应为{}位，您填写了{}位。"};
inline constexpr ProblemCode identity_number_wrong{
    "started_form.identity_number_wrong", ErrorKind::invalid,
    "{}的出生日期或者最后一位校验码不对。", "请对照证件逐位核对。"};
inline constexpr ProblemCode credit_code_wrong{
    "started_form.credit_code_wrong", ErrorKind::invalid,
    "统一社会信用代码的最后一位校验码不对，或者用了不会出现的字母I、O、S、V、Z。",
    "请对照登记证照逐位核对。"};
inline constexpr ProblemCode phone_wrong{"started_form.phone_wrong", ErrorKind::invalid,
                                         "填写的不是手机号码。",
                                         "手机号码以13至19开头；没有手机的，请改选其他联系途径。"};
inline constexpr ProblemCode telephone_wrong{"started_form.telephone_wrong", ErrorKind::invalid,
                                             "{}应为7至15位数字，您填写了{}位。",
                                             "固定电话请带区号，例如0993-0000000。"};
inline constexpr ProblemCode email_wrong{"started_form.email_wrong", ErrorKind::invalid,
                                         "电子邮箱的写法不完整。",
                                         "应当像 name@example.cn 这样，中间有一个 @。"};
inline constexpr ProblemCode form_needs_other_route{
    "started_form.form_needs_other_route", ErrorKind::invalid, "{}不能通过{}提供。",
    "请改选邮寄、当面领取或者现场查阅；要在网上获取的，提供形式请选电子文档。"};

inline constexpr ProblemCode too_many_files{"started_form.too_many_files", ErrorKind::invalid,
                                            "一份申请表最多上传{}个文件。",
                                            "请先删除不需要的文件，或者把几页合成一个PDF。"};
inline constexpr ProblemCode website_filled{"started_form.website_filled", ErrorKind::invalid,
                                            "“网站”一栏应当留空，用来挡住自动程序。",
                                            "请清空这一栏后再提交；它可能是浏览器自动填写的。"};
inline constexpr ProblemCode wait_before_submitting{"started_form.wait_before_submitting",
                                                    ErrorKind::refused, "还需要等候{}秒才能提交。",
                                                    "内容已经保存，不会丢失。"};
inline constexpr ProblemCode too_many{"started_form.too_many", ErrorKind::refused,
                                      "同一网络地址在短时间内的操作太多，暂时不能继续。",
                                      "请在{}后再试；已经填写的内容仍然保留。"};

}  // namespace gk::application::started
