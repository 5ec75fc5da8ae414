#include "law/instrument.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gk::law {

namespace {

using namespace std::chrono_literals;

// The two regulations come first: regulation_on() reads them there.
constexpr std::size_t regulation_count = 2;

constexpr auto table = std::to_array<Instrument>({
    {.key = "regulation-2008",
     .title = "中华人民共和国政府信息公开条例",
     .document_number = "国务院令第492号",
     .promulgated_on = 2007y / 4 / 5,
     .effective_on = 2008y / 5 / 1,
     .ceased_on = 2019y / 5 / 15},
    {.key = "regulation-2019",
     .title = "中华人民共和国政府信息公开条例",
     .document_number = "国务院令第711号",
     .promulgated_on = 2019y / 4 / 3,
     .effective_on = 2019y / 5 / 15},
    {.key = "legislation-law-2023",
     .title = "中华人民共和国立法法",
     .document_number = "主席令第三号",
     .promulgated_on = 2023y / 3 / 13,
     .effective_on = 2023y / 3 / 15},
    {.key = "litigation-law-2017",
     .title = "中华人民共和国行政诉讼法",
     .document_number = "主席令第七十一号",
     .promulgated_on = 2017y / 6 / 27,
     .effective_on = 2017y / 7 / 1},
    {.key = "reconsideration-law-2023",
     .title = "中华人民共和国行政复议法",
     .document_number = "主席令第九号",
     .promulgated_on = 2023y / 9 / 1,
     .effective_on = 2024y / 1 / 1},
    {.key = "litigation-interpretation-2018",
     .title = "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释",
     .document_number = "法释〔2018〕1号",
     .promulgated_on = 2018y / 2 / 6,
     .effective_on = 2018y / 2 / 8},
    {.key = "disclosure-interpretation-2025",
     .title = "最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释",
     .document_number = "法释〔2025〕8号",
     .promulgated_on = 2025y / 5 / 19,
     .effective_on = 2025y / 6 / 1},
    {.key = "report-format-2019",
     .title = "政府信息公开工作年度报告格式（试行）",
     .document_number = "国办公开办函〔2019〕60号",
     .promulgated_on = {},
     // The report for 2019 is the first in this form.
     .effective_on = 2019y / 12 / 31,
     .ceased_on = 2021y / 9 / 26},
    {.key = "report-format-2021",
     .title = "中华人民共和国政府信息公开工作年度报告格式",
     .document_number = "国办公开办函〔2021〕30号",
     .promulgated_on = 2021y / 9 / 26,
     .effective_on = 2021y / 9 / 26},
    {.key = "fee-measures-2020",
     .title = "政府信息公开信息处理费管理办法",
     .document_number = "国办函〔2020〕109号",
     .promulgated_on = 2020y / 11 / 17,
     .effective_on = 2021y / 1 / 1},
});

}  // namespace

std::span<const Instrument> instruments() {
    return table;
}

const Instrument* find_instrument(std::string_view key) {
    const auto* found = std::ranges::find(table, key, &Instrument::key);
    return found == table.end() ? nullptr : found;
}

bool is_in_force(const Instrument& instrument, Date date) {
    const std::chrono::sys_days ceased_on = instrument.ceased_on.value_or(2200y / 1 / 1);
    return std::chrono::sys_days(instrument.effective_on) <= date.days() && date.days() < ceased_on;
}

const Instrument* regulation_on(Date date) {
    const auto regulations = instruments().first(regulation_count);
    const auto found = std::ranges::find_if(
        regulations, [&](const Instrument& each) { return is_in_force(each, date); });
    return found == regulations.end() ? nullptr : &*found;
}

}  // namespace gk::law
