// The SQL of a list: conditions that may or may not be there, order, a part of the rows, how many
// there are in all. Texts are constants of the program; what users give are values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/list_part.hpp"
#include "store/transaction.hpp"

namespace gk::store {

// A value that outlives the statement.
class ListValue {
public:
    ListValue(std::int64_t number) : number_(number) {}  // NOLINT: converts

    ListValue(std::string text) : text_(std::move(text)), is_text_(true) {}  // NOLINT: converts

    ListValue(std::string_view text) : ListValue(std::string(text)) {}  // NOLINT: converts

    ListValue(Date date) : ListValue(date.iso()) {}  // NOLINT: converts

    ListValue(Moment moment) : ListValue(moment.utc_ms) {}  // NOLINT: converts

    template <typename Of>
    ListValue(Id<Of> id) : ListValue(id.value) {}  // NOLINT: converts

    [[nodiscard]] Parameter parameter() const {
        return is_text_ ? Parameter(text_) : Parameter(number_);
    }

private:
    std::int64_t number_ = 0;
    std::string text_;
    bool is_text_ = false;
};

class ListQuery {
public:
    // ListQuery("c.id, c.name", "cases c JOIN agencies a ON a.id = c.agency_id")
    ListQuery(std::string_view columns, std::string_view tables);

    // "c.received_on >= ?"; all conditions must hold.
    ListQuery& where(std::string_view condition, std::vector<ListValue> values = {});

    // The same, where there is a value.
    template <typename Value>
    ListQuery& where_if(std::string_view condition, const std::optional<Value>& value) {
        return value ? where(condition, {ListValue(*value)}) : *this;
    }

    // One of these values; without any value there is no condition.
    ListQuery& where_one_of(std::string_view column, const std::vector<std::string>& values);

    // One of these rows; without any there is nothing to find.
    template <typename Of>
    ListQuery& where_among(std::string_view column, const std::vector<Id<Of>>& ids) {
        return where_numbers(column, {ids.begin(), ids.end()});
    }

    // The text stands anywhere in one of the columns; Latin letters in any case. Empty: no
    // condition. For lists of one agency: it reads all that the other conditions leave.
    ListQuery& where_contains(const std::vector<std::string_view>& columns, std::string_view text);

    // Empty: no condition.
    ListQuery& where_begins(std::string_view column, std::string_view text);

    // The last order must be one without equals, so that no row is on two pages.
    ListQuery& order_by(std::string_view column, Direction direction);

    [[nodiscard]] std::int64_t count(Snapshot& snapshot) const;
    // The columns and how often they are so: "state" gives rows of (state, count).
    [[nodiscard]] Statement groups(Snapshot& snapshot, std::string_view columns) const;
    [[nodiscard]] Statement rows(Snapshot& snapshot, std::int64_t offset, std::int64_t limit) const;
    // The same of one table with this key. OPTIMIZATION: which rows they are is found first, so
    // that an index which has all that is filtered and sorted by is enough for the others.
    [[nodiscard]] Statement rows_by(std::string_view key, Snapshot& snapshot, std::int64_t offset,
                                    std::int64_t limit) const;
    // The same, and after the columns how many there are in all. OPTIMIZATION: one pass over the
    // table instead of two, where no index answers the conditions. No row, no count: then it is
    // count() that tells.
    [[nodiscard]] Statement counted_rows_by(std::string_view key, Snapshot& snapshot,
                                            std::int64_t offset, std::int64_t limit) const;

private:
    [[nodiscard]] std::vector<Parameter> page_parameters(std::int64_t offset,
                                                         std::int64_t limit) const;
    ListQuery& where_numbers(std::string_view column, std::vector<ListValue> numbers);

    std::string columns_;
    std::string from_;
    std::string conditions_;
    std::string order_;
    std::vector<ListValue> values_;
};

}  // namespace gk::store
