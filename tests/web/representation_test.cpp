#include "web/representation.hpp"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace gk::web {
namespace {

const std::string& text() {
    static const std::string bytes = [] {
        std::string all;
        for (int i = 0; i < 200; ++i) {
            all += "<p>政府信息公开年度报告 " + std::to_string(i) + "</p>\n";
        }
        return all;
    }();
    return bytes;
}

Representation page(std::string type = "text/html; charset=utf-8") {
    Response response;
    response.headers.set("Content-Type", std::move(type));
    response.body = text();
    return {std::move(response), Effort::once};
}

Request get(std::initializer_list<std::pair<std::string, std::string>> headers) {
    Request request;
    for (const auto& [name, value] : headers) {
        request.headers.add(name, value);
    }
    return request;
}

std::string gunzip(std::string_view bytes) {
    std::string out(text().size() + 1, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = inflate(&stream, Z_FINISH);
    out.resize(ended == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return out;
}

std::string unbrotli(std::string_view bytes) {
    std::string out(text().size() + 1, '\0');
    std::size_t size = out.size();
    const auto ended =
        BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                &size, reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(ended == BROTLI_DECODER_RESULT_SUCCESS ? size : 0);
    return out;
}

TEST(Representation, sends_the_coding_that_the_client_takes) {
    const auto both = page().answer(get({{"Accept-Encoding", "gzip, deflate, br"}}));
    EXPECT_EQ(both.headers.get("Content-Encoding"), "br");
    EXPECT_EQ(unbrotli(both.bytes()), text());
    const auto gzip = page().answer(get({{"Accept-Encoding", "br;q=0, GZIP ; q=0.5"}}));
    EXPECT_EQ(gzip.headers.get("Content-Encoding"), "gzip");
    EXPECT_EQ(gunzip(gzip.bytes()), text());
    EXPECT_EQ(page().answer(get({{"Accept-Encoding", "*"}})).headers.get("Content-Encoding"), "br");
    for (const auto* none : {"", "identity", "br;q=0, gzip;q=0.0", "*;q=0"}) {
        const auto plain = page().answer(get({{"Accept-Encoding", none}}));
        EXPECT_FALSE(plain.headers.has("Content-Encoding")) << none;
        EXPECT_EQ(plain.bytes(), text());
        EXPECT_EQ(plain.headers.get("Vary"), "Accept-Encoding");
    }
}

TEST(Representation, does_not_compress_what_is_compressed_already_or_too_short) {
    const auto picture = page("image/png").answer(get({{"Accept-Encoding", "br"}}));
    EXPECT_FALSE(picture.headers.has("Content-Encoding"));
    EXPECT_FALSE(picture.headers.has("Vary"));
    Response brief;
    brief.headers.set("Content-Type", "text/plain");
    brief.body = "ok";
    const Representation representation(std::move(brief), Effort::thorough);
    EXPECT_FALSE(representation.answer(get({{"Accept-Encoding", "br"}})).headers.has("Vary"));
}

TEST(Representation, answers_304_to_who_has_those_bytes_in_that_coding) {
    const auto whole = page();
    const auto etag = std::string(whole.answer(get({})).headers.get("ETag"));
    const auto br_etag =
        std::string(whole.answer(get({{"Accept-Encoding", "br"}})).headers.get("ETag"));
    EXPECT_NE(etag, br_etag);
    for (const auto& known : {etag, "W/" + etag, "\"other\", " + etag, std::string("*")}) {
        const auto answer = whole.answer(get({{"If-None-Match", known}}));
        EXPECT_EQ(answer.status, 304) << known;
        EXPECT_EQ(answer.bytes(), "");
        EXPECT_EQ(answer.headers.get("ETag"), etag);
    }
    EXPECT_EQ(whole.answer(get({{"If-None-Match", br_etag}})).status, 200);
    EXPECT_EQ(whole.answer(get({{"If-None-Match", "\"other\""}})).status, 200);
}

TEST(Representation, sends_the_part_that_is_asked_for) {
    const auto size = std::to_string(text().size());
    const auto first = page().answer(get({{"Range", "bytes=0-9"}, {"Accept-Encoding", "br"}}));
    EXPECT_EQ(first.status, 206);
    EXPECT_EQ(first.bytes(), text().substr(0, 10));
    EXPECT_EQ(first.headers.get("Content-Range"), "bytes 0-9/" + size);
    EXPECT_FALSE(first.headers.has("Content-Encoding"));
    EXPECT_EQ(page().answer(get({{"Range", "bytes=-5"}})).bytes(),
              text().substr(text().size() - 5));
    EXPECT_EQ(page().answer(get({{"Range", "bytes=10-"}})).bytes(), text().substr(10));
    EXPECT_EQ(page().answer(get({{"Range", "bytes=10-999999"}})).bytes(), text().substr(10));
    EXPECT_EQ(page().answer(get({{"Range", "bytes=-999999"}})).bytes(), text());
}

TEST(Representation, answers_the_whole_to_a_range_it_does_not_read) {
    for (const auto* range : {"bytes=0-1,3-4", "bytes=-", "bytes=5-1", "lines=0-1", "bytes=a-b",
                              "bytes=0-99999999999999999999999", "bytes 0-1"}) {
        const auto answer = page().answer(get({{"Range", range}}));
        EXPECT_EQ(answer.status, 200) << range;
        EXPECT_EQ(answer.bytes(), text()) << range;
    }
}

TEST(Representation, answers_416_to_a_range_behind_the_end) {
    const auto behind = "bytes=" + std::to_string(text().size()) + "-";
    for (const auto& range : {behind, std::string("bytes=-0")}) {
        const auto answer = page().answer(get({{"Range", range}}));
        EXPECT_EQ(answer.status, 416) << range;
        EXPECT_EQ(answer.bytes(), "");
        EXPECT_EQ(answer.headers.get("Content-Range"), "bytes */" + std::to_string(text().size()));
    }
}

TEST(Representation, sends_a_part_only_of_the_bytes_that_the_client_means) {
    const auto etag = std::string(page().answer(get({})).headers.get("ETag"));
    EXPECT_EQ(page().answer(get({{"Range", "bytes=0-9"}, {"If-Range", etag}})).status, 206);
    EXPECT_EQ(page().answer(get({{"Range", "bytes=0-9"}, {"If-Range", "\"other\""}})).status, 200);
}

}  // namespace
}  // namespace gk::web
