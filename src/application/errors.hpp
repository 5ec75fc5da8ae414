// The problems of applications.
#pragma once

#include "base/problem.hpp"

namespace gk::application {

// Finding and seeing.
inline constexpr ProblemCode case_unknown{"application.case_unknown", ErrorKind::not_found,
                                          "没有找到这件申请。", "请核对申请编号，或者从列表打开。"};
inline constexpr ProblemCode case_is_itself{"application.case_is_itself", ErrorKind::invalid,
                                            "{0}就是这件申请自己的申请编号。",
                                            "请填写另一件申请的申请编号。"};
inline constexpr ProblemCode not_answered_yet{
    "application.not_answered_yet", ErrorKind::refused,
    "{0}还没有作出答复，这件申请不能标为重复申请。",
    "两件申请可以先关联；作出答复以后，再次申请相同信息的，才是重复申请。"};
inline constexpr ProblemCode not_permitted{"application.not_permitted", ErrorKind::forbidden,
                                           "{0}需要“{1}”的权限，您没有。",
                                           "请由有这项权限的人员办理，或者请他授权代行。"};
inline constexpr ProblemCode changed_by_another{
    "application.changed_by_another", ErrorKind::conflict,
    "这件申请已被他人改动：现为第{0}版，您看到的是第{1}版。这次操作没有保存。",
    "请重新打开这件申请，核对后再操作。"};

inline constexpr ProblemCode settings_changed{
    "application.settings_changed", ErrorKind::conflict,
    "收到日期的设置已被他人改动：现为第{0}版，您看到的是第{1}版。这次没有保存。",
    "请核对现在的设置和您填写的，再保存一次。"};
inline constexpr ProblemCode receipt_not_of_channel{"application.receipt_not_of_channel",
                                                    ErrorKind::invalid, "{0}不能以{1}为收到之日。",
                                                    "请选择双方确认之日或者提交之日。"};

// What can follow on what.
inline constexpr ProblemCode action_not_now{"application.action_not_now", ErrorKind::refused,
                                            "这件申请现在是“{0}”，不能{1}。",
                                            "现在可以做的：{2}。"};
inline constexpr ProblemCode not_of_kind{"application.not_of_kind", ErrorKind::refused,
                                         "{0}没有“{1}”这一步。", "请选择适用于这类申请的操作。"};
inline constexpr ProblemCode already_done{"application.already_done", ErrorKind::refused,
                                          "{0}已经{1}，不能再次{1}。", "{2}"};
inline constexpr ProblemCode nothing_pending{"application.nothing_pending", ErrorKind::refused,
                                             "没有{0}，不能{1}。", "{2}"};
inline constexpr ProblemCode second_person{"application.second_person", ErrorKind::refused,
                                           "{0}是您{1}的，不能由您{2}。",
                                           "请由另一位有权限的人员{2}。"};
inline constexpr ProblemCode reply_overdue{
    "application.reply_overdue", ErrorKind::refused, "答复期限已于{0}届满，不能{1}。",
    "延长答复期限要在期限届满以前决定并告知申请人；请尽快作出答复。"};
inline constexpr ProblemCode release_not_reviewed{
    "application.release_not_reviewed", ErrorKind::refused,
    "公开的内容还没有通过公开审查，不能{0}。", "请先由审查人员完成公开审查（先审查、后公开）。"};
inline constexpr ProblemCode third_party_not_told{
    "application.third_party_not_told", ErrorKind::refused,
    "第三方不同意公开，而决定公开的内容和理由还没有书面告知第三方，不能送达申请人。",
    "请先办理“告知第三方公开决定”。"};
inline constexpr ProblemCode answer_not_delivered{
    "application.answer_not_delivered", ErrorKind::refused, "答复“{0}”还没有送达申请人，不能办结。",
    "请先登记送达。"};

// What an outcome needs.
inline constexpr ProblemCode outcome_not_supported{
    "application.outcome_not_supported", ErrorKind::refused, "{0}，不能以“{1}”答复。", "{2}"};

// What an act says.
inline constexpr ProblemCode field_missing{"application.field_missing", ErrorKind::invalid,
                                           "请填写{0}。"};
inline constexpr ProblemCode field_invalid{"application.field_invalid", ErrorKind::invalid,
                                           "{0}“{1}”的写法不对。", "{2}"};
inline constexpr ProblemCode parts_wrong{"application.parts_wrong", ErrorKind::invalid,
                                         "拆分成的各件现写了{0}件；应当是2至{1}件，没有空行。",
                                         "请一行写一件，写明这一件所要的信息。"};
inline constexpr ProblemCode text_too_long{"application.text_too_long", ErrorKind::invalid,
                                           "{0}有{1}个字，最多{2}个字。",
                                           "请删减，或者作为附件提交。"};
inline constexpr ProblemCode date_in_future{"application.date_in_future", ErrorKind::invalid,
                                            "{0}（{1}）晚于今天。", "请填写已经到来的日期。"};
inline constexpr ProblemCode dates_crossed{"application.dates_crossed", ErrorKind::invalid,
                                           "{0}（{1}）应当晚于{2}（{3}）。", "请核对这两个日期。"};
inline constexpr ProblemCode event_unknown{"application.event_unknown", ErrorKind::invalid,
                                           "没有可以{0}的第{1}号记录。",
                                           "请从办理过程中选择要{0}的记录。"};
inline constexpr ProblemCode event_stays{"application.event_stays", ErrorKind::refused,
                                         "“{0}”的记录不能撤销。", "{1}"};
inline constexpr ProblemCode event_needed{"application.event_needed", ErrorKind::refused,
                                          "撤销“{0}”以后，后面的“{1}”（{2}）不能成立。",
                                          "请先撤销后面的记录。"};

inline constexpr ProblemCode file_unknown{"application.file_unknown", ErrorKind::not_found,
                                          "没有找到这个附件。",
                                          "请重新选择文件上传，或者从材料列表打开。"};

// The fee.
inline constexpr ProblemCode fee_without_measures{
    "application.fee_without_measures", ErrorKind::refused,
    "这件申请于{0}提出，那时还没有生效的信息处理费标准，不能收费。",
    "请不收费，继续办理这件申请。"};
inline constexpr ProblemCode fee_charged_twice{
    "application.fee_charged_twice", ErrorKind::refused,
    "同一申请人{0}年{1}月的各件申请已经通知缴纳{2}元，{3}；现填{4}元，重复计收了。",
    "请核对金额，或者不再通知；先前的通知有误的，先在那件申请中撤销“通知缴费”。"};

// The letters of a case.
inline constexpr ProblemCode letter_of_another_case{"application.letter_of_another_case",
                                                    ErrorKind::invalid, "这份文书属于另一件申请。",
                                                    "请选择这件申请的文书。"};
inline constexpr ProblemCode letter_of_another_kind{
    "application.letter_of_another_kind", ErrorKind::invalid, "这份文书是{0}，而这里需要的是{1}。",
    "请选择相应的文书，或者先起草。"};
inline constexpr ProblemCode outcome_without_letter{"application.outcome_without_letter",
                                                    ErrorKind::refused, "“{}”没有固定的答复文书。",
                                                    "请按办结的原因选择一种文书起草。"};
inline constexpr ProblemCode letter_not_delivered{
    "application.letter_not_delivered", ErrorKind::refused, "{0}还没有送达，期限不能起算。",
    "请先签发并登记送达，再办理这一步。"};

inline constexpr ProblemCode letter_sent_already{"application.letter_sent_already",
                                                 ErrorKind::refused, "这份文书已经于{}送出。",
                                                 "需要再次送达的，请打开这份文书登记。"};
inline constexpr ProblemCode letter_nothing_to_sign_for{
    "application.letter_nothing_to_sign_for", ErrorKind::refused,
    "这份文书没有等待签收的送达记录。", "请先登记送达；已经签收的不需要再登记。"};

// Ledgers that are imported.
inline constexpr ProblemCode ledger_not_found{
    "application.ledger_not_found", ErrorKind::invalid,
    "文件中没有找到台账：没有一行标题认得出收到日期、申请人、申请内容。",
    "请核对文件；标题写在一行，每件申请写在一行。"};
inline constexpr ProblemCode ledger_column_missing{"application.ledger_column_missing",
                                                   ErrorKind::invalid, "台账中没有认出“{0}”一列。",
                                                   "请在“列的对应”里选定它是哪一列；用命令行的，"
                                                   "加 --column {1}=列标题。"};

}  // namespace gk::application
