// Asked for by the headers of qpdf: none of their old pointers is used here.
#define POINTERHOLDER_TRANSITION 4  // NOLINT: its name

#include "document/pdf_joining.hpp"

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "document/pdf_bytes.hpp"

namespace gk::document {

namespace {

constexpr double number_size = 9;
constexpr double number_from_right = 48;
constexpr double number_from_top = 24;

std::unique_ptr<QPDF> opened(std::string_view bytes) {
    auto pdf = std::make_unique<QPDF>();
    pdf->setLogger(QPDFLogger::create());
    pdf->setSuppressWarnings(true);
    pdf->processMemoryFile("part", bytes.data(), bytes.size());
    return pdf;
}

QPDFObjectHandle number_font(QPDF& whole) {
    return whole.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
}

// What the page draws stands between q and Q, so that the number is drawn upright and whole.
void stamp(QPDF& whole, QPDFPageObjectHelper page, const QPDFObjectHandle& font,
           std::size_t number) {
    auto object = page.getObjectHandle();
    const auto box = page.getMediaBox().getArrayAsRectangle();
    auto resources = page.getAttribute("/Resources", true);
    if (!resources.isDictionary()) {
        resources = QPDFObjectHandle::newDictionary();
        object.replaceKey("/Resources", resources);
    }
    auto fonts = resources.getKey("/Font");
    fonts = fonts.isDictionary() ? fonts.shallowCopy() : QPDFObjectHandle::newDictionary();
    fonts.replaceKey("/GkNumber", font);
    resources.replaceKey("/Font", fonts);
    const auto text = "\nQ q BT /GkNumber " + std::to_string(number_size) + " Tf " +
                      std::to_string(box.urx - number_from_right) + " " +
                      std::to_string(box.ury - number_from_top) + " Td (" + std::to_string(number) +
                      ") Tj ET Q\n";
    object.addPageContents(QPDFObjectHandle::newStream(&whole, "q\n"), true);
    object.addPageContents(QPDFObjectHandle::newStream(&whole, text), false);
}

// The bookmarks of the parts in place of those that the first had.
void write_outline(QPDF& whole, const std::vector<PdfPart>& parts,
                   const std::vector<QPDFObjectHandle>& pages) {
    auto outlines = whole.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> items;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto target = QPDFObjectHandle::newArray();
        target.appendItem(pages[i]);
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        auto item = QPDFObjectHandle::newDictionary();
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(parts[i].bookmark));
        item.replaceKey("/Parent", outlines);
        item.replaceKey("/Dest", target);
        items.push_back(whole.makeIndirectObject(item));
    }
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        items[i].replaceKey("/Next", items[i + 1]);
        items[i + 1].replaceKey("/Prev", items[i]);
    }
    outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    outlines.replaceKey("/First", items.front());
    outlines.replaceKey("/Last", items.back());
    outlines.replaceKey("/Count",
                        QPDFObjectHandle::newInteger(static_cast<long long>(items.size())));
    whole.getRoot().replaceKey("/Outlines", outlines);
    whole.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

// Takes the pages of one part over. They stay with the part until the whole is written.
class Joining {
public:
    explicit Joining(std::string_view first) : whole_(opened(first)) {
        font_ = number_font(*whole_);
        page_count_ = whole_->getAllPages().size();
        first_pages_.push_back(whole_->getAllPages().at(0));
    }

    void add(std::string_view bytes) {
        parts_.push_back(opened(bytes));
        QPDFPageDocumentHelper helper(*whole_);
        bool is_first = true;
        for (auto& page : QPDFPageDocumentHelper(*parts_.back()).getAllPages()) {
            helper.addPage(page, false);
            ++page_count_;
            auto added = helper.getAllPages().back();
            stamp(*whole_, added, font_, page_count_);
            if (is_first) {
                first_pages_.push_back(added.getObjectHandle());
            }
            is_first = false;
        }
    }

    [[nodiscard]] JoinedPdf finish(const std::vector<PdfPart>& parts) {
        write_outline(*whole_, parts, first_pages_);
        return {bytes_of(*whole_), 0};
    }

private:
    std::unique_ptr<QPDF> whole_;
    std::vector<std::unique_ptr<QPDF>> parts_;
    QPDFObjectHandle font_;
    std::size_t page_count_ = 0;
    std::vector<QPDFObjectHandle> first_pages_;
};

}  // namespace

JoinedPdf joined_pdf(const std::vector<PdfPart>& parts) {
    std::size_t at = 0;
    try {
        Joining joining(parts.at(0).bytes);
        for (at = 1; at < parts.size(); ++at) {
            joining.add(parts[at].bytes);
        }
        return joining.finish(parts);
    } catch (const std::exception&) {
        return {{}, at};  // Whatever qpdf throws on a file that is odd.
    }
}

std::size_t pdf_page_count(std::string_view bytes) {
    try {
        return opened(bytes)->getAllPages().size();
    } catch (const std::exception&) {
        return 0;
    }
}

}  // namespace gk::document
