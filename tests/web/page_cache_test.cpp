#include "web/page_cache.hpp"

#include <gtest/gtest.h>

namespace gk::web {
namespace {

std::shared_ptr<const Representation> page(std::size_t bytes) {
    Response response;
    response.headers.set("Content-Type", "application/octet-stream");
    response.body = std::string(bytes, 'x');
    return std::make_shared<const Representation>(std::move(response), Effort::once);
}

TEST(PageCache, keeps_a_page_until_the_data_change) {
    PageCache cache(1000);
    const auto kept = page(10);
    cache.put("/a", cache.version(), kept);
    EXPECT_EQ(cache.find("/a"), kept);
    EXPECT_EQ(cache.find("/b"), nullptr);
    cache.invalidate_all();
    EXPECT_EQ(cache.find("/a"), nullptr);
}

TEST(PageCache, does_not_keep_a_page_that_was_begun_before_the_change) {
    PageCache cache(1000);
    const auto before = cache.version();
    cache.invalidate_all();
    cache.put("/a", before, page(10));
    EXPECT_EQ(cache.find("/a"), nullptr);
}

TEST(PageCache, gives_up_what_was_not_asked_for_longest) {
    PageCache cache(1000);
    cache.put("/a", 0, page(400));
    cache.put("/b", 0, page(400));
    EXPECT_NE(cache.find("/a"), nullptr);
    cache.put("/c", 0, page(400));
    EXPECT_NE(cache.find("/a"), nullptr);
    EXPECT_EQ(cache.find("/b"), nullptr);
    EXPECT_NE(cache.find("/c"), nullptr);
    cache.put("/d", 0, page(1001));
    EXPECT_EQ(cache.find("/d"), nullptr);
    EXPECT_NE(cache.find("/c"), nullptr);
}

}  // namespace
}  // namespace gk::web
