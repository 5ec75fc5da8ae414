#include "web/office/remedy_desk.hpp"

namespace gk::web::office {

Result<std::unique_ptr<RemedyDesk>> remedy_desk_of(const OfficeServices& services) {
    GK_TRY(auto cases, desk_of(services));
    return std::make_unique<RemedyDesk>(services, std::move(cases));
}

}  // namespace gk::web::office
