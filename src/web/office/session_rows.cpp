// Signing in and out, and what is due before a session is full. These rows are for everyone: they
// look the session up themselves, because it need not be full.
#include <array>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "people/errors.hpp"
#include "people/password_service.hpp"
#include "people/second_factor_service.hpp"
#include "people/session_service.hpp"
#include "people/sign_in_service.hpp"
#include "web/api/errors.hpp"
#include "web/api/json_answer.hpp"
#include "web/error_answer.hpp"
#include "web/office/own_session.hpp"
#include "web/office/rows.hpp"
#include "web/office/session_cookies.hpp"

namespace gk::web::office {

namespace {

namespace json = boost::json;
using api::ApiRoute;
using api::Call;
using api::Field;
using people::AccountDesk;
using people::Permission;

constexpr std::string_view app_name = "政府信息公开工作台";
constexpr std::string_view picture_path = "/api/v1/session/second-factor/picture";
constexpr int too_many_requests = 429;
constexpr int unavailable = 503;

// "Later" has statuses of its own, so that programs need not read the words.
Result<Response> later_or(const Error& error, const Request& request) {
    if (error.first().code == people::sign_in_delayed.code) {
        return error_answer(error, too_many_requests, request, Audience::api, {});
    }
    if (error.first().code == people::sign_in_busy.code) {
        return error_answer(error, unavailable, request, Audience::api, {});
    }
    return error;
}

Result<Response> answer_signed_in(const Result<people::SignedIn>& done, const Request& request) {
    if (!done) {
        return later_or(done.error(), request);
    }
    auto response = api::empty_answer();
    set_session_cookies(response, request, *done);
    return response;
}

Result<Response> sign_in(const Call& call, const AccountDesk& desk) {
    return answer_signed_in(
        people::sign_in(desk, call.body.text("login_name"), call.body.text("password"),
                        origin_of(call.request), call.now),
        call.request);
}

Result<Response> sign_out(const Call& call, const AccountDesk& desk) {
    if (const auto token = api::session_token(call.request)) {
        people::sign_out(desk.database, *token, call.now);
    }
    auto response = api::empty_answer();
    api::clear_session_cookie(response, call.request);
    return response;
}

Result<Response> give_second_factor(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) {
        return answer_signed_in(people::prove_second_factor(desk, own.token, call.body.text("code"),
                                                            origin_of(call.request), call.now),
                                call.request);
    });
}

Result<Response> change_password(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) -> Result<Response> {
        const auto done =
            people::change_password(desk, own.token, call.body.text("current_password"),
                                    call.body.text("new_password"), call.now);
        return done ? api::empty_answer() : later_or(done.error(), call.request);
    });
}

Result<Response> use_link(const Call& call, const AccountDesk& desk) {
    const auto done =
        people::use_link(desk, call.body.text("token"), call.body.text("new_password"), call.now);
    return done ? api::empty_answer() : later_or(done.error(), call.request);
}

Result<Response> begin_second_factor(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) -> Result<Response> {
        GK_TRY(const auto enrolment, people::begin_enrolment(desk, own.token, app_name, call.now));
        return api::json_answer({{"secret", enrolment.secret}, {"qr_code", picture_path}});
    });
}

Result<Response> picture(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) -> Result<Response> {
        GK_TRY(const auto enrolment,
               people::pending_enrolment(desk, own.token, app_name, call.now));
        Response response;
        response.headers.set("Content-Type", "image/svg+xml");
        response.body = enrolment.qr_svg;
        return response;
    });
}

json::object codes_json(const std::vector<std::string>& codes) {
    return {{"recovery_codes", json::array(codes.begin(), codes.end())}};
}

Result<Response> confirm_second_factor(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) -> Result<Response> {
        GK_TRY(const auto enrolled,
               people::confirm_enrolment(desk, own.token, call.body.text("code"),
                                         origin_of(call.request), call.now));
        auto response = api::json_answer(codes_json(enrolled.recovery_codes));
        set_session_cookies(response, call.request, enrolled.signed_in);
        return response;
    });
}

