#include "report/form_label.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "law/report_format.hpp"

namespace gk::report {

namespace {

using law::ReportFormat;

struct KnownLabel {
    std::u16string body;
    FormLabel label;
    LabelNumber number;
    std::uint64_t letters = 0;
};

struct Alias {
    std::string_view text;
    FormLabel label;
};

template <typename Enum>
constexpr FormLabel label_of(LabelKind kind, Enum value) {
    return {kind, static_cast<std::uint8_t>(value)};
}

// What reports print in place of the words of the form.
const std::array aliases = {
    Alias{"其他规范性文件",
          label_of(LabelKind::proactive_item, law::ProactiveItem::normative_documents)},
    Alias{"行政事业收费", label_of(LabelKind::proactive_item, law::ProactiveItem::fees)},
    Alias{"集中采购", label_of(LabelKind::proactive_item, law::ProactiveItem::central_procurement)},
    Alias{"现行有效数", label_of(LabelKind::proactive_column, law::ProactiveColumn::in_force)},
    Alias{"制发件数", label_of(LabelKind::proactive_column, law::ProactiveColumn::issued)},
    Alias{"废止件数", label_of(LabelKind::proactive_column, law::ProactiveColumn::repealed)},
    Alias{"新制作数量", label_of(LabelKind::proactive_column, law::ProactiveColumn::newly_made)},
    Alias{"新公开数量", label_of(LabelKind::proactive_column, law::ProactiveColumn::newly_public)},
    Alias{"公开总数量", label_of(LabelKind::proactive_column, law::ProactiveColumn::total_public)},
    Alias{"上年项目数量",
          label_of(LabelKind::proactive_column, law::ProactiveColumn::items_last_year)},
    Alias{"本年增减数", label_of(LabelKind::proactive_column, law::ProactiveColumn::change)},
    Alias{"收费金额", label_of(LabelKind::proactive_column, law::ProactiveColumn::amount_10k_yuan)},
    Alias{"采购金额", label_of(LabelKind::proactive_column, law::ProactiveColumn::amount)},
    Alias{"法人和其他组织", {LabelKind::organizations_head}},
    Alias{"法人组织", {LabelKind::organizations_head}},
    Alias{"本年度新收政府信息公开申请数量",
          label_of(LabelKind::application_row, law::ApplicationRow::newly_received)},
    Alias{"上年度结转政府信息公开申请数量",
          label_of(LabelKind::application_row, law::ApplicationRow::carried_in)},
    Alias{"本年度办结结果", {LabelKind::outcomes_head}},
    Alias{"本年办理结果", {LabelKind::outcomes_head}},
    Alias{"未经复议直接诉讼",
          label_of(LabelKind::remedy_group, law::RemedyGroup::direct_litigation)},
    Alias{"直接起诉", label_of(LabelKind::remedy_group, law::RemedyGroup::direct_litigation)},
    Alias{"经复议后起诉",
          label_of(LabelKind::remedy_group, law::RemedyGroup::litigation_after_reconsideration)},
    Alias{"合计", {LabelKind::total}},
    Alias{"总数", {LabelKind::total}},
    Alias{"其他组织", {LabelKind::other}},
};

std::uint64_t letter_set(std::u16string_view body) {
    std::uint64_t letters = 0;
    for (const auto c : body) {
        letters |= std::uint64_t{1} << ((c * 0x9E3779B1U) >> 26U);
    }
    return letters;
}

struct BodyHash {
    using is_transparent = void;

    std::size_t operator()(std::u16string_view body) const {
        return std::hash<std::u16string_view>{}(body);
    }
};

class Dictionary {
public:
    static const Dictionary& instance() {
        static const Dictionary dictionary;
        return dictionary;
    }

    [[nodiscard]] const std::vector<KnownLabel>& labels() const { return labels_; }

    // The groups that stand before their rows, at times in one cell with them.
    [[nodiscard]] std::span<const KnownLabel> groups() const { return groups_; }

