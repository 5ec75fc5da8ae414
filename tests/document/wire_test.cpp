#include "document/wire.hpp"

#include <gtest/gtest.h>

#include "document/blocks.hpp"
#include "document/errors.hpp"

namespace gk::document {
namespace {

Document example() {
    Document document;
    document.kind = FileKind::docx;
    document.title = "年度报告";
    document.blocks.emplace_back(Paragraph{"一、总体情况", 2, 3});
    document.blocks.emplace_back(Grid{2, 3, {{"规章", 0, 0, 2, 1}, {"0", 1, 1, 1, 2}}, 4});
    return document;
}

TEST(Wire, a_document_comes_back_as_it_was) {
    const auto back = from_wire(to_wire(example()));
    ASSERT_TRUE(back.has_value() && back->has_value());
    EXPECT_EQ((*back)->kind, FileKind::docx);
    EXPECT_EQ((*back)->title, "年度报告");
    EXPECT_EQ(test::shown(*back), test::shown(example()));
    EXPECT_EQ(std::get<Paragraph>((*back)->blocks[0]).page, 3);
    EXPECT_EQ(std::get<Grid>((*back)->blocks[1]).page, 4);
}

TEST(Wire, a_problem_comes_back_with_its_message) {
    const auto back = from_wire(to_wire(error(too_deep, 500)));
    ASSERT_TRUE(back.has_value() && !back->has_value());
    EXPECT_EQ(back->error().kind(), ErrorKind::invalid);
    EXPECT_EQ(back->error().first().code, "document.too_deep");
    EXPECT_EQ(back->error().first().message, "文件的嵌套超过500层，没有读取。");
    EXPECT_FALSE(back->error().first().hint.empty());
}

TEST(Wire, an_answer_that_is_cut_or_too_long_is_not_believed) {
    const auto whole = to_wire(example());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_FALSE(from_wire(std::string_view(whole).substr(0, size)).has_value()) << size;
    }
    EXPECT_FALSE(from_wire(whole + "x").has_value());
    EXPECT_FALSE(from_wire(to_wire(error(encrypted)) + "x").has_value());
}

std::string wire_of(const Grid& grid) {
    Document document;
    document.blocks.emplace_back(grid);
    return to_wire(document);
}

TEST(Wire, cells_outside_their_grid_are_not_believed) {
    EXPECT_TRUE(from_wire(wire_of({2, 2, {{"", 1, 1, 1, 1}}, 0})).has_value());
    EXPECT_FALSE(from_wire(wire_of({2, 2, {{"", 2, 1, 1, 1}}, 0})).has_value());
    EXPECT_FALSE(from_wire(wire_of({2, 2, {{"", 0, -1, 1, 1}}, 0})).has_value());
    EXPECT_FALSE(from_wire(wire_of({2, 2, {{"", 0, 0, 3, 1}}, 0})).has_value());
    EXPECT_FALSE(from_wire(wire_of({2, 2, {{"", 0, 0, 1, 0}}, 0})).has_value());
    EXPECT_FALSE(from_wire(wire_of({0, 0, {{"", 0, 0, 1, 1}}, 0})).has_value());
    EXPECT_FALSE(from_wire(wire_of({1 << 20, 1 << 20, {}, 0})).has_value());
}

TEST(Wire, text_that_is_not_utf8_and_unknown_kinds_are_not_believed) {
    auto document = example();
    document.title = "\xFF";
    EXPECT_FALSE(from_wire(to_wire(document)).has_value());
    auto bytes = to_wire(example());
    bytes[5] = 99;  // The kind.
    EXPECT_FALSE(from_wire(bytes).has_value());
    bytes = to_wire(example());
    bytes[4] = 7;  // Neither a document nor problems.
    EXPECT_FALSE(from_wire(bytes).has_value());
}

}  // namespace
}  // namespace gk::document
