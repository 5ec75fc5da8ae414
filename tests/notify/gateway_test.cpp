#include "notify/gateway.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/hash.hpp"
#include "base/hex.hpp"
#include "notify/mail_text.hpp"
#include "notify/sink.hpp"

namespace gk::notify {
namespace {

using testing::HasSubstr;

const Moment now = FixedClock(Date(2026, 5, 8)).now();

Parcel parcel(Carrier carrier = Carrier::mail) {
    return {.public_id = "01PARCEL",
            .carrier = carrier,
            .address = carrier == Carrier::mail ? "jia@example.org" : "13800000000",
            .subject = "您的政府信息公开申请已经收到，请保存好查询码，办理情况可以随时在网上查询",
            .text = "申请已收到。\n.\n请等候答复。"};
}

std::unique_ptr<Gateway> mail_gateway(const test::Sink& sink) {
    return make_gateway({.mail_url = fmt::format("smtp://127.0.0.1:{}", sink.port()),
                         .mail_from = "office@example.org"});
}

Receipt posted(int status, std::vector<std::string>* kept = nullptr) {
    const test::Sink sink(test::http(status));
    auto receipt = make_gateway({.webhook_url = fmt::format("http://127.0.0.1:{}/sms", sink.port()),
                                 .webhook_secret = "geheim"})
                       ->carry(parcel(Carrier::short_message), now);
    if (kept != nullptr) {
        *kept = sink.kept();
    }
    return receipt;
}

TEST(Mail, reaches_the_server_with_its_headers_and_its_text) {
    const test::Sink sink(test::smtp());
    const auto receipt = mail_gateway(sink)->carry(parcel(), now);
    EXPECT_EQ(receipt.carried, Carried::yes) << receipt.error;
    const auto kept = testing::PrintToString(sink.kept());
    EXPECT_THAT(kept, HasSubstr("MAIL FROM:<office@example.org>"));
    EXPECT_THAT(kept, HasSubstr("RCPT TO:<jia@example.org>"));
    EXPECT_THAT(kept, HasSubstr("Message-ID: <01PARCEL@example.org>"));
    EXPECT_THAT(kept, HasSubstr("Date: Fri, 08 May 2026 12:00:00 +0800"));
    EXPECT_THAT(kept, HasSubstr("Subject: =?UTF-8?B?"));
    EXPECT_THAT(kept, HasSubstr("55Sz6K+35bey5pS25Yiw44CC"));  // 申请已收到。
}

TEST(Mail, that_a_server_will_not_take_ever_is_given_up_and_other_mail_is_tried_again) {
    const test::Sink refusing(test::smtp("550 no such user"));
    const auto refused = mail_gateway(refusing)->carry(parcel(), now);
    EXPECT_EQ(refused.carried, Carried::never);
    EXPECT_EQ(refused.error, "邮件服务器拒收（550）");
    const test::Sink busy(test::smtp("450 try later"));
    const auto receipt = mail_gateway(busy)->carry(parcel(), now);
    EXPECT_EQ(receipt.carried, Carried::not_now);
    EXPECT_EQ(receipt.error, "邮件服务器暂时不收（450）");
}

TEST(Mail, to_a_server_that_is_not_there_is_tried_again) {
    const auto gone =
        make_gateway({.mail_url = "smtp://127.0.0.1:1", .mail_from = "office@example.org"});
    const auto receipt = gone->carry(parcel(), now);
    EXPECT_EQ(receipt.carried, Carried::not_now);
    EXPECT_EQ(receipt.error, "连不上对方服务器，请核对网址和端口");
}

TEST(Mail, does_not_send_a_password_over_a_line_that_is_not_encrypted) {
    const test::Sink sink(test::smtp());
    const auto gateway = make_gateway({.mail_url = fmt::format("smtp://127.0.0.1:{}", sink.port()),
                                       .mail_from = "office@example.org",
                                       .mail_user = "office",
                                       .mail_password = "geheim"});
    const auto receipt = gateway->carry(parcel(), now);
    EXPECT_EQ(receipt.carried, Carried::not_now);
    EXPECT_EQ(receipt.error, "邮件服务器不支持加密连接，没有发出用户名和密码");
    EXPECT_THAT(testing::PrintToString(sink.kept()), testing::Not(HasSubstr("AUTH")));
}

TEST(Mail, to_what_is_no_address_does_not_leave) {
    const test::Sink sink(test::smtp());
    auto wrong = parcel();
    wrong.address = "jia@example.org>\r\nRCPT TO:<yi@example.org";
    EXPECT_EQ(mail_gateway(sink)->carry(wrong, now).carried, Carried::never);
    EXPECT_THAT(sink.kept(), testing::IsEmpty());
}

TEST(MailAddress, is_one_word_with_one_at_sign) {
    for (const auto* good : {"a@b", "first.last+tag@example.org"}) {
        EXPECT_TRUE(is_mail_address(good)) << good;
    }
    for (const auto* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "<a@b>", "a,b@c"}) {
        EXPECT_FALSE(is_mail_address(bad)) << bad;
    }
}

TEST(MailText, keeps_encoded_words_and_lines_short) {
    const auto text = mail_text(parcel(), "office@example.org", now);
    std::size_t begin = 0;
    for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
        EXPECT_LE(end - begin, 86U) << text.substr(begin, end - begin);
        begin = end + 2;
    }
}

TEST(Webhook, is_told_who_and_what_signed_and_with_a_mark_that_stays) {
    std::vector<std::string> kept;
    EXPECT_EQ(posted(200, &kept).carried, Carried::yes);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_THAT(kept[0], HasSubstr("POST /sms"));
    EXPECT_THAT(kept[0], HasSubstr("Idempotency-Key: 01PARCEL"));
    EXPECT_THAT(kept[0], HasSubstr("hmac-sm3=" + to_hex(hmac_sm3("geheim", kept[1]))));
    EXPECT_THAT(kept[1], HasSubstr(R"("channel":"short_message","to":"13800000000")"));
}

TEST(Webhook, says_by_its_status_whether_to_try_again) {
    EXPECT_EQ(posted(503).carried, Carried::not_now);
    EXPECT_EQ(posted(429).carried, Carried::not_now);
    EXPECT_EQ(posted(401).carried, Carried::not_now);
    EXPECT_EQ(posted(422).carried, Carried::never);
    EXPECT_EQ(posted(422).error, "对方服务回答 422");
    EXPECT_EQ(posted(302).carried, Carried::not_now);
}

TEST(Gateway, is_off_until_it_is_configured) {
    const auto gateway = make_gateway({});
    for (const auto carrier : carriers()) {
        EXPECT_FALSE(gateway->is_on(carrier));
        EXPECT_EQ(gateway->carry(parcel(carrier), now).carried, Carried::no_carrier);
    }
}

}  // namespace
}  // namespace gk::notify
