// What an act must say: check_entry() of flow.hpp.
#include <algorithm>

#include "base/text.hpp"
#include "law/instrument.hpp"
#include "remedy/errors.hpp"
#include "remedy/flow.hpp"

namespace gk::remedy {

namespace {

constexpr std::size_t text_characters_max = 4000;
constexpr std::size_t reference_characters_max = 200;

class EntryCheck {
public:
    EntryCheck(RemedyAction action, const Situation& situation, const Entry& entry)
        : action_(action), situation_(situation), entry_(entry) {}

    Result<void> run(const law::CountingOverrides& overrides) {
        check_presence();
        check_lengths();
        check_dates();
        check_extension();
        check_decision(overrides);
        check_cancelled();
        if (!problems_.empty()) {
            return Error(ErrorKind::invalid, std::move(problems_));
        }
        return {};
    }

private:
    void add(std::string_view field, Problem found) {
        found.field = field;
        problems_.push_back(std::move(found));
    }

    [[nodiscard]] bool is_given(std::string_view name) const {
        return (name == "on" && entry_.on) || (name == "text" && !entry_.text.empty()) ||
               (name == "reference" && !entry_.reference.empty()) ||
               (name == "files" && !entry_.files.empty()) ||
               (name == "is_simplified" && entry_.is_simplified) ||
               (name == "days" && entry_.days) || (name == "due_on" && entry_.due_on) ||
               (name == "decision" && entry_.decision) || (name == "ruling" && entry_.ruling) ||
               (name == "counted" && entry_.counted) ||
               (name == "counted_reason" && !entry_.counted_reason.empty()) ||
               (name == "act_number" && entry_.act_number);
    }

    [[nodiscard]] const FieldUse* use_of(std::string_view name) const {
        const auto fields = action_fields(action_);
        const auto found = std::ranges::find(fields, name, &FieldUse::name);
        return found == fields.end() ? nullptr : &*found;
    }

    void check_presence() {
        constexpr std::pair<std::string_view, std::string_view> all[] = {
            {"on", "日期"},
            {"text", "说明"},
            {"reference", "文书号"},
            {"files", "材料"},
            {"is_simplified", "简易程序"},
            {"days", "天数"},
            {"due_on", "限定的日期"},
            {"decision", "复议决定"},
            {"ruling", "裁判结果"},
            {"counted", "计入年度报告"},
            {"counted_reason", "这样计的理由"},
            {"act_number", "记录"}};
        for (const auto& [name, plain_label] : all) {
            const auto* use = use_of(name);
            if (use == nullptr && is_given(name)) {
                add(name, problem(field_not_used, label(action_), plain_label));
            } else if (use != nullptr && use->is_required && !is_given(name)) {
                add(name, problem(field_missing, use->label));
            }
        }
    }

    void check_length(std::string_view field, std::string_view what, const std::string& value,
                      std::size_t max) {
        const auto length = text::decode(value).size();
        if (length > max) {
            add(field, problem(text_too_long, what, length, max));
        }
    }

    void check_lengths() {
        check_length("text", "说明", entry_.text, text_characters_max);
        check_length("counted_reason", "理由", entry_.counted_reason, text_characters_max);
        check_length("reference", "文书号", entry_.reference, reference_characters_max);
    }

    // The legal date of the last act that has a place in the order.
    [[nodiscard]] std::optional<Date> last_date() const {
        std::optional<Date> last;
        for (const auto* act : standing_acts(situation_.of.acts)) {
            if (act->action != RemedyAction::add_document) {
                last = std::max(last.value_or(act->on()), act->on());
            }
        }
        return last;
    }

    void check_dates() {
        if (!entry_.on) {
            return;
        }
        const auto* use = use_of("on");
        const auto what = use == nullptr ? std::string_view("日期") : use->label;
        if (*entry_.on > situation_.today) {
            add("on", problem(date_in_future, what, entry_.on->chinese()));
        } else if (const auto last = last_date(); last && *entry_.on < *last) {
            add("on", problem(date_too_early, what, entry_.on->chinese(), last->chinese()));
        }
        if (entry_.due_on && *entry_.due_on < *entry_.on) {
            add("due_on", problem(due_not_later, entry_.due_on->chinese(), entry_.on->chinese()));
        }
    }

    void check_extension() {
        if (action_ != RemedyAction::record_extension || !entry_.days) {
            return;
        }
        const auto ruled = law::remedy_clock(law::RemedyClock::reconsideration_extension,
                                             situation_.standing.opened_on);
        const int max = ruled ? ruled->value.count : 0;
        if (*entry_.days < 1 || *entry_.days + situation_.standing.extended_days > max) {
            add("days", problem(extension_out_of_range, *entry_.days, max));
        }
    }

    void check_decision(const law::CountingOverrides& overrides) {
        if (action_ != RemedyAction::record_decision &&
            action_ != RemedyAction::record_final_ruling) {
            return;
        }
        const bool is_suit = is_litigation(situation_.of.group);
        const std::string_view field = is_suit ? "ruling" : "decision";
        if (is_suit ? entry_.decision.has_value() : entry_.ruling.has_value()) {
            add(field, problem(decision_of_other_kind, is_suit ? "行政诉讼" : "行政复议",
                               is_suit ? "裁判" : "复议决定"));
        } else if (is_suit ? !entry_.ruling.has_value() : !entry_.decision.has_value()) {
            add(field, problem(field_missing, is_suit ? "裁判结果" : "复议决定"));
        } else {
            check_counting(field, overrides);
        }
    }

    [[nodiscard]] std::string_view decision_label() const {
        return entry_.decision ? law::label(*entry_.decision) : law::label(*entry_.ruling);
    }

    void check_counting(std::string_view field, const law::CountingOverrides& overrides) {
        const auto usual = preselected(entry_, overrides);
        if (usual.result == law::RemedyResult::pending) {
            add(field, problem(decision_not_final, decision_label()));
            return;
        }
        const auto usual_value = counted_as(usual.result);
        if (!entry_.counted) {
            if (usual.must_ask) {
                add("counted", problem(counting_to_choose, decision_label(), label(usual_value)));
            }
            return;
        }
        if (*entry_.counted != usual_value && text::trim(entry_.counted_reason).empty()) {
            add("counted_reason", problem(counting_reason_missing, decision_label(),
                                          label(usual_value), label(*entry_.counted)));
        }
    }

    void check_cancelled() {
        if (action_ != RemedyAction::cancel_act || !entry_.act_number) {
            return;
        }
        const auto standing = standing_acts(situation_.of.acts);
        if (standing.size() < 2 || standing.back()->number != *entry_.act_number) {
            add("act_number", problem(act_not_cancellable, *entry_.act_number));
        }
    }

    RemedyAction action_;
    const Situation& situation_;
    const Entry& entry_;
    std::vector<Problem> problems_;
};

}  // namespace

Result<void> check_entry(RemedyAction action, const Situation& situation, const Entry& entry,
                         const law::CountingOverrides& overrides) {
    return EntryCheck(action, situation, entry).run(overrides);
}

}  // namespace gk::remedy
