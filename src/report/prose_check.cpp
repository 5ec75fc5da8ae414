// R10: the sums that the prose names, beside the tables; and slips of writing in the prose.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "report/check_parts.hpp"

namespace gk::report {

namespace {

using law::ApplicantColumn;
using law::ApplicationRow;

constexpr std::size_t gap_bytes_max = 36;

struct Quoted {
    Decimal value;
    std::size_t end;       // Behind the unit.
    std::string_view gap;  // Between the words and the number.
};

// The number that stands behind `from`, within the same clause, before 件 or 宗.
std::optional<Quoted> quoted_behind(std::string_view text, std::size_t from) {
    constexpr std::array<std::string_view, 5> ends = {"，", "。", "；", "、", "（"};
    auto at = text.find_first_of("0123456789", from);
    if (at == text.npos || at - from > gap_bytes_max) {
        return std::nullopt;
    }
    const auto gap = text.substr(from, at - from);
    if (std::ranges::any_of(ends, [&](auto end) { return gap.find(end) != gap.npos; })) {
        return std::nullopt;
    }
    const auto size = text.find_first_not_of("0123456789", at);
    const auto value = Decimal::parse(text.substr(at, size - at));
    if (!value || size == text.npos) {
        return std::nullopt;
    }
    auto unit = text.substr(size);
    while (!unit.empty() && unit.front() == ' ') {
        unit.remove_prefix(1);
    }
    if (!unit.starts_with("件") && !unit.starts_with("宗")) {
        return std::nullopt;
    }
    constexpr std::size_t unit_bytes = 3;
    return Quoted{*value, text.size() - unit.size() + unit_bytes, gap};
}

// A sum that the prose may name, and the values of the tables that would agree with it.
struct NamedSum {
    std::string_view code;
    std::string_view table_label;
    std::vector<std::string_view> words;
    std::vector<std::string_view> not_after;  // 予以公开 is part of 不予以公开.
    std::vector<Decimal> agreeing;            // The first is the one that is shown.
    bool is_of_applications = true;           // Only where the text speaks of 申请.
};

class Sums {
public:
    explicit Sums(const AnnualReport& report) : report_(report) {}

    [[nodiscard]] std::vector<NamedSum> all() const {
        using enum ApplicationRow;
        std::vector<NamedSum> sums;
        const auto newly = total(newly_received);
        const auto in = total(carried_in);
        if (newly) {
            NamedSum sum{
                "prose.newly_received", "本年新收", {"新收", "收到", "受理", "收办"}, {}, {*newly}};
            if (in) {
                sum.agreeing.push_back(*newly + *in);
            }
            sums.push_back(std::move(sum));
        }
        add(sums, "prose.carried_in", "上年结转", {"上年结转", "上年度结转"}, in);
        add(sums, "prose.carried_out", "结转下年度继续办理",
            {"结转下年", "转下年", "结转至下年", "结转下一年"}, total(carried_out));
        for (const auto& group : law::outcome_groups(
                 report_.applications_format.value_or(law::ReportFormat::form_2021))) {
            add_group(sums, group);
        }
        add_remedies(sums);
        add_documents(sums);
        return sums;
    }

private:
    [[nodiscard]] std::optional<Decimal> total(ApplicationRow row) const {
        const auto* figure = figure_of(report_, law::ApplicationCell{row, ApplicantColumn::total});
        return figure == nullptr ? std::nullopt : figure->value;
    }

    static void add(std::vector<NamedSum>& sums, std::string_view code, std::string_view label,
                    std::vector<std::string_view> words, std::optional<Decimal> value) {
        if (value) {
            sums.push_back({code, label, std::move(words), {}, {*value}});
        }
    }

    void add_group(std::vector<NamedSum>& sums, const law::OutcomeGroup& group) const {
        Decimal sum;
        for (const auto row : group.rows) {
            const auto value = total(row);
            if (!value) {
                return;
            }
            sum += *value;
        }
        if (group.name != "总计") {
            sums.push_back({"prose.outcomes", group.name, {group.name}, {"不", "未"}, {sum}});
        }
    }

    void add_documents(std::vector<NamedSum>& sums) const {
        const auto add_cell = [&](std::string_view cell, std::string_view code,
                                  std::string_view label, std::vector<std::string_view> words) {
            const auto* figure = find(report_, cell);
            if (figure != nullptr && figure->value) {
                sums.push_back({code, label, std::move(words), {}, {*figure->value}, false});
            }
        };
        add_cell(
            "proactive_disclosure.normative_documents.issued", "prose.documents_issued",
            "行政规范性文件本年制发件数",
            {"制发行政规范性文件", "制定行政规范性文件", "出台行政规范性文件", "制发规范性文件"});
        add_cell("proactive_disclosure.normative_documents.in_force", "prose.documents_in_force",
                 "行政规范性文件现行有效件数",
                 {"现行有效行政规范性文件", "现行有效的行政规范性文件", "现行有效规范性文件"});
    }

