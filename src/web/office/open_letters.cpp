#include "web/office/open_letters.hpp"

#include "people/live_key_ring.hpp"

namespace gk::web::office {

Result<std::unique_ptr<OpenLetters>> open_letters(const OfficeServices& services) {
    GK_TRY(auto ring, services.keys.current());
    return std::make_unique<OpenLetters>(services, std::move(ring));
}

}  // namespace gk::web::office
