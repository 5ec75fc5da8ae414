#include "cli/demo/demo_papers.hpp"

#include <fmt/format.h>

#include "base/assert.hpp"
#include "cli/demo/demo_cases.hpp"
#include "document/clean_file.hpp"
#include "document/official_document.hpp"
#include "document/stored_file_store.hpp"
#include "document/waiting_file_store.hpp"
#include "people/service.hpp"

namespace gk::cli::demo {

const letter::LetterTools& tools_of(const Play& play) {
    GK_ASSERT(play.cases().letters != nullptr);
    return *play.cases().letters;
}

std::string demo_page(const Play& play, const DemoPage& page, Moment now) {
    using document::Text;
    using document::TextLevel;
    document::OfficialDocument written{.title = std::string(page.title),
                                       .author = "西戈壁镇（示例）",
                                       .made_at = now,
                                       .blocks = {}};
    written.blocks.emplace_back(Text{TextLevel::title, std::string(page.title)});
    for (const auto paragraph : page.paragraphs) {
        written.blocks.emplace_back(Text{TextLevel::body, std::string(paragraph)});
    }
    return document::write_pdf(written, tools_of(play).fonts);
}

Result<std::string> keep_demo_paper(const Play& play, const Slot& remedy, const DemoPage& page,
                                    Moment now) {
    GK_TRY(const auto clean, document::clean_here(demo_page(play, page, now)));
    const auto placed = tools_of(play).files.place(clean.bytes, document::Sealing::sealed);
    return play.cases().database.write([&](store::Transaction& transaction) -> Result<std::string> {
        GK_TRY(const auto agency, people::find_agency(transaction, demo_agency));
        const auto name = fmt::format("{}.pdf", page.title);
        const auto kept = document::insert_stored_file(
            transaction,
            {.agency = agency.id, .kind = clean.kind, .given_name = name, .placed = placed}, now);
        document::insert_waiting_file(transaction, kept, remedy.id, now);
        return kept.public_id;
    });
}

}  // namespace gk::cli::demo
