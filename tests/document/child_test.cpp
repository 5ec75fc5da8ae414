#include "document/child.hpp"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/extract.hpp"
#include "document/office_builder.hpp"

namespace gk::document {
namespace {

using test::problem_code;
using test::shown;

TEST(Child, reads_every_kind_as_this_process_does) {
    const auto docx = test::docx(test::paragraph("一、总体情况"));
    const std::string html = "<table><tr><td>规章</td><td>3</td></tr></table>";
    EXPECT_EQ(shown(extract_in_child(docx, "a.docx")), "一、总体情况\n");
    EXPECT_EQ(shown(extract_in_child(html, "a.html")), shown(extract_here(html, "a.html")));
    EXPECT_EQ(shown(extract_in_child("# 一\n", "a.md")), "#1 一\n");
    EXPECT_EQ(shown(extract_in_child("\xB9\xE6\xD5\xC2", "a.txt")), "规章\n");
}

TEST(Child, problems_come_back_from_it) {
    EXPECT_EQ(problem_code(extract_in_child("\x89PNG", "a.docx")), "document.unsupported_kind");
    EXPECT_EQ(problem_code(extract_in_child("", "a.docx")), "document.empty");
}

TEST(Child, one_that_needs_too_much_memory_is_given_up) {
    ExtractLimits limits;
    limits.child_memory_max = 1U << 20U;
    const std::string lines(1U << 20U, '\n');
    EXPECT_EQ(problem_code(extract_in_child(lines, "a.txt", limits)), "document.reader_stopped");
}

TEST(Child, one_that_has_no_time_is_given_up) {
    ExtractLimits limits;
    limits.child_seconds_max = 0;
    EXPECT_EQ(problem_code(extract_in_child("<p>x</p>", "a.html", limits)),
              "document.reader_stopped");
}

TEST(Child, a_large_file_is_read_in_it) {
    std::string lines;
    while (lines.size() <= ExtractLimits().bytes_here_max) {
        lines += std::string(1000, 'a') + "\n";
    }
    const auto document = extract(lines, "a.txt");
    ASSERT_TRUE(document.has_value());
    EXPECT_EQ(document->blocks.size(), lines.size() / 1001);
    ExtractLimits no_child;
    no_child.child_seconds_max = 0;
    EXPECT_EQ(problem_code(extract(lines, "a.txt", no_child)), "document.reader_stopped");
}

TEST(Child, several_can_read_at_once) {
    std::vector<std::string> read(4);
    std::vector<std::thread> threads;
    for (auto& text : read) {
        threads.emplace_back([&text] { text = shown(extract_in_child("<p>公开</p>", "a")); });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(read, std::vector<std::string>(4, "公开\n"));
}

}  // namespace
}  // namespace gk::document
