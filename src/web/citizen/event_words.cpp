#include "web/citizen/event_words.hpp"

#include <array>

#include <fmt/format.h>

#include "base/yuan.hpp"
#include "law/consultation.hpp"
#include "law/enum_table.hpp"

namespace gk::web::citizen {

namespace {

using application::Action;
using application::Entry;
using application::Event;

// What stands below the title, beside the fixed words.
enum class Told : std::uint8_t { nothing, moment, text_and_due, due, consulted, amount, party };

struct Row {
    Action value;
    std::string_view title = {};  // Empty: not told.
    std::string_view text = {};
    Told told = Told::nothing;
};

constexpr auto rows = law::enum_table(std::array{
    Row{Action::submit, "您在网上提交申请", "", Told::moment},
    Row{Action::register_application, "申请已经登记"},
    Row{Action::amend_registration},
    Row{Action::confirm_receipt, "双方确认收到", "自次日起计算答复期限。"},
    Row{Action::change_contact, "更改联系方式"},
    Row{Action::add_material, "收到您补充的说明或者材料"},
    Row{Action::ask_for_correction, "请您补正", "请在以下日期前补正：", Told::text_and_due},
    Row{Action::receive_correction, "收到您的补正", "答复期限重新计算。"},
    Row{Action::consult, "书面征求意见", "等待回复的时间不计入答复期限。", Told::consulted},
    Row{Action::record_consultation_delivery},
    Row{Action::record_opinion, "收到对方的意见"},
    Row{Action::tell_third_party},
    Row{Action::request_extension},
    Row{Action::consent_to_extension},
    Row{Action::refuse_extension},
    Row{Action::notify_extension, "告知延期答复", "依照《条例》第三十三条第二款延长答复期限。"},
    Row{Action::ask_for_reasons, "请您说明理由", "请在以下日期前说明：", Told::text_and_due},
    Row{Action::record_reasons, "收到您说明的理由"},
    Row{Action::defer_reply, "告知延迟答复", "最迟答复日期为", Told::due},
    Row{Action::notify_fee, "发出收费通知", "", Told::amount},
    Row{Action::record_payment, "收到您缴纳的费用"},
    Row{Action::give_search_task, "交有关科室检索"},
    Row{Action::sign_for_task},
    Row{Action::forward_task},
    Row{Action::return_task},
    Row{Action::record_search},
    Row{Action::link_case},
    Row{Action::mark_duplicate},
    Row{Action::split_application, "按一事一申请分开办理"},
    Row{Action::record_referral, "告知应当向其他机关申请", "", Told::party},
    Row{Action::draft_decision},
    Row{Action::review_decision},
    Row{Action::send_back_decision},
    Row{Action::sign_decision},
    Row{Action::add_released_file},
    Row{Action::review_release},
    Row{Action::reject_release},
    Row{Action::reply_on_the_spot, "当场答复"},
    Row{Action::record_former_outcome, "答复结果已经登记"},
    Row{Action::deliver, "送达答复"},
    Row{Action::record_delivery_receipt},
    Row{Action::withdraw, "撤回申请"},
    Row{Action::close, "办结"},
    Row{Action::archive},
    Row{Action::reopen, "重新办理", "最迟答复日期为", Told::due},
    Row{Action::cancel_event},
});

std::string due_text(const Row& row, const Entry& entry) {
    return entry.due_on ? fmt::format("{}{}。", row.text, entry.due_on->chinese()) : "";
}

std::string consulted_text(const Row& row, const Entry& entry) {
    const auto who = entry.consulted ? law::label(*entry.consulted) : std::string_view("有关方面");
    return fmt::format("征求{}的意见，{}", who, row.text);
}

std::string text_of(const Row& row, const Event& event) {
    const auto& entry = event.entry;
    switch (row.told) {
        case Told::nothing:
            return std::string(row.text);
        case Told::moment:
            return event.at.minutes() + " 提交。";
        case Told::text_and_due:
            return entry.text + (entry.due_on ? "\n" : "") + due_text(row, entry);
        case Told::due:
            return due_text(row, entry);
        case Told::consulted:
            return consulted_text(row, entry);
        case Told::amount:
            return amount_text(entry);
        case Told::party:
            return entry.party;
    }
    GK_ASSERT(!"what is told");
    return {};
}

}  // namespace

std::string amount_text(const Entry& entry) {
    if (!entry.amount_fen) {
        return {};
    }
    return fmt::format("金额{}元。", yuan_text(*entry.amount_fen));
}

std::optional<EventWords> event_words(const Event& event) {
    const auto& row = rows[event.action];
    if (row.title.empty()) {
        return std::nullopt;
    }
    return EventWords{.title = std::string(row.title), .text = text_of(row, event)};
}

}  // namespace gk::web::citizen
