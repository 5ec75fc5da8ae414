#include "application/access/telling_service.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "application/applicant_store.hpp"
#include "application/case_store.hpp"
#include "application/ledger_service.hpp"
#include "application/standing.hpp"
#include "application/telephone.hpp"
#include "law/personal_number.hpp"
#include "notify/service.hpp"

namespace gk::application::access {

namespace {

using store::Snapshot;
using store::Transaction;

constexpr std::chrono::hours looked_back(7 * 24);
constexpr int acts_max = 100;

struct Untold {
    Id<Case> of;
    int event_number = 0;
};

// What a ledger brings along has happened before, and is no news to anybody.
std::vector<Untold> load_untold(Snapshot& snapshot, Moment since) {
    auto row = snapshot.query(
        "SELECT e.case_id, e.number FROM case_events e JOIN cases c ON c.id = e.case_id"
        " WHERE e.acted_at >= ? AND NOT EXISTS"
        " (SELECT 1 FROM told_events t WHERE t.case_id = e.case_id AND t.event_number = e.number)"
        " AND NOT (COALESCE(c.submission_key, '') LIKE ? AND e.acted_at ="
        " (SELECT f.acted_at FROM case_events f WHERE f.case_id = e.case_id AND f.number = 1))"
        " ORDER BY e.acted_at LIMIT ?",
        since, std::string(ledger_key_prefix) + "%", acts_max);
    std::vector<Untold> untold;
    while (row.next()) {
        untold.push_back({row.get<Id<Case>>(0), row.get<int>(1)});
    }
    return untold;
}

// Whether it was this call that marked it.
bool mark_told(Transaction& transaction, const Untold& act, Moment now) {
    return transaction.execute(
               "INSERT INTO told_events (case_id, event_number, told_at) VALUES (?, ?, ?)"
               " ON CONFLICT (case_id, event_number) DO NOTHING",
               act.of, act.event_number, now) == 1;
}

struct Way {
    notify::Carrier carrier;
    std::string address;
};

std::optional<Way> way_to(const Contact& contact) {
    switch (contact.route) {
        case ContactRoute::sms:
            if (auto phone = normalised_telephone(contact.phone); law::is_mobile_number(phone)) {
                return Way{notify::Carrier::short_message, std::move(phone)};
            }
            return std::nullopt;
        case ContactRoute::email:
            return contact.email.empty() ? std::nullopt
                                         : std::optional(Way{notify::Carrier::mail, contact.email});
        case ContactRoute::post:
            return std::nullopt;
    }
    GK_ASSERT(!"a route");
    return std::nullopt;
}

Result<void> tell(Transaction& transaction, const Desk& desk, const Untold& act, Moment now) {
    if (!mark_told(transaction, act, now)) {
        return {};
    }
    const auto of = load_case(transaction, act.of);
    if (!of) {
        return {};
    }
    const auto standing = standing_events(of->events);
    const auto found = std::ranges::find(standing, act.event_number, &Event::number);
    const auto said = found == standing.end() ? std::string() : message_of(**found);
    if (said.empty()) {
        return {};
    }
    GK_TRY(const auto kept, load_applicant(transaction, desk.ring, *of));
    const auto way = way_to(kept.applicant.contact);
    if (!way) {
        return {};
    }
    notify::send(
        transaction, desk.ring,
        {.agency = of->agency,
         .carrier = way->carrier,
         .address = way->address,
         .subject = "政府信息公开申请 " + of->number + " 的办理情况",
         .text = fmt::format("您的政府信息公开申请 {}：{}详情请用申请编号和查询码在办理进度查询。",
                             of->number, said),
         .timing = notify::Timing::considerate,
         .object = {.kind = "case", .public_id = of->public_id},
         .once = fmt::format("case {} event {}", of->public_id, act.event_number)},
        now);
    return {};
}

std::string until(const Event& event, std::string_view what) {
    return event.entry.due_on ? fmt::format("{}{}。", what, event.entry.due_on->chinese()) : "";
}

}  // namespace

std::string message_of(const Event& event) {
    const auto is = [&event](Action action) { return event.action == action; };
    if (is(Action::register_application)) {
        return "已经登记。";
    }
    if (is(Action::confirm_receipt)) {
        return "双方已经确认收到，自次日起计算答复期限。";
    }
    if (is(Action::ask_for_correction)) {
        return "需要您补正。" + until(event, "请在以下日期前补正，逾期不补正视为放弃申请：");
    }
    if (is(Action::consult)) {
        return "正在征求有关方面的意见，等待回复的时间不计入答复期限。";
    }
    if (is(Action::notify_extension)) {
        return "答复期限已经依法延长。";
    }
    if (is(Action::ask_for_reasons)) {
        return "请您说明申请的理由。" + until(event, "请在以下日期前说明：");
    }
    if (is(Action::defer_reply)) {
        return "已经延迟答复。" + until(event, "最迟答复日期为");
    }
    if (is(Action::notify_fee)) {
        return "需要缴纳信息处理费，请查看收费通知。";
    }
    if (is(Action::record_referral)) {
        return "所申请的信息应当向其他机关申请，请查看告知的内容。";
    }
    if (is(Action::deliver) || is(Action::reply_on_the_spot)) {
        return "已经答复。";
    }
    if (is(Action::reopen)) {
        return "已经重新办理。";
    }
    return {};
}

int tell_applicants(const Desk& desk, Moment now) {
    const Moment since{now.utc_ms - std::chrono::milliseconds(looked_back).count()};
    const auto untold =
        desk.database.read([&](Snapshot& snapshot) { return load_untold(snapshot, since); });
    int told = 0;
    for (const auto& act : untold) {
        const auto done = desk.database.write(
            [&](Transaction& transaction) { return tell(transaction, desk, act, now); });
        told += done ? 1 : 0;
    }
    return told;
}

}  // namespace gk::application::access
