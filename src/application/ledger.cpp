#include "application/ledger.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "application/application_check.hpp"
#include "application/errors.hpp"
#include "application/ledger_words.hpp"
#include "base/number.hpp"
#include "base/problem_list.hpp"
#include "base/text.hpp"
#include "law/enum_table.hpp"
#include "law/personal_number.hpp"

namespace gk::application {

namespace {

struct Row {
    LedgerField value;
    std::string_view key;
    std::string_view label;
    bool is_required = false;
};

constexpr auto fields = law::enum_table(std::array{
    Row{LedgerField::number, "number", "申请编号"},
    Row{LedgerField::received_on, "received_on", "收到日期", true},
    Row{LedgerField::submitted_on, "submitted_on", "提交日期"},
    Row{LedgerField::channel, "channel", "提交方式"},
    Row{LedgerField::applicant_name, "applicant_name", "申请人", true},
    Row{LedgerField::applicant_kind, "applicant_kind", "申请人类别"},
    Row{LedgerField::identity_number, "identity_number", "证件号码"},
    Row{LedgerField::phone, "phone", "联系电话"},
    Row{LedgerField::email, "email", "电子邮箱"},
    Row{LedgerField::address, "address", "通信地址"},
    Row{LedgerField::title, "title", "申请内容", true},
    Row{LedgerField::description, "description", "内容描述"},
    Row{LedgerField::correction_asked_on, "correction_asked_on", "告知补正日期"},
    Row{LedgerField::correction_received_on, "correction_received_on", "收到补正日期"},
    Row{LedgerField::extension_working_days, "extension_working_days", "延期工作日"},
    Row{LedgerField::outcome, "outcome", "办理结果"},
    Row{LedgerField::concluded_on, "concluded_on", "答复日期"},
    Row{LedgerField::reply_number, "reply_number", "答复文号"},
    Row{LedgerField::remark, "remark", "备注"},
});

constexpr std::size_t titles_min = 3;

using Lines = std::vector<std::vector<std::string>>;

Lines lines_of(const document::Grid& grid) {
    Lines lines(static_cast<std::size_t>(grid.rows),
                std::vector<std::string>(static_cast<std::size_t>(grid.columns)));
    for (const auto& cell : grid.cells) {
        lines.at(static_cast<std::size_t>(cell.row)).at(static_cast<std::size_t>(cell.column)) =
            std::string(text::trim(cell.text));
    }
    return lines;
}

// "A" is 0, "AB" is 27; nothing for what is no column of a spreadsheet.
std::optional<int> column_of_letters(std::string_view letters) {
    constexpr std::size_t letters_max = 3;
    int column = 0;
    for (const char c : letters) {
        if (c < 'A' || c > 'Z') {
            return std::nullopt;
        }
        column = column * 26 + (c - 'A' + 1);
    }
    return letters.empty() || letters.size() > letters_max ? std::nullopt
                                                           : std::optional(column - 1);
}

std::optional<int> column_of(std::string_view choice, std::span<const std::string> titles) {
    const auto titled = std::ranges::find(titles, choice);
    if (titled != titles.end()) {
        return static_cast<int>(titled - titles.begin());
    }
    const auto column = column_of_letters(choice);
    return column && *column < static_cast<int>(titles.size()) ? column : std::nullopt;
}

// Reads the cells of one row, gathering what is wrong.
class RowReader {
public:
    RowReader(const LedgerTable& table, const LedgerColumns& columns, std::size_t index)
        : table_(table), columns_(columns), cells_(table.rows.at(index)) {}

    // Nothing stands in it, or the sum of the rows above.
    [[nodiscard]] bool is_blank() const {
        return std::ranges::all_of(cells_, [](const std::string& cell) { return cell.empty(); }) ||
               (text(LedgerField::received_on).empty() &&
                std::ranges::any_of(cells_, is_sum_in_ledger));
    }

    [[nodiscard]] std::string text(LedgerField field) const {
        const auto found = columns_.find(field);
        return found == columns_.end() ? "" : cells_.at(static_cast<std::size_t>(found->second));
    }

    std::string needed(LedgerField field) {
        auto value = text(field);
        if (value.empty()) {
            problems.add(error(field_missing, label(field)).at(title(field)));
        }
        return value;
    }

