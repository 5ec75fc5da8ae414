#include <boost/json/value.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "application/query_code.hpp"
#include "application/service.hpp"
#include "document/official_document.hpp"
#include "letter/letter_docx.hpp"
#include "web/office/office_fixture.hpp"

namespace gk::web::office {
namespace {

using api::json_of;
using api::problem_codes;
using people::Role;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr std::string_view not_found = R"({"kind": "not_found", "values": {
    "recipient_name": "申请人甲", "form_of_address": "您", "case_number": "lihe-2026-0001",
    "received_on": "2026-02-27", "information_sought": "2025年镇级财政预算",
    "search_account": "本机关检索了全部档案"}})";

class LettersApi : public OfficeFixture {
protected:
    void clerk() { sign_in(Role::clerk, "user:wang"); }

    std::string case_address() {
        clerk();
        const application::Desk desk{.database = database(), .ring = ring_, .calendar = *calendar_};
        using namespace application;
        const NewApplication application{.agency_code = "lihe",
                                         .kind = CaseKind::disclosure,
                                         .applicant = {.kind = ApplicantKind::natural_person,
                                                       .name = "申请人甲",
                                                       .identity_kind = IdentityKind::identity_card,
                                                       .identity_number = "11010519491231002X",
                                                       .contact_person = "",
                                                       .contact = {.phone = "13800138000"}},
                                         .representative = std::nullopt,
                                         .wanted = {.title = "2025年镇级财政预算",
                                                    .document_number = "",
                                                    .description = "预算收支总表",
                                                    .form = AnswerForm::paper,
                                                    .route = AnswerRoute::pick_up}};
        Entry registration;
        registration.on = Date(2026, 2, 27);
        registration.channel = law::Channel::counter;
        const auto receipt = register_application(
            desk, application, registration, new_query_code(), "form-1",
            api::actor_with("user:wang", Role::clerk, agencies_.front().id), clock_.now());
        EXPECT_TRUE(receipt.has_value());
        return "/api/v1/cases/" + receipt->public_id;
    }

    std::string begun(std::string_view body = not_found) {
        const auto letters = case_address() + "/letters";
        const auto done = json_of(client_->post(letters, body));
        return "/api/v1/letters/" + std::string(done.at("id").as_string());
    }

    boost::json::value act(const std::string& address, const std::string& action,
                           const std::string& more = "") {
        const auto version = json_of(client_->get(address)).at("version").as_int64();
        return json_of(client_->post(address + "/actions/" + action,
                                     fmt::format(R"({{"version": {}{}}})", version, more)));
    }

    std::string signed_letter() {
        const auto address = begun();
        act(address, "submit");
        sign_in(Role::department_reviewer, "user:zhao");
        act(address, "clear");
        sign_in(Role::signatory, "user:qian");
        act(address, "sign_off");
        clerk();
        return address;
    }
};

GK_ON_BOTH_DATABASES(LettersApi);

