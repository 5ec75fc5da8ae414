#include "web/office/todo.hpp"

#include <array>
#include <map>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "notify/task_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;

// What is not there calls for nothing.
json::value icon_of(const Counter& counter) {
    const auto icon = counter.icon;
    return icon.empty() || counter.count == 0
               ? json::value(nullptr)
               : json::value(json::string_view(icon.data(), icon.size()));
}

Result<Response> count_all(const api::Call& call, const OfficeServices& services) {
    json::array counters;
    for (const auto& make : todo_counters()) {
        for (const auto& counter : make(services, call.actor, call.now)) {
            counters.push_back(json::object{{"key", counter.key},
                                            {"label", counter.label},
                                            {"count", counter.count},
                                            {"address", counter.address},
                                            {"icon", icon_of(counter)}});
        }
    }
    return api::json_answer({{"counters", std::move(counters)}});
}

}  // namespace

std::span<const CountTodo> todo_counters() {
    static constexpr std::array<CountTodo, 5> counters = {
        count_tasks_and_messages, count_cases, count_letters, count_remedies, count_annual_reports};
    return counters;
}

std::vector<Counter> count_tasks_and_messages(const OfficeServices& services,
                                              const people::Actor& actor, Moment now) {
    std::map<notify::Urgency, std::int64_t> by_urgency;
    for (const auto& [kind, urgency, count] :
         notify::count_own_tasks(services.database, actor, now.date(), services.calendar)) {
        by_urgency[urgency] += count;
    }
    std::vector<Counter> counters;
    std::int64_t all = 0;
    for (const auto urgency : notify::urgencies()) {
        const std::string word(key(urgency));
        all += by_urgency[urgency];
        counters.push_back({"tasks_" + word, std::string(label(urgency)), by_urgency[urgency],
                            "/?urgency=" + word, notify::icon(urgency)});
    }
    counters.insert(counters.begin(), {"tasks", "待办事项", all, "/"});
    const auto messages = notify::list_messages(services.database, actor, true, 1, 0);
    counters.push_back({"messages", "未读消息", messages.unread, "/messages"});
    return counters;
}

std::vector<api::ApiRoute> todo_rows(const OfficeServices& services) {
    const auto counter =
        api::object("Counter", {{"key", "代码", api::text()},
                                {"label", "名称", api::text()},
                                {"count", "数量", api::number()},
                                {"address", "打开的列表", api::text()},
                                {"icon", "图标", api::text(), api::Need::optional}});
    return {{.method = Method::get,
             .pattern = "/api/v1/todo",
             .permission = people::Permission::sign_in,
             .operation_id = "count_todo",
             .summary = "待办数量",
             .answer = api::object("Todo", {{"counters", "数量", api::list(counter)}}),
             .handler = [services](const api::Call& call) { return count_all(call, services); }}};
}

}  // namespace gk::web::office
