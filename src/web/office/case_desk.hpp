// The desk at which the rows of cases work: the keys and the calendar as they are at the moment.
#pragma once

#include <memory>

#include "application/desk_service.hpp"
#include "web/office/office_services.hpp"

namespace gk::web::office {

// Keeps keys and files for as long as the desk is worked at; the desk points at them.
struct HeldDesk {
    std::shared_ptr<const people::KeyRing> ring;
    std::unique_ptr<const document::FileStore> files;
    std::unique_ptr<const letter::LetterTools> letters;
    application::Desk desk;
};

// Refuses where the keys cannot be read.
[[nodiscard]] Result<HeldDesk> desk_of(const OfficeServices& services);

}  // namespace gk::web::office
