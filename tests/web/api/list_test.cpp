#include "web/api/list.hpp"

#include <algorithm>
#include <variant>

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/extract.hpp"
#include "support/both_databases.hpp"
#include "web/api/api_client.hpp"
#include "web/api/bulk.hpp"
#include "web/api/errors.hpp"
#include "web/errors.hpp"

namespace gk::web::api {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace json = boost::json;

// Numbers from 1 to `count`, sorted by themselves.
ListSpec numbers(std::int64_t count) {
    return {.pattern = "/api/v1/numbers",
            .permission = people::Permission::everyone,
            .things = "numbers",
            .summary = "数字",
            .filters = {{"least", "最小", number(), Need::optional}},
            .sorts = {"value", "name"},
            .direction = Direction::ascending,
            .item = object("Number", {{"value", "大小", number()},
                                      {"name", "名称", text(), Need::optional},
                                      {"sort", "排序", text()}}),
            .columns = {{"value", 10}, {"name", 10}},
            .load = [count](const Call& call, const ListPart& part,
                            const TakeRow& take) -> Result<std::int64_t> {
                const auto least = call.query.number_if("least").value_or(1);
                const auto total = count - least + 1;
                for (auto at = part.offset; at < std::min(total, part.offset + part.limit); ++at) {
                    const bool is_up = part.direction == Direction::ascending;
                    const auto value = is_up ? least + at : count - at;
                    const document::SheetCell cells[] = {value,
                                                         "第" + std::to_string(value) + "个"};
                    take(json::object{{"value", value}, {"sort", part.sort}}, cells);
                }
                return total;
            }};
}

class ApiList : public ::testing::Test {
protected:
    test::ThrowawayDatabase throwaway_{store::Dialect::sqlite};
    std::unique_ptr<store::Database> database_ = throwaway_.open();
    FixedClock clock_{Date(2026, 3, 1)};
};

TEST_F(ApiList, answers_a_page_with_the_total) {
    ApiClient client(list_routes(numbers(45)), *database_, clock_);
    const auto first = json_of(client.get("/api/v1/numbers"));
    EXPECT_EQ(first.at("items").as_array().size(), 20U);
    EXPECT_EQ(first.at("total"), 45);
    EXPECT_EQ(first.at("items").at(0).at("sort"), "value");
    const auto last = json_of(client.get("/api/v1/numbers?page=3&sort=name&order=descending"));
    EXPECT_EQ(last.at("items").as_array().size(), 5U);
    EXPECT_EQ(last.at("items").at(0).at("value"), 5);
    EXPECT_EQ(last.at("items").at(0).at("sort"), "name");
    EXPECT_EQ(last.at("page"), 3);
    EXPECT_THAT(problem_codes(client.get("/api/v1/numbers?page_size=101&sort=other")),
                ElementsAre("web.choice_unknown at sort", "web.number_out_of_range at page_size"));
}

TEST_F(ApiList, exports_all_that_the_filters_leave) {
    ApiClient client(list_routes(numbers(300)), *database_, clock_);
    const auto answer = client.get("/api/v1/numbers/export.xlsx?least=200");
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.body.starts_with("PK"));
    EXPECT_THAT(std::string(answer.headers.get("Content-Disposition")),
                HasSubstr("filename*=UTF-8''%E6%95%B0%E5%AD%972026-03-01.xlsx"));
}

TEST_F(ApiList, calls_a_column_and_an_order_as_its_items_call_the_field) {
    const auto rows = list_routes(numbers(2));
    const auto sort = std::ranges::find(rows.front().query, "sort", &Field::name);
    EXPECT_EQ(sort->schema.choices.at(0).label, "大小");
    EXPECT_EQ(sort->schema.choices.at(1).label, "名称");
    ApiClient client(rows, *database_, clock_);
    const auto sheet =
        document::extract_here(client.get("/api/v1/numbers/export.xlsx").body, "a.xlsx");
    ASSERT_TRUE(sheet.has_value());
    const auto& heads = std::get<document::Grid>(sheet->blocks.back()).cells;
    EXPECT_EQ(heads.at(0).text, "大小");
    EXPECT_EQ(heads.at(1).text, "名称");
}

TEST_F(ApiList, does_not_cut_an_export_in_silence) {
    ApiClient client(list_routes(numbers(export_rows_max + 1)), *database_, clock_);
    EXPECT_THAT(problem_codes(client.get("/api/v1/numbers/export.xlsx")),
                ElementsAre("web.export_too_large"));
}

TEST_F(ApiList, previews_an_act_on_many_things_before_it_is_done) {
    std::vector<std::string> done;
    const auto permit = [](const Call&, const std::string& id) -> Result<void> {
        return id == "b" ? Result<void>(error(thing_not_found)) : Result<void>();
    };
    ApiClient client({bulk_route({.pattern = "/api/v1/things/bulk/close",
                                  .permission = people::Permission::everyone,
                                  .operation_id = "close_things",
                                  .summary = "批量办结",
                                  .permit = permit,
                                  .act =
                                      [&](const Call& call, const std::string& id) {
                                          auto became = permit(call, id);
                                          if (became) {
                                              done.push_back(id);
                                          }
                                          return became;
                                      }})},
                     *database_, clock_);
    const auto preview =
        json_of(client.post("/api/v1/things/bulk/close", R"({"ids":["a","b"],"is_preview":true})"));
    EXPECT_TRUE(done.empty());
    EXPECT_EQ(preview.at("results").at(0).at("state"), "possible");
    EXPECT_EQ(preview.at("results").at(1).at("state"), "refused");
    EXPECT_EQ(preview.at("results").at(1).at("problem").at("code"), "web.thing_not_found");
    EXPECT_EQ(preview.at("good_count"), 1);
    const auto answer = json_of(
        client.post("/api/v1/things/bulk/close", R"({"ids":["a","b","c"],"is_preview":false})"));
    EXPECT_THAT(done, ElementsAre("a", "c"));
    EXPECT_EQ(answer.at("results").at(2).at("state"), "done");
    EXPECT_EQ(answer.at("refused_count"), 1);
    EXPECT_THAT(
        problem_codes(client.post("/api/v1/things/bulk/close", R"({"ids":[],"is_preview":true})")),
        ElementsAre("web.list_too_short at ids"));
}

}  // namespace
}  // namespace gk::web::api
