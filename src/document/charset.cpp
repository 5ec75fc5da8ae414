#include "document/charset.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "base/text.hpp"
#include "document/errors.hpp"

namespace gk::document {

namespace {

using namespace std::string_view_literals;

constexpr auto replacement = "\xEF\xBF\xBD"sv;

struct Decoded {
    std::string text;
    std::size_t characters = 0;  // Above ASCII, well-formed.
    std::size_t replacements = 0;
};

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

std::size_t count_above_ascii(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U;
    }));
}

// A text that was cut in the middle of a character is whole without its last bytes.
std::string_view without_cut_character(std::string_view bytes) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte < 0x80) {
            break;
        }
        if (byte >= 0xC0) {
            const std::size_t wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return wanted > back ? bytes.substr(0, bytes.size() - back) : bytes;
        }
    }
    return bytes;
}

Decoded from_utf8(std::string_view bytes) {
    Decoded decoded;
    for (const auto code_point : text::decode(without_cut_character(bytes))) {
        decoded.replacements += code_point == 0xFFFD ? 1U : 0U;
        decoded.characters += code_point > 0x7F && code_point != 0xFFFD ? 1U : 0U;
        text::append(decoded.text, code_point);
    }
    return decoded;
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status));
    return U_SUCCESS(status) != 0 ? std::move(converter) : nullptr;
}

// `converter_name` is one of ICU's names.
Decoded from_icu(std::string_view bytes, const char* converter_name) {
    Decoded decoded;
    const auto source_converter = open_converter(converter_name);
    const auto utf8_converter = open_converter("UTF-8");
    GK_ASSERT(source_converter && utf8_converter);
    std::array<UChar, 4096> pivot;
    std::array<char, 16384> chunk;
    UChar* pivot_source = pivot.data();
    UChar* pivot_target = pivot.data();
    const char* source = bytes.data();
    const char* const source_end = source + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    for (bool is_first = true; status == U_BUFFER_OVERFLOW_ERROR; is_first = false) {
        status = U_ZERO_ERROR;
        char* target = chunk.data();
        ucnv_convertEx(utf8_converter.get(), source_converter.get(), &target,
                       chunk.data() + chunk.size(), &source, source_end, pivot.data(),
                       &pivot_source, &pivot_target, pivot.data() + pivot.size(),
                       static_cast<UBool>(is_first ? 1 : 0), 1, &status);
        decoded.text.append(chunk.data(), target);
    }
    if (decoded.text.ends_with(replacement)) {  // Cut in the middle of a character.
        decoded.text.resize(decoded.text.size() - replacement.size());
    }
    decoded.replacements = count_of(decoded.text, replacement);
    decoded.characters = count_above_ascii(decoded.text) - decoded.replacements;
    return decoded;
}

// The converter for a label, or nullptr where the label is not one of ours.
const char* converter_for(std::string_view label) {
    constexpr std::pair<std::string_view, const char*> converters[] = {
        {"gb2312", "GB18030"},
        {"gbk", "GB18030"},
        {"gb18030", "GB18030"},
        {"x-gbk", "GB18030"},
        {"gb_2312-80", "GB18030"},
        {"cp936", "GB18030"},
        {"ms936", "GB18030"},
        {"windows-936", "GB18030"},
        {"euc-cn", "GB18030"},
        {"hz-gb-2312", "HZ"},
        {"big5", "Big5"},
        {"big5-hkscs", "Big5-HKSCS"},
        {"windows-1252", "windows-1252"},
        {"iso-8859-1", "windows-1252"},
    };
    for (const auto& [name, converter] : converters) {
        if (name == label) {
            return converter;
        }
    }
    return nullptr;
}

// At most one ill-formed place among a hundred characters.
bool is_bearable(const Decoded& decoded) {
    return decoded.replacements * 100 <= decoded.characters;
}

