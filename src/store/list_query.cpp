#include "store/list_query.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::store {

namespace {

constexpr std::string_view escape = "\\";

// Its own signs stand for themselves.
std::string literal(std::string_view text) {
    std::string pattern(text);
    for (const std::string_view sign : {escape, std::string_view("%"), std::string_view("_")}) {
        pattern = text::replace_all(std::move(pattern), sign, std::string(escape).append(sign));
    }
    return pattern;
}

std::vector<Parameter> parameters_of(const std::vector<ListValue>& values) {
    std::vector<Parameter> parameters;
    parameters.reserve(values.size() + 2);
    for (const auto& value : values) {
        parameters.push_back(value.parameter());
    }
    return parameters;
}

}  // namespace

ListQuery::ListQuery(std::string_view columns, std::string_view tables)
    : columns_(columns), from_(" FROM " + std::string(tables)) {}

ListQuery& ListQuery::where(std::string_view condition, std::vector<ListValue> values) {
    conditions_.append(conditions_.empty() ? " WHERE (" : " AND (").append(condition).append(")");
    for (auto& value : values) {
        values_.push_back(std::move(value));
    }
    return *this;
}

ListQuery& ListQuery::where_one_of(std::string_view column,
                                   const std::vector<std::string>& values) {
    if (values.empty()) {
        return *this;
    }
    std::string condition(column);
    condition += " IN (";
    for (std::size_t at = 0; at < values.size(); ++at) {
        condition += at == 0 ? "?" : ", ?";
    }
    return where(condition + ")", {values.begin(), values.end()});
}

ListQuery& ListQuery::where_numbers(std::string_view column, std::vector<ListValue> numbers) {
    if (numbers.empty()) {
        return where("1 = 0");
    }
    std::string condition(column);
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        condition += at == 0 ? " IN (?" : ", ?";
    }
    return where(condition + ")", std::move(numbers));
}

ListQuery& ListQuery::where_contains(const std::vector<std::string_view>& columns,
                                     std::string_view text) {
    if (text::trim(text).empty()) {
        return *this;
    }
    const auto lower = text::lower_ascii(text::trim(text));
    // OPTIMIZATION: where there is no letter there is no case, and nothing to make lower.
    const bool has_letter = std::ranges::any_of(lower, [](char c) { return c >= 'a' && c <= 'z'; });
    std::string condition;
    std::vector<ListValue> values;
    for (const auto column : columns) {
        condition.append(condition.empty() ? "" : " OR ")
            .append(has_letter ? "strpos(lower(" : "strpos((")
            .append(column)
            .append("), ?) > 0");
        values.emplace_back(lower);
    }
    return where(condition, std::move(values));
}

ListQuery& ListQuery::where_begins(std::string_view column, std::string_view text) {
    return text.empty() ? *this
                        : where(std::string(column) + " LIKE ? ESCAPE '\\'", {literal(text) + "%"});
}

ListQuery& ListQuery::order_by(std::string_view column, Direction direction) {
    order_.append(order_.empty() ? " ORDER BY " : ", ")
        .append(column)
        .append(direction == Direction::descending ? " DESC" : "");
    return *this;
}

std::int64_t ListQuery::count(Snapshot& snapshot) const {
    auto row = snapshot.query_with("SELECT count(*)" + from_ + conditions_, parameters_of(values_));
    GK_ASSERT(row.next());
    return row.get<std::int64_t>(0);
}

Statement ListQuery::groups(Snapshot& snapshot, std::string_view columns) const {
    const std::string by(columns);
    return snapshot.query_with(
        "SELECT " + by + ", count(*)" + from_ + conditions_ + " GROUP BY " + by + " ORDER BY " + by,
        parameters_of(values_));
}

Statement ListQuery::rows(Snapshot& snapshot, std::int64_t offset, std::int64_t limit) const {
    return snapshot.query_with(
        "SELECT " + columns_ + from_ + conditions_ + order_ + " LIMIT ? OFFSET ?",
        page_parameters(offset, limit));
}

Statement ListQuery::rows_by(std::string_view key, Snapshot& snapshot, std::int64_t offset,
                             std::int64_t limit) const {
    const std::string column(key);
    return snapshot.query_with("SELECT " + columns_ + from_ + " WHERE " + column + " IN (SELECT " +
                                   column + from_ + conditions_ + order_ + " LIMIT ? OFFSET ?)" +
                                   order_,
                               page_parameters(offset, limit));
}

Statement ListQuery::counted_rows_by(std::string_view key, Snapshot& snapshot, std::int64_t offset,
                                     std::int64_t limit) const {
    const std::string column(key);
    return snapshot.query_with("SELECT " + columns_ + ", found_count" + from_ + " JOIN (SELECT " +
                                   column + " AS found_key, count(*) OVER () AS found_count" +
                                   from_ + conditions_ + order_ +
                                   " LIMIT ? OFFSET ?) found ON found_key = " + column + order_,
                               page_parameters(offset, limit));
}

std::vector<Parameter> ListQuery::page_parameters(std::int64_t offset, std::int64_t limit) const {
    GK_ASSERT(!order_.empty());
    auto parameters = parameters_of(values_);
    parameters.emplace_back(limit);
    parameters.emplace_back(offset);
    return parameters;
}

}  // namespace gk::store