TEST_P(LettersApi, are_written_reviewed_signed_and_delivered) {
    const auto address = signed_letter();
    const auto of = json_of(client_->get(address));
    EXPECT_EQ(of.at("status"), "signed_off");
    EXPECT_EQ(of.at("number"), "lihe公开〔2026〕1号");
    EXPECT_EQ(of.at("dated_on"), "2026-03-01");
    act(address, "deliver", R"(, "route": "mail", "tracking_number": "XA1")");
    const auto sent = json_of(client_->get(address));
    EXPECT_EQ(sent.at("delivered_on"), "2026-03-01");
    EXPECT_EQ(sent.at("deliveries").at(0).at("rule"), "交邮之日");
    EXPECT_EQ(sent.at("deliveries").at(0).at("actor_name"), "user:wang");
    EXPECT_EQ(sent.at("acts").at(0).at("actor"), "user:wang");
    const auto pdf = client_->get(address + "/pdf");
    EXPECT_THAT(pdf.body, StartsWith("%PDF-"));
    EXPECT_EQ(pdf.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(client_->get(address + "/pdf").body, pdf.body);
}

TEST_P(LettersApi, that_went_out_and_wait_for_the_signature_say_so) {
    const auto address = signed_letter();
    act(address, "deliver", R"(, "route": "counter")");
    const auto sent = json_of(client_->get(address));
    EXPECT_EQ(sent.at("status"), "delivered");
    EXPECT_EQ(sent.at("status_label"), "已送出，待签收");
    act(address, "sign_for", R"(, "signed_for_on": "2026-03-01")");
    EXPECT_EQ(json_of(client_->get(address)).at("status_label"), "已送达");
}

TEST_P(LettersApi, leave_and_come_back_signed_for_together_after_a_preview) {
    const auto id = signed_letter().substr(std::string_view("/api/v1/letters/").size());
    const auto ask = [&](std::string_view act, std::string_view fields, bool is_preview) {
        return json_of(client_->post(
            fmt::format("/api/v1/letters/bulk/{}", act),
            fmt::format(R"({{"ids":["{}","x"],"is_preview":{},{}}})", id, is_preview, fields)));
    };
    const std::string_view posted = R"("route":"mail","handed_over_on":"2026-03-01")";
    const auto preview = ask("deliver", posted, true);
    EXPECT_EQ(preview.at("results").at(0).at("state"), "possible");
    EXPECT_EQ(preview.at("results").at(1).at("problem").at("code"), "letter.unknown");
    EXPECT_EQ(json_of(client_->get("/api/v1/letters/" + id)).at("status"), "signed_off");
    EXPECT_EQ(ask("deliver", posted, false).at("good_count"), 1);
    const std::string_view signed_for = R"("signed_for_on":"2026-03-01")";
    EXPECT_EQ(ask("sign-for", signed_for, true).at("good_count"), 1);
    EXPECT_EQ(ask("sign-for", signed_for, false).at("good_count"), 1);
    EXPECT_EQ(ask("sign-for", signed_for, false).at("results").at(0).at("problem").at("code"),
              "application.letter_nothing_to_sign_for");
    const auto letter = json_of(client_->get("/api/v1/letters/" + id));
    EXPECT_EQ(letter.at("deliveries").at(0).at("signed_for_on"), "2026-03-01");
    sign_in(Role::office_head, "user:sun");
    EXPECT_THAT(problem_codes(client_->post(
                    "/api/v1/letters/bulk/sign-for",
                    R"({"ids":["x"],"is_preview":true,"signed_for_on":"2026-03-01"})")),
                ElementsAre("web.permission_missing"));
}

TEST_P(LettersApi, that_wait_are_counted_and_listed_for_whom_they_await) {
    const auto count = [this](std::string_view key) {
        const auto todo = json_of(client_->get("/api/v1/todo"));
        for (const auto& counter : todo.at("counters").as_array()) {
            if (counter.at("key").as_string() == key) {
                const auto address = std::string(counter.at("address").as_string());
                EXPECT_EQ(json_of(client_->get("/api/v1" + address)).at("total"),
                          counter.at("count"));
                return counter.at("count").as_int64();
            }
        }
        return std::int64_t{-1};
    };
    const auto address = begun();
    EXPECT_EQ(count("letters_submitted"), -1);
    EXPECT_EQ(count("letters_signed_off"), 0);
    act(address, "submit");
    sign_in(Role::department_reviewer, "user:zhao");
    EXPECT_EQ(count("letters_submitted"), 1);
    const auto line = json_of(client_->get("/api/v1/letters?status=submitted")).at("items").at(0);
    EXPECT_EQ(line.at("case_number"), "lihe-2026-0001");
    EXPECT_EQ(line.at("kind"), "not_found");
    EXPECT_EQ(line.at("status_label"), json_of(client_->get(address)).at("status_label"));
    EXPECT_EQ(json_of(client_->get("/api/v1/letters?kind=granted")).at("total"), 0);
    EXPECT_TRUE(client_->get("/api/v1/letters/export.xlsx").body.starts_with("PK"));
    EXPECT_EQ(client_->get("/api/v1/letters?agency=tianjia").status, 404);
    act(address, "clear");
    sign_in(Role::signatory, "user:qian");
    EXPECT_EQ(count("letters_cleared"), 1);
    client_->sign_in(api::actor_with("user:other", Role::signatory, agencies_[1].id));
    EXPECT_EQ(count("letters_cleared"), 0);
}

TEST_P(LettersApi, are_sealed_by_who_signs_and_by_hand_where_no_seal_service_is_set) {
    const auto address = signed_letter();
    services_.seal.words = {"cat"};
    EXPECT_EQ(json_of(client_->get(address)).at("may_seal"), false);
    sign_in(Role::signatory, "user:qian");
    EXPECT_EQ(json_of(client_->get(address)).at("may_seal"), true);
    services_.seal.words.clear();
    EXPECT_EQ(json_of(client_->get(address)).at("may_seal"), false);
    EXPECT_THAT(problem_codes(client_->post(address + "/seal", R"({"version": 4})")),
                ElementsAre("letter.seal_not_set"));
}

TEST_P(LettersApi, of_a_case_are_listed_and_printed_together) {
    const auto letters = case_address() + "/letters";
    const auto one = json_of(client_->post(letters, not_found));
    const auto other = json_of(client_->post(letters, not_found));
    EXPECT_EQ(json_of(client_->get(letters)).at("items").as_array().size(), 2U);
    const auto pdf = client_->get(fmt::format("/api/v1/letters/print?id={}&id={}",
                                              std::string(one.at("id").as_string()),
                                              std::string(other.at("id").as_string())));
    EXPECT_THAT(pdf.body, StartsWith("%PDF-"));
}

TEST_P(LettersApi, values_that_do_not_fit_are_named_all_at_once) {
    const auto letters = case_address() + "/letters";
    EXPECT_THAT(problem_codes(client_->post(letters, R"({"kind": "not_found", "values": []})")),
                ElementsAre("letter.values_unreadable at values"));
    EXPECT_THAT(
        problem_codes(client_->post(letters, R"({"kind": "not_found", "values": {"a": 1}})")),
        ElementsAre("letter.values_unreadable at values"));
    EXPECT_GT(
        problem_codes(client_->post(letters, R"({"kind": "not_found", "values": {}})")).size(), 3U);
}

TEST_P(LettersApi, are_changed_by_hand_and_by_an_uploaded_docx) {
    const auto address = begun();
    const auto text = json_of(client_->get(address)).at("text");
    EXPECT_EQ(text.at("addressee"), "申请人甲");
    const auto docx = client_->get(address + "/docx");
    EXPECT_THAT(docx.body, StartsWith("PK"));
    const auto done = json_of(
        client_->post_file(address + "/docx", "file", "改.docx", docx.body, {{"version", "1"}}));
    EXPECT_EQ(done.at("version"), 2);
    EXPECT_EQ(json_of(client_->get(address)).at("text"), text);
    EXPECT_EQ(json_of(client_->get(address)).at("drafts").at(1).at("is_uploaded"), true);
    EXPECT_THAT(problem_codes(client_->post_file(address + "/docx", "file", "改.docx", "%PDF-1.7",
                                                 {{"version", "2"}})),
                ElementsAre("letter.not_docx at file"));
    const auto short_text = R"({"version": 2, "title": "答复书", "addressee": "申请人甲",
        "paragraphs": ["没有找到。"], "attachments": [], "note": ""})";
    EXPECT_THAT(problem_codes(client_->post(address + "/drafts", short_text)),
                ElementsAre("letter.remedy_missing at paragraphs"));
}

