#include "application/moved_date.hpp"

#include <array>

#include "base/assert.hpp"
#include "law/enum_table.hpp"

namespace gk::application {

namespace {

struct Row {
    CaseDate value;
    std::string_view key;
    std::string_view label;
};

constexpr auto rows = law::enum_table(std::array{
    Row{CaseDate::reply, "reply", "答复期限"},
    Row{CaseDate::payment, "payment", "缴费期限"},
    Row{CaseDate::opinion, "opinion", "征求意见期限"},
});

class Moves {
public:
    explicit Moves(const Case& of, CaseState state) : of_(of), state_(state) {}

    void add(CaseDate date, std::optional<Date> before, std::optional<Date> after) {
        if (before != after) {
            all_.push_back({.public_id = of_.public_id,
                            .number = of_.number,
                            .agency = of_.agency,
                            .state = state_,
                            .date = date,
                            .before = before,
                            .after = after});
        }
    }

    std::vector<MovedDate> take() { return std::move(all_); }

private:
    const Case& of_;
    CaseState state_;
    std::vector<MovedDate> all_;
};

std::optional<Date> payment_due_on(const Standing& standing) {
    return standing.deadline && standing.state == CaseState::awaiting_payment
               ? standing.deadline->payment_due_on
               : std::nullopt;
}

}  // namespace

std::span<const CaseDate> case_dates() {
    return rows.values();
}

std::string_view key(CaseDate date) {
    return rows[date].key;
}

std::string_view label(CaseDate date) {
    return rows[date].label;
}

std::vector<MovedDate> moved_dates(const Case& of, const Standing& before, const Standing& after) {
    if (is_concluded(after.state)) {
        return {};
    }
    Moves moves(of, after.state);
    moves.add(CaseDate::reply, before.reply_due_on, after.reply_due_on);
    moves.add(CaseDate::payment, payment_due_on(before), payment_due_on(after));
    const auto& consultations = after.round.consultations;
    GK_ASSERT(before.round.consultations.size() == consultations.size());
    for (std::size_t i = 0; i < consultations.size(); ++i) {
        if (!consultations[i].consultation.returned_on) {
            moves.add(CaseDate::opinion, before.round.consultations[i].opinion_due_on,
                      consultations[i].opinion_due_on);
        }
    }
    return moves.take();
}

std::vector<MovedDate> moved_reply(const Case& of, std::optional<Date> before,
                                   const Standing& after) {
    Moves moves(of, after.state);
    if (!is_concluded(after.state) && after.state != CaseState::consulting) {
        moves.add(CaseDate::reply, before, after.reply_due_on);
    }
    return moves.take();
}

}  // namespace gk::application
