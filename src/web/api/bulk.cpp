#include "web/api/bulk.hpp"

#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "web/api/json_answer.hpp"

namespace gk::web::api {

namespace {

namespace json = boost::json;

Schema answer_schema() {
    const auto problem = object("BulkProblem", {{"code", "问题代码", text()},
                                                {"message", "原因", long_text()},
                                                {"hint", "办法", long_text_or_empty()}});
    const auto state = choice_of(
        "BulkState", {{"possible", "可以办理"}, {"done", "已办理"}, {"refused", "不能办理"}});
    const auto result = object("BulkResult", {{"id", "编号", text()},
                                              {"state", "结果", state},
                                              {"problem", "原因", problem, Need::optional}});
    return object("BulkAnswer", {{"is_preview", "预览", flag()},
                                 {"results", "逐项结果", list(result)},
                                 {"good_count", "可以或已经办理", number()},
                                 {"refused_count", "不能办理", number()}});
}

json::object result_of(const std::string& id, bool is_preview, const Result<void>& became) {
    json::object result{{"id", id}};
    if (became) {
        result["state"] = is_preview ? "possible" : "done";
        result["problem"] = nullptr;
        return result;
    }
    const auto& first = became.error().first();
    result["state"] = "refused";
    result["problem"] =
        json::object{{"code", first.code}, {"message", first.message}, {"hint", first.hint}};
    return result;
}

Result<Response> answer(const BulkSpec& spec, const Call& call) {
    const bool is_preview = call.body.flag("is_preview");
    json::array results;
    std::int64_t good_count = 0;
    for (const auto& id : call.body.texts("ids")) {
        const auto became = is_preview ? spec.permit(call, id) : spec.act(call, id);
        good_count += became ? 1 : 0;
        results.push_back(result_of(id, is_preview, became));
    }
    const auto count = static_cast<std::int64_t>(results.size());
    return json_answer({{"is_preview", is_preview},
                        {"results", std::move(results)},
                        {"good_count", good_count},
                        {"refused_count", count - good_count}});
}

}  // namespace

ApiRoute bulk_route(BulkSpec spec) {
    std::vector<Field> fields = {{"ids", "办理的对象", list(text(), bulk_things_max, 1)},
                                 {"is_preview", "只看结果，不办理", flag()}};
    fields.insert(fields.end(), spec.fields.begin(), spec.fields.end());
    return {.method = Method::post,
            .pattern = spec.pattern,
            .permission = spec.permission,
            .operation_id = spec.operation_id,
            .summary = spec.summary,
            .body = object({}, std::move(fields)),
            .answer = answer_schema(),
            .handler = [spec = std::move(spec)](const Call& call) { return answer(spec, call); }};
}

}  // namespace gk::web::api
