// Random reports set on pages without a single ruled line: what stands below and beside each other
// makes the tables.
#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "document/blocks.hpp"
#include "document/limits.hpp"
#include "document/pdf_layout.hpp"
#include "report/differences.hpp"
#include "report/read.hpp"
#include "report/table_model.hpp"

namespace gk::report {
namespace {

constexpr double size = 10;  // Of a character.
constexpr double line_step = 13;
constexpr double page_bottom = 780;
constexpr double label_left = 60;

enum class Place { middle, top };

// Sets texts on pages from top to bottom.
class Typesetter {
public:
    Typesetter(Place place, bool is_centred) : place_(place), is_centred_(is_centred) {}

    void paragraph(std::string_view text) {
        make_room(line_step);
        put(text, label_left, y_);
        y_ += 2 * line_step;
    }

    // A label in as many lines as it needs, and figures or heads in columns `width` apart.
    void row(const std::string& group, const std::string& label,
             const std::vector<std::vector<std::string>>& cells, double left, double width) {
        const auto lines = broken(label, 14);
        std::size_t lines_max = std::max<std::size_t>(lines.size(), 1);
        for (const auto& cell : cells) {
            lines_max = std::max(lines_max, cell.size());
        }
        // Heads stay with the row below them.
        const bool has_heads = label.empty() || label == "信息内容";
        make_room(static_cast<double>(lines_max + (has_heads ? 4 : 0)) * line_step);
        put_lines(broken(group, 4), label_left - 50, 0, broken(group, 4).size());
        put_lines(lines, label_left, 0, lines_max);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            put_lines(cells[i], left + static_cast<double>(i) * width, width, lines_max);
        }
        y_ += static_cast<double>(lines_max) * line_step + 4;
    }

    void skip() { y_ += 2 * line_step; }

    [[nodiscard]] std::vector<document::PdfPage> pages() { return pages_; }

private:
    void make_room(double height) {
        if (pages_.empty() || y_ + height > page_bottom) {
            pages_.push_back({620, 850, {}, {}});
            y_ = 60;
        }
    }

    void put(std::string_view text, double left, double top) {
        const auto letters = text::decode(text);
        if (letters.empty()) {
            return;
        }
        document::PdfWord word{std::string(text), left, top, left, top + size, 0, {}, false};
        for (const auto letter : letters) {
            const double width = letter < 0x80 ? size / 2 : size;
            word.character_centers.push_back(word.right + width / 2);
            word.right += width;
        }
        pages_.back().words.push_back(std::move(word));
    }

    void put_lines(const std::vector<std::string>& lines, double left, double width,
                   std::size_t lines_max) {
        const auto free = static_cast<double>(lines_max - lines.size()) * line_step;
        double y = y_ + (place_ == Place::middle ? free / 2 : 0);
        for (const auto& line : lines) {
            const double room = width - size * static_cast<double>(text::decode(line).size()) / 2;
            put(line, left + (is_centred_ && width > 0 ? std::max(room / 2, 1.0) : 1.0), y);
            y += line_step;
        }
    }

    static std::vector<std::string> broken(const std::string& text, std::size_t letters_max) {
        std::vector<std::string> lines;
        const auto letters = text::decode(text);
        for (std::size_t at = 0; at < letters.size(); at += letters_max) {
            lines.push_back(text::encode(std::u32string_view(letters).substr(at, letters_max)));
        }
        return lines;
    }