    template <typename Value>
    std::optional<Value> read(LedgerField field, std::optional<Value> (*of)(std::string_view),
                              std::string_view hint) {
        const auto value = text(field);
        if (value.empty()) {
            return std::nullopt;
        }
        const auto known = of(value);
        if (!known) {
            problems.add(error(field_invalid, label(field), value, hint).at(title(field)));
        }
        return known;
    }

    std::optional<Date> date(LedgerField field, Date today) {
        const auto date = read<Date>(field, ledger_date, "写成2025-03-01这样。");
        if (date && *date > today) {
            problems.add(error(date_in_future, label(field), date->chinese()).at(title(field)));
        }
        return date;
    }

    void order(LedgerField earlier, std::optional<Date> first, LedgerField later,
               std::optional<Date> second) {
        if (first && second && *second < *first) {
            problems.add(error(dates_crossed, label(later), second->chinese(), label(earlier),
                               first->chinese())
                             .at(title(later)));
        }
    }

    [[nodiscard]] std::string title(LedgerField field) const {
        const auto found = columns_.find(field);
        return found == columns_.end() ? std::string(label(field))
                                       : table_.titles.at(static_cast<std::size_t>(found->second));
    }

    ProblemList problems;

private:
    const LedgerTable& table_;
    const LedgerColumns& columns_;
    const std::vector<std::string>& cells_;
};

std::optional<int> days_of(std::string_view text) {
    const auto days = text::whole_number<int>(text);
    return days && *days > 0 ? days : std::nullopt;
}

IdentityKind identity_kind_of(std::string_view number) {
    if (law::is_credit_code(number)) {
        return IdentityKind::credit_code;
    }
    return law::is_identity_number(number) ? IdentityKind::identity_card
                                           : IdentityKind::other_document;
}

Applicant read_applicant(RowReader& reader) {
    Applicant applicant{.name = reader.needed(LedgerField::applicant_name)};
    applicant.kind = reader
                         .read<ApplicantKind>(LedgerField::applicant_kind, applicant_kind_named,
                                              "写自然人、商业企业、科研机构、社会公益组织、"
                                              "法律服务机构或者其他。")
                         .value_or(ApplicantKind::natural_person);
    applicant.identity_number = reader.text(LedgerField::identity_number);
    applicant.identity_kind = identity_kind_of(law::normalised_number(applicant.identity_number));
    applicant.contact = {.phone = reader.text(LedgerField::phone),
                         .email = reader.text(LedgerField::email),
                         .address = reader.text(LedgerField::address)};
    return applicant;
}

void read_outcome(RowReader& reader, LedgerRow& row) {
    constexpr std::string_view hint =
        "写年度报告表三的类别，例如“予以公开”“部分公开”“本机关不掌握”；不予公开的写明理由，"
        "还没有答复的不填。";
    const auto written = reader.text(LedgerField::outcome);
    if (!is_open_in_ledger(written)) {
        row.outcome = reader.read<law::Outcome>(LedgerField::outcome, ledger_outcome, hint);
    } else if (row.concluded_on) {
        reader.problems.add(error(field_invalid, label(LedgerField::outcome), written,
                                  "已经有答复日期的，请写明答复的结果。")
                                .at(reader.title(LedgerField::outcome)));
    }
}

// `received_on`: nothing where it cannot be read, which is said already.
void read_course(RowReader& reader, LedgerRow& row, std::optional<Date> received_on, Date today) {
    row.correction_asked_on = reader.date(LedgerField::correction_asked_on, today);
    row.correction_received_on = reader.date(LedgerField::correction_received_on, today);
    row.extension_working_days =
        reader.read<int>(LedgerField::extension_working_days, days_of, "写1至20之间的整数。");
    row.concluded_on = reader.date(LedgerField::concluded_on, today);
    read_outcome(reader, row);
    if (row.outcome && !row.concluded_on) {
        static_cast<void>(reader.needed(LedgerField::concluded_on));
    }
    if (!row.outcome && row.concluded_on) {
        static_cast<void>(reader.needed(LedgerField::outcome));
    }
    reader.order(LedgerField::received_on, received_on, LedgerField::concluded_on,
                 row.concluded_on);
    reader.order(LedgerField::received_on, received_on, LedgerField::correction_asked_on,
                 row.correction_asked_on);
    reader.order(LedgerField::correction_asked_on, row.correction_asked_on,
                 LedgerField::correction_received_on, row.correction_received_on);
    reader.order(LedgerField::submitted_on, row.submitted_on, LedgerField::received_on,
                 received_on);
}

}  // namespace

std::span<const LedgerField> ledger_fields() {
    return fields.values();
}

std::string_view key(LedgerField field) {
    return fields[field].key;
}

std::string_view label(LedgerField field) {
    return fields[field].label;
}

std::optional<LedgerField> ledger_field_of(std::string_view key) {
    return fields.value_of(key);
}

Result<LedgerTable> find_ledger(const document::Document& document) {
    for (const auto& block : document.blocks) {
        const auto* grid = std::get_if<document::Grid>(&block);
        if (grid == nullptr) {
            continue;
        }
        auto lines = lines_of(*grid);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (recognised_columns(lines[i]).size() >= titles_min) {
                LedgerTable table{.header_row = static_cast<int>(i) + 1,
                                  .titles = std::move(lines[i]),
                                  .rows = {}};
                lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
                table.rows = std::move(lines);
                return table;
            }
        }
    }
    return error(ledger_not_found);
}

