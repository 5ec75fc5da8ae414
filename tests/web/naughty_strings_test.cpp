// Strings that break naive programs, in path and query, as they are and percent-encoded.
#include <fstream>
#include <iterator>
#include <set>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "base/log.hpp"
#include "support/shared_data.hpp"
#include "web/application.hpp"
#include "web/http/raw_client.hpp"
#include "web/http/target.hpp"

namespace gk::web {
namespace {

using testing::get;
using testing::RawClient;

Route echo(std::string pattern) {
    return {.method = Method::get,
            .pattern = std::move(pattern),
            .permission = people::Permission::everyone,
            .audience = Audience::api,
            .limits = {},
            .handler = [](const Request& request) {
                Response response;
                response.body = request.path + std::string(find(request.query, "q").value_or(""));
                return response;
            }};
}

TEST(NaughtyStrings, are_given_back_as_they_are_or_refused) {
    GK_SHARED_FOLDER_OR_SKIP(corpora, "corpora");
    std::ifstream file(corpora / "naughty-strings.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const log::Redirection silent([](std::string_view) {});
    Application application({echo("/"), echo("/{name}")}, {});
    ServerOptions options;
    options.port = 0;
    Server server(options, application);
    server.start();
    const auto status_of = [&](const std::string& request) {
        RawClient client(server.port());
        client.send(request);
        client.finish();
        const auto answer = client.receive();
        return std::pair(answer ? answer->status : 0, answer ? answer->body : "");
    };
    std::size_t tried = 0;
    const auto strings = boost::json::parse(text);
    for (const auto& value : strings.as_array()) {
        const std::string naughty(value.as_string());
        const auto [in_query, body] = status_of(get("/?q=" + encode_query_value(naughty)));
        if (naughty.find('\0') == std::string::npos) {
            EXPECT_EQ(in_query, 200) << naughty;
            EXPECT_EQ(body, "/" + naughty);
        }
        const std::set<int> known = {0, 200, 400, 404, 414, 431};
        EXPECT_TRUE(known.contains(status_of(get("/" + encode_path(naughty))).first)) << naughty;
        EXPECT_TRUE(known.contains(status_of(get("/" + naughty)).first)) << naughty;
        EXPECT_TRUE(known.contains(status_of(get("/", "X: " + naughty + "\r\n")).first)) << naughty;
        ++tried;
    }
    EXPECT_GE(tried, 400U);
    EXPECT_EQ(status_of(get("/alive")).second, "/alive");
}

}  // namespace
}  // namespace gk::web
