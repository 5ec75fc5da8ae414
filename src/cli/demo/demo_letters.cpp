#include "cli/demo/demo_letters.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "application/answer_letter_service.hpp"
#include "application/letter_values_service.hpp"
#include "base/assert.hpp"
#include "base/hash.hpp"
#include "cli/demo/demo_cases.hpp"
#include "cli/demo/demo_papers.hpp"
#include "document/clean_file.hpp"
#include "letter/desk_service.hpp"
#include "letter/release_service.hpp"
#include "letter/sample.hpp"
#include "people/service.hpp"

namespace gk::cli::demo {

namespace {

using law::LetterKind;
using law::Outcome;
using letter::Letter;
using letter::LetterValues;
using store::Transaction;

// What the clerk of the demonstration writes where the case does not know it.
std::string written_by_clerk(std::string_view key, std::string_view title) {
    struct Row {
        std::string_view key;
        std::string_view text;  // {}: what was asked for.
    };

    constexpr auto rows = std::to_array<Row>({
        {"correction_items",
         "1.所需信息的文件名称、文号，或者形成的年度；\n2.信息涉及的村组或者项目。"},
        {"attachments", "{}"},
        {"consulted_content", "“{}”中涉及贵单位的部分"},
        {"disclosed_content", "{}"},
        {"disclosed_part", "除不予公开部分以外的内容，见附件。"},
        {"withheld_part", "证件号码、银行账号。"},
        {"found_facts", "您申请公开的是“{}”"},
        {"withheld_reason", "该信息属于依法不予公开的范围（示例）"},
        {"creation_account", "本机关没有现成的汇总数据，提供“{}”需要对历年资料重新统计"},
        {"earlier_reply", "本机关此前对相同申请作出的答复书（示例）"},
        {"earlier_information", "本机关此前已经向您提供“{}”（示例）"},
        {"application_nature", "对有关事项的投诉、举报"},
        {"fee_scale", "按量计收，230页"},
    });
    const auto* const found = std::ranges::find(rows, key, &Row::key);
    return found == rows.end() ? std::string() : fmt::format(fmt::runtime(found->text), title);
}

// Given, known of the case, written by the clerk, or the sample of the placeholder.
LetterValues filled(const std::vector<application::LetterField>& fields, LetterKind kind,
                    const LetterValues& given, std::string_view title) {
    const auto samples = letter::sample_values(kind);
    LetterValues values;
    for (const auto& field : fields) {
        const auto& key = field.placeholder->key;
        auto value = field.value;
        if (const auto own = given.find(key); own != given.end()) {
            value = own->second;
        }
        if (value.empty()) {
            value = written_by_clerk(key, title);
        }
        if (value.empty() && field.is_required) {
            value = samples.at(key);
        }
        if (!value.empty()) {
            values[key] = value;
        }
    }
    return values;
}

Result<void> done(const Result<Letter>& result) {
    return result ? Result<void>() : Result<void>(result.error());
}

Result<void> write_notice(Play& play, const Slot& slot, Slot& notice, const Notice& of,
                          Moment now) {
    const auto& clerk = play.actor("clerk");
    GK_TRY(const auto fields,
           application::letter_fields(play.cases(), slot.id, of.kind, clerk, now));
    const auto values = filled(fields, of.kind, of.values, slot.title);
    return play.cases().database.write([&](Transaction& transaction) -> Result<void> {
        GK_TRY(const auto agency, people::find_agency(transaction, demo_agency));
        GK_TRY(const auto begun,
               letter::draft(
                   transaction, tools_of(play),
                   {.agency = agency.id, .case_id = slot.id, .kind = of.kind, .values = values},
                   clerk, now));
        notice.id = begun.public_id;
        return {};
    });
}

using LetterStep = std::function<Result<Letter>(Transaction&, const letter::LetterReference&,
                                                const people::Actor&, Moment)>;

void step(Play& play, Slot& notice, Date day, std::string_view who, LetterStep take) {
    play.on(day,
            [&play, &notice, who = std::string(who),
             take = std::move(take)](Moment now) -> Result<void> {
                return play.cases().database.write([&](Transaction& transaction) {
                    return done(take(transaction, {.public_id = notice.id}, play.actor(who), now));
                });
            });
}

// Under review, and back to who wrote it or further to who signs.
void play_review(Play& play, Slot& notice, Date day, LetterStage until) {
    if (until >= LetterStage::submitted) {
        step(play, notice, day, "clerk", letter::submit);
    }
    if (until == LetterStage::sent_back) {
        step(play, notice, day, "office_head",
             [](Transaction& transaction, const auto& reference, const auto& actor, Moment now) {
                 return letter::send_back(transaction, reference, "请写明需要补充的年度", actor,
                                          now);
             });
    }
    if (until >= LetterStage::cleared) {
        step(play, notice, day, "office_head", letter::clear);
    }
}

void play_issue(Play& play, Slot& notice, Date day, std::string_view signer, LetterStage until) {
    if (until >= LetterStage::signed_off) {
        step(play, notice, day, signer,
             [&tools = tools_of(play)](Transaction& transaction, const auto& reference,
                                       const auto& actor, Moment now) {
                 return letter::sign_off(transaction, tools, reference, now.date(), actor, now);
             });
    }
    if (until == LetterStage::delivered) {
        step(play, notice, day, "clerk",
             [](Transaction& transaction, const auto& reference, const auto& actor, Moment now) {
                 return letter::record_delivery(
                     transaction, reference,
                     {.handed_over_on = now.date(), .tracking_number = "邮寄单号（示例）"}, actor,
                     now);
             });
    }
}

// Asked for again and again: everybody may have them (条例 art. 44).
constexpr auto of_common_interest = std::to_array<std::string_view>(
    {"2025年春季灌溉用水轮次安排", "西戈壁镇2025年“三公”经费预算", "2025年乡村公益性岗位招聘结果",
     "灌溉用水轮次调整方案", "2025年“双随机”检查结果"});

bool is_of_common_interest(std::string_view title) {
    return std::ranges::find(of_common_interest, title) != of_common_interest.end();
}

Result<void> add_file(Play& play, const Slot& slot, const Letter& to, Moment now) {
    // As it would come out of the office's own files.
    const auto source =
        demo_page(play,
                  {.title = slot.title,
                   .paragraphs = {"本页是演示用的示例材料，由承办单位从档案中复制。",
                                  "依法不予公开的内容已经删除，不留痕迹。"}},
                  now);
    GK_TRY(const auto clean, document::clean_here(source));
    letter::NewReleasedFile given{
        .title = slot.title,
        .kind = clean.kind,
        .copy = tools_of(play).files.place(clean.bytes, document::Sealing::sealed),
        .source_sha256 = sha256_hex(source)};
    if (to.kind == LetterKind::granted_in_part) {
        given.severances.push_back({.place = "第1页表格“证件号码”“银行账号”两栏",
                                    .exemption = law::Exemption::third_party_rights,
                                    .reason = "涉及个人隐私"});
    }
    return play.cases().database.write([&](Transaction& transaction) {
        return done(letter::add_released_file(transaction, {to.public_id}, given,
                                              play.actor("clerk"), now));
    });
}

}  // namespace

void play_letterhead(Play& play, Date day) {
    play.on(day, [&play](Moment now) -> Result<void> {
        return play.cases().database.write([&](Transaction& transaction) -> Result<void> {
            GK_TRY(const auto agency, people::find_agency(transaction, demo_agency));
            const letter::Letterhead laid_down{.review_body = "沙湾市人民政府",
                                               .court = "沙湾市人民法院",
                                               .office_name = "西戈壁镇党政办公室",
                                               .office_address = "西戈壁镇中心街1号（示例）",
                                               .office_phone = "0993-0000000（示例）"};
            GK_TRY(const auto kept, letter::set_letterhead(transaction, agency, laid_down,
                                                           play.actor("office_head"), now));
            GK_ASSERT(kept.version > 0);
            return {};
        });
    });
}

Slot& play_notice(Play& play, Slot& slot, Date day, Notice notice) {
    auto& of = play.new_slot();
    const auto until = notice.until;
    const bool is_clerks = letter::is_issued_by_clerk(notice.kind);
    play.on(day, [&play, &slot, &of, notice = std::move(notice)](Moment now) {
        return write_notice(play, slot, of, notice, now);
    });
    if (!is_clerks) {
        play_review(play, of, day, until);
    }
    play_issue(play, of, day, is_clerks ? "clerk" : "signatory", until);
    return of;
}

void play_answer_letter(Play& play, Slot& slot, Date day, Outcome outcome) {
    play.on(day, [&play, &slot, outcome](Moment now) -> Result<void> {
        const auto& clerk = play.actor("clerk");
        GK_TRY(const auto form,
               application::answer_form(play.cases(), slot.id, outcome, clerk, now));
        if (!form.answer.letter) {
            return {};
        }
        const auto values = filled(form.fields, *form.answer.letter, {}, slot.title);
        GK_TRY(const auto drafted, application::draft_answer(play.cases(), {.public_id = slot.id},
                                                             outcome, values, clerk, now));
        // The others are given on paper.
        if (outcome == Outcome::granted_in_part || is_of_common_interest(slot.title)) {
            return add_file(play, slot, drafted, now);
        }
        return {};
    });
}

void play_release(Play& play, Slot& slot, Date day) {
    play.on(day, [&play, &slot](Moment now) -> Result<void> {
        if (!is_of_common_interest(slot.title)) {
            return {};
        }
        const auto& reviewer = play.actor("secrecy_reviewer");
        return play.cases().database.write([&](Transaction& transaction) -> Result<void> {
            for (const auto& each : letter::letters_of_case(transaction, slot.id, reviewer)) {
                for (const auto& file : each.released_files) {
                    GK_CHECK(done(
                        letter::review_released_file(transaction, {each.public_id}, file.public_id,
                                                     letter::ReleaseVerdict::publish,
                                                     "多人申请，可以向社会公开", reviewer, now)));
                }
            }
            return {};
        });
    });
}

}  // namespace gk::cli::demo
