#include "report/label_reader.hpp"

#include <algorithm>
#include <array>

namespace gk::report {

namespace {

using enum LabelKind;
using law::ApplicationRow;

FormLabel row_label(ApplicationRow row) {
    return {application_row, static_cast<std::uint8_t>(row)};
}

}  // namespace

void LabelReader::begin_stretch() {
    stretch_has_heads_ = false;
    stretch_has_rows_ = false;
    unknown_labels_ = 0;
}

HeadSet& LabelReader::set() {
    if (sets_.empty()) {
        sets_.emplace_back();
    }
    return sets_.back();
}

const HeadSet& LabelReader::heads() {
    return set();
}

std::size_t LabelReader::current_heads() {
    set();
    return sets_.size() - 1;
}

void LabelReader::open_heads(const LabelFound& found) {
    if (!is_open_) {
        sets_.emplace_back();
        set().first_row = found.row;
        is_open_ = true;
        stretch_has_heads_ = true;
    }
}

void LabelReader::add_head(const LabelFound& found, FormLabel label) {
    open_heads(found);
    set().cells.push_back({label, found.row, found.column, found.column_span, found.last_text});
    set().has_applicants = set().has_applicants || label.kind == applicant_column;
    set().has_remedies = set().has_remedies || label.kind == remedy_group ||
                         label.kind == remedy_result || label.kind == litigation_head;
}

std::optional<FormLabel> LabelReader::read(std::span<const LabelFound> run,
                                           std::optional<std::uint32_t> value_row, bool is_cells) {
    std::optional<FormLabel> row;
    const auto known = std::ranges::count_if(run, [](const LabelFound& found) {
        return found.label && found.label->kind != litigation_head;
    });
    for (const auto& found : run) {
        const bool is_row = value_row && &found == &run.back();
        row = found.label ? read_label(found, {value_row, is_cells, is_row, known == 1})
                          : read_unknown(found, is_row);
    }
    if (!value_row) {
        return std::nullopt;
    }
    if (!row && is_open_ && set().has_remedies) {
        row = FormLabel{litigation_head};
    }
    if (row) {
        stretch_has_rows_ = true;
        last_row_kind_ = row->kind;
    }
    is_open_ = false;
    return row;
}

// What the label is the row of; nothing where it is a head or a group.
std::optional<FormLabel> LabelReader::read_label(const LabelFound& found,
                                                 const Position& position) {
    const auto& label = *found.label;
    switch (label.kind) {
        case article_item:
        case content_head:
            is_open_ = is_open_ && !set().has_remedies && !set().has_applicants;
            open_heads(found);
            return std::nullopt;
        case proactive_item:
            if (!position.is_row) {
                add_head(found, label);
            }
            return label;
        case proactive_column:
        case remedy_group:
        case remedy_result:
            if (!position.is_row || !position.is_alone) {
                add_head(found, label);
            }
            return is_row_label(found, position) ? std::optional(label) : std::nullopt;
        case balance_note:
        case applicants_head:
        case organizations_head:
            open_heads(found);
            set().has_applicants = true;
            return std::nullopt;
        case applicant_column:
        case litigation_head:
            add_head(found, label);
            return std::nullopt;
        case outcomes_head:
        case outcome_group:
            return std::nullopt;
        case application_row:
            last_application_ = static_cast<ApplicationRow>(label.value);
            return label;
        case otherwise_closed:
            last_application_ = ApplicationRow::otherwise_closed;
            return row_label(ApplicationRow::otherwise_closed);
        case other:
            return read_other(found);
        case total:
            return read_total(found);
    }
    return std::nullopt;
}

// Whether the values belong to this one label, and not to all the heads before it.
bool LabelReader::is_row_label(const LabelFound& found, const Position& position) {
    if (!position.is_row || position.is_alone) {
        return position.is_row;
    }
    return position.is_cells && found.last_row == position.value_row && found.row > set().first_row;
}

std::optional<FormLabel> LabelReader::read_other(const LabelFound& found) {
    using enum ApplicationRow;
    if (is_open_ && set().has_applicants && found.number.kind == NumberKind::none) {
        add_head(found, {applicant_column,
                         static_cast<std::uint8_t>(law::ApplicantColumn::other_organization)});
        return std::nullopt;
    }
    constexpr std::array before = {otherwise_closed, otherwise_closed_no_correction,
                                   otherwise_closed_fee_unpaid};
    if (!last_application_ || std::ranges::find(before, *last_application_) == before.end()) {
        return std::nullopt;
    }
    last_application_ = otherwise_closed_other;
    return row_label(otherwise_closed_other);
}

std::optional<FormLabel> LabelReader::read_total(const LabelFound& found) {
    const bool is_head = is_open_ && found.number.kind == NumberKind::none;
    if (is_head && set().has_remedies) {
        add_head(found, {remedy_result, static_cast<std::uint8_t>(law::RemedyResult::total)});
        return std::nullopt;
    }
    if (is_head && set().has_applicants) {
        add_head(found, {applicant_column, static_cast<std::uint8_t>(law::ApplicantColumn::total)});
        return std::nullopt;
    }
    // Table 四 with a row for each result.
    if (is_behind_result() && found.number.kind == NumberKind::none) {
        return FormLabel{remedy_result, static_cast<std::uint8_t>(law::RemedyResult::total)};
    }
    if (!last_application_) {
        return std::nullopt;
    }
    last_application_ = ApplicationRow::outcomes_total;
    return row_label(ApplicationRow::outcomes_total);
}

// A label too garbled to be known, but with the number of the row that comes next.
std::optional<FormLabel> LabelReader::read_unknown(const LabelFound& found, bool is_row) {
    ++unknown_labels_;
    if (!is_row || !last_application_ || !stretch_has_rows_ ||
        found.number.kind == NumberKind::none) {
        return std::nullopt;
    }
    const auto next = static_cast<std::size_t>(*last_application_) + 1;
    if (next >= law::application_row_count) {
        return std::nullopt;
    }
    const auto row = static_cast<ApplicationRow>(next);
    if (FoldedText::of(law::label(row)).number() != found.number) {
        return std::nullopt;
    }
    last_application_ = row;
    return row_label(row);
}

}  // namespace gk::report
