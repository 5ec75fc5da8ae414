// Words and lines on pages, and a picture of a page, with places and sizes as they come.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/pdf_layout.hpp"
#include "document/pdf_rules.hpp"
#include "fuzz/document_check.hpp"

namespace {

using namespace gk::document;

class Input {
public:
    explicit Input(std::string_view bytes) : rest_(bytes) {}

    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

    int byte() {
        if (rest_.empty()) {
            return 0;
        }
        const auto value = static_cast<unsigned char>(rest_[0]);
        rest_.remove_prefix(1);
        return value;
    }

    [[nodiscard]] double place() { return byte() * 4 + byte() / 64.0 - 64; }

private:
    std::string_view rest_;
};

PdfWord word_of(Input& in) {
    PdfWord word;
    for (int i = in.byte() % 5; i >= 0; --i) {
        word.text += i % 2 == 0 ? "公" : "1";
        word.character_centers.push_back(in.place());
    }
    word.left = in.place();
    word.top = in.place();
    word.right = in.place();
    word.bottom = in.place();
    word.rotation = in.byte() % 4;
    return word;
}

void read_picture(Input& in) {
    constexpr int width = 64;
    std::vector<std::uint8_t> pixels;
    while (!in.is_at_end() && pixels.size() < width * 64) {
        const auto run = static_cast<std::size_t>(in.byte());
        pixels.insert(pixels.end(), run,
                      pixels.size() % 2 == 0 ? std::uint8_t{0} : std::uint8_t{255});
    }
    const int height = static_cast<int>(pixels.size()) / width;
    static_cast<void>(find_rules({pixels.data(), width, height, width, 1.5}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in({reinterpret_cast<const char*>(data), size});
    std::vector<PdfPage> pages(1, {600, 800, {}, {}});
    while (!in.is_at_end()) {
        switch (in.byte() % 5) {
            case 0:
                pages.back().words.push_back(word_of(in));
                break;
            case 1:
                pages.back().rules.horizontal.push_back({in.place(), in.place(), in.place()});
                break;
            case 2:
                pages.back().rules.vertical.push_back({in.place(), in.place(), in.place()});
                break;
            case 3:
                pages.push_back({600, 800, {}, {}});
                break;
            default:
                read_picture(in);
        }
    }
    auto blocks = blocks_of_pages(std::move(pages), {});
    if (blocks.has_value()) {
        Document document;
        document.blocks = *std::move(blocks);
        fuzz::expect_sound(document);
    }
    return 0;
}
