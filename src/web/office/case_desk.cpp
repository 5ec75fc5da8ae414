#include "web/office/case_desk.hpp"

namespace gk::web::office {

Result<HeldDesk> desk_of(const OfficeServices& services) {
    GK_TRY(auto ring, services.keys.current());
    const auto& keys = *ring;
    auto files = std::make_unique<const document::FileStore>(
        document::files_folder(services.data_folder), keys);
    const document::PdfFonts fonts{.folder = services.font_folder};
    auto letters = std::make_unique<const letter::LetterTools>(
        letter::LetterTools{.files = *files, .ring = keys, .fonts = fonts});
    application::Desk desk{services.database, keys, services.calendar};
    desk.letters = letters.get();
    return HeldDesk{std::move(ring), std::move(files), std::move(letters), desk};
}

}  // namespace gk::web::office
