#include "report/similarity.hpp"

#include <algorithm>
#include <unordered_set>

#include "base/text.hpp"

namespace gk::report {

namespace {

constexpr std::size_t passage_letters_min = 12;

// A letter that counts and where its bytes stand in the paragraph.
struct Letter {
    char32_t folded;
    std::size_t begin;
    std::size_t end;
};

bool is_han(char32_t code_point) {
    return (code_point >= 0x4E00 && code_point <= 0x9FFF) ||
           (code_point >= 0x3400 && code_point <= 0x4DBF) || code_point >= 0x20000;
}

bool is_digit(char32_t code_point) {
    return code_point >= U'0' && code_point <= U'9';
}

bool is_latin(char32_t code_point) {
    return (code_point >= U'a' && code_point <= U'z') || (code_point >= U'A' && code_point <= U'Z');
}

// Runs of digits become one '0': a report copied with new figures is still copied.
std::vector<Letter> letters_of(const std::string& paragraph) {
    std::vector<Letter> letters;
    std::size_t at = 0;
    std::string utf8;
    for (const auto code_point : text::decode(paragraph)) {
        utf8.clear();
        text::append(utf8, code_point);
        const auto begin = at;
        at += utf8.size();
        if (is_han(code_point) || is_latin(code_point)) {
            letters.push_back({code_point, begin, at});
        } else if (is_digit(code_point)) {
            if (!letters.empty() && letters.back().folded == U'0' && letters.back().end == begin) {
                letters.back().end = at;
            } else {
                letters.push_back({U'0', begin, at});
            }
        }
    }
    return letters;
}

std::u32string window(const std::vector<Letter>& letters, std::size_t begin) {
    std::u32string text;
    for (std::size_t i = begin; i < begin + passage_letters_min; ++i) {
        text += letters[i].folded;
    }
    return text;
}

template <typename Each>
void for_each_window(const std::vector<Letter>& letters, Each each) {
    for (std::size_t begin = 0; begin + passage_letters_min <= letters.size(); ++begin) {
        each(begin, window(letters, begin));
    }
}

std::unordered_set<std::u32string> windows_of(const AnnualReport& report) {
    std::unordered_set<std::u32string> windows;
    for (const auto& section : report.sections) {
        for (const auto& paragraph : section.paragraphs) {
            for_each_window(letters_of(paragraph), [&](std::size_t, std::u32string text) {
                windows.insert(std::move(text));
            });
        }
    }
    return windows;
}

}  // namespace

std::string_view text_of(const SharedPassage& passage, const AnnualReport& report) {
    const auto& section = report.sections[static_cast<std::size_t>(passage.section)];
    const std::string_view paragraph = section.paragraphs[passage.paragraph];
    return paragraph.substr(passage.begin, passage.end - passage.begin);
}

Similarity similarity(const AnnualReport& later, const AnnualReport& earlier) {
    const auto known = windows_of(earlier);
    Similarity result;
    std::size_t all = 0;
    std::size_t shared = 0;
    for (std::size_t i = 0; i < later.sections.size(); ++i) {
        const auto& paragraphs = later.sections[i].paragraphs;
        for (std::size_t number = 0; number < paragraphs.size(); ++number) {
            const auto letters = letters_of(paragraphs[number]);
            std::vector<bool> is_shared(letters.size() + 1, false);
            for_each_window(letters, [&](std::size_t begin, const std::u32string& text) {
                if (known.contains(text)) {
                    std::fill_n(is_shared.begin() + static_cast<std::ptrdiff_t>(begin),
                                passage_letters_min, true);
                }
            });
            all += letters.size();
            std::size_t begin = 0;
            for (std::size_t at = 0; at <= letters.size(); ++at) {
                if (is_shared[at]) {
                    continue;
                }
                if (at > begin) {
                    shared += at - begin;
                    result.passages.push_back({static_cast<law::Section>(i), number,
                                               letters[begin].begin, letters[at - 1].end});
                }
                begin = at + 1;
            }
        }
    }
    result.share = all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
    return result;
}

}  // namespace gk::report
