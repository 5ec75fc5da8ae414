#include "remedy/remedy_tasks_service.hpp"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "notify/service.hpp"

namespace gk::remedy {

namespace {

constexpr std::string_view reply_task = "remedy.reply";
constexpr std::string_view new_reply_task = "remedy.new_reply";

std::string_view reply_title(law::RemedyGroup group) {
    return is_litigation(group) ? "提交答辩状" : "提交行政复议答复书";
}

}  // namespace

void bring_tasks_along(store::Transaction& transaction, const RemedyCase& of,
                       const Standing& standing, std::string_view actor_name, Moment now) {
    const notify::DueDate due{standing.owed_by,
                              standing.suspended_on ? notify::Pace::paused : notify::Pace::running};
    std::vector<notify::WantedTask> wanted;
    const auto want = [&](std::string_view kind, std::string_view what) {
        wanted.push_back({.kind = std::string(kind),
                          .to = notify::to_role(people::Role::clerk),
                          .title = fmt::format("{}：{}", what, of.title),
                          .due = due});
    };
    if (standing.copy_received_on && !standing.replied_on && standing.decision == nullptr) {
        want(reply_task, reply_title(of.group));
    }
    if (standing.is_new_reply_owed) {
        want(new_reply_task, "重新答复");
    }
    notify::keep_tasks(transaction, of.agency, {std::string(object_kind), of.public_id}, wanted,
                       actor_name, now);
}

}  // namespace gk::remedy
