#include "report/typesetter.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace gk::report {

namespace {

constexpr double size = 10;  // The height of a character.
constexpr double line_step = 13;
constexpr double page_bottom = 780;
constexpr double label_left = 60;

// Sets texts on pages from top to bottom.
class Typesetter {
public:
    explicit Typesetter(const Typography& typography) : typography_(typography) {}

    void paragraph(std::string_view text) {
        make_room(line_step);
        put(text, label_left, y_);
        y_ += 2 * line_step;
    }

    // A label in as many lines as it needs, and figures or heads in columns `width` apart.
    void row(const std::string& group, const std::string& label,
             const std::vector<std::vector<std::string>>& cells, double left, double width) {
        const auto lines = broken(label, typography_.label_letters);
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
            const double width = letter < 0x80 ? size / 2 : typography_.letter_width;
            word.character_centers.push_back(word.right + width / 2);
            word.right += width;
        }
        pages_.back().words.push_back(std::move(word));
    }

    void put_lines(const std::vector<std::string>& lines, double left, double width,
                   std::size_t lines_max) {
        const auto free = static_cast<double>(lines_max - lines.size()) * line_step;
        double y = y_ + (typography_.place == Place::top      ? 0
                         : typography_.place == Place::middle ? free / 2
                                                              : free);
        for (const auto& line : lines) {
            const double room = width - size * static_cast<double>(text::decode(line).size()) / 2;
            const bool is_centred = typography_.is_centred && width > 0;
            put(line, left + (is_centred ? std::max(room / 2, 1.0) : 1.0), y);
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

    const Typography& typography_;
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

}  // namespace

std::vector<document::PdfPage> typeset(const AnnualReport& report, const Typography& typography,
                                       Random& random) {
    Typesetter page(typography);
    page.paragraph("青石县柳林镇人民政府" + std::to_string(*report.report_year) +
                   "年政府信息公开工作年度报告");
    page.paragraph("一、总体情况");
    for (auto lines = random() % 20U; lines > 0; --lines) {
        page.paragraph("本年度工作平稳有序。");
    }
    page.paragraph("二、主动公开政府信息情况");
    set_proactive(page, report);
    page.paragraph("三、收到和处理政府信息公开申请情况");
    set_applications(page, report);
    page.paragraph("四、政府信息公开行政复议、行政诉讼情况");
    set_remedies(page, report);
    page.paragraph("五、存在的主要问题及改进情况");
    page.paragraph("六、其他需要报告的事项");
    return page.pages();
}

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

}  // namespace gk::report
