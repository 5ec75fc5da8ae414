#include "report/table_model.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace gk::report {

namespace {

using law::ReportFormat;

Figure random_figure(bool with_marks, Random& random) {
    Figure figure{.value = {}, .mark = Mark::figure, .printed = {}, .place = {}};
    if (with_marks && chance(random, 12)) {
        constexpr std::array marks = {Mark::blank, Mark::slash, Mark::dash, Mark::none_word};
        constexpr std::array<std::string_view, 4> printed = {"", "/", "—", "无"};
        const auto which = random() % marks.size();
        figure.mark = marks[which];
        figure.printed = printed[which];
        return figure;
    }
    const int value = chance(random, 60)   ? 0
                      : chance(random, 80) ? static_cast<int>(random() % 40U)
                                           : static_cast<int>(random() % 2000000U);
    figure.value = Decimal(value);
    figure.printed = figure.value->text();
    if (value >= 1000 && chance(random, 30)) {
        for (auto at = static_cast<std::ptrdiff_t>(figure.printed.size()) - 3; at > 0; at -= 3) {
            figure.printed.insert(static_cast<std::size_t>(at), ",");
        }
    } else if (chance(random, 5)) {
        figure.printed += "件";
    } else if (chance(random, 5) && value < 10) {
        constexpr std::array<std::string_view, 10> wide = {"０", "１", "２", "３", "４",
                                                           "５", "６", "７", "８", "９"};
        figure.printed = wide[static_cast<std::size_t>(value)];
    } else if (chance(random, 3)) {
        figure.printed += ".0";
    }
    return figure;
}

std::string noisy(std::string_view label, const Noise& noise, Random& random) {
    std::string text(label);
    if (noise.no_group_numbers && text.starts_with("（") && text.find("总计") == text.npos &&
        text.find("予以公开") == text.npos && text.find("其他处理") == text.npos) {
        text.erase(0, text.find("）") + std::string_view("）").size());
    }
    if (noise.half_width) {
        text = text::replace_all(text::to_half_width(text), "“", "\"");
    }
    if (noise.other_with_qi_ta) {
        text = text::replace_all(text, "其他", "其它");
    }
    if (noise.other_numbers && text.size() > 2 && text[1] == '.') {
        text = std::string("１２３４５６７８９")
                   .substr(static_cast<std::size_t>(text[0] - '1') * 3, 3) +
               "、" + text.substr(2);
    }
    auto letters = text::decode(text);
    if (noise.misprints && letters.size() >= 9 && chance(random, 30)) {
        letters.erase(4 + random() % (letters.size() - 5), 1);
    }
    if (noise.spaces && chance(random, 30) && letters.size() >= 2) {
        letters.insert(1 + random() % (letters.size() - 1), 1, U' ');
    }
    return text::encode(letters);
}

class ModelMaker {
public:
    ModelMaker(const Noise& noise, Random& random) : noise_(noise), random_(random) {}

    ModelCell label(std::string_view text, int columns = 1, int rows = 1) {
        return {noisy(text, noise_, random_), columns, rows};
    }

    static ModelCell figure(const Figure& figure, int columns = 1) {
        return {figure.printed, columns, 1};
    }

private:
    const Noise& noise_;
    Random& random_;
};

std::string key_of(law::ProactiveItem item, law::ProactiveColumn column, ReportFormat format) {
    for (const auto& cell : law::proactive_cells(format)) {
        if (cell.item == item && cell.column == column) {
            return std::string(cell.key);
        }
    }
    return {};
}

}  // namespace

Noise random_noise(Random& random) {
    return {.half_width = chance(random, 40),
            .spaces = chance(random, 30),
            .other_with_qi_ta = chance(random, 30),
            .misprints = chance(random, 40),
            .other_numbers = chance(random, 30),
            .no_group_numbers = chance(random, 20)};
}