    [[nodiscard]] const KnownLabel* find(std::u16string_view body) const {
        const auto found = by_body_.find(body);
        return found == by_body_.end() ? nullptr : &labels_[found->second];
    }

private:
    Dictionary() {
        for (const auto format : {ReportFormat::trial_2019, ReportFormat::form_2021}) {
            add_proactive(format);
            for (const auto row : law::application_rows(format)) {
                add(law::label(row), row_label(row));
                add_group(row);
            }
        }
        add(law::content_head, {LabelKind::content_head});
        add(law::applicants_head, {LabelKind::applicants_head});
        add(law::organizations_head, {LabelKind::organizations_head});
        add(law::cross_check_sentence, {LabelKind::balance_note});
        add(law::outcomes_head, {LabelKind::outcomes_head});
        add(law::litigation_head, {LabelKind::litigation_head});
        for (const auto column : law::applicant_columns()) {
            add(law::label(column), column_label(column));
        }
        for (const auto group : law::remedy_groups()) {
            add(law::label(group), label_of(LabelKind::remedy_group, group));
        }
        for (const auto result : law::remedy_results()) {
            add(law::label(result), result == law::RemedyResult::total
                                        ? FormLabel{LabelKind::total}
                                        : label_of(LabelKind::remedy_result, result));
        }
        for (const auto& alias : aliases) {
            add(alias.text, alias.label);
        }
        std::ranges::copy_if(labels_, std::back_inserter(groups_), is_group);
    }

    static bool is_group(const KnownLabel& known) {
        const auto kind = known.label.kind;
        return kind == LabelKind::outcomes_head || kind == LabelKind::outcome_group ||
               kind == LabelKind::otherwise_closed || kind == LabelKind::litigation_head;
    }

    static FormLabel row_label(law::ApplicationRow row) {
        using enum law::ApplicationRow;
        return row == otherwise_closed         ? FormLabel{LabelKind::otherwise_closed}
               : row == otherwise_closed_other ? FormLabel{LabelKind::other}
               : row == outcomes_total         ? FormLabel{LabelKind::total}
                                               : label_of(LabelKind::application_row, row);
    }

    static FormLabel column_label(law::ApplicantColumn column) {
        using enum law::ApplicantColumn;
        return column == other_organization ? FormLabel{LabelKind::other}
               : column == total            ? FormLabel{LabelKind::total}
                                            : label_of(LabelKind::applicant_column, column);
    }

    void add_group(law::ApplicationRow row) {
        const auto group = law::group_label(row);
        const bool is_otherwise = group == law::label(law::ApplicationRow::otherwise_closed);
        add(group, {is_otherwise ? LabelKind::otherwise_closed : LabelKind::outcome_group});
    }

    void add_proactive(ReportFormat format) {
        for (const auto& block : law::proactive_blocks(format)) {
            add(block.label, {LabelKind::article_item});
            for (const auto item : block.items) {
                add(law::label(item, format), label_of(LabelKind::proactive_item, item));
            }
            for (const auto column : block.columns) {
                add(law::label(column, format), label_of(LabelKind::proactive_column, column));
            }
        }
    }

    // The first meaning of a text stays.
    void add(std::string_view text, FormLabel label) {
        const auto folded = FoldedText::of(text);
        add_body(folded.body(), label, folded.number());
        add_body(folded.before_bracket(), label, folded.number());
    }

    void add_body(std::u16string_view body, FormLabel label, LabelNumber number) {
        if (!body.empty() && by_body_.emplace(std::u16string(body), labels_.size()).second) {
            labels_.push_back({std::u16string(body), label, number, letter_set(body)});
        }
    }

