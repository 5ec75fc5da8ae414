#include "law/receipt.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>

#include "base/assert.hpp"
#include "law/date_order.hpp"
#include "law/enum_table.hpp"
#include "law/errors.hpp"
#include "law/in_force.hpp"

namespace gk::law {

namespace {

using namespace std::chrono_literals;

struct ChannelRow {
    Channel channel;
    std::string_view key;
    std::string_view label;
    Citation basis;
};

// 条例(2019)第31条：以当面提交、签收、确认之日为收到申请之日。
constexpr auto rows = std::to_array<ChannelRow>({
    {Channel::counter, "counter", "当面提交", {"regulation-2019", 31, 0, 1}},
    {Channel::registered, "registered", "需签收的邮寄", {"regulation-2019", 31, 0, 2}},
    {Channel::ordinary, "ordinary", "平常信函", {"regulation-2019", 31, 0, 2}},
    {Channel::internet, "internet", "互联网渠道", {"regulation-2019", 31, 0, 3}},
    {Channel::fax, "fax", "传真", {"regulation-2019", 31, 0, 3}},
});

constexpr auto all = std::to_array<Channel>(
    {Channel::counter, Channel::registered, Channel::ordinary, Channel::internet, Channel::fax});

struct ByRow {
    ReceiptBy value;
    std::string_view key;
    std::string_view label;
};

constexpr auto bys = enum_table(std::array{
    ByRow{ReceiptBy::submission, "submission", "提交之日"},
    ByRow{ReceiptBy::signature, "signature", "签收之日"},
    ByRow{ReceiptBy::confirmation, "confirmation", "双方确认之日"},
});

struct RestDayRow {
    RestDayReceipt value;
    std::string_view key;
    std::string_view label;
};

constexpr auto rest_days = enum_table(std::array{
    RestDayRow{RestDayReceipt::stays, "stays", "当日视为收到，其后第一个工作日起算"},
    RestDayRow{RestDayReceipt::moves, "moves", "视为下一个工作日收到，再后一个工作日起算"},
});

// Receipt by confirmation is a rule of 2019; before it nothing of the kind is modelled.
constexpr InForce<ReceiptBy> by_confirmation[] = {
    {2019y / 5 / 15, ReceiptBy::confirmation, {"regulation-2019", 31}}};

const ChannelRow& row(Channel channel) {
    return rows.at(static_cast<std::size_t>(channel));
}

void check_belongs(ProblemList& problems, Channel channel, bool belongs, const NamedDate& given) {
    if (given.date && !belongs) {
        problems.add(error(not_of_channel, label(channel), given.name)
                         .at(given.field)
                         .on(row(channel).basis));
    }
}

}  // namespace

std::string_view key(Channel channel) {
    return row(channel).key;
}

std::string_view label(Channel channel) {
    return row(channel).label;
}

std::optional<Channel> channel_of(std::string_view key) {
    const auto* found = std::ranges::find(rows, key, &ChannelRow::key);
    return found == rows.end() ? std::nullopt : std::optional(found->channel);
}

std::span<const Channel> channels() {
    return all;
}

std::span<const Channel> channels_to_confirm() {
    static constexpr std::array confirmed = {Channel::ordinary, Channel::internet, Channel::fax};
    return confirmed;
}

Citation receipt_basis(Channel channel) {
    return row(channel).basis;
}

std::string_view key(ReceiptBy by) {
    return bys[by].key;
}

std::string_view label(ReceiptBy by) {
    return bys[by].label;
}

std::optional<ReceiptBy> receipt_by_of(std::string_view key) {
    return bys.value_of(key);
}

std::span<const RestDayReceipt> rest_day_receipts() {
    return rest_days.values();
}

std::string_view key(RestDayReceipt receipt) {
    return rest_days[receipt].key;
}

std::string_view label(RestDayReceipt receipt) {
    return rest_days[receipt].label;
}

std::optional<RestDayReceipt> rest_day_receipt_of(std::string_view key) {
    return rest_days.value_of(key);
}

ReceiptBy ReceiptRules::of(Channel channel) const {
    return by.at(static_cast<std::size_t>(channel));
}

void ReceiptRules::lay_down(Channel channel, ReceiptBy day) {
    by.at(static_cast<std::size_t>(channel)) = day;
}

Result<std::optional<Date>> received_on(const Submission& submission, const ReceiptRules& rules) {
    const auto channel = submission.channel;
    const auto by = rules.of(channel);
    const NamedDate submitted{"提交日期", "submitted_on", submission.submitted_on};
    const NamedDate signed_for{"签收日期", "signed_on", submission.signed_on};
    const NamedDate confirmed{"双方确认日期", "confirmed_on", submission.confirmed_on};
    ProblemList problems;
    check_belongs(problems, channel, by == ReceiptBy::signature, signed_for);
    check_belongs(problems, channel, by == ReceiptBy::confirmation, confirmed);
    check_order(problems, submitted, signed_for);
    check_order(problems, submitted, confirmed);
    // In the order of ReceiptBy.
    const std::array<std::optional<Date>, 3> dates = {submission.submitted_on, submission.signed_on,
                                                      submission.confirmed_on};
    const auto received = dates.at(static_cast<std::size_t>(by));
    if (by == ReceiptBy::signature && !received) {
        problems.add(error(signature_missing, label(channel))
                         .at(signed_for.field)
                         .on(receipt_basis(channel)));
    }
    if (by == ReceiptBy::confirmation) {
        problems.take(in_force_on(by_confirmation, received.value_or(submission.submitted_on)));
    }
    if (!problems.empty()) {
        return std::move(problems).error();
    }
    return received;
}

}  // namespace gk::law
