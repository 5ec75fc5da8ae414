#include "remedy/dossier/dossier.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "application/entry_text.hpp"
#include "application/wanted_words.hpp"
#include "base/text.hpp"
#include "remedy/flow.hpp"

namespace gk::remedy::dossier {

namespace {

constexpr std::size_t name_bytes_max = 120;

void add(std::vector<Fact>& facts, std::string_view label, std::string text) {
    if (!text.empty()) {
        facts.push_back({std::string(label), std::move(text)});
    }
}

std::string chinese(const std::optional<Date>& date) {
    return date ? date->chinese() : std::string();
}

std::string line(std::string_view label, std::string_view text) {
    return fmt::format("{}：{}", label, text);
}

std::string conclusion_words(const application::Conclusion& conclusion) {
    if (conclusion.outcome) {
        return std::string(law::label(*conclusion.outcome));
    }
    return conclusion.amendment_result ? std::string(label(*conclusion.amendment_result))
                                       : std::string();
}

void add_contact(std::vector<Fact>& facts, const application::Contact& contact) {
    add(facts, "联系方式", std::string(label(contact.route)));
    add(facts, "联系电话", contact.phone);
    add(facts, "电子邮箱", contact.email);
    add(facts, "通信地址", contact.address);
    add(facts, "邮政编码", contact.postal_code);
}

// Signs that mean something to a file system, and what cannot be seen.
bool is_forbidden(char c) {
    constexpr std::string_view signs = "/\\:*?\"<>|";
    return static_cast<unsigned char>(c) < ' ' || c == '\x7f' ||
           signs.find(c) != std::string_view::npos;
}

std::string plain(std::string_view text) {
    std::string name(text);
    std::ranges::replace_if(name, is_forbidden, '_');
    auto size = std::min(name.size(), name_bytes_max);
    while (size > 0 && size < name.size() &&
           (static_cast<unsigned char>(name[size]) & 0xC0U) == 0x80U) {
        --size;  // A character stays whole.
    }
    name.resize(size);
    return name;
}

std::vector<std::string> lines_of(const Entry& entry) {
    std::vector<std::string> lines;
    if (!entry.text.empty()) {
        lines.push_back(entry.text);
    }
    if (!entry.reference.empty()) {
        lines.push_back(line("文号", entry.reference));
    }
    if (entry.due_on) {
        lines.push_back(line("期限", entry.due_on->chinese()));
    }
    if (entry.decision) {
        lines.push_back(line("复议结果", law::label(*entry.decision)));
    }
    if (entry.ruling) {
        lines.push_back(line("裁判结果", law::label(*entry.ruling)));
    }
    if (entry.counted) {
        lines.push_back(line("计入", label(*entry.counted)));
    }
    if (!entry.files.empty()) {
        lines.push_back(line("材料", fmt::format("{}个文件", entry.files.size())));
    }
    return lines;
}

}  // namespace

std::vector<Occurrence> course_of(const application::Case& of, const Names& names) {
    std::vector<Occurrence> course;
    for (const auto& event : of.events) {
        Occurrence each{.on = event.on(),
                        .at = event.at,
                        .title = std::string(label(event.action)),
                        .actor = event.actor};
        for (const auto& said : application::entry_lines(event, of.events)) {
            const bool is_named = said.field == "unit" || said.field == "reference";
            const auto named = is_named ? names.find(said.text) : names.end();
            each.lines.push_back(
                line(said.label, named == names.end() ? said.text : named->second));
        }
        course.push_back(std::move(each));
    }
    return course;
}

std::vector<Occurrence> course_of(const letter::Letter& letter) {
    const auto name = letter_name(letter.kind);
    std::vector<Occurrence> course;
    for (const auto& act : letter.acts) {
        if (act.action == letter::LetterAction::sign_off) {
            course.push_back({.on = letter.dated_on.value_or(act.at.date()),
                              .at = act.at,
                              .title = "签发" + name,
                              .actor = act.actor,
                              .lines = {line("文号", letter.number.value_or(""))}});
        } else if (act.action == letter::LetterAction::cancel) {
            course.push_back({.on = act.at.date(),
                              .at = act.at,
                              .title = "作废" + name,
                              .actor = act.actor,
                              .lines = {act.comment}});
        }
    }
    for (const auto& delivery : letter.deliveries) {
        Occurrence each{.on = delivery.handed_over_on,
                        .at = delivery.recorded_at,
                        .title = "送达" + name,
                        .actor = delivery.actor,
                        .lines = {line("方式", label(delivery.route))}};
        if (!delivery.tracking_number.empty()) {
            each.lines.push_back(line("邮件号", delivery.tracking_number));
        }
        if (delivery.signed_for_on) {
            each.lines.push_back(line("签收", delivery.signed_for_on->chinese()));
        }
        course.push_back(std::move(each));
    }
    for (const auto& file : letter.released_files) {
        for (const auto& severance : file.severances) {
            course.push_back({.on = file.file.stored_at.date(),
                              .at = file.file.stored_at,
                              .title = "区分处理《" + file.title + "》",
                              .actor = file.added_by,
                              .lines = {line("位置", severance.place),
                                        line("依据", law::label(severance.exemption)),
                                        line("理由", severance.reason)}});
        }
    }
    return course;
}

std::vector<Occurrence> course_of(const RemedyCase& remedy) {
    std::vector<Occurrence> course;
    for (const auto& act : remedy.acts) {
        course.push_back(
            {.on = act.on(),
             .at = act.at,
             .title = fmt::format("{}：{}", law::label(remedy.group), label(act.action)),
             .actor = act.actor,
             .lines = lines_of(act.entry)});
    }
    return course;
}

std::vector<Fact> cover_of(const application::Case& of, const application::Standing& standing) {
    std::vector<Fact> facts;
    add(facts, "申请编号", of.number);
    add(facts, "种类", std::string(label(of.kind)));
    add(facts, "所需信息", application::wanted_words(of.wanted));
    add(facts, "提交方式", std::string(law::label(standing.submission.channel)));
    add(facts, "提交日期", standing.submission.submitted_on.chinese());
    add(facts, "收到日期", chinese(standing.received_on));
    add(facts, "办理阶段", std::string(label(standing.state)));
    if (standing.latest) {
        add(facts, "办理结果", conclusion_words(*standing.latest));
        add(facts, "结果日期", standing.latest->on.chinese());
    }
    return facts;
}

std::vector<Fact> form_of(const application::Case& of, const application::KeptApplicant& kept) {
    const auto& applicant = kept.applicant;
    std::vector<Fact> facts;
    add(facts, "申请人类别", std::string(label(applicant.kind)));
    add(facts, "姓名或者名称", applicant.name);
    add(facts, "证件",
        applicant.identity_document.empty() ? std::string(label(applicant.identity_kind))
                                            : applicant.identity_document);
    add(facts, "证件号码", applicant.identity_number);
    add(facts, "联系人", applicant.contact_person);
    add_contact(facts, applicant.contact);
    if (kept.representative) {
        add(facts, "代理人", kept.representative->name);
        add(facts, "代理人证件号码", kept.representative->identity_number);
        add(facts, "代理人电话", kept.representative->phone);
    }
    add(facts, "所需信息名称", of.wanted.title);
    add(facts, "文号", of.wanted.document_number);
    add(facts, "特征描述", of.wanted.description);
    add(facts, "提供信息的形式", std::string(label(of.wanted.form)));
    add(facts, "获取信息的方式", std::string(label(of.wanted.route)));
    add(facts, "个人信息告知的版本", of.notice_version);
    return facts;
}

std::string letter_name(law::LetterKind kind) {
    const bool is_answer = law::role(kind) == law::LetterRole::final_answer;
    return is_answer ? fmt::format("政府信息公开申请答复书（{}）", law::label(kind))
                     : std::string(law::label(kind));
}

std::vector<std::string> file_names(const Dossier& dossier) {
    std::vector<std::string> names;
    for (const auto& file : dossier.files) {
        names.push_back(
            plain(fmt::format("{:03} {} {}", names.size() + 1, file.on.iso(), file.title)) +
            std::string(document::extension(file.kind)));
    }
    return names;
}

}  // namespace gk::remedy::dossier
