// Tasks and messages of whoever is signed in, and their counters.
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "application/list_service.hpp"
#include "letter/list_store.hpp"
#include "notify/task_service.hpp"
#include "web/api/json_answer.hpp"
#include "web/api/list.hpp"
#include "web/office/actor_names.hpp"
#include "web/office/rows.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::Call;
using api::Need;
using people::Permission;

json::string_view word(std::string_view text) {
    return {text.data(), text.size()};
}

// ---- tasks

api::Schema urgency_schema() {
    return api::choice("Urgency", notify::urgencies());
}

api::Schema item_schema() {
    return api::object("Task",
                       {{"id", "标识", api::text()},
                        {"agency", "机关", api::text()},
                        {"kind", "任务种类", api::text()},
                        {"object_kind", "所属事项种类", api::text_or_empty()},
                        {"object_id", "所属事项标识", api::text_or_empty()},
                        {"title", "任务内容", api::text()},
                        {"about", "所属事项", api::long_text_or_empty()},
                        {"role", "交给的角色", api::text(), Need::optional},
                        {"unit", "承办单位", api::text(), Need::optional},
                        {"status", "状态", api::choice("TaskStatus", notify::task_statuses())},
                        {"due_on", "应办结日期", api::date(), Need::optional},
                        {"urgency", "期限状态", urgency_schema()},
                        {"urgency_label", "期限状态的名称", api::text()},
                        {"light", "灯", api::text()},
                        {"icon", "图标", api::text()},
                        {"left", "剩余时间", api::text()},
                        {"working_days_left", "剩余工作日", api::number(-100'000), Need::optional},
                        {"is_mine", "由我办理", api::flag()},
                        {"is_by_hand", "可以单独完成", api::flag()},
                        {"given_by", "交办人", api::text_or_empty(500)},
                        actor_name_field("given_by", "交办人姓名"),
                        {"given_at", "交办时间", api::moment()},
                        {"ended_at", "结束时间", api::moment(), Need::optional}});
}

// What the tasks of a list call by its id only.
struct Names {
    ActorNames people;
    std::map<std::string, application::CaseName> cases;
    std::map<std::string, std::string> cases_of_letters;
};

Names names_of(store::Database& database, const std::vector<notify::TaskLine>& lines) {
    std::vector<std::string> givers;
    std::vector<std::string> cases;
    std::vector<std::string> letters;
    for (const auto& line : lines) {
        const auto& object = line.task.object;
        givers.push_back(line.task.given_by);
        if (object.kind == "case") {
            cases.push_back(object.public_id);
        } else if (object.kind == "letter") {
            letters.push_back(object.public_id);
        }
    }
    Names names{.people = ActorNames(database, givers), .cases = {}, .cases_of_letters = {}};
    database.read([&](store::Snapshot& snapshot) {
        names.cases_of_letters = letter::load_cases_of_letters(snapshot, letters);
        for (const auto& [letter, of] : names.cases_of_letters) {
            cases.push_back(of);
        }
        names.cases = application::load_case_names(snapshot, cases);
    });
    return names;
}

// What the case is about; of a letter, which does not name its case, with the number.
std::string about(const notify::Task& task, const Names& names) {
    const auto letter = names.cases_of_letters.find(task.object.public_id);
    const bool is_letter = letter != names.cases_of_letters.end();
    const auto of = names.cases.find(is_letter ? letter->second : task.object.public_id);
    if (of == names.cases.end()) {
        return {};
    }
    return is_letter ? of->second.number + " " + of->second.title : of->second.title;
}

json::object item_of(const notify::TaskLine& line, const Names& names) {
    const auto& task = line.task;
    json::object item{{"id", task.public_id},
                      {"agency", task.agency_code},
                      {"kind", task.kind},
                      {"object_kind", task.object.kind},
                      {"object_id", task.object.public_id},
                      {"title", task.title},
                      {"about", about(task, names)},
                      {"unit", api::json_of(task.to.unit)},
                      {"status", word(key(task.status))},
                      {"due_on", api::json_of(task.due.due_on)},
                      {"urgency", word(key(line.signal.urgency))},
                      {"urgency_label", word(label(line.signal.urgency))},
                      {"light", word(key(line.signal.light))},
                      {"icon", word(icon(line.signal))},
                      {"left", line.signal.text},
                      {"is_mine", line.is_mine},
                      {"is_by_hand", task.kind == notify::by_hand},
                      {"given_by", task.given_by},
                      {"given_by_name", names.people.of(task.given_by)},
                      {"given_at", task.given_at.iso()},
                      {"ended_at", api::json_of(task.ended_at)}};
    item["role"] = task.to.role ? json::value(word(people::key(*task.to.role))) : nullptr;
    item["working_days_left"] = line.signal.working_days_left
                                    ? json::value(*line.signal.working_days_left)
                                    : json::value(nullptr);
    return item;
}

std::optional<notify::ObjectReference> object_of(const api::Fields& fields) {
    if (!fields.has("object_kind") || !fields.has("object_id")) {
        return std::nullopt;
    }
    return notify::ObjectReference{fields.text("object_kind"), fields.text("object_id")};
}

Result<std::int64_t> load_tasks(const Call& call, const ListPart& part, const api::TakeRow& take,
                                const OfficeServices& services) {
    const auto& query = call.query;
    notify::TaskListRequest request;
    request.agency_code = query.text_if("agency");
    request.status =
        query.choice_if("status", notify::task_status_of).value_or(notify::TaskStatus::open);
    request.urgency = query.choice_if("urgency", notify::urgency_of);
    request.object = object_of(query);
    request.kind = query.text_if("kind").value_or("");
    request.limit = static_cast<int>(part.limit);
    request.offset = static_cast<int>(part.offset);
    GK_TRY(const auto list, notify::list_tasks(services.database, request, call.actor,
                                               call.now.date(), services.calendar));
    const auto names = names_of(services.database, list.lines);
    for (const auto& line : list.lines) {
        using Cell = document::SheetCell;
        const Cell cells[] = {line.task.title,
                              about(line.task, names),
                              std::string(label(line.signal.urgency)),
                              line.task.due.due_on ? Cell(*line.task.due.due_on) : Cell(),
                              line.signal.text,
                              line.task.to.unit.value_or(""),
                              std::string(label(line.task.status)),
                              line.task.given_at};
        take(item_of(line, names), cells);
    }
    return list.total;
}

api::ListSpec task_list(const OfficeServices& services) {
    return {.pattern = "/api/v1/tasks",
            .permission = Permission::sign_in,
            .things = "tasks",
            .summary = "任务",
            .filters = {{"agency", "机关（全部任务）", api::text(40), Need::optional},
                        {"status", "状态", api::choice("TaskStatus", notify::task_statuses()),
                         Need::optional},
                        {"urgency", "期限状态", urgency_schema(), Need::optional},
                        {"kind", "任务种类", api::text(), Need::optional},
                        {"object_kind", "所属事项种类", api::text(), Need::optional},
                        {"object_id", "所属事项标识", api::text(), Need::optional}},
            .sorts = {"due_on"},
            .direction = Direction::ascending,
            .item = item_schema(),
            .columns = {{"title", 50},
                        {"about", 40},
                        {"urgency", 12},
                        {"due_on", 14},
                        {"left", 18},
                        {"unit", 16},
                        {"status", 12},
                        {"given_at", 18}},
            .load = [&services](const Call& call, const ListPart& part, const api::TakeRow& take) {
                return load_tasks(call, part, take, services);
            }};
}

Result<Response> show_counts(const Call& call, const OfficeServices& services) {
    json::array counts;
    for (const auto& each : notify::count_own_tasks(services.database, call.actor, call.now.date(),
                                                    services.calendar)) {
        counts.push_back(json::object{{"kind", each.kind},
                                      {"urgency", word(key(each.urgency))},
                                      {"label", word(label(each.urgency))},
                                      {"icon", word(icon(each.urgency))},
                                      {"count", each.count}});
    }
    const auto messages = notify::list_messages(services.database, call.actor, true, 1, 0);
    return api::json_answer({{"tasks", std::move(counts)}, {"unread_messages", messages.unread}});
}

api::Schema counts_schema() {
    return api::object(
        "TaskCounts",
        {{"tasks", "待办",
          api::list(api::object("TaskCount", {{"kind", "任务种类", api::text()},
                                              {"urgency", "期限状态", urgency_schema()},
                                              {"label", "名称", api::text()},
                                              {"icon", "图标", api::text()},
                                              {"count", "件数", api::number()}}))},
         {"unread_messages", "未读消息", api::number()}});
}

Result<Response> give(const Call& call, const OfficeServices& services) {
    const auto& body = call.body;
    notify::HandTask given{.agency_code = body.text("agency"),
                           .object = object_of(body).value_or(notify::ObjectReference{}),
                           .title = body.text("title"),
                           .due_on = body.date_if("due_on")};
    given.to.role = body.choice_if("role", people::role_of);
    given.to.unit = body.text_if("unit");
    if (given.to.unit && !given.to.role) {
        given.to.role = people::Role::unit_officer;
    }
    GK_TRY(const auto id,
           notify::give_task_by_hand(services.database, given, call.actor, call.now));
    return api::json_answer({{"id", id}}, 201);
}

api::Schema hand_task_schema() {
    return api::object(
        "NewTask", {{"agency", "机关", api::text(40)},
                    {"title", "任务内容", api::text_or_empty(1'000)},
                    {"role", "交给的角色", api::choice("Role", people::roles()), Need::optional},
                    {"unit", "承办单位", api::text(40), Need::optional},
                    {"due_on", "应办结日期", api::date(), Need::optional},
                    {"object_kind", "所属事项种类", api::text(), Need::optional},
                    {"object_id", "所属事项标识", api::text(), Need::optional}});
}

Result<Response> finish(const Call& call, const OfficeServices& services) {
    GK_CHECK(notify::finish_task(services.database, call.argument("task"), call.actor, call.now));
    return api::empty_answer();
}

Result<Response> cancel(const Call& call, const OfficeServices& services) {
    GK_CHECK(notify::cancel_task(services.database, call.argument("task"), call.actor, call.now));
    return api::empty_answer();
}

// ---- messages

api::Schema message_schema() {
    return api::object("Message", {{"id", "标识", api::text()},
                                   {"agency", "机关", api::text()},
                                   {"kind", "种类", api::text()},
                                   {"object_kind", "所属事项种类", api::text_or_empty()},
                                   {"object_id", "所属事项标识", api::text_or_empty()},
                                   {"title", "标题", api::text(500)},
                                   {"content", "内容", api::long_text_or_empty()},
                                   {"sent_at", "时间", api::moment()},
                                   {"read_at", "阅读时间", api::moment(), Need::optional}});
}

std::int64_t load_messages(const Call& call, const ListPart& part, const api::TakeRow& take,
                           const OfficeServices& services) {
    const auto page = notify::list_messages(
        services.database, call.actor, call.query.flag_if("unread").value_or(false),
        static_cast<int>(part.limit), static_cast<int>(part.offset));
    for (const auto& message : page.messages) {
        const document::SheetCell cells[] = {message.title, message.content, message.sent_at};
        take(json::object{{"id", message.public_id},
                          {"agency", message.agency_code},
                          {"kind", message.kind},
                          {"object_kind", message.object.kind},
                          {"object_id", message.object.public_id},
                          {"title", message.title},
                          {"content", message.content},
                          {"sent_at", message.sent_at.iso()},
                          {"read_at", api::json_of(message.read_at)}},
             cells);
    }
    return page.total;
}

api::ListSpec message_list(const OfficeServices& services) {
    return {.pattern = "/api/v1/messages",
            .permission = Permission::sign_in,
            .things = "messages",
            .summary = "消息",
            .filters = {{"unread", "只看未读", api::flag(), Need::optional}},
            .sorts = {"sent_at"},
            .item = message_schema(),
            .columns = {{"title", 50}, {"content", 50}, {"sent_at", 18}},
            .load = [&services](const Call& call, const ListPart& part, const api::TakeRow& take)
                -> Result<std::int64_t> { return load_messages(call, part, take, services); }};
}

Result<Response> read(const Call& call, const OfficeServices& services) {
    GK_CHECK(
        notify::read_message(services.database, call.argument("message"), call.actor, call.now));
    return api::empty_answer();
}

Result<Response> read_all(const Call& call, const OfficeServices& services) {
    const int count = notify::read_all_messages(services.database, call.actor, call.now);
    return api::json_answer({{"count", count}});
}

}  // namespace

std::vector<api::ApiRoute> task_rows(const OfficeServices& services) {
    const auto of = [&services](auto handle) {
        return [&services, handle](const Call& call) { return handle(call, services); };
    };
    auto rows = api::list_routes(task_list(services));
    for (auto& row : api::list_routes(message_list(services))) {
        rows.push_back(std::move(row));
    }
    const auto add = [&](api::ApiRoute row) {
        row.permission = Permission::sign_in;
        rows.push_back(std::move(row));
    };
    add({.method = Method::get,
         .pattern = "/api/v1/task-counts",
         .permission = Permission::sign_in,
         .operation_id = "get_task_counts",
         .summary = "待办和未读消息的件数",
         .answer = counts_schema(),
         .handler = of(show_counts)});
    add({.method = Method::post,
         .pattern = "/api/v1/tasks",
         .permission = Permission::sign_in,
         .operation_id = "give_task",
         .summary = "交办任务",
         .body = hand_task_schema(),
         .answer = api::object("TaskGiven", {{"id", "标识", api::text()}}),
         .status = 201,
         .handler = of(give)});
    add({.method = Method::post,
         .pattern = "/api/v1/tasks/{task}/actions/finish",
         .permission = Permission::sign_in,
         .operation_id = "finish_task",
         .summary = "完成任务",
         .status = 204,
         .handler = of(finish)});
    add({.method = Method::post,
         .pattern = "/api/v1/tasks/{task}/actions/cancel",
         .permission = Permission::sign_in,
         .operation_id = "cancel_task",
         .summary = "取消任务",
         .status = 204,
         .handler = of(cancel)});
    add({.method = Method::post,
         .pattern = "/api/v1/messages/{message}/actions/read",
         .permission = Permission::sign_in,
         .operation_id = "read_message",
         .summary = "标记消息已读",
         .status = 204,
         .handler = of(read)});
    add({.method = Method::post,
         .pattern = "/api/v1/message-readings",
         .permission = Permission::sign_in,
         .operation_id = "read_all_messages",
         .summary = "全部消息标为已读",
         .answer = api::object("MessagesRead", {{"count", "条数", api::number()}}),
         .handler = of(read_all)});
    return rows;
}

}  // namespace gk::web::office