TEST_P(LettersApi, are_counted_by_how_far_they_have_come) {
    signed_letter();
    const auto counts = json_of(client_->get("/api/v1/letter-counts?agency=lihe")).at("items");
    EXPECT_EQ(counts.as_array().size(), letter::letter_statuses().size());
    for (const auto& each : counts.as_array()) {
        EXPECT_EQ(each.at("count"), each.at("status") == "signed_off" ? 1 : 0);
    }
    EXPECT_THAT(problem_codes(client_->get("/api/v1/letter-counts?agency=tianjia")),
                ElementsAre("web.thing_not_found"));
}

TEST_P(LettersApi, that_answer_go_with_their_case) {
    EXPECT_EQ(json_of(client_->get(begun())).at("goes_with_case"), true);
}

TEST_P(LettersApi, ask_for_what_the_case_does_not_know) {
    const auto address = case_address();
    const auto form = json_of(client_->get(address + "/letter-forms/not_found"));
    EXPECT_EQ(form.at("label").as_string(), law::label(law::LetterKind::not_found));
    EXPECT_EQ(form.at("fields").at(0).at("key"), "recipient_name");
    EXPECT_EQ(form.at("fields").at(0).at("value"), "申请人甲");
    EXPECT_FALSE(form.at("must_state").as_array().empty());
    EXPECT_THAT(problem_codes(client_->get(address + "/letter-forms/love_letter")),
                ElementsAre("letter.kind_unknown"));
}

