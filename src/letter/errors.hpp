// The problems of letters, with the message a clerk reads.
#pragma once

#include "base/problem.hpp"

namespace gk::letter {

inline constexpr ProblemCode letter_unknown{"letter.unknown", ErrorKind::not_found,
                                            "没有找到这份文书。",
                                            "请从办件的文书列表中打开，或者核对链接是否完整。"};

inline constexpr ProblemCode kind_unknown{"letter.kind_unknown", ErrorKind::not_found,
                                          "没有名为“{}”的文书种类。",
                                          "请从文书种类列表中选择，例如 correction_notice。"};

inline constexpr ProblemCode not_permitted{"letter.not_permitted", ErrorKind::forbidden,
                                           "您在这个机关没有“{}”的权限。",
                                           "需要办理时，请联系本单位的安全管理员授予相应角色。"};

inline constexpr ProblemCode action_not_now{"letter.action_not_now", ErrorKind::refused,
                                            "这份{0}现在是“{1}”，不能{2}。", "现在可以做的：{3}。"};

inline constexpr ProblemCode own_letter{"letter.own_letter", ErrorKind::refused,
                                        "这份文书由您（或者委托您的人）起草，不能由您{}。",
                                        "请交由另一位有权限的人员办理。"};

inline constexpr ProblemCode changed_by_another{
    "letter.changed_by_another", ErrorKind::conflict,
    "文书已被他人改动：现为第{0}版，您看到的是第{1}版。这次操作没有保存。",
    "请重新打开文书，核对后再操作。"};

inline constexpr ProblemCode value_missing{"letter.value_missing", ErrorKind::invalid,
                                           "没有填写“{0}”。", "请填写：{1}。"};

inline constexpr ProblemCode value_invalid{"letter.value_invalid", ErrorKind::invalid,
                                           "“{0}”填写的“{1}”不符合要求。", "请{2}。"};

inline constexpr ProblemCode value_too_long{"letter.value_too_long", ErrorKind::invalid,
                                            "“{0}”超过{1}个字，或者含有不能识别的字符。",
                                            "请缩短，内容较多的作为附件。"};

inline constexpr ProblemCode value_unknown{"letter.value_unknown", ErrorKind::invalid,
                                           "“{0}”不使用名为“{1}”的内容。",
                                           "请核对文书种类，去掉这一项。"};

inline constexpr ProblemCode values_unreadable{
    "letter.values_unreadable", ErrorKind::invalid, "各项内容应当是名称和文字的对照表。",
    "请用这种文书的占位符名称作为项目名，内容都写成文字。"};

inline constexpr ProblemCode placeholder_unknown{
    "letter.placeholder_unknown", ErrorKind::invalid, "第{0}段的占位符“{1}”不能用于“{2}”。",
    "请改用这种文书的占位符列表中的名称，注意没有错别字。"};

inline constexpr ProblemCode placeholder_left{"letter.placeholder_left", ErrorKind::invalid,
                                              "第{0}段还有没有填写的占位符“{1}”。",
                                              "请把它改成实际内容后再上传。"};

inline constexpr ProblemCode statement_missing{"letter.statement_missing", ErrorKind::refused,
                                               "“{0}”应当写明：{1}。模板中没有。",
                                               "请在正文中加入“{2}”。"};

inline constexpr ProblemCode remedy_missing{
    "letter.remedy_missing", ErrorKind::refused,
    "这份{}没有告知申请行政复议和提起行政诉讼的途径和期限。", "请恢复救济告知的段落后再保存。"};

inline constexpr ProblemCode title_missing{"letter.title_missing", ErrorKind::invalid,
                                           "没有找到标题。", "标题应当是文件的第一行文字。"};

inline constexpr ProblemCode addressee_missing{
    "letter.addressee_missing", ErrorKind::invalid, "没有找到主送对象。",
    "主送对象应当在标题之后单独成行，以全角冒号结尾，例如“申请人甲：”。"};

inline constexpr ProblemCode text_missing{"letter.text_missing", ErrorKind::invalid,
                                          "没有找到正文。", "请在标题和主送对象之后写正文。"};

inline constexpr ProblemCode text_too_long{"letter.text_too_long", ErrorKind::invalid,
                                           "文书超过{}个字。", "内容较多的，请作为附件。"};

inline constexpr ProblemCode pattern_invalid{
    "letter.pattern_invalid", ErrorKind::invalid, "发文字号的格式“{}”不能使用。",
    "写成“机关代字〔{{{{年}}}}〕{{{{序号}}}}号”，年和序号各出现一次，总长不超过60个字。"};

inline constexpr ProblemCode dated_in_future{"letter.dated_in_future", ErrorKind::invalid,
                                             "成文日期{}在今天之后。",
                                             "请填写今天或者以前的日期。"};

inline constexpr ProblemCode comment_missing{"letter.comment_missing", ErrorKind::invalid,
                                             "{}时没有写明意见。", "请写明原因或者需要修改什么。"};

inline constexpr ProblemCode delivery_dates_wrong{"letter.delivery_dates_wrong", ErrorKind::invalid,
                                                  "{0}{1}不能早于{2}，也不能晚于今天。",
                                                  "请核对日期。"};

inline constexpr ProblemCode delivery_unknown{"letter.delivery_unknown", ErrorKind::not_found,
                                              "这份文书没有第{}次送达。", "请核对送达记录。"};

inline constexpr ProblemCode release_not_reviewed{
    "letter.release_not_reviewed", ErrorKind::refused,
    "随文书提供的文件还没有通过公开审查，不能送达。",
    "请由保密审查员审查每一份文件；未通过的，先从文书中移除。"};

inline constexpr ProblemCode severance_missing{
    "letter.severance_missing", ErrorKind::refused,
    "部分公开的，应当记明文件中哪些内容没有提供、依据哪一条。", "请先填写区分处理记录。"};

inline constexpr ProblemCode severance_incomplete{"letter.severance_incomplete", ErrorKind::invalid,
                                                  "第{}条区分处理记录没有写明位置或者理由。",
                                                  "请写明不予公开的内容在文件中的位置和理由。"};

inline constexpr ProblemCode released_file_unknown{"letter.released_file_unknown",
                                                   ErrorKind::not_found, "这份文书没有附这个文件。",
                                                   "请核对附件列表。"};

inline constexpr ProblemCode release_closed{"letter.release_closed", ErrorKind::refused,
                                            "这个文件已经作出审查结论“{}”，不能再改。",
                                            "需要更换时，请移除后重新添加。"};

inline constexpr ProblemCode files_closed{"letter.files_closed", ErrorKind::refused,
                                          "文书已经{}，不能再增减所附的文件。",
                                          "需要补充的，请另行制作文书。"};

inline constexpr ProblemCode not_docx{"letter.not_docx", ErrorKind::invalid,
                                      "这不是docx文件，不能作为文书使用。",
                                      "请用Word或WPS另存为docx后再上传。"};

inline constexpr ProblemCode number_taken_back{"letter.number_taken_back", ErrorKind::refused,
                                               "这个序列已经用到第{0}号，不能改为接着第{1}号。",
                                               "序号只能向后跳，请填写不小于{0}的数。"};

inline constexpr ProblemCode seal_failed{"letter.seal_failed", ErrorKind::refused,
                                         "电子印章服务没有盖章（{}）。",
                                         "请核对印章服务的设置，或者打印后加盖实物印章。"};

inline constexpr ProblemCode seal_not_set{
    "letter.seal_not_set", ErrorKind::refused, "没有设置电子印章服务。",
    "请打印后加盖实物印章；需要使用电子印章的，请联系系统管理员。"};

inline constexpr ProblemCode not_signed{"letter.not_signed", ErrorKind::refused,
                                        "这份文书现在是“{}”，不能盖章。",
                                        "签发以后、送达以前才能加盖电子印章。"};

}  // namespace gk::letter
