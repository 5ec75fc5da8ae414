// The problems of tasks, messages and what is sent out.
#pragma once

#include "base/problem.hpp"

namespace gk::notify {

inline constexpr ProblemCode task_not_found{"notify.task_not_found", ErrorKind::not_found,
                                            "没有找到这项任务。",
                                            "可能已经由别人完成或者取消，请刷新列表。"};

inline constexpr ProblemCode task_not_open{"notify.task_not_open", ErrorKind::conflict,
                                           "这项任务已经{}，不能再{}。",
                                           "请刷新列表，核对现在的状态。"};

inline constexpr ProblemCode task_is_of_a_case{"notify.task_is_of_a_case", ErrorKind::refused,
                                               "这项任务随办理进度自动完成，不能单独{}。",
                                               "请打开任务所属的事项，在那里继续办理。"};

inline constexpr ProblemCode task_title_blank{"notify.task_title_blank", ErrorKind::invalid,
                                              "没有填写任务的内容。", "请写明要做什么。"};

inline constexpr ProblemCode task_title_long{"notify.task_title_long", ErrorKind::invalid,
                                             "任务的内容有{}个字，最多{}个字。",
                                             "请缩短，细节写在所属的事项里。"};

inline constexpr ProblemCode task_due_past{"notify.task_due_past", ErrorKind::invalid,
                                           "完成期限{}早于今天。", "请填写今天或者以后的日期。"};

inline constexpr ProblemCode task_nobody{"notify.task_nobody", ErrorKind::invalid,
                                         "没有写明任务交给谁。",
                                         "请选择一个角色、一个承办单位或者一个人。"};

inline constexpr ProblemCode task_not_allowed{"notify.task_not_allowed", ErrorKind::forbidden,
                                              "您没有在这个机关{}任务的权限。",
                                              "请联系公开工作机构的经办人。"};

inline constexpr ProblemCode message_not_found{"notify.message_not_found", ErrorKind::not_found,
                                               "没有找到这条消息。", "请刷新消息列表。"};

inline constexpr ProblemCode settings_not_allowed{
    "notify.settings_not_allowed", ErrorKind::forbidden, "您没有修改这个机关提醒设置的权限。",
    "请联系公开工作机构负责人或者系统管理员。"};

inline constexpr ProblemCode settings_changed{
    "notify.settings_changed", ErrorKind::conflict,
    "提醒设置已被他人改动：现为第{}版，您看到的是第{}版。这次没有保存。",
    "请核对现在的设置和您填写的，再保存一次。"};

inline constexpr ProblemCode light_days_invalid{
    "notify.light_days_invalid", ErrorKind::invalid,
    "黄灯从剩{0}个工作日、红灯从剩{1}个工作日开始，这样的设置不成立。",
    "两个数都填0至{2}，并且红灯的不大于黄灯的。"};

inline constexpr ProblemCode reminder_days_invalid{
    "notify.reminder_days_invalid", ErrorKind::invalid, "提醒的天数不对。",
    "填写最多{}个从大到小、互不相同的工作日数，每个为0至{}，例如 5、3、1、0。"};

inline constexpr ProblemCode escalation_days_invalid{
    "notify.escalation_days_invalid", ErrorKind::invalid, "逾期{0}个工作日后上报，这个天数不对。",
    "填写0至{1}的整数，0表示到期当天。"};

inline constexpr ProblemCode escalation_role_invalid{
    "notify.escalation_role_invalid", ErrorKind::invalid, "{}不办理公开业务，不能作为上报对象。",
    "请选择一个办理公开业务的角色，例如公开工作机构负责人。"};

inline constexpr ProblemCode time_unreadable{"notify.time_unreadable", ErrorKind::invalid,
                                             "“{}”不是一天中的时刻。",
                                             "写成“时:分”，例如 08:30；到一天的最后写 24:00。"};

inline constexpr ProblemCode sending_hours_invalid{
    "notify.sending_hours_invalid", ErrorKind::invalid,
    "发送邮件和短信的时段不对：开始要早于结束。",
    "填写同一天之内的两个时刻，例如 08:30 至 20:00。"};

inline constexpr ProblemCode outgoing_not_found{"notify.outgoing_not_found", ErrorKind::not_found,
                                                "没有找到这条待发的邮件或短信。",
                                                "请运行“gongkai notify status”核对编号。"};

inline constexpr ProblemCode outgoing_not_failed{"notify.outgoing_not_failed", ErrorKind::conflict,
                                                 "这条邮件或短信没有发送失败，不用重发。",
                                                 "只有状态为“发送失败”的可以重发。"};

inline constexpr ProblemCode channel_off{"notify.channel_off", ErrorKind::refused,
                                         "没有配置{0}，发不出去。",
                                         "请在配置文件的 [notify] 中填写 {1}。"};

inline constexpr ProblemCode sending_failed{"notify.sending_failed", ErrorKind::refused,
                                            "没有发出去：{}。", "请核对配置、网络和对方服务。"};

}  // namespace gk::notify
