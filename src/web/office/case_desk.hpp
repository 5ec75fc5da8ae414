// The desk at which the rows of cases work: the keys and the calendar as they are at the moment.
#pragma once

#include <memory>

#include "application/desk_service.hpp"
#include "web/office/office_services.hpp"

namespace gk::web::office {

// Keeps the ring for as long as the desk is worked at.
struct HeldDesk {
    std::shared_ptr<const people::KeyRing> ring;
    application::Desk desk;
};

// Refuses where the keys cannot be read.
[[nodiscard]] Result<HeldDesk> desk_of(const OfficeServices& services);

}  // namespace gk::web::office
