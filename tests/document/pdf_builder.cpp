#include "document/pdf_builder.hpp"

#include <vector>

#include <fmt/format.h>

namespace gk::document::test {

std::string pdf(std::string_view content, std::string_view trailer) {
    const std::vector<std::string> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F1 5 0 R>>>>>>",
        fmt::format("<</Length {}>>stream\n{}\nendstream", content.size(), content),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string bytes = "%PDF-1.4\n";
    std::string table = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", bytes.size());
        bytes += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto start = bytes.size();
    bytes += fmt::format("xref\n0 {}\n{}trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n",
                         objects.size() + 1, table, objects.size() + 1, trailer, start);
    return bytes;
}

}  // namespace gk::document::test
