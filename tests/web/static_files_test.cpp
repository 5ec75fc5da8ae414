#include "web/static_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "web/router.hpp"

namespace gk::web {
namespace {

using ::testing::MatchesRegex;

constexpr std::string_view css = "body { color: black }";
constexpr std::string_view page = "<p>";
const EmbeddedFile embedded[] = {
    {"web_portal/static/portal.css", css.begin(), css.end()},
    {"web_portal/templates/home.html", page.begin(), page.end()},
    {nullptr, nullptr, nullptr},
};
const EmbeddedFile unknown_kind[] = {
    {"web_portal/static/portal.exe", css.begin(), css.end()},
    {nullptr, nullptr, nullptr},
};

StaticFiles files() {
    StaticFiles files;
    files.add("portal", ResourceTable(embedded), "web_portal/static/");
    return files;
}

Result<Response> get(std::string path) {
    Request request;
    request.path = std::move(path);
    return files().routes().front().handler(request);
}

TEST(StaticFiles, have_an_address_that_changes_with_their_bytes_and_is_kept_for_ever) {
    const auto hashed = files().hashed("/static/portal/portal.css");
    EXPECT_THAT(hashed, MatchesRegex("/static/portal/portal\\.[0-9a-f]+\\.css"));
    const auto answer = get(hashed);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->bytes(), css);
    EXPECT_EQ(answer->headers.get("Content-Type"), "text/css; charset=utf-8");
    EXPECT_EQ(answer->headers.get("Cache-Control"), "public, max-age=31536000, immutable");
}

TEST(StaticFiles, have_a_plain_address_that_is_asked_about_each_time) {
    const auto answer = get("/static/portal/portal.css");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->bytes(), css);
    EXPECT_EQ(answer->headers.get("Cache-Control"), "no-cache");
}

TEST(StaticFiles, put_their_hashed_addresses_into_a_template) {
    EXPECT_EQ(files().with_hashed_addresses("<link href=\"/static/portal/portal.css\">"),
              "<link href=\"" + files().hashed("/static/portal/portal.css") + "\">");
}

TEST(StaticFiles, serve_nothing_else_of_the_program) {
    EXPECT_FALSE(get("/static/portal/home.html"));
    EXPECT_FALSE(get("/static/templates/home.html"));
    EXPECT_EQ(get("/static/portal/nothing.css").error().first().code, "web.not_found");
    EXPECT_THROW((void)files().hashed("/static/portal/nothing.css"), Bug);
    StaticFiles more;
    EXPECT_THROW(more.add("portal", ResourceTable(unknown_kind), "web_portal/static/"), Bug);
}

}  // namespace
}  // namespace gk::web
