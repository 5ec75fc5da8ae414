// Text that breaks naive programs, in every field of the form and of the status.
#include <algorithm>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "support/shared_data.hpp"
#include "web/citizen/citizen_site.hpp"

namespace gk::web::citizen {
namespace {

boost::json::value read_json(const std::filesystem::path& path) {
    std::ifstream file(path);
    return boost::json::parse(std::string{std::istreambuf_iterator<char>(file), {}});
}

std::ptrdiff_t openings(const std::string& html) {
    return std::ranges::count(html, '<');
}

// The pages that show the description again.
std::vector<std::string> pages_with(CitizenSite& site, const std::string& text) {
    const auto link = site.new_form();
    site.post(site.page("information", link), {{"title", "某"}, {"description", text}});
    return {site.get(site.page("information", link)).body, site.get(site.page("check", link)).body};
}

class HostileText : public testing::Test {
protected:
    // A form a minute: no limit stands in the way.
    void next() { site_.clock().set(Moment{site_.clock().now().utc_ms + 240'000}); }

    CitizenSite site_;
};

TEST_F(HostileText, never_becomes_an_element_of_a_page) {
    GK_SHARED_FOLDER_OR_SKIP(corpora, "corpora");
    const auto plain = pages_with(site_, "某");
    const auto payloads = read_json(corpora / "xss-payloads.json");
    ASSERT_GE(payloads.as_array().size(), 100U);
    for (const auto& each : payloads.as_array()) {
        next();
        const std::string payload(each.at("payload").as_string());
        ASSERT_LE(payload.size(), 9000U) << "too long to be taken";
        const auto pages = pages_with(site_, payload);
        for (std::size_t at = 0; at < pages.size(); ++at) {
            EXPECT_EQ(openings(pages[at]), openings(plain[at])) << payload;
        }
    }
}

TEST_F(HostileText, comes_back_as_it_was_typed) {
    GK_SHARED_FOLDER_OR_SKIP(corpora, "corpora");
    const auto strings = read_json(corpora / "naughty-strings.json");
    const auto empty = site_.get(site_.page("information", site_.new_form())).body;
    std::size_t tried = 0;
    for (const auto& each : strings.as_array()) {
        next();
        const std::string naughty(each.as_string());
        const auto link = site_.new_form();
        const auto answer = site_.post(site_.page("information", link), {{"description", naughty}});
        if (!text::is_utf8(naughty)) {
            EXPECT_EQ(answer.status, 422) << naughty;
            continue;
        }
        // Led on, shown once more, or told that it is no text.
        EXPECT_TRUE(answer.status == 303 || answer.status == 422) << naughty;
        ++tried;
        const auto shown = site_.get(site_.page("information", link)).body;
        EXPECT_EQ(openings(shown), openings(empty)) << naughty;
    }
    EXPECT_GE(tried, 400U);
}

TEST_F(HostileText, finds_no_case) {
    GK_SHARED_FOLDER_OR_SKIP(corpora, "corpora");
    const auto strings = read_json(corpora / "naughty-strings.json");
    // Each costs a slow hash, so one in seven.
    constexpr std::size_t stride = 7;
    for (std::size_t at = 0; at < strings.as_array().size(); at += stride) {
        next();
        const auto& each = strings.as_array()[at];
        site_.client_address = std::to_string(site_.clock().now().utc_ms);
        const std::string naughty(each.as_string());
        const auto answer =
            site_.post("/applications/status/resend", {{"number", naughty}, {"contact", naughty}});
        EXPECT_TRUE(answer.status == 200 || answer.status == 422 || answer.status == 429)
            << naughty << answer.body;
    }
}

}  // namespace
}  // namespace gk::web::citizen