    Place place_;
    bool is_centred_;
    std::vector<document::PdfPage> pages_;
    double y_ = 0;
};

std::vector<std::vector<std::string>> texts_of(const auto& figures) {
    std::vector<std::vector<std::string>> texts;
    for (const auto& figure : figures) {
        texts.push_back({figure.printed});
    }
    return texts;
}

void set_proactive(Typesetter& page, const AnnualReport& report) {
    for (const auto& block : law::proactive_blocks(*report.format)) {
        page.row({}, std::string(block.label), {}, 0, 0);
        std::vector<std::vector<std::string>> heads;
        for (const auto column : block.columns) {
            heads.push_back({std::string(law::label(column, *report.format))});
        }
        page.row({}, "信息内容", heads, 230, 110);
        for (const auto item : block.items) {
            std::vector<std::vector<std::string>> figures;
            for (const auto& cell : law::proactive_cells(*report.format)) {
                if (cell.item == item) {
                    figures.push_back(
                        {report.proactive_disclosure.at(std::string(cell.key)).printed});
                }
            }
            page.row({}, std::string(law::label(item, *report.format)), figures, 230, 110);
        }
    }
    page.skip();
}

void set_applications(Typesetter& page, const AnnualReport& report) {
    page.row({}, {},
             {{"自然人"},
              {"商业", "企业"},
              {"科研", "机构"},
              {"社会公", "益组织"},
              {"法律服", "务机构"},
              {"其他"},
              {"总计"}},
             220, 54);
    std::string_view group;
    for (const auto& [row, figures] : report.applications) {
        const auto own = law::group_label(row);
        const bool is_first = own != group && !own.empty();
        group = own;
        page.row(is_first ? std::string(own) : "", std::string(law::label(row)), texts_of(figures),
                 220, 54);
    }
    page.skip();
}

void set_remedies(Typesetter& page, const AnnualReport& report) {
    std::vector<std::vector<std::string>> heads;
    std::vector<std::vector<std::string>> figures;
    for (const auto& [group, row] : report.remedies) {
        for (const auto result : law::remedy_results()) {
            const std::string label(law::label(result));
            heads.push_back(label.size() > 6 ? std::vector{label.substr(0, 6), label.substr(6)}
                                             : std::vector{label});
            figures.push_back({row[static_cast<std::size_t>(result)].printed});
        }
    }
    page.row({}, {}, heads, 30, 38);
    page.row({}, {}, figures, 30, 38);
    page.skip();
}

// No figure wider than its column.
void shorten(AnnualReport& report) {
    const auto shorten_figure = [](Figure& figure) {
        if (figure.printed.size() > 5) {
            figure = {.value = Decimal(7), .mark = Mark::figure, .printed = "7", .place = {}};
        }
    };
    for (auto& [key, figure] : report.proactive_disclosure) {
        shorten_figure(figure);
    }
    for (auto& [row, figures] : report.applications) {
        std::ranges::for_each(figures, shorten_figure);
    }
    for (auto& [group, figures] : report.remedies) {
        std::ranges::for_each(figures, shorten_figure);
    }
}

class AlignedPages : public testing::TestWithParam<std::tuple<Place, bool>> {};

TEST_P(AlignedPages, give_back_every_cell_of_random_reports) {
    const auto [place, is_centred] = GetParam();
    const auto first_seed = static_cast<unsigned>(std::random_device{}());
    std::cout << "seeds from " << first_seed << '\n';
    for (unsigned run = 0; run < 40; ++run) {
        Random random(first_seed + run);
        auto printed = random_report(
            chance(random, 50) ? law::ReportFormat::form_2021 : law::ReportFormat::trial_2019,
            false, random);
        shorten(printed);
        Typesetter page(place, is_centred);
        page.paragraph("青石县柳林镇人民政府" + std::to_string(*printed.report_year) +
                       "年政府信息公开工作年度报告");
        page.paragraph("一、总体情况");
        for (auto lines = random() % 20U; lines > 0; --lines) {
            page.paragraph("本年度工作平稳有序。");
        }
        page.paragraph("二、主动公开政府信息情况");
        set_proactive(page, printed);
        page.paragraph("三、收到和处理政府信息公开申请情况");
        set_applications(page, printed);
        page.paragraph("四、政府信息公开行政复议、行政诉讼情况");
        set_remedies(page, printed);
        page.paragraph("五、存在的主要问题及改进情况");
        page.paragraph("六、其他需要报告的事项");
        document::Document document{document::FileKind::pdf, "", {}};
        auto blocks = document::blocks_of_pages(page.pages(), {});
        ASSERT_TRUE(blocks.has_value());
        document.blocks = *std::move(blocks);
        const auto wrong = differences(printed, gk::report::read(document).report);
        ASSERT_TRUE(wrong.empty())
            << "seed " << first_seed + run << ": " << wrong.size() << " cells, the first "
            << wrong.front() << document::test::shown(document);
    }
}

INSTANTIATE_TEST_SUITE_P(Places, AlignedPages,
                         testing::Combine(testing::Values(Place::middle, Place::top),
                                          testing::Bool()));

}  // namespace
}  // namespace gk::report
