#include "application/ledger_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/number.hpp"
#include "base/text.hpp"

namespace gk::application {

namespace {

template <typename Value>
struct Word {
    std::string_view word;
    Value value;
};

constexpr auto titles = std::to_array<Word<LedgerField>>({
    {"编号", LedgerField::number},
    {"序号", LedgerField::number},
    {"申请编号", LedgerField::number},
    {"受理编号", LedgerField::number},
    {"受理号", LedgerField::number},
    {"登记号", LedgerField::number},
    {"登记编号", LedgerField::number},
    {"收到日期", LedgerField::received_on},
    {"收到时间", LedgerField::received_on},
    {"收件日期", LedgerField::received_on},
    {"收件时间", LedgerField::received_on},
    {"收文时间", LedgerField::received_on},
    {"来件日期", LedgerField::received_on},
    {"来件时间", LedgerField::received_on},
    {"收文日期", LedgerField::received_on},
    {"受理日期", LedgerField::received_on},
    {"受理时间", LedgerField::received_on},
    {"登记日期", LedgerField::received_on},
    {"提交日期", LedgerField::submitted_on},
    {"提交时间", LedgerField::submitted_on},
    {"申请日期", LedgerField::submitted_on},
    {"申请时间", LedgerField::submitted_on},
    {"提交方式", LedgerField::channel},
    {"申请方式", LedgerField::channel},
    {"申请渠道", LedgerField::channel},
    {"收件方式", LedgerField::channel},
    {"来件方式", LedgerField::channel},
    {"申请途径", LedgerField::channel},
    {"申请人", LedgerField::applicant_name},
    {"申请人姓名", LedgerField::applicant_name},
    {"申请人名称", LedgerField::applicant_name},
    {"姓名", LedgerField::applicant_name},
    {"申请人类型", LedgerField::applicant_kind},
    {"申请人类别", LedgerField::applicant_kind},
    {"申请人性质", LedgerField::applicant_kind},
    {"证件号码", LedgerField::identity_number},
    {"身份证号", LedgerField::identity_number},
    {"身份证号码", LedgerField::identity_number},
    {"联系电话", LedgerField::phone},
    {"电话", LedgerField::phone},
    {"联系方式", LedgerField::phone},
    {"手机", LedgerField::phone},
    {"电子邮箱", LedgerField::email},
    {"邮箱", LedgerField::email},
    {"地址", LedgerField::address},
    {"联系地址", LedgerField::address},
    {"通讯地址", LedgerField::address},
    {"通信地址", LedgerField::address},
    {"申请内容", LedgerField::title},
    {"申请事项", LedgerField::title},
    {"申请公开内容", LedgerField::title},
    {"所需信息", LedgerField::title},
    {"信息名称", LedgerField::title},
    {"内容描述", LedgerField::description},
    {"特征描述", LedgerField::description},
    {"告知补正日期", LedgerField::correction_asked_on},
    {"补正告知日期", LedgerField::correction_asked_on},
    {"收到补正日期", LedgerField::correction_received_on},
    {"补正日期", LedgerField::correction_received_on},
    {"延期工作日", LedgerField::extension_working_days},
    {"延期天数", LedgerField::extension_working_days},
    {"办理结果", LedgerField::outcome},
    {"答复结果", LedgerField::outcome},
    {"答复类型", LedgerField::outcome},
    {"处理结果", LedgerField::outcome},
    {"处理情况", LedgerField::outcome},
    {"办理情况", LedgerField::outcome},
    {"答复情况", LedgerField::outcome},
    {"答复日期", LedgerField::concluded_on},
    {"答复时间", LedgerField::concluded_on},
    {"办结日期", LedgerField::concluded_on},
    {"办结时间", LedgerField::concluded_on},
    {"答复文号", LedgerField::reply_number},
    {"文号", LedgerField::reply_number},
    {"备注", LedgerField::remark},
});

constexpr auto applicants = std::to_array<Word<ApplicantKind>>({
    {"自然人", ApplicantKind::natural_person},
    {"公民", ApplicantKind::natural_person},
    {"个人", ApplicantKind::natural_person},
    {"企业", ApplicantKind::commercial_enterprise},
    {"公司", ApplicantKind::commercial_enterprise},
    {"科研", ApplicantKind::research_institution},
    {"公益", ApplicantKind::public_welfare_organization},
    {"律师", ApplicantKind::legal_service_organization},
    {"律所", ApplicantKind::legal_service_organization},
    {"法律服务", ApplicantKind::legal_service_organization},
    {"其他", ApplicantKind::other_organization},
    {"组织", ApplicantKind::other_organization},
    {"法人", ApplicantKind::other_organization},
});

// What is more special comes first.
constexpr auto channels = std::to_array<Word<law::Channel>>({
    {"平信", law::Channel::ordinary},
    {"平常信函", law::Channel::ordinary},
    {"无需签收", law::Channel::ordinary},
    {"邮箱", law::Channel::internet},
    {"邮件", law::Channel::internet},
    {"网", law::Channel::internet},
    {"在线", law::Channel::internet},
    {"传真", law::Channel::fax},
    {"邮寄", law::Channel::registered},
    {"挂号", law::Channel::registered},
    {"快递", law::Channel::registered},
    {"EMS", law::Channel::registered},
    {"信函", law::Channel::registered},
    {"当面", law::Channel::counter},
    {"现场", law::Channel::counter},
    {"窗口", law::Channel::counter},
    {"口头", law::Channel::counter},
});

using law::Outcome;

// What is more special comes first: 部分公开 before 公开.
constexpr auto outcomes = std::to_array<Word<Outcome>>({
    {"部分公开", Outcome::granted_in_part},
    {"部分予以公开", Outcome::granted_in_part},
    {"主动公开", Outcome::already_public},
    {"国家秘密", Outcome::refused_state_secret},
    {"法律行政法规禁止", Outcome::refused_prohibited_by_law},
    {"三安全", Outcome::refused_security_or_stability},
    {"第三方", Outcome::refused_third_party_rights},
    {"商业秘密", Outcome::refused_third_party_rights},
    {"个人隐私", Outcome::refused_third_party_rights},
    {"内部事务", Outcome::refused_internal_affairs},
    {"内部管理", Outcome::refused_internal_affairs},
    {"过程性", Outcome::refused_deliberative},
    {"执法案卷", Outcome::refused_enforcement_file},
    {"行政查询", Outcome::registry_inquiry},
    {"不存在", Outcome::not_found},
    {"不掌握", Outcome::not_found},
    {"非本机关", Outcome::held_elsewhere},
    {"不属于本机关", Outcome::held_elsewhere},
    {"另行制作", Outcome::needs_creation},
    {"加工", Outcome::needs_creation},
    {"仍不明确", Outcome::still_unclear},
    {"信访", Outcome::petition_or_complaint},
    {"投诉", Outcome::petition_or_complaint},
    {"举报", Outcome::petition_or_complaint},
    {"重复", Outcome::repeat},
    {"公开出版物", Outcome::published_material},
    {"大量反复", Outcome::excessive},
    {"重新出具", Outcome::reconfirmation},
    {"逾期不补正", Outcome::no_correction},
    {"不补正", Outcome::no_correction},
    {"未补正", Outcome::no_correction},
    {"未缴费", Outcome::fee_unpaid},
    {"未按收费通知", Outcome::fee_unpaid},
    {"撤回", Outcome::withdrawn},
    {"撤销申请", Outcome::withdrawn},
    {"其他", Outcome::closed_otherwise},
    {"予以公开", Outcome::granted},
    {"同意公开", Outcome::granted},
    {"全部公开", Outcome::granted},
});

enum class Brackets : std::uint8_t { left_out, kept };

// Half-width, without white space, quotation marks and, where left out, what stands in brackets.
std::string plain(std::string_view text, Brackets brackets = Brackets::left_out) {
    std::u32string kept;
    bool is_in_brackets = false;
    for (const auto c : text::decode(text::to_half_width(text))) {
        is_in_brackets =
            brackets == Brackets::left_out && (c == '(' || (is_in_brackets && c != ')'));
        const bool is_mark = c == ')' || c == U'“' || c == U'”' || c == U'、' || c == '*';
        if (!is_in_brackets && !is_mark && !text::is_space(c) && c != '\n') {
            kept += c;
        }
    }
    return text::encode(kept);
}

template <typename Value, std::size_t count>
std::optional<Value> contained(const std::array<Word<Value>, count>& words, std::string_view text) {
    for (const auto& each : words) {
        if (text.find(each.word) != std::string_view::npos) {
            return each.value;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<LedgerField> field_named(std::string_view title) {
    const auto name = plain(title);
    const auto* const found = std::ranges::find(titles, name, &Word<LedgerField>::word);
    return found == titles.end() ? std::nullopt : std::optional(found->value);
}

std::optional<ApplicantKind> applicant_kind_named(std::string_view text) {
    return contained(applicants, plain(text));
}

std::optional<law::Channel> channel_named(std::string_view text) {
    return contained(channels, plain(text));
}

std::optional<law::Outcome> ledger_outcome(std::string_view text) {
    const auto words = plain(text);
    for (const auto& each : outcomes) {
        if (words == plain(law::label(each.value))) {
            return each.value;
        }
    }
    // 公开 alone stands in the name of every refusal.
    if (words == "公开") {
        return Outcome::granted;
    }
    // The ground of a refusal often stands in brackets: 不予公开（过程性信息）.
    const auto known = contained(outcomes, words);
    return known ? known : contained(outcomes, plain(text, Brackets::kept));
}

bool is_open_in_ledger(std::string_view outcome) {
    constexpr std::array<std::string_view, 6> words = {"办理中", "正在办理", "在办",
                                                       "未办结", "未答复",   "待答复"};
    return std::ranges::find(words, plain(outcome)) != words.end();
}

bool is_sum_in_ledger(std::string_view cell) {
    constexpr std::array<std::string_view, 3> words = {"合计", "总计", "小计"};
    return std::ranges::find(words, plain(cell)) != words.end();
}

std::optional<Date> ledger_date(std::string_view text) {
    constexpr int first_serial = 20'000;  // 1954
    constexpr int last_serial = 80'000;   // 2119
    constexpr int first_compact = 19'000'101;
    auto written = plain(text.substr(0, text.find(' ')));
    for (const auto* mark : {"年", "月", "/", "."}) {
        written = text::replace_all(std::move(written), mark, "-");
    }
    written = text::replace_all(std::move(written), "日", "");
    const auto parts = text::split(written, '-');
    if (parts.size() == 3) {
        const auto year = text::whole_number<int>(parts[0]);
        const auto month = text::whole_number<int>(parts[1]);
        const auto day = text::whole_number<int>(parts[2]);
        return year && month && day && *month > 0 && *day > 0
                   ? Date::of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day))
                   : std::nullopt;
    }
    const auto number = text::whole_number<int>(parts[0]);
    if (number && *number >= first_serial && *number <= last_serial) {
        return Date(1900, 1, 1).plus_days(*number - 2);
    }
    if (number && *number >= first_compact) {
        return Date::of(*number / 10'000, static_cast<unsigned>(*number / 100 % 100),
                        static_cast<unsigned>(*number % 100));
    }
    return std::nullopt;
}

}  // namespace gk::application
