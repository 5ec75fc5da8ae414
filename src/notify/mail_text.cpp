#include "notify/mail_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "base/assert.hpp"
#include "base/text.hpp"

namespace gk::notify {

namespace {

constexpr std::size_t address_size_max = 254;
constexpr std::size_t line_bytes = 57;  // 76 characters of base 64.
// An encoded word has at most 75 characters: 45 bytes and what stands around them.
constexpr std::size_t word_bytes_max = 45;

std::string base64(std::string_view bytes) {
    std::vector<unsigned char> encoded(4 * ((bytes.size() + 2) / 3) + 1);
    const auto* const source = reinterpret_cast<const unsigned char*>(bytes.data());
    const int size = EVP_EncodeBlock(encoded.data(), source, static_cast<int>(bytes.size()));
    return {encoded.begin(), encoded.begin() + size};
}

std::string in_lines(std::string_view bytes) {
    std::string lines;
    for (std::size_t at = 0; at < bytes.size(); at += line_bytes) {
        lines += base64(bytes.substr(at, line_bytes)) + "\r\n";
    }
    return lines;
}

// RFC 2047, split between characters.
std::string encoded_words(std::string_view text) {
    std::string words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) {
            words += (words.empty() ? "" : "\r\n ") + ("=?UTF-8?B?" + base64(word) + "?=");
            word.clear();
        }
    };
    for (const char32_t character : text::decode(text)) {
        std::string bytes;
        text::append(bytes, character < U' ' ? U' ' : character);
        if (word.size() + bytes.size() > word_bytes_max) {
            end_word();
        }
        word += bytes;
    }
    end_word();
    return words;
}

// Fri, 08 May 2026 12:00:00 +0800
std::string date_header(Moment now) {
    constexpr std::array days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto date = now.date();
    const auto weekday = std::chrono::weekday(date.days()).c_encoding();
    // The time of day as it stands in 2026-05-08T12:00:00.000+08:00.
    return fmt::format("{}, {:02} {} {} {} +0800", days[weekday], date.day(),
                       months[date.month() - 1], date.year(), now.iso().substr(11, 8));
}

}  // namespace

bool is_mail_address(std::string_view address) {
    const auto at = address.find('@');
    return address.size() <= address_size_max && at != std::string_view::npos && at > 0 &&
           at + 1 < address.size() && address.find('@', at + 1) == std::string_view::npos &&
           std::ranges::none_of(address, [](char c) {
               return c <= ' ' || c == '<' || c == '>' || c == ',' || c == ';' || c == '"' ||
                      c == '\\' || c == 0x7F;
           });
}

std::string mail_text(const Parcel& parcel, std::string_view from, Moment now) {
    GK_ASSERT(is_mail_address(parcel.address) && is_mail_address(from));
    const auto domain = from.substr(from.find('@') + 1);
    return fmt::format(
        "From: <{}>\r\nTo: <{}>\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}@{}>\r\n"
        "Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        from, parcel.address, encoded_words(parcel.subject), date_header(now), parcel.public_id,
        domain, in_lines(parcel.text));
}

}  // namespace gk::notify
