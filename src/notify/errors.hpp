// The problems of tasks, messages and what is sent out.
#pragma once

#include "base/problem.hpp"

namespace gk::notify {

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

inline constexpr ProblemCode sending_hours_invalid{
    "notify.sending_hours_invalid", ErrorKind::invalid,
    "发送邮件和短信的时段不对：开始要早于结束。",
    "填写同一天之内的两个时刻，例如 08:30 至 20:00。"};

}  // namespace gk::notify
