#include "web/api/list.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "base/assert.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"

namespace gk::web::api {

namespace {

constexpr std::int64_t page_size_usual = 20;
constexpr std::int64_t page_max = 100'000;

std::string label_of(const Schema& item, std::string_view name) {
    const auto found = std::ranges::find(*item.fields, name, &Field::name);
    GK_ASSERT(found != item.fields->end());
    return found->label;
}

std::vector<Choice> sorts_of(const ListSpec& spec) {
    std::vector<Choice> sorts;
    for (const auto& field : spec.sorts) {
        sorts.push_back({field, label_of(spec.item, field)});
    }
    return sorts;
}

std::vector<document::SheetColumn> columns_of(const ListSpec& spec) {
    std::vector<document::SheetColumn> columns;
    for (const auto& [field, characters] : spec.columns) {
        columns.push_back({label_of(spec.item, field), characters});
    }
    return columns;
}

std::vector<Field> fields_of(const ListSpec& spec) {
    auto fields = spec.filters;
    fields.push_back({"sort", "排序", choice_of({}, sorts_of(spec)), Need::optional});
    fields.push_back({"order", "顺序",
                      choice_of({}, {{"ascending", "升序"}, {"descending", "降序"}}),
                      Need::optional});
    return fields;
}

ListPart part_of(const ListSpec& spec, const Call& call) {
    const auto order = call.query.text_if("order");
    auto direction = spec.direction;
    if (order) {
        direction = *order == "ascending" ? Direction::ascending : Direction::descending;
    }
    return {.sort = call.query.text_if("sort").value_or(spec.sorts.front()),
            .direction = direction};
}

Result<Response> answer_page(const ListSpec& spec, const Call& call) {
    const auto page = call.query.number_if("page").value_or(1);
    auto part = part_of(spec, call);
    part.limit = call.query.number_if("page_size").value_or(page_size_usual);
    part.offset = (page - 1) * part.limit;
    boost::json::array items;
    GK_TRY(const auto total,
           spec.load(call, part,
                     [&items](const boost::json::object& item,
                              std::span<const document::SheetCell>) { items.push_back(item); }));
    return list_answer(std::move(items), {.total = total,
                                          .page = static_cast<int>(page),
                                          .page_size = static_cast<int>(part.limit)});
}

Result<Response> answer_sheet(const ListSpec& spec, const Call& call) {
    auto part = part_of(spec, call);
    part.limit = export_rows_max;
    document::TableSheet sheet(spec.summary, columns_of(spec));
    GK_TRY(const auto total, spec.load(call, part,
                                       [&sheet](const boost::json::object&,
                                                std::span<const document::SheetCell> cells) {
                                           sheet.add_row(cells);
                                       }));
    if (total > export_rows_max) {
        return error(export_too_large, total, export_rows_max);
    }
    return file_answer(sheet.finish(), document::sheet_media_type,
                       spec.summary + call.now.date().iso() + ".xlsx");
}

}  // namespace

std::vector<ApiRoute> list_routes(const ListSpec& spec) {
    auto paged = fields_of(spec);
    paged.push_back({"page", "页码", number(1, page_max), Need::optional});
    paged.push_back({"page_size", "每页条数", number(1, page_size_max), Need::optional});
    return {{.method = Method::get,
             .pattern = spec.pattern,
             .permission = spec.permission,
             .operation_id = "list_" + spec.things,
             .summary = spec.summary + "列表",
             .query = std::move(paged),
             .answer = page_of({}, spec.item),
             .handler = [spec](const Call& call) { return answer_page(spec, call); }},
            {.method = Method::get,
             .pattern = spec.pattern + "/export.xlsx",
             .permission = spec.permission,
             .operation_id = "export_" + spec.things,
             .summary = "导出" + spec.summary,
             .query = fields_of(spec),
             .media_type = std::string(document::sheet_media_type),
             .handler = [spec](const Call& call) { return answer_sheet(spec, call); }}};
}

}  // namespace gk::web::api