AnnualReport random_report(ReportFormat format, bool with_marks, Random& random) {
    AnnualReport report;
    report.format = report.proactive_format = report.applications_format = format;
    report.report_year = format == ReportFormat::form_2021 ? 2023 : 2020;
    report.agency = "青石县柳林镇人民政府";
    for (const auto& cell : law::proactive_cells(format)) {
        auto figure = random_figure(with_marks, random);
        if (cell.kind == law::FigureKind::signed_count && chance(random, 20)) {
            figure = {.value = Decimal(-3), .mark = Mark::figure, .printed = "-3", .place = {}};
        }
        if (cell.kind == law::FigureKind::amount && chance(random, 30)) {
            figure = {.value = Decimal::parse("59237.2449"),
                      .mark = Mark::figure,
                      .printed = "59237.2449",
                      .place = {}};
        }
        report.proactive_disclosure[std::string(cell.key)] = figure;
    }
    for (const auto row : law::application_rows(format)) {
        std::ranges::generate(report.applications[row],
                              [&] { return random_figure(with_marks, random); });
    }
    for (const auto group : law::remedy_groups()) {
        std::ranges::generate(report.remedies[group],
                              [&] { return random_figure(with_marks, random); });
    }
    return report;
}

ModelTable proactive_model(const AnnualReport& report, const Noise& noise, Random& random) {
    ModelMaker make(noise, random);
    const auto format = *report.format;
    constexpr int columns = 4;
    ModelTable table;
    for (const auto& block : law::proactive_blocks(format)) {
        const auto count = static_cast<int>(block.columns.size());
        const auto span = [&](int i) { return i + 1 == count ? columns - count : 1; };
        table.push_back({make.label(block.label, columns)});
        ModelRow heads{make.label(law::content_head)};
        for (int i = 0; i < count; ++i) {
            heads.push_back(make.label(
                law::label(block.columns[static_cast<std::size_t>(i)], format), span(i)));
        }
        table.push_back(heads);
        for (const auto item : block.items) {
            ModelRow row{make.label(law::label(item, format))};
            for (int i = 0; i < count; ++i) {
                const auto key = key_of(item, block.columns[static_cast<std::size_t>(i)], format);
                row.push_back(ModelMaker::figure(report.proactive_disclosure.at(key), span(i)));
            }
            table.push_back(row);
        }
    }
    return table;
}

ModelTable application_model(const AnnualReport& report, const Noise& noise, Random& random) {
    ModelMaker make(noise, random);
    const auto rows = law::application_rows(*report.format);
    const auto columns = law::applicant_columns();
    ModelTable table;
    table.push_back(
        {make.label(law::cross_check_sentence, 3, 3), make.label(law::applicants_head, 7)});
    table.push_back({make.label(law::label(columns.front()), 1, 2),
                     make.label(law::organizations_head, 5),
                     make.label(law::label(columns.back()), 1, 2)});
    ModelRow heads;
    for (const auto column : columns.subspan(1, 5)) {
        heads.push_back(make.label(law::label(column)));
    }
    table.push_back(heads);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows[i];
        const auto group = law::group_label(row);
        ModelRow cells;
        if (i == 2) {
            cells.push_back(make.label(law::outcomes_head, 1, static_cast<int>(rows.size()) - 3));
        }
        const bool is_outer = i < 2 || i + 1 == rows.size();
        if (!group.empty() && law::group_label(rows[i - 1]) != group) {
            const auto count = std::ranges::count_if(
                rows, [&](auto each) { return law::group_label(each) == group; });
            cells.push_back(make.label(group, 1, static_cast<int>(count)));
        }
        cells.push_back(make.label(law::label(row), is_outer ? 3 : group.empty() ? 2 : 1));
        for (const auto& figure : report.applications.at(row)) {
            cells.push_back(ModelMaker::figure(figure));
        }
        table.push_back(cells);
    }
    return table;
}

ModelTable remedy_model(const AnnualReport& report, const Noise& noise, Random& random) {
    ModelMaker make(noise, random);
    const auto groups = law::remedy_groups();
    ModelTable table;
    table.push_back({make.label(law::label(groups[0]), 5), make.label(law::litigation_head, 10)});
    ModelRow second;
    ModelRow third;
    for (const auto result : law::remedy_results()) {
        second.push_back(make.label(law::label(result), 1, 2));
    }
    ModelRow figures;
    for (const auto group : groups) {
        if (group != groups[0]) {
            second.push_back(make.label(law::label(group), 5));
            for (const auto result : law::remedy_results()) {
                third.push_back(make.label(law::label(result)));
            }
        }
        for (const auto& figure : report.remedies.at(group)) {
            figures.push_back(ModelMaker::figure(figure));
        }
    }
    table.push_back(second);
    table.push_back(third);
    table.push_back(figures);
    return table;
}

}  // namespace gk::report