// The bytes of a character that cannot be seen at this place, or 0: soft hyphens, zero width spaces
// and joiners, marks of direction and of byte order. They stand between the digits of a figure as
// well as around it.
std::size_t invisible_size(std::string_view utf8, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < utf8.size() ? static_cast<unsigned char>(utf8[at + i]) : 0U;
    };
    if (byte(0) == 0xC2) {
        return byte(1) == 0xAD ? 2 : 0;
    }
    const unsigned character = (byte(0) << 16U) | (byte(1) << 8U) | byte(2);
    const bool is_invisible = character == 0xE1A08E ||                             // U+180E
                              (character >= 0xE2808B && character <= 0xE2808F) ||  // U+200B–200F
                              (character >= 0xE280AA && character <= 0xE280AE) ||  // U+202A–202E
                              (character >= 0xE281A0 && character <= 0xE281AF) ||  // U+2060–206F
                              character == 0xEFBBBF;                               // U+FEFF
    return is_invisible ? 3 : 0;
}

// Without controls and what cannot be seen; a form feed or a vertical tab ends a line.
std::string without_controls(std::string_view utf8) {
    std::string kept;
    kept.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            kept += utf8[at++];
        } else if (byte < 0x80) {
            if (byte == '\f' || byte == '\v') {
                kept += '\n';
            } else if (byte == '\t' || byte == '\n' || byte == '\r') {
                kept += utf8[at];
            }
            ++at;
        } else if (const auto invisible = invisible_size(utf8, at); invisible > 0) {
            at += invisible;
        } else if (byte == 0xC2 && static_cast<unsigned char>(utf8[at + 1]) < 0xA0) {
            at += 2;
        } else {
            const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            kept.append(utf8, at, size);
            at += size;
        }
    }
    return kept;
}

// A NUL here and there is dirt; more of them, outside UTF-16, means that this is no text.
bool is_binary(std::string_view bytes) {
    const auto zeros = std::count(bytes.begin(), bytes.end(), '\0');
    return static_cast<std::size_t>(zeros) * 100 > bytes.size();
}

}  // namespace

Result<std::string> decode_text(std::string_view bytes, std::string_view label) {
    const auto settle = [](const Decoded& decoded) -> Result<std::string> {
        if (!is_bearable(decoded)) {
            return error(charset_undecodable);
        }
        return without_controls(decoded.text);
    };
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return settle(from_utf8(bytes));
    }
    if (bytes.starts_with("\xFF\xFE")) {
        return settle(from_icu(bytes.substr(2), "UTF-16LE"));
    }
    if (bytes.starts_with("\xFE\xFF")) {
        return settle(from_icu(bytes.substr(2), "UTF-16BE"));
    }
    if (bytes.starts_with("\x84\x31\x95\x33")) {
        return settle(from_icu(bytes.substr(4), "GB18030"));
    }
    if (is_binary(bytes)) {
        return error(unknown_kind);
    }
    if (text::is_utf8(bytes)) {
        return without_controls(bytes);
    }
    // Text in another encoding has hardly ever the form of UTF-8.
    if (const auto utf8 = from_utf8(bytes); utf8.characters >= 20 * utf8.replacements) {
        return settle(utf8);
    }
    const char* const named = converter_for(label);
    return settle(from_icu(bytes, named != nullptr ? named : "GB18030"));
}

std::string clean_text(std::string_view bytes) {
    return text::is_utf8(bytes) ? without_controls(bytes)
                                : without_controls(text::encode(text::decode(bytes)));
}

void drop_invisible(std::string& utf8) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        const bool may_begin = byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xEF;
        if (const auto size = may_begin ? invisible_size(utf8, at) : 0; size > 0) {
            at += size;
        } else {
            utf8[kept++] = utf8[at++];
        }
    }
    utf8.resize(kept);
}

std::string html_charset(std::string_view bytes) {
    const auto head = text::lower_ascii(bytes.substr(0, 4096));
    for (auto tag = head.find("<meta"); tag != head.npos; tag = head.find("<meta", tag + 5)) {
        const auto end = std::min(head.find('>', tag), head.size());
        const auto word = head.find("charset", tag);
        if (word >= end) {
            continue;
        }
        auto value = std::string_view(head).substr(word + 7, end - word - 7);
        value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n=\"'"), value.size()));
        return std::string(value.substr(0, value.find_first_of(" \t\r\n\"';/")));
    }
    return {};
}

}  // namespace gk::document