LedgerColumns recognised_columns(std::span<const std::string> titles) {
    LedgerColumns columns;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (const auto field = field_named(titles[i])) {
            columns.emplace(*field, static_cast<int>(i));
        }
    }
    return columns;
}

Result<LedgerColumns> chosen_columns(LedgerColumns recognised, std::span<const std::string> titles,
                                     std::span<const std::string> choices) {
    ProblemList problems;
    for (const auto& choice : choices) {
        const auto at = choice.find('=');
        const auto field = ledger_field_of(std::string_view(choice).substr(0, at));
        if (at == std::string::npos || !field) {
            problems.add(error(field_invalid, "列的对应", choice,
                               "写成“字段=列标题”，例如 received_on=收文日期；字段见说明。")
                             .at("columns"));
            continue;
        }
        const auto named = choice.substr(at + 1);
        const auto column = column_of(named, titles);
        if (named.empty()) {
            recognised.erase(*field);
        } else if (column) {
            recognised[*field] = *column;
        } else {
            problems.add(error(field_invalid, label(*field), named, "表中没有这一列，请核对标题。")
                             .at("columns"));
        }
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return recognised;
}

Result<void> check_columns(const LedgerColumns& columns) {
    ProblemList problems;
    for (const auto& row : fields.rows()) {
        if (row.is_required && !columns.contains(row.value)) {
            problems.add(error(ledger_column_missing, row.label, row.key).at(row.label));
        }
    }
    return problems.empty() ? Result<void>() : Result<void>(std::move(problems).error());
}

Result<std::optional<LedgerRow>> read_ledger_row(const LedgerTable& table,
                                                 const LedgerColumns& columns, std::size_t index,
                                                 Date today) {
    RowReader reader(table, columns, index);
    if (reader.is_blank()) {
        return std::optional<LedgerRow>();
    }
    LedgerRow row{};
    row.row_number = table.header_row + 1 + static_cast<int>(index);
    row.number = reader.text(LedgerField::number);
    static_cast<void>(reader.needed(LedgerField::received_on));
    const auto received_on = reader.date(LedgerField::received_on, today);
    row.received_on = received_on.value_or(today);
    row.submitted_on = reader.date(LedgerField::submitted_on, today).value_or(row.received_on);
    row.channel = reader
                      .read<law::Channel>(LedgerField::channel, channel_named,
                                          "写当面、邮寄、平信、互联网、电子邮件或者传真。")
                      .value_or(law::Channel::counter);
    row.application.applicant = read_applicant(reader);
    row.application.wanted.title = reader.needed(LedgerField::title);
    row.application.wanted.description = reader.text(LedgerField::description);
    row.reply_number = reader.text(LedgerField::reply_number);
    row.remark = reader.text(LedgerField::remark);
    read_course(reader, row, received_on, today);
    if (!reader.problems.empty()) {
        return std::move(reader.problems).error();
    }
    row.application = normalised(std::move(row.application));
    return std::optional(std::move(row));
}

}  // namespace gk::application
