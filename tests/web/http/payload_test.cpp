// Requests that some server or proxy has once misread: each is refused or the connection closed,
// and never are two requests made out of one.
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/shared_data.hpp"
#include "web/http/raw_client.hpp"
#include "web/http/test_site.hpp"

namespace gk::web {
namespace {

using testing::RawClient;
using testing::TestSite;

// \r \n \t \\ and \xHH as they are written in the file of payloads.
std::string unescape(const std::string& line) {
    std::string bytes;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size()) {
            bytes += line[i];
            continue;
        }
        switch (line[++i]) {
            case 'r':
                bytes += '\r';
                break;
            case 'n':
                bytes += '\n';
                break;
            case 't':
                bytes += '\t';
                break;
            case 'x':
                bytes += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
                i += 2;
                break;
            default:
                bytes += line[i];
        }
    }
    return bytes;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

class PayloadTest : public ::testing::Test {
protected:
    PayloadTest() {
        ServerOptions options;
        options.port = 0;
        server_ = std::make_unique<Server>(options, site_);
        server_->start();
    }

    // Everything the server says until it closes by itself.
    std::string answer_to(const std::string& bytes) {
        RawClient client(server_->port());
        client.send(bytes);
        client.finish();
        return client.receive_all();
    }

    TestSite site_;
    std::unique_ptr<Server> server_;
};

TEST_F(PayloadTest, of_the_corpus_is_refused_or_closed_and_answered_at_most_once) {
    GK_SHARED_FOLDER_OR_SKIP(corpora, "corpora");
    std::ifstream file(corpora / "http-request-payloads.txt");
    std::size_t tried = 0;
    for (std::string line; std::getline(file, line); ++tried) {
        RawClient client(server_->port());
        client.send(unescape(line));
        client.finish();
        const auto answer = client.receive_all();
        EXPECT_LE(count_of(answer, "HTTP/1.1 "), 1U) << line << "\n" << answer;
        EXPECT_TRUE(answer.empty() || answer.starts_with("HTTP/1.1 400 ") ||
                    answer.find("\r\nConnection: close\r\n") != std::string::npos)
            << line << "\n"
            << answer;
        EXPECT_FALSE(answer.starts_with("HTTP/1.1 2")) << line;
    }
    EXPECT_GE(tried, 74U);
}

TEST_F(PayloadTest, with_a_head_of_two_readings_is_400) {
    const std::string host = "Host: a\r\n";
    const std::string heads[] = {
        "GET /now HTTP/1.1\r\n\r\n",
        "GET /now HTTP/1.1\r\nHost:\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + host + "\r\n",
        "GET /now HTTP/1.1\r\nHost: a/b\r\n\r\n",
        "GET /now HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /now HTTP/1.1\nHost: a\n\n",
        "GET /now HTTP/1.1\r\n" + host + "X: 1\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X: a\rb\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X: a\r\n b\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X: a\r\n\tb\r\n\r\n",
        "GET /now HTTP/1.1\r\n " + host + "\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X : a\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + ": a\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X: \x85\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "X: \x01\r\n\r\n",
        "\r\nGET /now HTTP/1.1\r\n" + host + "\r\n",
        "GET  /now HTTP/1.1\r\n" + host + "\r\n",
        "GET /now  HTTP/1.1\r\n" + host + "\r\n",
        "GET /now HTTP/1.1 \r\n" + host + "\r\n",
        "GET /now\r\n" + host + "\r\n",
        "GET /now HTTP/1.2\r\n" + host + "\r\n",
        "GET /now HTTP/2.0\r\n" + host + "\r\n",
        "GET /now HTTP/11\r\n" + host + "\r\n",
        "GET http://a/now HTTP/1.1\r\n" + host + "\r\n",
        "GET * HTTP/1.1\r\n" + host + "\r\n",
        "GET now HTTP/1.1\r\n" + host + "\r\n",
        "CONNECT a:80 HTTP/1.1\r\n" + host + "\r\n",
        "GET /now HTTP/1.1\r\n" + host + "Origin: http://a\r\nOrigin: http://b\r\n\r\n",
        "GET /now HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\nx",
        "GET /now HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    };
    for (const auto& head : heads) {
        EXPECT_TRUE(answer_to(head).starts_with("HTTP/1.1 400 ")) << head << answer_to(head);
    }
}

TEST_F(PayloadTest, with_a_body_of_two_lengths_is_400_and_nothing_after_it_is_read) {
    const std::string begin = "POST /echo HTTP/1.1\r\nHost: a\r\n";
    const std::string smuggled = "GET /now HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string bodies[] = {
        "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
        "Content-Length: 3, 3\r\n\r\nabc",
        "Content-Length: +3\r\n\r\nabc",
        "Content-Length: 0x3\r\n\r\nabc",
        "Content-Length: 03\r\n\r\nabc",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\nabc",
        "Content-Length:\r\n\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: Chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n1;a=b\r\nx\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0\r\nHost: b\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1\nx\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n+1\r\nx\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1\r\nxy\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nx\r\n0\r\n\r\n",
    };
    for (const auto& body : bodies) {
        const auto answer = answer_to(begin + body + smuggled);
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << body << answer;
        EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 1U) << body << answer;
    }
    const auto old = answer_to(
        "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        "0\r\n\r\n");
    EXPECT_TRUE(old.starts_with("HTTP/1.1 400 ")) << old;
}

TEST_F(PayloadTest, that_is_refused_before_its_body_does_not_become_another_request) {
    const std::string hidden = "GET /now HTTP/1.1\r\nHost: a\r\n\r\n";
    const auto answer = answer_to("POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                                  std::to_string(hidden.size()) + "\r\n\r\n" + hidden + hidden);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 404 ")) << answer;
    EXPECT_EQ(count_of(answer, "HTTP/1.1 "), 1U) << answer;
}

}  // namespace
}  // namespace gk::web
