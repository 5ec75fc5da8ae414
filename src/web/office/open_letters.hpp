// What the rows on letters work with for the length of a call: keys, files, fonts.
#pragma once

#include <memory>

#include "document/file_store.hpp"
#include "letter/service.hpp"
#include "people/key_ring.hpp"
#include "web/office/office_services.hpp"

namespace gk::web::office {

class OpenLetters {
public:
    OpenLetters(const OfficeServices& services, std::shared_ptr<const people::KeyRing> ring)
        : ring_(std::move(ring)),
          files_(document::files_folder(services.data_folder), *ring_),
          fonts_{services.font_folder} {}

    OpenLetters(const OpenLetters&) = delete;
    OpenLetters& operator=(const OpenLetters&) = delete;

    [[nodiscard]] const document::FileStore& files() const { return files_; }

    [[nodiscard]] letter::LetterTools tools() const {
        return {.files = files_, .ring = *ring_, .fonts = fonts_};
    }

private:
    std::shared_ptr<const people::KeyRing> ring_;
    document::FileStore files_;
    document::PdfFonts fonts_;
};

// Refuses as LiveKeyRing::current() does.
[[nodiscard]] Result<std::unique_ptr<OpenLetters>> open_letters(const OfficeServices& services);

}  // namespace gk::web::office