    std::vector<KnownLabel> labels_;
    std::vector<KnownLabel> groups_;
    std::unordered_map<std::u16string, std::size_t, BodyHash, std::equal_to<>> by_body_;
};

// How many characters may be wrong in a label of this length.
constexpr int errors_max(std::size_t size) {
    return size <= 3 ? 0 : size <= 5 ? 1 : size <= 8 ? 2 : size <= 13 ? 3 : 5;
}

// The edit distance, or more than `limit` where it is more.
int bounded_distance(std::u16string_view a, std::u16string_view b, int limit) {
    const auto count = static_cast<int>(b.size());
    std::array<int, FoldedText::size_max + 1> row;  // NOLINT: filled up to b.size() only.
    for (int j = 0; j <= count; ++j) {
        row[static_cast<std::size_t>(j)] = j;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        int best = row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int changed = diagonal + (a[i] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
            best = std::min(best, row[j]);
        }
        if (best > limit) {
            return limit + 1;
        }
    }
    return row[b.size()];
}

// The cost of reading `body` as this label, or no_label_cost.
int match_cost(std::u16string_view body, std::uint64_t letters, LabelNumber number,
               const KnownLabel& known) {
    const auto size = known.body.size();
    const int limit =
        std::min(errors_max(std::max(size, body.size())), errors_max(body.size()) + 1);
    const bool is_numbered =
        number.kind != NumberKind::none && known.number.kind != NumberKind::none;
    const bool is_same_number = is_numbered && number == known.number;
    const int penalty = is_numbered && !is_same_number ? 2 : 0;
    const std::size_t prefix_min = is_same_number ? 2 : 4;
    if (body.size() < size && body.size() >= prefix_min && known.body.starts_with(body)) {
        return std::min(no_label_cost - 1, 1 + static_cast<int>(size - body.size()) / 4) + penalty;
    }
    const auto difference = size > body.size() ? size - body.size() : body.size() - size;
    if (limit == 0 || difference > static_cast<std::size_t>(limit) ||
        std::popcount(letters & ~known.letters) > limit) {
        return no_label_cost;
    }
    const int distance = bounded_distance(body, known.body, limit);
    return distance > limit ? no_label_cost : distance + penalty;
}

LabelKind kind_of(const FormLabel& label) {
    return label.kind;
}

LabelKind kind_of(const LabelMatch& match) {
    return match.label.kind;
}

// Whether the form has such a label within the group. A sum of the group, which it has not, is no
// label: 不予公开合计.
bool may_stand_within(LabelKind group, LabelKind kind) {
    switch (kind) {
        case LabelKind::application_row:
            return group != LabelKind::litigation_head;
        case LabelKind::outcome_group:
        case LabelKind::otherwise_closed:
        case LabelKind::total:
            return group == LabelKind::outcomes_head;
        case LabelKind::other:
            return group == LabelKind::otherwise_closed;
        case LabelKind::remedy_group:
            return group == LabelKind::litigation_head;
        case LabelKind::article_item:
        case LabelKind::content_head:
        case LabelKind::proactive_item:
        case LabelKind::proactive_column:
        case LabelKind::balance_note:
        case LabelKind::applicants_head:
        case LabelKind::organizations_head:
        case LabelKind::applicant_column:
        case LabelKind::outcomes_head:
        case LabelKind::litigation_head:
        case LabelKind::remedy_result:
            return false;
    }
    return false;
}

// The label behind the name of its group in one cell: （三）不予公开1.属于国家秘密.
template <typename Find>
auto label_in_group(const FoldedText& text, Find find) -> decltype(find(text)) {
    const auto body = text.body();
    for (const auto& group : Dictionary::instance().groups()) {
        if (body.size() > group.body.size() && body.starts_with(group.body)) {
            const auto found = find(text.behind(group.body.size()));
            if (found && may_stand_within(group.label.kind, kind_of(*found))) {
                return found;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<FormLabel> exact_label(const FoldedText& text) {
    const auto& dictionary = Dictionary::instance();
    if (const auto* known = dictionary.find(text.body())) {
        return known->label;
    }
    if (const auto label = label_in_group(text, exact_label)) {
        return label;
    }
    const auto* known = dictionary.find(text.before_bracket());
    return known == nullptr ? std::nullopt : std::optional(known->label);
}

std::optional<LabelMatch> nearest_label(const FoldedText& text) {
    if (const auto label = exact_label(text)) {
        return LabelMatch{*label, 0};
    }
    if (const auto match = label_in_group(text, nearest_label)) {
        return match;
    }
    const auto body = text.before_bracket();
    if (body.size() < 2 || text.has_digit()) {
        return std::nullopt;
    }
    const auto letters = letter_set(body);
    std::optional<LabelMatch> best;
    int second = no_label_cost;
    for (const auto& known : Dictionary::instance().labels()) {
        const int cost = match_cost(body, letters, text.number(), known);
        if (cost >= no_label_cost || (best && known.label == best->label && cost >= best->cost)) {
            continue;
        }
        if (!best || cost < best->cost) {
            second = best && best->label != known.label ? best->cost : second;
            best = LabelMatch{known.label, cost};
        } else {
            second = std::min(second, cost);
        }
    }
    return best && best->cost < second ? best : std::nullopt;
}

}  // namespace gk::report