TEST_P(LettersApi, are_looked_at_page_by_page_and_while_they_are_typed) {
    const auto address = begun();
    const auto kept = json_of(client_->get(address + "/pages")).at("pages");
    EXPECT_THAT(std::string(kept.at(0).at("png").as_string()), StartsWith("iVBORw0KGgo"));
    EXPECT_EQ(json_of(client_->get(address + "/pages?draft=1")).at("pages"), kept);
    EXPECT_THAT(problem_codes(client_->get(address + "/pages?draft=9")),
                ElementsAre("letter.unknown"));
    const auto typed = R"({"title": "答复书", "addressee": "", "paragraphs": ["没有找到。", ""],
        "attachments": [], "note": ""})";
    const auto preview = json_of(client_->post(address + "/preview", typed)).at("pages");
    EXPECT_NE(preview, kept);
    EXPECT_EQ(json_of(client_->get(address)).at("version"), 1);
    sign_in(Role::signatory, "user:qian");
    EXPECT_THAT(problem_codes(client_->post(address + "/preview", typed)),
                ElementsAre("letter.not_permitted"));
}

TEST_P(LettersApi, that_were_signed_show_number_and_date_on_their_pages) {
    const auto address = begun();
    const auto before = json_of(client_->get(address + "/pages")).at("pages");
    act(address, "submit");
    sign_in(Role::department_reviewer, "user:zhao");
    act(address, "clear");
    sign_in(Role::signatory, "user:qian");
    act(address, "sign_off");
    EXPECT_NE(json_of(client_->get(address + "/pages")).at("pages"), before);
}

TEST_P(LettersApi, files_leave_as_clean_copies_after_the_review) {
    const auto address = signed_letter();
    const auto pdf = document::write_pdf({.title = "表",
                                          .author = "某人",
                                          .made_at = Moment{1},
                                          .blocks = {document::Text{{}, "表"}}});
    const auto version = std::to_string(json_of(client_->get(address)).at("version").as_int64());
    EXPECT_THAT(problem_codes(client_->post_file(address + "/released-files", "file", "a.txt",
                                                 "文字", {{"version", version}, {"title", "表"}})),
                ElementsAre("document.upload_kind at file"));
    client_->post_file(address + "/released-files", "file", "a.pdf", pdf,
                       {{"version", version}, {"title", "预算表"}});
    const auto file = json_of(client_->get(address)).at("released_files").at(0);
    EXPECT_EQ(file.at("status"), "awaiting_review");
    EXPECT_EQ(file.at("file_name"), "预算表.pdf");
    EXPECT_NE(file.at("sha256"), file.at("source_sha256"));
    const auto file_address = address + "/released-files/" + std::string(file.at("id").as_string());
    EXPECT_THAT(client_->get(file_address).body, StartsWith("%PDF-"));
    EXPECT_THAT(problem_codes(
                    client_->post(address + "/actions/deliver", R"({"version": )" + version + "}")),
                ElementsAre("letter.release_not_reviewed"));
    const auto severances = R"({"version": )" + version +
                            R"(, "severances": [{"place": "第1页", "exemption": "internal_affairs",
                            "reason": "人事管理"}]})";
    client_->post(file_address + "/severances", severances);
    sign_in(Role::secrecy_reviewer, "user:sun");
    client_->post(file_address + "/release-review",
                  R"({"version": )" + version + R"(, "is_cleared": true})");
    const auto reviewed = json_of(client_->get(address)).at("released_files").at(0);
    EXPECT_EQ(reviewed.at("status"), "cleared");
    EXPECT_EQ(reviewed.at("severances").at(0).at("exemption"), "internal_affairs");
    clerk();
    client_->post(file_address + "/remove", R"({"version": )" + version + "}");
    EXPECT_TRUE(json_of(client_->get(address)).at("released_files").as_array().empty());
    EXPECT_THAT(problem_codes(client_->get(file_address)),
                ElementsAre("letter.released_file_unknown"));
}