    void add_remedies(std::vector<NamedSum>& sums) const {
        const auto total_of = [&](law::RemedyGroup group) -> std::optional<Decimal> {
            const auto* figure =
                figure_of(report_, law::RemedyCell{group, law::RemedyResult::total});
            return figure == nullptr ? std::nullopt : figure->value;
        };
        add(sums, "prose.reconsideration", "行政复议总计", {"行政复议案件", "被申请行政复议"},
            total_of(law::RemedyGroup::reconsideration));
        const auto direct = total_of(law::RemedyGroup::direct_litigation);
        const auto after = total_of(law::RemedyGroup::litigation_after_reconsideration);
        if (direct && after) {
            sums.push_back({"prose.litigation",
                            "行政诉讼两项总计之和",
                            {"行政诉讼案件", "被提起行政诉讼"},
                            {},
                            {*direct + *after, *direct, *after}});
        }
    }

    const AnnualReport& report_;
};

bool is_about_applications(std::string_view text, std::size_t at) {
    constexpr std::size_t around = 90;
    const auto from = at > around ? at - around : 0;
    return text.substr(from, 2 * around).find("申请") != text.npos;
}

// 受理行政复议申请3件: of another trade.
bool names_other_trade(std::string_view gap) {
    constexpr std::array<std::string_view, 6> trades = {"复议", "诉讼", "仲裁",
                                                        "许可", "信访", "投诉"};
    return std::ranges::any_of(trades, [&](auto trade) { return gap.find(trade) != gap.npos; });
}

void compare(const NamedSum& sum, std::string_view text, std::vector<Remark>& remarks) {
    for (const auto word : sum.words) {
        for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
            const auto before = text.substr(0, at);
            const bool is_other = std::ranges::any_of(
                sum.not_after, [&](auto prefix) { return before.ends_with(prefix); });
            const auto quoted = quoted_behind(text, at + word.size());
            if (is_other || !quoted ||
                (sum.is_of_applications &&
                 (!is_about_applications(text, at) || names_other_trade(quoted->gap))) ||
                std::ranges::find(sum.agreeing, quoted->value) != sum.agreeing.end()) {
                continue;
            }
            remarks.push_back(
                {std::string(sum.code),
                 fmt::format("文字中的“{}{}件”与表中“{}”{}不同；统计口径可能不一样，请核对。", word,
                             quoted->value.text(), sum.table_label, sum.agreeing.front().text()),
                 fmt::format("“{}”", text.substr(at, quoted->end - at))});
        }
    }
}

void remark_on_writing(std::string_view text, std::vector<Remark>& remarks) {
    constexpr std::array<std::string_view, 6> wrong_numbers = {
        "国办发〔2021〕30号", "国办函〔2021〕30号", "国办发[2021]30号",
        "国办发〔2019〕60号", "国办函〔2019〕60号", "国办发[2019]60号"};
    for (const auto wrong : wrong_numbers) {
        if (text.find(wrong) != text.npos) {
            remarks.push_back({"prose.wrong_citation",
                               fmt::format("“{}”应为“国办公开办函{}”。", wrong,
                                           wrong.substr(wrong.find('2') -
                                                        (wrong.find('[') != wrong.npos ? 1 : 3))),
                               {}});
        }
    }
    constexpr std::array<std::string_view, 8> instructions = {"该部分以表格形式报告",
                                                              "此部分以表格形式",
                                                              "填报说明",
                                                              "填写说明",
                                                              "此处填写",
                                                              "（请填写",
                                                              "示例：",
                                                              "XX"};
    for (const auto instruction : instructions) {
        if (text.find(instruction) != text.npos) {
            remarks.push_back({"prose.instruction_left",
                               fmt::format("文中留有填写说明或占位文字“{}”。", instruction),
                               {}});
        }
    }
    constexpr std::array<std::string_view, 8> verbs = {"发布", "公开", "受理", "收到",
                                                       "办理", "答复", "共计", "累计"};
    for (const auto verb : verbs) {
        for (auto at = text.find(verb); at != text.npos; at = text.find(verb, at + verb.size())) {
            auto rest = text.substr(at + verb.size());
            const auto spaces = rest.size() - text::trim(rest).size();
            rest = text::trim(rest);
            if (spaces >= 2 && (rest.starts_with("条") || rest.starts_with("件") ||
                                rest.starts_with("篇") || rest.starts_with("次"))) {
                remarks.push_back(
                    {"prose.number_left_out", fmt::format("“{}”后面的数字没有填写。", verb), {}});
            }
        }
    }
}

}  // namespace

std::vector<Remark> remarks_on_prose(const AnnualReport& report) {
    std::vector<Remark> remarks;
    const auto sums = Sums(report).all();
    const auto read = [&](const std::string& paragraph) {
        for (const auto& sum : sums) {
            compare(sum, paragraph, remarks);
        }
        remark_on_writing(paragraph, remarks);
    };
    std::ranges::for_each(report.preamble, read);
    for (const auto section : law::sections()) {
        std::ranges::for_each(report.sections[static_cast<std::size_t>(section)].paragraphs, read);
    }
    return remarks;
}

}  // namespace gk::report
