// When an application counts as received (条例 art. 31): by channel, the day of handing in, of
// signing for the letter, or of confirming with the applicant.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/citation.hpp"
#include "base/date.hpp"
#include "base/result.hpp"

namespace gk::law {

enum class Channel : std::uint8_t {
    counter,     // 当面提交
    registered,  // 需签收的邮寄
    ordinary,    // 平常信函等无需签收的邮寄
    internet,    // 互联网渠道
    fax,         // 政府信息公开工作机构的传真
};

[[nodiscard]] std::string_view key(Channel channel);
[[nodiscard]] std::string_view label(Channel channel);
[[nodiscard]] std::optional<Channel> channel_of(std::string_view key);
[[nodiscard]] std::span<const Channel> channels();
// Those that art. 31 counts from a confirmation: the others leave an office nothing to set.
[[nodiscard]] std::span<const Channel> channels_to_confirm();
// Art. 31 item 1, 2 or 3.
[[nodiscard]] Citation receipt_basis(Channel channel);

enum class ReceiptBy : std::uint8_t { submission, signature, confirmation };
[[nodiscard]] std::string_view key(ReceiptBy by);
[[nodiscard]] std::string_view label(ReceiptBy by);
[[nodiscard]] std::optional<ReceiptBy> receipt_by_of(std::string_view key);

// A receipt on a day that is no working day: it stays there, and day 1 is the first working day
// after it; or it moves to the next working day, which is not counted either.
// READING: 0003.
enum class RestDayReceipt : std::uint8_t { stays, moves };
[[nodiscard]] std::span<const RestDayReceipt> rest_day_receipts();
[[nodiscard]] std::string_view key(RestDayReceipt receipt);
[[nodiscard]] std::string_view label(RestDayReceipt receipt);
[[nodiscard]] std::optional<RestDayReceipt> rest_day_receipt_of(std::string_view key);

// What an office may set otherwise; made plain, it is art. 31 with our readings.
struct ReceiptRules {
    // In the order of the channels. READING: 0004 (confirmation for every internet channel).
    std::array<ReceiptBy, 5> by = {ReceiptBy::submission, ReceiptBy::signature,
                                   ReceiptBy::confirmation, ReceiptBy::confirmation,
                                   ReceiptBy::confirmation};
    RestDayReceipt rest_day = RestDayReceipt::stays;

    [[nodiscard]] ReceiptBy of(Channel channel) const;
    void lay_down(Channel channel, ReceiptBy day);

    friend bool operator==(const ReceiptRules&, const ReceiptRules&) = default;
};

struct Submission {
    Channel channel;
    Date submitted_on;
    std::optional<Date> signed_on = {};
    std::optional<Date> confirmed_on = {};
};

// The art. 31 date; nothing while the confirmation is awaited. Refuses, all at once: a letter that
// nobody signed for (`law.signature_missing`), a signature or confirmation that the channel does
// not have (`law.not_of_channel`) or that is earlier than the submission
// (`law.dates_out_of_order`), and channels other than counter and registered post under the
// regulation of 2008 (`law.not_modelled`).
[[nodiscard]] Result<std::optional<Date>> received_on(const Submission& submission,
                                                      const ReceiptRules& rules);

}  // namespace gk::law
