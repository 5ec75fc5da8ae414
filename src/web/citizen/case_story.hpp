// A case in plain words, as its applicant reads it: one sentence, a mark, why the days stand still,
// what was done, what can be done. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "application/flow.hpp"
#include "application/standing.hpp"

namespace gk::web::citizen {

// 待确认, 办理中, 待补正, 暂停计时, 已延期, 已答复, 已终止: word, colour and shape.
struct CaseMark {
    std::string_view word;
    std::string_view css_class;
    std::string_view icon;
};

struct StoryStep {
    Date on;
    std::string title;
    std::string text = {};
    bool is_now = false;
    bool is_ahead = false;  // `on` is the last day for it.
};

struct CaseStory {
    std::string sentence;  // 正在征求第三方意见，办理期限暂停计算
    CaseMark mark;
    std::string pause_heading = {};  // 为什么暂停; empty where nothing is to be explained.
    std::string pause_text = {};
    // What the applicant has to do, and the last day for it: 缴费的最后一天.
    std::string own_due_label = {};
    std::optional<Date> own_due_on = {};
    std::vector<StoryStep> steps = {};
};

// `latest_due_on`: the latest that the reply can fall due (day_band.hpp).
[[nodiscard]] CaseStory case_story(const application::Case& of,
                                   const application::Standing& standing,
                                   std::optional<Date> latest_due_on);

// What the applicant does, in the order in which it is offered.
enum class OwnAct : std::uint8_t { correction, reasons, material, contact, withdrawal };

[[nodiscard]] std::span<const OwnAct> own_acts();
[[nodiscard]] std::string_view key(OwnAct act);
[[nodiscard]] std::string_view label(OwnAct act);
[[nodiscard]] std::optional<OwnAct> own_act_of(std::string_view key);
[[nodiscard]] application::Action action_of(OwnAct act);

}  // namespace gk::web::citizen