TEST_P(LettersApi, of_another_agency_are_not_there) {
    const auto address = begun();
    client_->sign_in(api::actor_with("user:li", Role::clerk, agencies_.back().id));
    EXPECT_THAT(problem_codes(client_->get(address)), ElementsAre("letter.unknown"));
    EXPECT_THAT(problem_codes(client_->get(address + "/pdf")), ElementsAre("letter.unknown"));
    EXPECT_THAT(problem_codes(client_->post(address + "/actions/submit", R"({"version": 1})")),
                ElementsAre("letter.unknown"));
    EXPECT_THAT(problem_codes(client_->get("/api/v1/letters/print?id=" +
                                           address.substr(address.rfind('/') + 1))),
                ElementsAre("letter.unknown"));
    EXPECT_THAT(problem_codes(client_->post(address + "/actions/frame", R"({"version": 1})")),
                ElementsAre("letter.unknown"));
}

class LetterDeskApi : public OfficeFixture {
protected:
    LetterDeskApi() { sign_in(Role::clerk); }

    const std::string templates_ = "/api/v1/agencies/lihe/letter-templates";
    const std::string patterns_ = "/api/v1/agencies/lihe/number-patterns";
};

GK_ON_BOTH_DATABASES(LetterDeskApi);

TEST_P(LetterDeskApi, templates_are_taken_away_changed_and_put_back) {
    EXPECT_EQ(json_of(client_->get(templates_)).at("items").as_array().size(), 27U);
    const auto address = templates_ + "/not_found";
    const auto docx = client_->get(address + "/docx").body;
    auto text = *letter::read_template_docx(docx, "a.docx");
    text.title = "答复";
    const auto changed = letter::template_docx(law::LetterKind::not_found, text);
    EXPECT_EQ(json_of(client_->post_file(address + "/docx", "file", "模板.docx", changed,
                                         {{"version", "0"}}))
                  .at("version"),
              1);
    const auto of = json_of(client_->get(address));
    EXPECT_EQ(of.at("title"), "答复");
    EXPECT_EQ(of.at("is_own"), true);
    EXPECT_THAT(client_->get(address + "/preview").body, StartsWith("%PDF-"));
    EXPECT_EQ(json_of(client_->get(address + "/pages")).at("pages").as_array().size(), 1U);
    EXPECT_EQ(json_of(client_->post(address + "/reset", R"({"version": 1})")).at("version"), 2);
    EXPECT_EQ(json_of(client_->get(address)).at("is_own"), false);
    EXPECT_THAT(problem_codes(client_->get(templates_ + "/love_letter")),
                ElementsAre("letter.kind_unknown"));
}

TEST_P(LetterDeskApi, a_template_without_what_must_be_stated_is_refused) {
    auto text = letter::default_template(law::LetterKind::not_found);
    text.paragraphs.pop_back();
    const auto docx = letter::template_docx(law::LetterKind::not_found, text);
    EXPECT_THAT(problem_codes(client_->post_file(templates_ + "/not_found/docx", "file", "a.docx",
                                                 docx, {{"version", "0"}})),
                ElementsAre("letter.statement_missing at paragraphs"));
}

TEST_P(LetterDeskApi, number_patterns_and_letterhead_are_laid_down) {
    const auto set = json_of(client_->post(
        patterns_, R"({"pattern": "利和政公开〔{{年}}〕{{序号}}号", "last_number": 6})"));
    EXPECT_EQ(set.at("items").at(0).at("next"), "利和政公开〔2026〕7号");
    client_->post(patterns_, R"({"kind": "refused", "pattern": "不予〔{{年}}〕{{序号}}号"})");
    EXPECT_EQ(json_of(client_->get(patterns_)).at("items").as_array().size(), 2U);
    EXPECT_EQ(json_of(client_->del(patterns_ + "/refused")).at("items").as_array().size(), 1U);
    const auto letterhead = "/api/v1/agencies/lihe/letterhead";
    EXPECT_EQ(json_of(client_->get(letterhead)).at("version"), 0);
    const auto saved = json_of(
        client_->put(letterhead,
                     R"({"version": 0, "review_body": "某县人民政府", "court": "某县人民法院",
            "office_name": "党政办公室", "office_address": "", "office_phone": "",
            "layout": "letterhead"})"));
    EXPECT_EQ(saved.at("version"), 1);
    EXPECT_EQ(json_of(client_->get(letterhead)).at("layout"), "letterhead");
}

TEST_P(LetterDeskApi, is_closed_to_who_may_not) {
    sign_in(Role::signatory, "user:qian");
    EXPECT_THAT(problem_codes(client_->get(templates_)), ElementsAre("web.thing_not_found"));
}

}  // namespace
}  // namespace gk::web::office
