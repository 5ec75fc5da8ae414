#include "web/error_answer.hpp"

#include <gtest/gtest.h>

#include "web/errors.hpp"

namespace gk::web {
namespace {

constexpr ProblemCode too_long{"application.extension_too_long", ErrorKind::refused,
                               "延长的期限最长为{0}个工作日，现填{1}个。",
                               "填写1至{0}之间的天数。"};

Request request() {
    Request request;
    request.path = "/api/v1/applications";
    request.request_id = "abc123";
    return request;
}

TEST(ProblemJson, has_the_members_of_rfc_9457_and_all_that_a_problem_says) {
    const auto refused = error(too_long, 20, 25)
                             .at("working_days")
                             .on({.instrument = "regulation-2019", .article = 33, .paragraph = 2});
    const auto answer = error_answer(refused, status(refused.kind()), request(), Audience::api, {});
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(answer.headers.get("Content-Type"), "application/problem+json");
    EXPECT_EQ(answer.headers.get("Cache-Control"), "no-store");
    EXPECT_EQ(answer.body,
              R"({"type":"about:blank","title":"不能办理","status":403,)"
              R"("detail":"延长的期限最长为20个工作日，现填25个。",)"
              R"("instance":"urn:gongkai:request:abc123","kind":"refused","problems":[)"
              R"({"code":"application.extension_too_long","field":"working_days",)"
              R"("message":"延长的期限最长为20个工作日，现填25个。",)"
              R"("hint":"填写1至20之间的天数。",)"
              R"("basis":{"instrument":"regulation-2019","article":33,"paragraph":2,"text":)"
              R"("《中华人民共和国政府信息公开条例》第三十三条第二款"}}]})");
}

TEST(ProblemJson, a_thing_that_may_not_be_known_of_looks_like_one_that_is_not_there) {
    const std::vector<Problem> problems = {problem(not_found)};
    const auto hidden = error_answer(Error(ErrorKind::forbidden, problems),
                                     status(ErrorKind::forbidden), request(), Audience::api, {});
    const auto missing = error_answer(Error(ErrorKind::not_found, problems),
                                      status(ErrorKind::not_found), request(), Audience::api, {});
    EXPECT_EQ(hidden.status, 404);
    EXPECT_EQ(hidden.status, missing.status);
    EXPECT_EQ(hidden.body, missing.body);
}

TEST(ProblemJson, every_kind_has_its_status) {
    EXPECT_EQ(status(ErrorKind::invalid), 422);
    EXPECT_EQ(status(ErrorKind::refused), 403);
    EXPECT_EQ(status(ErrorKind::conflict), 409);
}

TEST(ErrorPage, is_drawn_for_people_with_every_problem) {
    const Error invalid(ErrorKind::invalid, {problem(not_found), problem(busy)});
    const auto page = [](const ErrorView& view) {
        return std::string(view.title) + std::to_string(view.problems.size()) +
               std::string(view.path);
    };
    const auto answer = error_answer(invalid, 422, request(), Audience::page, page);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.headers.get("Content-Type"), "text/html; charset=utf-8");
    EXPECT_EQ(answer.body, "填写的内容有误2/api/v1/applications");
}

TEST(FaultAnswer, says_the_number_of_the_request_and_not_the_cause) {
    const auto answer = fault_answer(request(), Audience::api, {});
    EXPECT_EQ(answer.status, 500);
    EXPECT_NE(answer.body.find(R"("kind":"fault")"), std::string::npos);
    EXPECT_NE(answer.body.find(R"("code":"web.fault")"), std::string::npos);
    EXPECT_NE(answer.body.find("系统暂时无法处理，请稍后再试（编号 abc123）"), std::string::npos);
}

}  // namespace
}  // namespace gk::web
