#include "document/table_sheet.hpp"

#include <utility>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/assert.hpp"
#include "base/text.hpp"
#include "document/scratch_file.hpp"

namespace gk::document {

namespace {

constexpr std::size_t cell_characters_max = 32'767;             // What Excel takes.
constexpr std::int64_t exact_number_max = 999'999'999'999'999;  // 15 digits, as Excel shows them.
constexpr std::int64_t ms_of_minute = 60'000;

std::string shortened(const std::string& text) {
    auto characters = text::decode(text);
    if (characters.size() <= cell_characters_max) {
        return text;
    }
    characters.resize(cell_characters_max - 1);
    characters += U'…';
    return text::encode(characters);
}

lxw_datetime datetime_of(Date date) {
    return {.year = date.year(),
            .month = static_cast<int>(date.month()),
            .day = static_cast<int>(date.day()),
            .hour = 0,
            .min = 0,
            .sec = 0};
}

lxw_datetime datetime_of(Moment moment) {
    auto datetime = datetime_of(moment.date());
    const auto minutes = (moment.utc_ms - first_moment(moment.date()).utc_ms) / ms_of_minute;
    datetime.hour = static_cast<int>(minutes / 60);
    datetime.min = static_cast<int>(minutes % 60);
    return datetime;
}

}  // namespace

struct TableSheet::Book {
    ScratchFile file;
    lxw_workbook* workbook = nullptr;
    lxw_worksheet* sheet = nullptr;
    lxw_format* date = nullptr;
    lxw_format* moment = nullptr;
    lxw_row_t row = 0;
    std::size_t column_count = 0;

    void write(lxw_col_t column, const SheetCell& cell) const {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            worksheet_write_string(sheet, row, column, shortened(*text).c_str(), nullptr);
        } else if (const auto* day = std::get_if<Date>(&cell)) {
            auto datetime = datetime_of(*day);
            worksheet_write_datetime(sheet, row, column, &datetime, date);
        } else if (const auto* at = std::get_if<Moment>(&cell)) {
            auto datetime = datetime_of(*at);
            worksheet_write_datetime(sheet, row, column, &datetime, moment);
        } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            if (*number > exact_number_max || *number < -exact_number_max) {
                const auto digits = std::to_string(*number);
                worksheet_write_string(sheet, row, column, digits.c_str(), nullptr);
            } else {
                worksheet_write_number(sheet, row, column, static_cast<double>(*number), nullptr);
            }
        }
    }
};

TableSheet::TableSheet(std::string_view name, const std::vector<SheetColumn>& columns)
    : book_(std::make_unique<Book>()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    book_->workbook = workbook_new_opt(book_->file.path().c_str(), &options);
    GK_ASSERT(book_->workbook != nullptr);
    book_->sheet = workbook_add_worksheet(book_->workbook, std::string(name).c_str());
    GK_ASSERT(book_->sheet != nullptr);
    book_->date = workbook_add_format(book_->workbook);
    format_set_num_format(book_->date, "yyyy-mm-dd");
    book_->moment = workbook_add_format(book_->workbook);
    format_set_num_format(book_->moment, "yyyy-mm-dd hh:mm");
    auto* head = workbook_add_format(book_->workbook);
    format_set_bold(head);
    format_set_bottom(head, LXW_BORDER_THIN);
    book_->column_count = columns.size();
    for (lxw_col_t column = 0; const auto& each : columns) {
        worksheet_set_column(book_->sheet, column, column, each.characters, nullptr);
        worksheet_write_string(book_->sheet, 0, column, each.title.c_str(), head);
        ++column;
    }
    worksheet_freeze_panes(book_->sheet, 1, 0);
    book_->row = 1;
}

TableSheet::~TableSheet() {
    if (book_->workbook != nullptr) {
        static_cast<void>(workbook_close(book_->workbook));
    }
}

void TableSheet::add_row(std::span<const SheetCell> cells) {
    GK_ASSERT(cells.size() == book_->column_count && book_->workbook != nullptr);
    for (lxw_col_t column = 0; const auto& cell : cells) {
        book_->write(column++, cell);
    }
    ++book_->row;
}

std::string TableSheet::finish() {
    auto* workbook = std::exchange(book_->workbook, nullptr);
    GK_ASSERT(workbook != nullptr);
    if (const auto failure = workbook_close(workbook); failure != LXW_NO_ERROR) {
        throw Fault(fmt::format("libxlsxwriter: {}", lxw_strerror(failure)));
    }
    return book_->file.bytes();
}

}  // namespace gk::document
