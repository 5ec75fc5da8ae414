#include "web/office/case_desk.hpp"

namespace gk::web::office {

Result<HeldDesk> desk_of(const OfficeServices& services) {
    GK_TRY(auto ring, services.keys.current());
    const auto& keys = *ring;
    return HeldDesk{std::move(ring), {services.database, keys, services.calendar}};
}

}  // namespace gk::web::office
