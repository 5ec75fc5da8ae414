// Asked for by the headers of qpdf: none of their old pointers is used here.
#define POINTERHOLDER_TRANSITION 4  // NOLINT: its name

#include "document/pdf_rewriting.hpp"

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>

#include "document/pdf_bytes.hpp"

namespace gk::document {

namespace {

// Keys that tell who, when and with what, and those that act or carry files.
constexpr const char* in_every_object[] = {"/Metadata", "/PieceInfo", "/LastModified", "/AA",
                                           "/AF",       "/EF",        "/JS",           "/Thumb"};

void clean_object(QPDFObjectHandle object) {
    auto dictionary = object.isStream() ? object.getDict() : object;
    if (!dictionary.isDictionary()) {
        return;
    }
    for (const auto* key : in_every_object) {
        dictionary.removeKey(key);
    }
    // Who wrote a remark on the page, and when.
    if (dictionary.hasKey("/Subtype") && dictionary.hasKey("/Rect")) {
        for (const auto* key : {"/T", "/M", "/CreationDate", "/NM"}) {
            // The name of a form field is its /T as well: it stays, because the form needs it.
            if (!dictionary.hasKey("/FT")) {
                dictionary.removeKey(key);
            }
        }
    }
}

void clean_root(QPDF& pdf) {
    auto root = pdf.getRoot();
    root.removeKey("/OpenAction");
    root.removeKey("/Collection");
    if (root.hasKey("/Names") && root.getKey("/Names").isDictionary()) {
        root.getKey("/Names").removeKey("/JavaScript");
        root.getKey("/Names").removeKey("/EmbeddedFiles");
    }
    pdf.getTrailer().removeKey("/Info");
}

}  // namespace

RewrittenPdf rewritten_pdf(std::string_view bytes, std::size_t pages_max) {
    using Fault = RewrittenPdf::Fault;
    try {
        QPDF pdf;
        pdf.setLogger(QPDFLogger::create());
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("upload", bytes.data(), bytes.size());
        if (pdf.getAllPages().size() > pages_max) {
            return {Fault::too_many_pages, {}};
        }
        if (pdf.getAllPages().empty()) {
            return {Fault::broken, {}};
        }
        clean_root(pdf);
        for (const auto& object : pdf.getAllObjects()) {
            clean_object(object);
        }
        return {Fault::none, bytes_of(pdf)};
    } catch (const QPDFExc& problem) {
        return {problem.getErrorCode() == qpdf_e_password ? Fault::locked : Fault::broken, {}};
    } catch (const std::exception&) {
        return {Fault::broken, {}};  // What qpdf throws on a file that is odd in other ways.
    }
}

}  // namespace gk::document
