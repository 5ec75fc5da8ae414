// Slips of extraction that look like wrong sums: the digits of one figure in two cells, a figure in
// the column beside its own. They explain a failure only where the sums come out with them.
#include <algorithm>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "report/check_parts.hpp"

namespace gk::report {

namespace {

constexpr std::string_view hint_end = "请与原件核对。";

// As printed, noughts at the front with them: "05" behind a "1".
std::string digits_of(const Figure& figure) {
    const bool is_plain = !figure.printed.empty() &&
                          figure.printed.find_first_not_of("0123456789") == std::string::npos;
    return is_plain ? figure.printed : figure.value->text();
}

// 1 and 2 as the 12 that they were.
std::optional<Decimal> digits_joined(const Figure& first, const Figure& second) {
    if (!first.value || !second.value || !first.value->is_whole() || !second.value->is_whole() ||
        *first.value <= Decimal(0) || *second.value < Decimal(0)) {
        return std::nullopt;
    }
    return Decimal::parse(digits_of(first) + digits_of(second));
}

bool adds_up(std::span<const Figure> row) {
    Decimal sum;
    for (const auto& figure : row) {
        if (!figure.value) {
            return false;
        }
        sum += *figure.value;
    }
    return sum == *row.back().value + *row.back().value;
}

struct Joined {
    std::size_t first = 0;
    std::string text;
};

// Joins the digits of two neighbours where the row adds up with the figure in either of the two
// places and nought in the other.
std::optional<Joined> join_digits(std::span<Figure> row) {
    if (adds_up(row)) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const auto joined = digits_joined(row[i], row[i + 1]);
        if (!joined) {
            continue;
        }
        const auto before = std::pair(row[i].value, row[i + 1].value);
        for (const bool is_first : {true, false}) {
            row[i].value = is_first ? *joined : Decimal(0);
            row[i + 1].value = is_first ? Decimal(0) : *joined;
            if (adds_up(row)) {
                return Joined{i,
                              fmt::format("{}和{}", before.first->text(), before.second->text())};
            }
        }
        row[i].value = before.first;
        row[i + 1].value = before.second;
    }
    return std::nullopt;
}

// Moves the figures of a row one column to the side where they stand beside their own: for a row
// that does not add up as it stands.
bool shift(std::span<Figure> row) {
    if (adds_up(row)) {
        return false;
    }
    std::vector<Figure> shifted(row.begin(), row.end());
    for (const int step : {1, -1}) {
        if (step > 0) {
            std::ranges::rotate(shifted, shifted.end() - 1);
        } else {
            std::ranges::copy(row, shifted.begin());
            std::ranges::rotate(shifted, shifted.begin() + 1);
        }
        auto& edge = step > 0 ? shifted.front() : shifted.back();
        edge.value = edge.value.value_or(Decimal(0));
        if (*edge.value == Decimal(0) && adds_up(shifted)) {
            std::ranges::copy(shifted, row.begin());
            return true;
        }
    }
    return false;
}

struct Correction {
    std::string code;
    std::string text;
};

// A copy of the report with every row mended that one slip explains.
class Mender {
public:
    explicit Mender(AnnualReport report) : mended_(std::move(report)) {
        for (auto& [row, figures] : mended_.applications) {
            mend(figures, law::key(row), "applications.total");
        }
        for (auto& [group, figures] : mended_.remedies) {
            mend(figures, law::key(group), "remedies.sum");
        }
    }

    [[nodiscard]] const AnnualReport& report() const { return mended_; }

    [[nodiscard]] std::span<const Correction> corrections() const { return corrections_; }

private:
    void mend(std::span<Figure> row, std::string_view name, std::string_view stem) {
        const auto code = fmt::format("{}[{}]", stem, name);
        if (const auto joined = join_digits(row)) {
            corrections_.push_back(
                {code, fmt::format("相邻两格的{}如果本是一个数，本行就相符", joined->text)});
        } else if (shift(row)) {
            corrections_.push_back({code, "本行数字如果都移动一列，就相符"});
        }
    }

    AnnualReport mended_;
    std::vector<Correction> corrections_;
};

// One figure that stands in the column beside its own breaks both columns by the same amount.
void explain_neighbours(const AnnualReport& report, std::vector<Relation>& relations) {
    for (auto& first : relations) {
        for (auto& second : relations) {
            const bool is_pair = &first != &second && first.state == RelationState::fails &&
                                 second.state == RelationState::fails && first.hint.empty() &&
                                 first.code.starts_with("applications.sum") &&
                                 second.code.starts_with("applications.sum");
            if (!is_pair || *first.left - *first.right != *second.right - *second.left) {
                continue;
            }
            const auto moved = *first.left - *first.right;
            for (const auto& cell : first.cells) {
                const auto* figure = find(report, cell);
                if (moved > Decimal(0) && figure != nullptr && figure->value == moved) {
                    const auto text =
                        fmt::format("数字{}如果移到另一列，两列都相符；{}", moved.text(), hint_end);
                    first.hint = second.hint = text;
                }
            }
        }
    }
}

}  // namespace

void explain_reading_slips(const AnnualReport& report, std::vector<law::Equation> equations,
                           std::vector<Relation>& relations) {
    const auto fails = [](const Relation& relation) {
        return relation.state == RelationState::fails;
    };
    if (std::ranges::none_of(relations, fails)) {
        return;
    }
    const Mender mender(report);
    for (std::size_t i = 0; i < relations.size(); ++i) {
        if (!fails(relations[i]) || mender.corrections().empty() ||
            evaluate(equations[i], mender.report(), nullptr).state != RelationState::holds) {
            continue;
        }
        const auto own =
            std::ranges::find(mender.corrections(), relations[i].code, &Correction::code);
        const auto text = own == mender.corrections().end()
                              ? std::string("有一行的数字可能拆在相邻两格，还原后本列相符")
                              : own->text;
        relations[i].hint = fmt::format("{}；{}", text, hint_end);
    }
    explain_neighbours(report, relations);
}

}  // namespace gk::report
