// Asked for by the headers of qpdf: none of their old pointers is used here.
#define POINTERHOLDER_TRANSITION 4  // NOLINT: its name

#include <array>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFWriter.hh>

#include "document/clean_parts.hpp"
#include "document/errors.hpp"

namespace gk::document {

namespace {

// Keys that tell who, when and with what, and those that act or carry files.
constexpr auto in_every_object = std::to_array<const char*>(
    {"/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF", "/EF", "/JS", "/Thumb"});

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

std::string written(QPDF& pdf) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setPreserveEncryption(false);
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const std::unique_ptr<Buffer> buffer(writer.getBuffer());
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

Result<std::string> clean_pdf(std::string_view bytes, const CleanLimits& limits) {
    try {
        QPDF pdf;
        pdf.setLogger(QPDFLogger::create());
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("upload", bytes.data(), bytes.size());
        if (pdf.getAllPages().size() > static_cast<std::size_t>(limits.pages_max)) {
            return error(too_many_parts, "页数");
        }
        if (pdf.getAllPages().empty()) {
            return error(broken_pdf);
        }
        clean_root(pdf);
        for (const auto& object : pdf.getAllObjects()) {
            clean_object(object);
        }
        return written(pdf);
    } catch (const QPDFExc& problem) {
        return problem.getErrorCode() == qpdf_e_password ? error(encrypted) : error(broken_pdf);
    } catch (const std::exception&) {
        return error(broken_pdf);  // What qpdf throws on a file that is odd in other ways.
    }
}

}  // namespace gk::document