Result<Response> renew_recovery_codes(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) -> Result<Response> {
        const auto codes =
            people::renew_recovery_codes(desk, own.token, call.body.text("code"), call.now);
        return codes ? api::json_answer(codes_json(*codes)) : later_or(codes.error(), call.request);
    });
}

Result<Response> remove_second_factor(const Call& call, const AccountDesk& desk) {
    return with_own_session(call, desk, [&](const OwnSession& own) -> Result<Response> {
        const auto done =
            people::remove_second_factor(desk, own.token, call.body.text("password"), call.now);
        return done ? api::empty_answer() : later_or(done.error(), call.request);
    });
}

using Verb = Result<Response> (*)(const Call&, const AccountDesk&);

// A row for everyone.
struct OpenRow {
    Method method;
    std::string_view path;
    std::string_view operation_id;
    std::string_view summary;
    Verb verb;
};

ApiRoute row(const OpenRow& given, const OfficeServices& services) {
    const auto* desk = services.accounts;
    return {.method = given.method,
            .pattern = std::string(given.path),
            .permission = Permission::everyone,
            .operation_id = std::string(given.operation_id),
            .summary = std::string(given.summary),
            .status = 204,
            .handler = [desk, verb = given.verb](const Call& call) {
                GK_ASSERT(desk != nullptr);
                return verb(call, *desk);
            }};
}

ApiRoute with_body(ApiRoute row, std::vector<Field> fields) {
    row.body = api::object({}, std::move(fields));
    return row;
}

ApiRoute with_answer(ApiRoute row, api::Schema answer) {
    row.answer = std::move(answer);
    row.status = 200;
    return row;
}

}  // namespace

std::vector<ApiRoute> session_rows(const OfficeServices& services) {
    const auto open = [&](const OpenRow& given) { return row(given, services); };
    auto picture_row = open(
        {Method::get, picture_path, "show_second_factor_picture", "绑定动态口令的二维码", picture});
    picture_row.media_type = "image/svg+xml";
    picture_row.status = 200;
    const Field code{"code", "动态口令", api::text(40)};
    const auto codes =
        api::object("RecoveryCodes", {{"recovery_codes", "恢复码", api::list(api::text())}});
    return {
        with_body(open({Method::post, "/api/v1/session", "sign_in", "登录", sign_in}),
                  {{"login_name", "登录名", api::text()}, {"password", "密码", api::secret()}}),
        open({Method::del, "/api/v1/session", "sign_out", "退出登录", sign_out}),
        with_body(open({Method::post, "/api/v1/session/second-factor", "give_second_factor",
                        "登录的第二步：动态口令", give_second_factor}),
                  {code}),
        with_body(open({Method::post, "/api/v1/session/password", "change_password", "更换密码",
                        change_password}),
                  {{"current_password", "现在的密码", api::secret()},
                   {"new_password", "新密码", api::secret()}}),
        with_body(open({Method::post, "/api/v1/one-time-links", "use_one_time_link",
                        "用一次性链接设置密码", use_link}),
                  {{"token", "链接", api::text()}, {"new_password", "新密码", api::secret()}}),
        with_answer(open({Method::post, "/api/v1/session/second-factor/enrolment",
                          "begin_second_factor", "开始绑定动态口令", begin_second_factor}),
                    api::object("SecondFactorEnrolment", {{"secret", "密钥", api::text()},
                                                          {"qr_code", "二维码", api::text()}})),
        std::move(picture_row),
        with_answer(
            with_body(open({Method::post, "/api/v1/session/second-factor/confirmation",
                            "confirm_second_factor", "完成绑定动态口令", confirm_second_factor}),
                      {code}),
            codes),
        with_answer(
            with_body(open({Method::post, "/api/v1/session/second-factor/recovery-codes",
                            "renew_recovery_codes", "生成新的恢复码", renew_recovery_codes}),
                      {code}),
            codes),
        with_body(open({Method::post, "/api/v1/session/second-factor/removal",
                        "remove_second_factor", "解除动态口令", remove_second_factor}),
                  {{"password", "现在的密码", api::secret()}}),
    };
}

}  // namespace gk::web::office
